"""Word lists that ship as data: one entry a line, lower case, `#` begins a comment."""

from __future__ import annotations

from functools import cache

from rashomon.language.lists import lines_of


def listed(text: str) -> frozenset[str]:
    """The words of a short list that stands in the code."""
    return frozenset(text.split())


@cache
def words(name: str) -> frozenset[str]:
    """The entries of ``data/<name>.txt``."""
    return frozenset(line.strip() for line in lines_of("rashomon.attribution", f"{name}.txt"))
