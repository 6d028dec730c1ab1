"""What a person says against the program."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class CorrectionKind(StrEnum):
    JOIN_ENTITIES = "join entities"
    SPLIT_ENTITY = "split entity"
    RENAME_ENTITY = "rename entity"
    JOIN_CLAIMS = "join claims"
    SPLIT_CLAIM = "split claim"
    SET_SPEAKER = "set speaker"
    SET_POSITION = "set position"
    SET_SAID = "set said"
    SET_PUBLISHED = "set published"
    SET_TITLE = "set title"
    SET_AUTHORS = "set authors"
    SET_OUTLET = "set outlet"
    REJECT = "reject"
    CHECK = "check"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction, keyed by content, so that it holds however often the record is made anew.

    ``targets`` by kind:

    - join entities: names, each as an entity of the record carries it; split entity: the entity's name, then the
      names (or article ids) that become one of their own; rename entity: the name it has, ``value`` the new one
    - join claims: one account key of each claim; split claim: the account keys that become a claim of their own;
      set position: one account key, ``value`` a position. An account key is its attribution's id, or
      ``article:start-end`` of its first evidence where the article speaks in its own voice
    - set speaker, set said, reject, check, note: an attribution's id; ``value`` a name ("" for nobody), an ISO or
      EDTF date ("" for unknown), nothing, nothing, the note. ``reject`` takes account keys as well
    - set published, set title, set authors, set outlet: an article's id; ``value`` the new one, authors one a line
    """

    kind: CorrectionKind
    targets: list[str] = field(default_factory=list)
    value: str | None = None
