"""One measured number, and what it is measured against."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """``name`` is unique within its task; ``floor`` None marks a rival's or baseline's figure, which may be anything.

    ``want`` is the bar the project set itself; ``note`` says on what it was measured (counts, folds).
    A figure with ``lower`` is better when smaller, and its floor is a ceiling.
    """

    name: str
    value: float
    floor: float | None = None
    want: float | None = None
    note: str = ""
    lower: bool = False

    @property
    def holds(self) -> bool:
        if self.floor is None:
            return True
        return self.value <= self.floor + 1e-9 if self.lower else self.value >= self.floor - 1e-9


def digest_of(*paths: Path) -> str:
    """First 16 hex digits of the SHA-256 of the files' bytes, folders walked in order."""
    digest = hashlib.sha256()
    for path in paths:
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
