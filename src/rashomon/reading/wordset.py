"""Word lists that read like a line of text."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of ``words``, parted by white space."""
    return frozenset(words.split())
