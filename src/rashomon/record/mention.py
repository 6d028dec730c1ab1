"""Names as one article uses them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.record.span import Span


class EntityKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    DOCUMENT = "document"
    PLACE = "place"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Named:
    """Someone or something named in an article: the fullest name, every form, and where each form stands.

    ``titles`` are the words put before or after the name ("prime minister", "ambassador to the UN").
    """

    name: str
    kind: EntityKind
    names: list[str]
    titles: list[str]
    mentions: list[Span]
