"""Who is in the story."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.desk.search import people_called
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


def people_of(shown: Shown, asked: str = "", kind: str = "") -> list[Entity]:
    """Everyone and everything named (with these words in a name, of this kind), those who speak most first."""
    found = people_called(shown, asked) if asked else shown.people
    return [entity for entity in found if not kind or entity.kind == kind]


def listed(entity: Entity, shown: Shown) -> Listed:
    """The entity as a row."""
    names = tuple(name for name in entity.names if name != entity.name)
    statements = len(shown.among.said_by.get(entity.id, ()))
    return Listed(entity.id, entity.name, str(entity.kind), names, statements, len(entity.mentions))
