"""Turns of phrase that take a side without a verb that does: "ruled out", "has no plans to", "cast doubt on"."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.attribution.candidate import Candidate
from rashomon.attribution.lexicon import listed
from rashomon.attribution.syntax import Syntax
from rashomon.record import Act, Polarity

# Words that may stand between two words of a phrase: "cast | serious | doubt", "distanced | herself | from".
_BETWEEN = 2
# Words beside the cue that may belong to the phrase: "far from | confirming", "wanted | nothing to do with".
_BEFORE, _AFTER = 2, 5


@dataclass(frozen=True, slots=True)
class Stance:
    """The side that was taken and what was done; ``act`` is None where the cue's own word tells it."""

    polarity: Polarity
    act: Act | None = None


_RULED_OUT = Stance(Polarity.DENY, Act.DENY)
_AGAINST = Stance(Polarity.DENY, Act.CRITICISE)
_DISPLEASED = Stance(Polarity.DENY, Act.OTHER)
_NO_PLAN = Stance(Polarity.DENY, Act.INTEND)
_DOUBTS = Stance(Polarity.UNCLEAR, Act.BELIEVE)
_SILENT = Stance(Polarity.UNCLEAR, Act.SAY)
_SHORT = Stance(Polarity.UNCLEAR)
_SURE = Stance(Polarity.AFFIRM, Act.BELIEVE)
_OPEN = Stance(Polarity.AFFIRM, Act.SAY)

_PHRASES = (
    (_RULED_OUT, "rule out|issue denial|give lie to|distance self from"),
    (_AGAINST, "take issue with|take exception to|want nothing to do|have no time for|have no truck with"),
    (_NO_PLAN, "have no plan|have no intention|have no desire|have no wish|have no interest"),
    (_DOUBTS, "cast doubt|raise doubt|express doubt|voice doubt|have doubt|throw doubt|express skepticism"),
    (_DOUBTS, "express scepticism|voice skepticism|voice scepticism"),
    (_SILENT, "dodge|sidestep|evade|remain silent|stay silent|keep silent|remain mum|stay mum|have no comment"),
    (_SILENT, "offer no comment|make no comment|not available for comment|unavailable for comment"),
    (_DOUBTS, "have hard time believe|find hard to believe|be hard press to believe|struggle to believe"),
    (_SHORT, "fall short of|stop short of|far from|play down"),
    (_SURE, "not doubt|never doubt|have no doubt|leave no doubt"),
    (_OPEN, "never hide|not hide|make no secret|make no bone|not hesitate to say|not hesitate to call"),
)
# The longest first: "have no doubt" before "have doubt".
_KNOWN = sorted(
    ((phrase.split(), stance) for stance, phrases in _PHRASES for phrase in phrases.split("|")),
    key=lambda known: -len(known[0]),
)
_SELVES = listed("myself himself herself itself ourselves themselves yourself")
_COPULAS = listed("be remain stay feel seem become grow")
_FEELINGS = {
    **dict.fromkeys(listed("unhappy dissatisfied displeased opposed averse"), _AGAINST),
    **dict.fromkeys(listed("skeptical sceptical doubtful unsure unconvinced dubious undecided"), _DOUBTS),
}
_PLEASED = listed("happy pleased satisfied content thrilled")
_QUOTING = ("quote", "turn", "dash", "block", "headline")


def stance_of(s: Syntax, c: Candidate) -> Stance | None:
    """The stance of a turn of phrase in or beside the cue, where it is not the words of a quotation it introduces."""
    if not c.cue or c.frame.startswith(_QUOTING):
        return None
    own = s.within(c.cue[0])
    if not own:
        return None
    first, last = own[0].i, s.within(c.cue[-1])[-1].i
    begin, end = s.sentence(c.head)
    low, high = max(begin, first - _BEFORE), min(end, last + _AFTER)
    lemmas = ["self" if s.tokens[i].text.lower() in _SELVES else s.lemma(i) for i in range(low, high + 1)]
    there = set(lemmas)
    for phrase, stance in _KNOWN:
        if phrase[-1] not in there:
            continue
        span = _match(lemmas, phrase, last - low)
        if span is not None and low + span[1] >= first - 1:
            return stance
    return _feeling(lemmas[first - low : last - low + 1])


def says_no_itself(stance: Stance) -> bool:
    """Whether the "not" beside the cue is part of the phrase: "does not doubt", "has no plans"."""
    return stance in (_SURE, _OPEN, _NO_PLAN, _SILENT, _DISPLEASED)


def _match(lemmas: list[str], phrase: list[str], latest: int) -> tuple[int, int] | None:
    """Where the words stand in their order, the first not after ``latest``."""
    for start in (k for k, lemma in enumerate(lemmas[: latest + 1]) if lemma == phrase[0]):
        at = start
        for word in phrase[1:]:
            at = next((k for k in range(at + 1, min(at + 2 + _BETWEEN, len(lemmas))) if lemmas[k] == word), -1)
            if at < 0:
                break
        else:
            return start, at
    return None


def _feeling(cue: list[str]) -> Stance | None:
    """ "remains dissatisfied with", "is sceptical of", "was not happy with" """
    if not any(lemma in _COPULAS for lemma in cue):
        return None
    if "not" in cue and any(lemma in _PLEASED for lemma in cue):
        return _DISPLEASED
    return next((_FEELINGS[lemma] for lemma in cue if lemma in _FEELINGS), None)
