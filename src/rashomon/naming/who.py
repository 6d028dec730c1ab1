"""Who is who over all articles."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.naming.bodies import join_bodies
from rashomon.naming.clusters import Cluster, Use
from rashomon.naming.people import join_people
from rashomon.record import EntityKind


def who_is_who(uses: Iterable[Use]) -> list[Cluster]:
    """The clusters of all uses, in order of name; persons and bodies never meet in one."""
    ordered = sorted(uses, key=lambda use: use.key)
    people = [use for use in ordered if use.named.kind is EntityKind.PERSON]
    bodies = [use for use in ordered if use.named.kind is not EntityKind.PERSON]
    clusters = [*join_people(people), *join_bodies(bodies)]
    return sorted(clusters, key=lambda c: (c.name, c.kind, c.uses[0].key))
