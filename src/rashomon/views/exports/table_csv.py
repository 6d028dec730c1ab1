"""One table as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from rashomon.record import Record
from rashomon.story import Entry
from rashomon.views.exports.cells import inert
from rashomon.views.exports.tables import TABLES


def render(record: Record) -> bytes:
    """Who said what: a row an attribution."""
    return render_table(record, "attributions")


def render_table(record: Record, name: str, log: Sequence[Entry] = ()) -> bytes:
    """The table called ``name``: UTF-8 with a byte-order mark, which spreadsheet programs ask for; lines end in CRLF
    (RFC 4180)."""
    table = TABLES[name]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(table.columns)
    for row in table.of(record, log):
        writer.writerow([inert(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig", "replace")
