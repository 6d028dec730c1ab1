"""Marks on one statement, that somebody checked it and their note: they change nothing else in the record."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from rashomon.record import Correction, CorrectionKind

MARKS = frozenset({CorrectionKind.CHECK, CorrectionKind.NOTE})


def has_statement(connection: sqlite3.Connection, attribution: str) -> bool:
    """Whether the record holds the attribution of this id."""
    return connection.execute("SELECT 1 FROM attributions WHERE id = ?", (attribution,)).fetchone() is not None


def write_marks(connection: sqlite3.Connection, attribution: str, standing: Sequence[Correction]) -> None:
    """The marks that ``standing`` leave on the attribution, inside the caller's transaction."""
    own = [one for one in standing if one.kind in MARKS and one.targets[:1] == [attribution]]
    checked = any(one.kind is CorrectionKind.CHECK for one in own)
    notes = [one.value for one in own if one.kind is CorrectionKind.NOTE]
    connection.execute(
        "UPDATE attributions SET checked = ?, note = ? WHERE id = ?",
        (checked, (notes[-1] or None) if notes else None, attribution),
    )
    # The next record that is written finds the row changed, and writes it anew.
    connection.execute("UPDATE written SET digest = x'' WHERE kind = 'attributions' AND owner = ?", (attribution,))
