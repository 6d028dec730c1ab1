"""A possible attribution, before it is weighed."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.record import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """``frame`` names the rule's shape ("ccomp", "prep_for", "quote"), ``lemma`` the cue's head word, ``head`` its
    token. ``sure`` candidates (fixed layouts) are not weighed. ``unreal`` marks conditionals and hypotheticals.
    ``features`` are what the weights are looked up by.
    """

    frame: str
    lemma: str
    head: int
    source: list[Span]
    cue: list[Span]
    content: list[Span]
    subject: int | None = None
    sure: float | None = None
    unreal: bool = False
    features: list[str] = field(default_factory=list)
