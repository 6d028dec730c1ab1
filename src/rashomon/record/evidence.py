"""The exact words a fact rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Characters ``start`` up to ``end`` of one article's text, and the words that stand there.

    ``article.text[start:end] == text`` always holds; a fact without evidence is not recorded.
    """

    article: str
    start: int
    end: int
    text: str
