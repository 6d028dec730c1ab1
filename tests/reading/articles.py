"""Only the articles of a text page, where a test asks for nothing else."""

from __future__ import annotations

from rashomon.reading.text import read_text
from rashomon.record import Article


def articles_of_text(text: str, *, page_id: str, url: str | None = None) -> list[Article]:
    return read_text(text, page_id=page_id, url=url).articles
