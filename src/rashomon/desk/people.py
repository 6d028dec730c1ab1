"""Who is in the story."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.desk.shown import Shown
from rashomon.record import Entity


@dataclass(frozen=True, slots=True)
class Listed:
    """An entity in the list of people."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    statements: int
    mentions: int


def people_of(shown: Shown) -> list[Listed]:
    """Everyone and everything named, those who speak most first."""
    made = [_listed(entity, shown) for entity in shown.record.entities]
    return sorted(made, key=lambda one: (-one.statements, -one.mentions, one.name, one.id))


def _listed(entity: Entity, shown: Shown) -> Listed:
    names = tuple(name for name in entity.names if name != entity.name)
    statements = len(shown.among.said_by.get(entity.id, ()))
    return Listed(entity.id, entity.name, str(entity.kind), names, statements, len(entity.mentions))
