"""What one article tells as having happened."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from rashomon.record.date import Date
from rashomon.record.span import Span


class Modality(StrEnum):
    HAPPENED = "happened"
    NEGATED = "negated"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    HABITUAL = "habitual"


@dataclass(frozen=True, slots=True)
class Happening:
    """A dated event candidate: ``span`` is the clause or sentence, ``trigger`` the verb or noun that names it.

    ``kind`` is a coarse type (call, vote, statement, meeting, publication, sanction, appointment, attack, ruling,
    agreement, other). ``participants`` are spans of names in the sentence.
    """

    span: Span
    trigger: Span
    lemma: str
    kind: str
    modality: Modality
    date: Date | None
    participants: list[Span] = field(default_factory=list)
