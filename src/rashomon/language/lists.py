"""Word lists as data files."""

from __future__ import annotations

from importlib.resources import files


def lines_of(package: str, name: str) -> list[str]:
    """The lines of ``data/name`` in a package, without comments and blanks."""
    text = (files(package) / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
