"""Whether a time expression looks back or ahead, told from the words around it."""

from __future__ import annotations

from enum import StrEnum

from rashomon.temporal.letters import Words
from rashomon.temporal.listed import listed


class Tense(StrEnum):
    """``OVER`` is a past that the time itself belongs to ("began in January", "since May"); ``PAST`` is only near."""

    OVER = "over"
    PAST = "past"
    FUTURE = "future"
    UNCLEAR = "unclear"


_MODALS = frozenset(listed("will shall ll would could may might can must should"))
_AHEAD = frozenset(
    listed(
        "scheduled expected expects expect due slated likely supposed deadline effective payable begins starts "
        "opens expires ends closes meets arrives reconvenes convenes resumes travels airs debuts "
        "preparing awaiting awaits"
    )
)
# Before the time, and not after "to", the plain present of these tells what is set: "they meet on Friday".
_SET_TO = frozenset(listed("meet gather convene reconvene resume expire begin"))
_NO_ONE = frozenset(("neither", "nor", "none", "nobody"))
# These lie ahead only where they say of what: "plans to", "agreed to", "wants him to", not "the plan", "agree with".
_AHEAD_TO = frozenset(
    listed(
        "plan plans planned intend intends intended hope hopes hoped want wants wanted need needs agree agrees agreed "
        "decide decides decided vow vows vowed promise promises promised prepared pledge pledged threaten threatens "
        "threatened set prepare running forward going is are"
    )
)
_PAST = frozenset(
    listed(
        "was were had did has have been said says told came went made took held met won lost fell rose began left "
        "found gave got saw sent wrote became kept led ran spoke heard put cut hit shot died killed broke "
        "brought bought drew flew knew lay paid shut stood struck threw thought understood"
    )
)
_SAME_FORM = frozenset(listed("put cut hit shut set"))
_AUXILIARIES = frozenset(listed("was were had did has have been"))
UNTIL = frozenset(("until", "till", "by", "through", "effective", "starting", "beginning"))
_AT = frozenset(listed("in on at early late back"))
_OVER = frozenset(listed("was were had been"))
# What is told of with its day has mostly happened: "Monday's ruling", "the Monday attack", "in a Friday interview".
_DONE = frozenset(
    listed(
        "ruling decision announcement attack attacks bombing bombings explosion shooting shootings crash "
        "statement comments remarks report reports indictment arrest arrests raid defeat loss victory win "
        "resignation death killing assassination disaster disasters tsunami uprising coup massacre collapse "
        "explosions earthquake riots violence clashes revelation revelations disclosure verdict"
    )
)
# The day of these is known long before: "a candidate said of the November election".
_SET_DAYS = frozenset(
    listed(
        "election elections primary primaries midterm midterms ballot referendum summit deadline convention trial "
        "special general runoff caucuses"
    )
)
_SETTING = frozenset(("set", "scheduled", "planned", "slated", "rescheduled"))
_ELECTED = frozenset(
    listed("u s . presidential state local federal congressional parliamentary republican democratic gop")
)
_HELD = frozenset(("won", "lost", "held", "after"))
_SAYINGS = frozenset(listed("interview statement letter email tweet post memo filing report editorial column article"))
_PARTICIPLES = frozenset(
    listed(
        "been said told come gone made taken held met won lost fallen risen begun left found given got seen sent "
        "written become kept led run spoken heard put cut hit shot broken brought bought drawn flown known laid paid "
        "shut stood struck thrown thought understood had done shown grown"
    )
)
_PLANNERS = frozenset(("they", "we", "i", "you", "who", "he", "she", "it", "also", "to"))
_NOUNS_TOO = frozenset(listed("plan plans hope hopes need needs promise promises pledge"))
_PASSIVE = frozenset(listed("be to is are being"))
_NOT_VERBS = frozenset(listed("united hundred indeed unspecified unnamed unidentified so-called"))
_OWNED = frozenset(listed("its his her their our my your all any some what"))
_STOPS = frozenset(".;¶")
_REACH = 20


def tense_near(words: Words, first: int, last: int) -> Tense:
    """The tense of the verb nearest before the words, else after them, within the sentence."""
    before, second = _word(words, first - 1), _word(words, first - 2)
    if before in ("or", "and") and first > 2 and words.kinds[first - 2] in "MW":
        return tense_near(words, first - 2, first - 1)
    if before == "by" and "had" in (words.lower(k) for k in range(max(first - 8, 0), first)):
        return Tense.PAST
    if (first and words.word(first - 1) in UNTIL) or (before == "as" and second in ("soon", "early")):
        return Tense.FUTURE
    if (second, before) == ("ahead", "of") or (before == "for" and words.kinds[first:last] == "S"):
        return Tense.FUTURE
    if before == "for" and not _SETTING.isdisjoint(words.lower(k) for k in range(max(first - 8, 0), first)):
        return Tense.FUTURE
    if before == "since" or _is_told(words, first, last) or _names_what_was(words, first, last):
        return Tense.OVER
    back = _look(words, range(first - 1, max(first - _REACH, -1), -1))
    if back is None and _word(words, last) == "that":
        return Tense.OVER  # "her claim Monday that the line is safe"
    ahead = None if back else _look(words, range(last, min(last + _REACH, len(words.starts))), after=True)
    if ahead is Tense.FUTURE and "A" in words.kinds[_sentence_start(words, first) : first]:
        ahead = Tense.UNCLEAR  # "After the talks on Friday they could ..."
    told = back or ahead or _opening(words, first)
    return Tense.UNCLEAR if told is Tense.PAST and _is_set_before(words, first, last) else told


def _sentence_start(words: Words, k: int) -> int:
    return max(words.kinds.rfind(stop, 0, k) for stop in _STOPS) + 1


def _is_set_before(words: Words, first: int, last: int) -> bool:
    near = (words.lower(k) for k in range(max(first - 4, 0), first))
    before = first > 1 and words.kinds[first - 1] in "35" and words.lower(first - 2) in _SET_DAYS
    return (before or _noun_after(words, last) in _SET_DAYS) and _HELD.isdisjoint(near)


def _noun_after(words: Words, k: int) -> str:
    """The noun that a time stands before, past "U.S. presidential" and the like."""
    return next((word for ahead in range(8) if (word := _word(words, k + ahead)) not in _ELECTED), "")


def _opening(words: Words, first: int) -> Tense:
    """Where no verb tells, "In January, ..." at a sentence's head mostly opens a tale of what was."""
    heads = first > 0 and words.word(first - 1) in ("In", "On")
    return Tense.PAST if heads else Tense.UNCLEAR


def _word(words: Words, k: int) -> str:
    return words.lower(k) if 0 <= k < len(words.starts) else ""


def _is_told(words: Words, first: int, last: int) -> bool:
    """Whether a past verb stands next to the time: "began in January", "the ministry on Sunday issued"."""
    k = first - 1
    while k >= 0 and words.lower(k) in _AT:
        k -= 1
    return _is_past_verb(words, k) or (
        first > 0 and words.kinds[first - 1] not in _STOPS and _is_past_verb(words, last)
    )


def _is_past_verb(words: Words, k: int) -> bool:
    return (
        0 <= k < len(words.starts)
        and words.kinds[k] == "0"
        and words.lower(k) not in _AUXILIARIES
        and _of_word(words, k) is Tense.PAST
    )


def _names_what_was(words: Words, first: int, last: int) -> bool:
    own = words.kinds[last : last + 1] == "'"
    noun = _word(words, last + own)
    return noun in _DONE or (noun in _SAYINGS and _word(words, first - 1) in ("a", "an"))


def _look(words: Words, where: range, *, after: bool = False) -> Tense | None:
    """The tense of the first word that tells one. A plan that was made on the other side of the time, or before an
    "after", is a past: "on Friday they vowed to go", "vowed to go after the talks on Friday"."""
    beyond = after
    owned = after and words.kinds[where.start : where.start + 1] == "'"
    for k in where:
        kind = words.kinds[k]
        beyond = beyond or kind == "A"
        if kind == "A" and not after and _word(words, k + 1).endswith("ing"):
            return Tense.PAST  # "he will play after joining on Wednesday"
        if kind in _STOPS or (kind == "§" and words.word(k) in "!?"):
            return None
        if kind == "0" and not after and words.lower(k) in _SET_TO and _is_plain_present(words, k):
            return Tense.FUTURE
        if kind in "01" and (tense := _of_word(words, k)):
            if owned and words.lower(k) in _AHEAD_TO:
                continue  # "Monday's sinking is to be looked into"
            planned = beyond and tense is Tense.FUTURE and words.lower(k) in _AHEAD_TO and words.lower(k).endswith("ed")
            return Tense.PAST if planned else tense
    return None


def _is_plain_present(words: Words, k: int) -> bool:
    """Whether a verb that may lie ahead is no infinitive or part of a past: "to expire", "did not meet"."""
    return _word(words, k - 1) not in ("to", "not", "did", "t", "never")


def _of_word(words: Words, k: int) -> Tense | None:
    word, before = words.lower(k), _word(words, k - 1)
    if word in _AHEAD and before in ("a", "an", "the", "its", "his", "her", "their"):
        return None
    if word == "could" and _was_not_able(words, k):
        return Tense.PAST
    if word in _MODALS or (word == "won" and _word(words, k + 2) == "t"):
        return Tense.FUTURE
    if word in _SAME_FORM and before in _MODALS:
        return Tense.FUTURE
    if word in ("plan", "plans") and before in _PLANNERS:
        return Tense.FUTURE
    if word in _AHEAD or (word in _AHEAD_TO and _says_of_what(words, k)):
        # "had been due on Friday": what was once ahead says nothing about where it lies now.
        return Tense.UNCLEAR if before in _OVER else Tense.FUTURE
    if word in ("have", "has") and not _is_perfect(words, k):
        return None
    if word == "set" or word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _NOT_VERBS):
        return None if before in _PASSIVE else Tense.PAST
    return None


def _was_not_able(words: Words, k: int) -> bool:
    """ "could not find him on Friday", "shots could be heard on Friday", "neither could be reached on Friday" are
    pasts, "could meet on Friday" is not."""
    after, second = _word(words, k + 1), _word(words, k + 2)
    if after == "be" and any(words.lower(j) in _NO_ONE for j in range(max(k - 8, 0), k)):
        return True
    return "t" in (second, after[-1:]) or (after == "be" and second in ("heard", "seen", "felt", "reached", "found"))


def _is_perfect(words: Words, k: int) -> bool:
    """Whether a participle follows: "have since left", not "have a choice"."""
    near = [_word(words, k + ahead) for ahead in (1, 2, 3)]
    return any(word in _PARTICIPLES or (word.endswith("ed") and len(word) > 4) for word in near)


def _says_of_what(words: Words, k: int) -> bool:
    """Whether "to" and a verb, "for" or "on leaving" follow: not "agreed to the terms"."""
    after = _word(words, k + 1)
    if after == "on":
        return words.lower(k) in ("plan", "plans") and _word(words, k + 2).endswith("ing")
    if after != "to":
        return after == "for" and words.lower(k) not in _NOUNS_TOO
    k += 3 if words.kinds[k + 2 : k + 3] == "§" else 2
    verb = words.kinds[k : k + 1] == "0" or (k < len(words.starts) and words.word(k).isupper())
    return verb and _word(words, k) not in _OWNED
