"""What a statement denies in its own words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from rashomon.relating.wordlists import listed
from rashomon.relating.words import Word

_FAILING = frozenset({"~reject", "deny", "lack"})
_REACH = 7
# Words at the start of a statement in which "the claim that" names what is stated.
_OPENING = 3
_ABOUT = frozenset({"about", "around", "as", "into", "of", "on", "over", "surrounding", "that", "whether"})
_UNBROKEN = re.compile(r"-|[\s\"“”'‘’]*")
# "no letter from the head of the harbour had been registered": a negated subject holds its verb in its reach.
_FAR = 10
# "whether he stays on as chairman or ... and ...": all that is open.
_FARTHEST = 30
# "The hearing was postponed": there was none.
_NOT_HELD = frozenset({"postponed", "cancelled", "canceled", "scrapped", "abandoned"})
_PASSIVE = frozenset({"was", "were", "been", "is", "are", "being"})
# "The idea that X is false", "it is a lie that X", "the report that X was fabricated": against the whole of X.
_VERY = r"(?:\w+ly\s+|just\s+|simply\s+|a\s+|an\s+|pure\s+|total\s+|complete\s+|utter\s+|absolute\s+)*"
_UNTRUE = (
    r"false|untrue|nonsense|lie|lies|fake|fabricated|fabrication|baseless|unfounded|groundless|disinformation|hoax|"
    r"myth|bogus"
)
_EVALUATED = re.compile(
    r"\b(?:ideas?|claims?|notion|suggestion|story|stories|reports?|allegations?|accusations?|rumou?rs?|assertions?|"
    r"charges?|theory|narrative)\b.{0,160}?\b(?:is|are|was|were|’s|'s)\s+"
    + _VERY
    + r"("
    + _UNTRUE
    + r"|absurd|ridiculous|"
    r"fiction|incorrect|wrong|rubbish|ludicrous|preposterous|invention)\b|"
    r"\b(?:it|that|this)(?:\s+is|\s+was|’s|'s)\s+" + _VERY + r"(" + _UNTRUE + r")\b",
    re.IGNORECASE | re.DOTALL,
)


def negated_stems(words: Sequence[Word]) -> frozenset[str]:
    """The weighty stems that stand in the reach of a negation."""
    out: set[str] = set()
    for k, word in enumerate(words):
        if not _negates(words, k):
            continue
        out.update(w.stem for w in words[k + 1 : k + 1 + _FAR] if w.weighty)
        if word.plain.endswith("n't") or word.plain in ("not", "never"):
            # "was not" reaches back to a subject only through its verb; a bare copula has none, so its subject counts.
            out.update(w.stem for w in words[max(0, k - 2) : k] if w.weighty)
    return frozenset(out)


def denied_stems(words: Sequence[Word]) -> frozenset[str]:
    """The first weighty stem after each negation: what is said not to be, however ("did not openly accuse")."""
    out = set()
    for k in range(len(words)):
        if _negates(words, k) and not _is_norm(words, k):
            after = [w for w in words[k + 1 : k + 1 + _REACH] if w.weighty]
            out.update([w.stem for w in after if not _is_adverb(w)][:1] or [w.stem for w in after[:1]])
        elif words[k].plain in _NOT_HELD and k and words[k - 1].plain in _PASSIVE:
            out.update([w.stem for w in reversed(words[max(0, k - 4) : k]) if w.weighty][:1])
    return frozenset(out)


def _is_adverb(word: Word) -> bool:
    return len(word.plain) > 5 and word.plain.endswith("ly") and word.plain not in listed("no adverbs")


def _is_norm(words: Sequence[Word], k: int) -> bool:
    """ "should not", "you don't", "need not": a rule, not a report."""
    if words[k].plain in ("shouldn't", "mustn't"):
        return True
    after = [w.plain for w in words[k + 1 : k + 3]]
    if "need" in after or after == ["have", "to"]:
        return True
    before = words[k - 1].plain if k else ""
    return before in ("should", "must", "you", "let's", "ought") or (k == 0 and words[k].plain == "don't")


def wished_stems(words: Sequence[Word], text: str) -> frozenset[str]:
    """The weighty stems that somebody asks for, wants or tries, so that the words do not say they came about."""
    return _reached(words, [k for k, word in enumerate(words) if word.plain in listed("wishing")], text)


def supposed_stems(words: Sequence[Word], text: str) -> frozenset[str]:
    """The weighty stems of a condition, and those of a matter that is only named ("the row over what he said").

    A denial's own content begins with such a name ("rejected claims that X") and states what comes after it.
    """
    named = {
        k
        for k in range(_OPENING, len(words) - 1)
        if words[k].plain in listed("in question") and words[k + 1].plain in _ABOUT
    }
    conditions = {k for k, word in enumerate(words) if word.plain in listed("supposing") or _is_hearsay(words, k)}
    return _reached(words, conditions, text) | _all_after(words, named)


def _all_after(words: Sequence[Word], openers: Collection[int]) -> frozenset[str]:
    return frozenset(w.stem for k in openers for w in words[k + 1 :] if w.weighty)


def _is_hearsay(words: Sequence[Word], k: int) -> bool:
    """ "people allege", "some say": told as what nobody in particular says."""
    return k > 0 and words[k - 1].plain in listed("anybody") and words[k].plain in listed("alleging")


def _reached(words: Sequence[Word], openers: Collection[int], text: str) -> frozenset[str]:
    """The weighty stems after the openers, each up to what is no more than a space or a quotation mark."""
    out: set[str] = set()
    for k in openers:
        before = words[k]
        far = _FARTHEST if before.plain in ("if", "whether") else 2 * _REACH
        for following in words[k + 1 : k + 1 + far]:
            if not _UNBROKEN.fullmatch(text, before.end, following.start):
                break
            if following.weighty:
                out.add(following.stem)
            before = following
    return frozenset(out)


def _negates(words: Sequence[Word], k: int) -> bool:
    plain = words[k].plain
    after = words[k + 1].plain if k + 1 < len(words) else ""
    if plain == "not" and after in ("only", "just", "merely", "least"):
        return False
    if plain == "no" and (after in listed("undoubted") or (after and words[k + 1].start - words[k].end > 1)):
        return False  # "no doubt"; and "No, it held" answers and does not negate what follows
    if plain == "yet":
        return after == "to" and bool(k) and words[k - 1].plain in ("has", "have", "had", "is", "are", "was", "were")
    if words[k].stem == "fail":
        return after == "to"  # "failed to act" did not; "the pump was failing" was
    return plain in listed("negators") or plain.endswith("n't") or words[k].stem in _FAILING


_ANOTHERS = re.compile(
    r"['’]s?\s+(?:claims?|allegations?|assertions?|accusations?|suggestions?|insistence|contention|charges?)\s+that\s"
)


def anothers(text: str) -> int:
    """Where in the text the words of somebody else begin ("the rival's claim that"); its length where none are."""
    match = _ANOTHERS.search(text)
    return match.end() if match else len(text)


# "belied the ministry's insistence that X", "disputed reports that X": against X, whoever says so.
_REFUTED = re.compile(
    r"\b(beli|contradict|refut|debunk|disprov|discredit|rebut|undercut|disput|den(?=y|ied|ies|ial)|dismiss|reject)"
    r"\w*\s+(?:\S+\s+){0,5}?(?:insistence|claims?|assertions?|allegations?|accusations?|statements?|reports?|"
    r"suggestions?|stor(?:y|ies)|rumou?rs?|idea|notion)\s+(?:(?:made|put|by|from|in|at|of)\s+(?:[^\s,]+\s+){1,7}?)?that\s+",
    re.IGNORECASE,
)


# "He shrugged off the suggestion that X": not X, but that is his answer and not the article's.
_WAVED_OFF = re.compile(
    r"\b(?:(?:shrugg|brush|laugh|wav)\w*\s+(?:off|aside|away)|scoff\w*\s+at|bristl\w*\s+at|push\w*\s+back\s+(?:on|against)|"
    r"den(?=y|ied|ies)\w*|dismiss\w*|reject\w*|disput\w*)\s+(?:\S+\s+){0,3}?"
    r"(?:claims?|allegations?|accusations?|suggestions?|reports?|rumou?rs?|idea|notion)\s+that\s",
    re.IGNORECASE,
)


def waved_off(text: str) -> bool:
    """Whether the text tells of somebody who will not have it that something is so."""
    return _WAVED_OFF.search(text) is not None


def refuted(text: str) -> tuple[int, str]:
    """Where in the text what it refutes begins, and the words that refute it; (0, "") where it refutes nothing."""
    match = _REFUTED.search(text)
    return (match.end(), " ".join(match.group().split())) if match else (0, "")


def called_false(text: str) -> str:
    """The word with which a statement calls what it tells of untrue; "" where it does not."""
    match = _EVALUATED.search(text)
    return (match[1] or match[2]).lower() if match else ""
