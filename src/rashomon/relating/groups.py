"""Statements gathered into claims: each new member has to fit those already there."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.relating.guards import conflict
from rashomon.relating.judging import Match
from rashomon.relating.proposition import Proposition

# Of the pairs between two groups, the share that must match for the groups to become one; chains of likeness, each
# link true, end in claims that are false.
LINKED = 0.34
# A denial is short, what it denies is told at length and each time otherwise: the tellings match the denial, not one
# another.
LINKED_BY_DENIAL = 0.2


@dataclass(frozen=True, slots=True)
class Group:
    """Positions of statements that make one claim, the matches between them, best first, and the clashes of its
    members with those of other claims."""

    members: list[int]
    matches: list[Match]
    clashes: list[Match] = field(default_factory=list)


def groups_of(propositions: Sequence[Proposition], found: Sequence[Match], kinds: dict[str, str]) -> list[Group]:
    """The groups of two and more, and what clashes with another claim; a pair joins its groups when enough of both
    match and nothing in them conflicts."""
    beside: dict[int, set[int]] = defaultdict(set)
    clashes = [match for match in found if match.clash]
    found = [match for match in found if not match.clash]
    for match in found:
        beside[match.a].add(match.b)
        beside[match.b].add(match.a)
    home: dict[int, list[int]] = {}
    for match in found:
        one, two = home.get(match.a, [match.a]), home.get(match.b, [match.b])
        if one is two or not _linked(match, one, two, beside) or _conflicting(one, two, propositions, kinds):
            continue
        joined = sorted([*one, *two])
        for member in joined:
            home[member] = joined
    for clash in clashes:
        for member in (clash.a, clash.b):
            home.setdefault(member, [member])
    distinct = {id(members): members for members in home.values()}
    inside: dict[int, list[Match]] = defaultdict(list)
    for match in found:
        if match.a in home and home[match.a] is home.get(match.b):
            inside[id(home[match.a])].append(match)
    against: dict[int, list[Match]] = defaultdict(list)
    for clash in clashes:
        for at in {id(home[clash.a]), id(home[clash.b])}:
            against[at].append(clash)
    return sorted((Group(m, inside[k], against[k]) for k, m in distinct.items()), key=lambda g: g.members)


def components(found: Sequence[Match]) -> list[list[Match]]:
    """The matches in sets that share no statement with one another, each in the order given."""
    parent: dict[int, int] = {}

    def root(at: int) -> int:
        while parent.setdefault(at, at) != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for match in found:
        one, two = sorted((root(match.a), root(match.b)))
        parent[two] = one
    out: dict[int, list[Match]] = defaultdict(list)
    for match in found:
        out[root(match.a)].append(match)
    return list(out.values())


def _linked(match: Match, one: list[int], two: list[int], beside: dict[int, set[int]]) -> bool:
    enough = LINKED_BY_DENIAL if match.denial else LINKED
    links = sum(len(beside[a].intersection(two)) for a in one)
    return links >= enough * len(one) * len(two)


def _conflicting(one: list[int], two: list[int], propositions: Sequence[Proposition], kinds: dict[str, str]) -> bool:
    return any(conflict(propositions[a], propositions[b], kinds) is not None for a in one for b in two)


def signs(group: Group, first: int) -> dict[int, int]:
    """For each member 1 where its words say what ``first`` says and -1 where they say the opposite, along the best
    matches."""
    neighbours: dict[int, list[Match]] = defaultdict(list)
    for match in group.matches:
        neighbours[match.a].append(match)
        neighbours[match.b].append(match)
    out = {first: 1}
    waiting = deque([first])
    while waiting:
        at = waiting.popleft()
        for match in sorted(neighbours[at], key=lambda m: (-m.score, m.a, m.b)):
            other = match.b if match.a == at else match.a
            if other not in out:
                out[other] = -out[at] if match.opposed else out[at]
                waiting.append(other)
    return out
