"""How much two statements have in common, rare words counting more."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log

from rashomon.relating.proposition import Proposition
from rashomon.relating.wordlists import common, stopwords
from rashomon.relating.words import stem, words_of

# A name tells which story a statement is from more than what it states, and a nation even less.
_NAME, _NATION = 0.5, 0.25
# How many statements of other news stand beside the story's own when a word's weight is taken, so that in a story of a
# few pages a word all news is full of does not look rare.
USUAL = 400
_RARE = (0.0, 0.0)
# Two statements that share fewer stems than this are no one claim.
SHARED = 2
_QUOTED = re.compile(r"[“\"][^”\"]*")
# A run of this many words in both that makes up this part of the shorter one: the same sentence, quoted.
RUN, RUN_PART, LONG_RUN = 6, 0.6, 8
# So many weighty words that are not shared, on one side of the run, make two statements of them.
OWN_WORDS = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """``score`` in [0, 1] (shared weight over the geometric mean of both); ``cover`` the share of the smaller one that
    is shared; ``rare`` the weight of the rarest shared stem; ``shared`` the shared stems, rarest first."""

    score: float
    cover: float
    rare: float
    shared: tuple[str, ...]
    names: int


class Weights:
    """The weight of each feature: the logarithm of how few statements have it, here and in news at large."""

    def __init__(self, seen: Callable[[str], int], total: int) -> None:
        """``seen`` tells in how many of all ``total`` statements a feature is."""
        self._seen = seen
        self._total = total
        self._weights: dict[str, float] = {}
        self._totals: dict[str, float] = {}

    def of(self, feature: str) -> float:
        """The weight of a feature; one that no statement has weighs most."""
        known = self._weights.get(feature)
        if known is None:
            usual = common().get(feature, _RARE)[0]
            known = self._weights[feature] = weight_of(self._seen(feature), self._total, usual, feature[0])
        return known

    def total(self, proposition: Proposition) -> float:
        """The weight of all features of a statement."""
        known = self._totals.get(proposition.id)
        if known is None:
            # In one order, so that the last digits of the sum are the same in every run.
            known = self._totals[proposition.id] = sum(self.of(feature) for feature in sorted(proposition.features))
        return known


def weight_of(seen: int, total: int, usual: float, sort: str) -> float:
    """What a feature weighs that so many of all statements have, and this share of other news; ``sort`` is "@" for a
    name and "#" for a nation."""
    weight = -log((seen + 1 + usual * USUAL) / (total + 8 + USUAL))
    return weight * {"@": _NAME, "#": _NATION}.get(sort, 1.0)


def likeness(a: Proposition, b: Proposition, weights: Weights) -> Likeness:
    """What the two share, pronouns counted for whom they may mean."""
    shared = set(a.features & b.features)
    shared |= {f"@{entity}" for entity in (a.meant & b.names) | (b.meant & a.names)}
    both = sum(weights.of(f) for f in sorted(shared))
    one, two = weights.total(a), weights.total(b)
    stems = sorted((f for f in shared if f[0] not in "@#"), key=lambda f: (-weights.of(f), f))
    names = sum(f[0] == "@" for f in shared)
    if not both:
        return Likeness(0.0, 0.0, 0.0, (), 0)
    rare = weights.of(stems[0]) if stems else 0.0
    return Likeness(
        both / max((one * two) ** 0.5, both), min(1.0, both / (min(one, two) or both)), rare, tuple(stems), names
    )


def roughly(a: Proposition, b: Proposition, weights: Weights) -> float:
    """The score of `likeness` but for its last digits, at a fraction of its cost: most pairs get no second look."""
    shared = a.features & b.features
    both = sum(map(weights.of, shared))
    for entity in (a.meant & b.names) | (b.meant & a.names):
        if f"@{entity}" not in shared:
            both += weights.of(f"@{entity}")
    return both / max((weights.total(a) * weights.total(b)) ** 0.5, both) if both else 0.0


def longest_run(a: Sequence[str], b: Sequence[str]) -> int:
    """The length of the longest run of words the two share."""
    return _longest(a, b)[2]


def _longest(a: Sequence[str], b: Sequence[str]) -> tuple[int, int, int]:
    """Where the longest run of words the two share ends in each, and its length."""
    best = (0, 0, 0)
    if a == b:
        return len(a), len(b), len(a)
    places: dict[str, list[int]] = {}
    for k, y in enumerate(b, 1):
        places.setdefault(y, []).append(k)
    # Of the table of all pairs of words only the fields where the two are the same.
    before: dict[int, int] = {}
    for j, x in enumerate(a, 1):
        now: dict[int, int] = {}
        for k in places.get(x, ()):
            now[k] = before.get(k - 1, 0) + 1
            if now[k] > best[2]:
                best = (j, k, now[k])
        before = now
    return best


def same_run(a: Proposition, b: Proposition) -> bool:
    """Whether the two hold a run of the same words that makes up most of the shorter one, and do not go on (or begin)
    each in its own way: "her husband, whom she has left, of lying" and "... of hiding it" share only whom they are
    about."""
    shorter = min(len(a.run), len(b.run))
    if shorter < RUN or _runs(a.run).isdisjoint(_runs(b.run)):
        return False
    end, other, run = _longest(a.run, b.run)
    common = len(set(a.words) & set(b.words)) + len(a.names & b.names)
    if run < RUN or run < RUN_PART * shorter or not (common > 3 or run >= LONG_RUN or run == shorter):
        return False
    rest = ((a.run[: end - run], b.run[: other - run]), (a.run[end:], b.run[other:]))
    return not any(_differ(one, two) for one, two in rest) or _quoted(a, b) or _quoted(b, a)


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[k : k + RUN]) for k in range(len(words) - RUN + 1)}


def _quoted(a: Proposition, b: Proposition) -> bool:
    """Whether a run of the other's words stands between quotation marks."""
    quoted = [[w.plain for w in words_of(m.group())] for m in _QUOTED.finditer(a.text)]
    return any(longest_run(words, b.run) >= RUN - 1 for words in quoted if len(words) >= RUN - 1)


def _differ(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two stretches each have weighty words of their own, and enough of them."""
    mine, theirs = ({stem(w) for w in words if w not in stopwords()} for words in (one, two))
    mine, theirs = mine - theirs, theirs - mine
    return bool(mine and theirs) and len(mine) + len(theirs) >= OWN_WORDS
