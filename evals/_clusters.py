"""Scores of clusterings of the same things: MUC, B-cubed, CEAF-e, and their mean (CoNLL)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping

Sets = list[frozenset[int]]


def conll(gold: Mapping[int, Hashable], said: Mapping[int, Hashable]) -> float:
    one, two = sets_of(gold), sets_of(said)
    return (muc(one, two) + bcubed(one, two) + ceaf(one, two)) / 3


def sets_of(labels: Mapping[int, Hashable]) -> Sets:
    out: dict[Hashable, set[int]] = defaultdict(set)
    for thing, label in labels.items():
        out[label].add(thing)
    return [frozenset(members) for members in out.values()]


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def muc(gold: Sets, said: Sets) -> float:
    return _f1(_links(said, gold), _links(gold, said))


def _links(keys: Sets, answers: Sets) -> float:
    home = {thing: k for k, members in enumerate(answers) for thing in members}
    kept = sum(len(key) - len({home[thing] for thing in key}) for key in keys)
    every = sum(len(key) - 1 for key in keys)
    return kept / every if every else 0.0


def bcubed(gold: Sets, said: Sets) -> float:
    return _f1(_overlap(said, gold), _overlap(gold, said))


def _overlap(keys: Sets, answers: Sets) -> float:
    home = {thing: members for members in answers for thing in members}
    total = sum(len(key) for key in keys)
    return sum(len(key & home[thing]) / len(key) for key in keys for thing in key) / total


def ceaf(gold: Sets, said: Sets) -> float:
    """CEAF-e; the one-to-one assignment is found component by component, exactly."""
    home = {thing: k for k, members in enumerate(said) for thing in members}
    value: dict[tuple[int, int], float] = {}
    for g, key in enumerate(gold):
        for s in {home[thing] for thing in key}:
            value[g, s] = 2 * len(key & said[s]) / (len(key) + len(said[s]))
    best = _assignment(value)
    return _f1(best / len(said), best / len(gold))


def _assignment(value: dict[tuple[int, int], float]) -> float:
    """The greatest sum of values with each row and each column used once: augmenting paths of greatest gain
    (Bellman-Ford over the pairs that have a value; there are few of them)."""
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (g, s), v in value.items():
        near[g][s] = v
    row_of: dict[int, int] = {}
    total = 0.0
    for first in sorted(near):
        gain = {first: 0.0}
        came: dict[int, tuple[int, int]] = {}
        ends: dict[int, tuple[float, int]] = {}
        waiting = [first]
        while waiting:
            g = waiting.pop()
            for s, v in near[g].items():
                if row_of.get(s) == g:
                    continue
                got = gain[g] + v
                if s not in row_of:
                    if got > ends.get(s, (0.0, 0))[0] + 1e-12:
                        ends[s] = (got, g)
                    continue
                other = row_of[s]
                if got - near[other][s] > gain.get(other, -1e9) + 1e-12:
                    gain[other] = got - near[other][s]
                    came[other] = (g, s)
                    waiting.append(other)
        # A row may also end unmatched: the path then takes its column from it.
        options = [(got, s, g) for s, (got, g) in ends.items()]
        stop = max(((v, other) for other, v in gain.items() if other != first), default=(0.0, -1))
        end = max(options, default=(0.0, -1, -1))
        if max(end[0], stop[0]) <= 1e-12:
            continue
        total += max(end[0], stop[0])
        if end[0] >= stop[0]:
            _, s, g = end
        else:
            g, s = came[stop[1]]
        while True:
            row_of[s] = g
            if g == first:
                break
            g, s = came[g]
    return total
