"""Word lists as one string, which reads and diffs better than quoted words one a line."""

from __future__ import annotations


def listed(words: str) -> list[str]:
    """The words of a string, in order."""
    return words.split()
