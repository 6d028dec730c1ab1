"""Whether two statements are one claim, and whether they stand on the same side of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.ports import Entailer
from rashomon.relating.guards import conflict
from rashomon.relating.likeness import Likeness, Weights, likeness
from rashomon.relating.proposition import Proposition
from rashomon.relating.roles import swapped
from rashomon.relating.wordlists import antonyms

# Measured by reading the groups of three stories: above SURE no group was wrong by its words alone; below MAYBE a
# pair is not worth asking about.
SURE = 0.62
MAYBE = 0.34
ENTAILS = 0.8
CONTRADICTS = 0.9


@dataclass(frozen=True, slots=True)
class Match:
    """``a`` and ``b`` are positions; ``opposed`` whether their own words stand against each other."""

    a: int
    b: int
    score: float
    opposed: bool
    reason: str


def matches(
    propositions: Sequence[Proposition],
    pairs: Sequence[tuple[int, int]],
    weights: Weights,
    kinds: dict[str, str],
    entailer: Entailer | None,
) -> list[Match]:
    """The pairs that are one claim, best first."""
    found: list[Match] = []
    open_pairs: list[tuple[int, int, Likeness]] = []
    for i, j in pairs:
        a, b = propositions[i], propositions[j]
        if not _comparable(a, b):
            continue
        like = likeness(a, b, weights)
        if like.score < MAYBE or len(like.shared) < 2 or conflict(a, b, kinds) is not None:
            continue
        if _sure(a, b, like):
            found.append(
                Match(
                    i,
                    j,
                    like.score,
                    opposed(a, b, like.shared),
                    f"the same in nearly the same words ({like.score:.2f})",
                )
            )
        else:
            open_pairs.append((i, j, like))
    if entailer is not None:
        found += _asked(propositions, open_pairs, entailer)
    return sorted(found, key=lambda m: (-m.score, propositions[m.a].id, propositions[m.b].id))


def _comparable(a: Proposition, b: Proposition) -> bool:
    """One attribution's own pieces are not accounts of each other, and a question states nothing."""
    if a.attribution is not None and a.attribution == b.attribution:
        return False
    if a.article == b.article and a.attribution is None and b.attribution is None:
        return False
    return not (a.article == b.article and any(s.overlaps(t) for s in a.spans for t in b.spans))


def _sure(a: Proposition, b: Proposition, like: Likeness) -> bool:
    return like.score >= SURE and len(like.shared) >= 3 and not swapped(a, b)


def opposed(a: Proposition, b: Proposition, shared: Sequence[str]) -> bool:
    """Whether the words of one say the opposite of the other's: a negation over what they share, or antonyms."""
    common = set(shared)
    one = bool(common & a.negated)
    two = bool(common & b.negated)
    turned = any((x, y) in antonyms() for x in set(a.words) - common for y in set(b.words) - common)
    return (one != two) != turned


def _asked(
    propositions: Sequence[Proposition], pairs: Sequence[tuple[int, int, Likeness]], entailer: Entailer
) -> list[Match]:
    questions = [
        q
        for i, j, _ in pairs
        for q in ((propositions[i].text, propositions[j].text), (propositions[j].text, propositions[i].text))
    ]
    answers = entailer.judge(questions) if questions else []
    found = []
    for k, (i, j, like) in enumerate(pairs):
        there, back = answers[2 * k], answers[2 * k + 1]
        a, b = propositions[i], propositions[j]
        entails, against = min(there[0], back[0]), min(there[2], back[2])
        if entails >= ENTAILS or (max(there[0], back[0]) >= 0.95 and like.cover >= 0.75 and against < 0.2):
            found.append(Match(i, j, (like.score + entails) / 2, False, f"each says the other ({entails:.2f})"))
        elif against >= CONTRADICTS and opposed(a, b, like.shared):
            found.append(
                Match(i, j, (like.score + against) / 2, True, f"one says what the other denies ({against:.2f})")
            )
    return found
