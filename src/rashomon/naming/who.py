"""Who is who over all articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from rashomon.naming.bodies import join_bodies
from rashomon.naming.clusters import Cluster, Use
from rashomon.naming.fold import fold
from rashomon.naming.people import join_people
from rashomon.naming.wordlists import listed
from rashomon.record import EntityKind


def who_is_who(uses: Iterable[Use]) -> list[Cluster]:
    """The clusters of all uses, in order of name; persons and bodies never meet in one."""
    ordered = sorted(_one_kind([_as_person(use) for use in uses]), key=lambda use: use.key)
    people = [use for use in ordered if use.named.kind is EntityKind.PERSON]
    bodies = [use for use in ordered if use.named.kind is not EntityKind.PERSON]
    clusters = [*join_people(people), *join_bodies(bodies)]
    return sorted(clusters, key=lambda c: (c.name, c.kind, c.uses[0].key))


def _one_kind(uses: list[Use]) -> list[Use]:
    """A name that is a person in one place and a body in another is one thing: what most of its mentions make it."""
    counts: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    titled: set[str] = set()
    for use in uses:
        name = fold(use.named.name)
        counts[name][use.named.kind] += max(1, len(use.named.mentions))
        if use.named.kind is EntityKind.PERSON and use.named.titles:
            titled.add(name)
    return [_of_kind(use, counts[fold(use.named.name)], fold(use.named.name) in titled) for use in uses]


def _of_kind(use: Use, counted: Counter[EntityKind], titled: bool) -> Use:
    people = counted[EntityKind.PERSON]
    rest = {kind: n for kind, n in counted.items() if kind is not EntityKind.PERSON}
    if not people or not rest:
        return use
    if titled or people > sum(rest.values()):
        kind = EntityKind.PERSON
    elif use.named.kind is EntityKind.PERSON:
        kind = min(rest, key=lambda k: (-rest[k], k))
    else:
        return use
    return replace(use, named=replace(use.named, kind=kind))


def _as_person(use: Use) -> Use:
    """ "Mr. Stone" and "Mayor Ada Stone" are people, whatever they were taken for."""
    named = use.named
    words = fold(named.name).split()
    personal = len(words) in (2, 3) and words[0] in listed("personal") and named.name[:1].isupper()
    if named.kind is not EntityKind.ORGANISATION or not personal:
        return use
    return replace(use, named=replace(named, kind=EntityKind.PERSON))
