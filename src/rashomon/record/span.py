"""A stretch of text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` up to ``end`` (half-open, code points) of the text it is said about."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether every character of ``other`` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words of ``text`` that the span stands for."""
        return text[self.start : self.end]
