"""Ids from content: the same thing gets the same id in every build."""

from __future__ import annotations

from hashlib import sha256

from rashomon.record import Attribution


def short(letter: str, *parts: str) -> str:
    """A letter for the kind of thing and twelve hexadecimal digits of its content."""
    return letter + sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def attribution_id(article: str, attribution: Attribution) -> str:
    """Keyed by the article and the characters of source, cue and content, so that a correction finds it again."""
    spans = (attribution.source, attribution.cue, attribution.content)
    return short("t", article, *(",".join(f"{s.start}-{s.end}" for s in group) for group in spans))
