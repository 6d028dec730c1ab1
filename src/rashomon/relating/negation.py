"""What a statement denies in its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.relating.wordlists import listed
from rashomon.relating.words import Word

_FAILING = frozenset({"fail", "~reject", "deny", "lack"})
_REACH = 7
# "The idea that X is false", "it is a lie that X", "the report that X was fabricated": against the whole of X.
_EVALUATED = re.compile(
    r"\b(?:idea|claim|claims|notion|suggestion|story|report|reports|allegation|allegations|accusation|accusations|rumou?rs?|"
    r"assertion|charge|charges|theory|narrative|it|that|this)\b.{0,160}?\b(?:is|are|was|were|’s|'s)\s+"
    r"(?:\w+ly\s+|just\s+|simply\s+|a\s+|an\s+|pure\s+|total\s+|complete\s+|utter\s+|absolute\s+)*"
    r"(false|untrue|nonsense|lie|lies|fake|fabricated|fabrication|absurd|baseless|unfounded|groundless|disinformation|ridiculous|"
    r"invention|fiction|myth|hoax|incorrect|wrong|bogus|rubbish|ludicrous|preposterous)\b",
    re.IGNORECASE | re.DOTALL,
)


def negated_stems(words: Sequence[Word]) -> frozenset[str]:
    """The weighty stems that stand in the reach of a negation."""
    out: set[str] = set()
    for k, word in enumerate(words):
        if not _negates(words, k):
            continue
        out.update(w.stem for w in words[k + 1 : k + 1 + _REACH] if w.weighty)
        if word.plain.endswith("n't") or word.plain in ("not", "never"):
            # "was not" reaches back to a subject only through its verb; a bare copula has none, so its subject counts.
            out.update(w.stem for w in words[max(0, k - 2) : k] if w.weighty)
    return frozenset(out)


def _negates(words: Sequence[Word], k: int) -> bool:
    plain = words[k].plain
    after = words[k + 1].plain if k + 1 < len(words) else ""
    if plain == "not" and after in ("only", "just", "merely", "least"):
        return False
    if plain == "no" and after in ("doubt", "matter", "wonder", "sooner"):
        return False
    return plain in listed("negators") or plain.endswith("n't") or words[k].stem in _FAILING


def called_false(text: str) -> str:
    """The word with which a statement calls what it tells of untrue; "" where it does not."""
    match = _EVALUATED.search(text)
    return match[1].lower() if match else ""
