"""Word lists that ship as data: one entry a line, lower case, `#` begins a comment."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def listed(text: str) -> frozenset[str]:
    """The words of a short list that stands in the code."""
    return frozenset(text.split())


@cache
def words(name: str) -> frozenset[str]:
    """The entries of ``data/<name>.txt``."""
    raw = files("rashomon.attribution").joinpath(f"data/{name}.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in raw.splitlines() if line.strip() and not line.startswith("#"))
