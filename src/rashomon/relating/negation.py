"""What a statement denies in its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.relating.wordlists import listed
from rashomon.relating.words import Word

_FAILING = frozenset({"~reject", "deny", "lack"})
_REACH = 7
# "no letter from the head of the harbour had been registered": a negated subject holds its verb in its reach.
_FAR = 10
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
    """The first weighty stem after each negation: what is said not to be."""
    out = set()
    for k in range(len(words)):
        if _negates(words, k) and not _is_norm(words, k):
            out.update([w.stem for w in words[k + 1 : k + 1 + _REACH] if w.weighty][:1])
        elif words[k].plain in _NOT_HELD and k and words[k - 1].plain in _PASSIVE:
            out.update([w.stem for w in reversed(words[max(0, k - 4) : k]) if w.weighty][:1])
    return frozenset(out)


def _is_norm(words: Sequence[Word], k: int) -> bool:
    """ "should not", "you don't", "need not": a rule, not a report."""
    if words[k].plain in ("shouldn't", "mustn't"):
        return True
    after = [w.plain for w in words[k + 1 : k + 3]]
    if "need" in after or after == ["have", "to"]:
        return True
    before = words[k - 1].plain if k else ""
    return before in ("should", "must", "you", "let's", "ought") or (k == 0 and words[k].plain == "don't")


def wished_stems(words: Sequence[Word]) -> frozenset[str]:
    """The weighty stems that somebody asks for, wants or tries, so that the words do not say they came about."""
    return _reached(words, listed("wishing"))


def supposed_stems(words: Sequence[Word]) -> frozenset[str]:
    """The weighty stems of a condition."""
    return _reached(words, listed("supposing"))


def _reached(words: Sequence[Word], openers: frozenset[str]) -> frozenset[str]:
    """The weighty stems after an opener, up to a gap that a comma leaves."""
    out: set[str] = set()
    for k, word in enumerate(words):
        if word.plain not in openers:
            continue
        before = word
        for following in words[k + 1 : k + 1 + 2 * _REACH]:
            if following.start - before.end > 1:
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
    if plain == "no" and after in listed("undoubted"):
        return False
    if words[k].stem == "fail":
        return after == "to"  # "failed to act" did not; "the pump was failing" was
    return plain in listed("negators") or plain.endswith("n't") or words[k].stem in _FAILING


# "belied the ministry's insistence that X", "disputed reports that X": against X, whoever says so.
_REFUTED = re.compile(
    r"\b(beli|contradict|refut|debunk|disprov|discredit|rebut|undercut|disput|den(?=y|ied|ies|ial)|dismiss|reject)"
    r"\w*\s+(?:\S+\s+){0,5}?(?:insistence|claims?|assertions?|allegations?|accusations?|statements?|reports?|"
    r"suggestions?|stor(?:y|ies)|rumou?rs?|idea|notion)\s+that\s+",
    re.IGNORECASE,
)


def refuted(text: str) -> tuple[int, str]:
    """Where in the text what it refutes begins, and the words that refute it; (0, "") where it refutes nothing."""
    match = _REFUTED.search(text)
    return (match.end(), " ".join(match.group().split())) if match else (0, "")


def called_false(text: str) -> str:
    """The word with which a statement calls what it tells of untrue; "" where it does not."""
    match = _EVALUATED.search(text)
    return (match[1] or match[2]).lower() if match else ""
