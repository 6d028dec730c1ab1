"""A possible attribution, before it is weighed."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.record import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """``frame`` names the rule's shape ("ccomp", "prep_for", "quote"), ``lemma`` the cue's head word, ``head`` its
    token. ``sure`` candidates (fixed layouts) are not weighed. ``unreal`` marks conditionals and hypotheticals.
    ``features`` are what the weights are looked up by, ``trust`` what came of it.
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
    trust: float = 1.0

    @property
    def start(self) -> int:
        """Where the cue begins, or the content where no word is the cue."""
        return min(x.start for x in self.cue or self.content)

    @property
    def size(self) -> int:
        return sum(x.end - x.start for x in self.content)

    def says(self, where: int) -> bool:
        """Whether the content covers a character."""
        return any(x.start <= where < x.end for x in self.content)
