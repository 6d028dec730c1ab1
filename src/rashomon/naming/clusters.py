"""Names that were joined, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.naming.fold import person_parts
from rashomon.record import EntityKind, Named


@dataclass(frozen=True, slots=True)
class Use:
    """One name as one article uses it; ``key`` orders uses and tells them apart."""

    article: str
    named: Named

    @property
    def key(self) -> tuple[str, str, str, tuple[tuple[int, int], ...]]:
        return self.article, self.named.kind, self.named.name, tuple((m.start, m.end) for m in self.named.mentions)


@dataclass(frozen=True, slots=True)
class Join:
    """Why one name was joined to another."""

    name: str
    to: str
    score: float
    reason: str

    def __str__(self) -> str:
        return f"“{self.name}” is “{self.to}” ({self.score:.2f}): {self.reason}"


@dataclass(frozen=True, slots=True)
class Cluster:
    """Uses that stand for one person or body; ``joins`` has a reason for each name that differs from the first."""

    kind: EntityKind
    name: str
    uses: list[Use]
    joins: list[Join]

    @property
    def names(self) -> list[str]:
        """The name, then every other form, most used first."""
        count: Counter[str] = Counter()
        for use in self.uses:
            for form in (use.named.name, *use.named.names):
                count[form] += max(1, len(use.named.mentions))
        rest = sorted((form for form in count if form != self.name), key=lambda form: (-count[form], form))
        return [self.name, *rest]


class Joined:
    """Sets of positions that only ever grow together, with the reasons they did."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._members = {at: [at] for at in range(size)}
        self.joins: list[tuple[int, Join]] = []

    def root(self, at: int) -> int:
        while self._parent[at] != at:
            self._parent[at] = self._parent[self._parent[at]]
            at = self._parent[at]
        return at

    def join(self, a: int, b: int, join: Join) -> None:
        a, b = self.root(a), self.root(b)
        if a != b:
            a, b = min(a, b), max(a, b)
            self._parent[b] = a
            self._members[a] += self._members.pop(b)
            if join.name != join.to:
                self.joins.append((a, join))

    def members(self, at: int) -> list[int]:
        """The set that a position is in."""
        return self._members[self.root(at)]

    def sets(self) -> list[list[int]]:
        """The sets, each in order, by first member."""
        return [sorted(self._members[first]) for first in sorted(self._members)]


def cluster_of(uses: Sequence[Use], joins: Iterable[Join]) -> Cluster:
    """A cluster under its fullest name, of the kind most of its uses have."""
    kinds = Counter(use.named.kind for use in uses)
    kind = min(kinds, key=lambda k: (-kinds[k], k))
    forms = Counter(use.named.name for use in uses)
    name = min(forms, key=lambda form: (*_fullness(form, kind), -forms[form], form))
    return Cluster(kind, name, sorted(uses, key=lambda use: use.key), sorted(set(joins), key=str))


def _fullness(name: str, kind: EntityKind) -> tuple[int, int]:
    """For people a longer name comes first, and one without a title before the same with one."""
    if kind is not EntityKind.PERSON:
        return 0, 0
    return -len(person_parts(name)), len(name.split())


def gather(uses: Sequence[Use], joined: Joined) -> list[Cluster]:
    """The clusters that the joins made."""
    reasons: dict[int, list[Join]] = {}
    for at, join in joined.joins:
        reasons.setdefault(joined.root(at), []).append(join)
    return [cluster_of([uses[k] for k in group], reasons.get(group[0], [])) for group in joined.sets()]
