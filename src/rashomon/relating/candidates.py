"""Pairs of statements worth comparing, found through their rarest features so that cost grows close to linearly."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rashomon.relating.denials import LONGEST, is_denial
from rashomon.relating.likeness import Weights
from rashomon.relating.proposition import Proposition

# Each statement is looked up by this many of its rarest features; one in more than MOST statements tells too little.
RAREST = 8
MOST = 150
# Of a statement's neighbours, those that share most are compared.
NEAREST = 40


def candidate_pairs(propositions: Sequence[Proposition], weights: Weights) -> Iterator[tuple[int, int]]:
    """Positions (i < j) of statements that share at least two features of which one is rare, nearest first."""
    holders: dict[str, list[int]] = defaultdict(list)
    keys: list[list[str]] = []
    for k, proposition in enumerate(propositions):
        if not proposition.clausal:
            keys.append([])
            continue
        ranked = sorted(proposition.features, key=lambda f: (-weights.of(f), f))
        rare = [f for f in ranked if 1 < weights.counts[f] <= MOST and f[0] != "#"][:RAREST]
        keys.append(rare)
        for feature in rare:
            holders[feature].append(k)
    for k, proposition in enumerate(propositions):
        met: Counter[int] = Counter()
        for feature in keys[k]:
            for other in holders[feature]:
                if other >= k:
                    break
                met[other] += 1
        near = sorted(met, key=lambda other: (-met[other], other))
        taken = 0
        for other in near:
            if taken >= NEAREST:
                break
            if met[other] > 1 or len(proposition.features & propositions[other].features) > 1:
                taken += 1
                yield other, k


# A denial is looked up by its rarest words, none in more than this many statements.
DENIED_BY, USUAL = 3, 1200


def denial_pairs(propositions: Sequence[Proposition], weights: Weights) -> Iterator[tuple[int, int]]:
    """Positions (i < j) of a denial and a statement that has two of the denial's rarest words.

    The statement may be long and its own rarest words others, which is why `candidate_pairs` does not find it.
    """
    denials = [k for k, p in enumerate(propositions) if is_denial(p) and 1 < len(p.words) <= LONGEST]
    keys: dict[int, list[str]] = {}
    for k in denials:
        ranked = sorted(propositions[k].words, key=lambda w: (-weights.of(w), w))
        keys[k] = [w for w in ranked if 1 < weights.counts[w] <= USUAL][:DENIED_BY]
    wanted = {word for words in keys.values() for word in words}
    holders: dict[str, list[int]] = defaultdict(list)
    for k, proposition in enumerate(propositions):
        for word in proposition.words:
            if word in wanted:
                holders[word].append(k)
    for k in denials:
        met = Counter(other for word in keys[k] for other in holders[word])
        yield from ((min(k, o), max(k, o)) for o in sorted(met) if met[o] > 1 and o != k)
