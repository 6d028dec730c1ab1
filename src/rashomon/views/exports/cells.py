"""Making sure that words from a page stay words in a spreadsheet."""

from __future__ import annotations

import re

from rashomon.views.exports.tables import Cell

# What a spreadsheet program takes for the beginning of a formula or a command.
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Characters that XML 1.0, and so a workbook, cannot hold.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def inert(cell: Cell) -> Cell:
    """The same cell; a text that would be run as a formula gets an apostrophe before it, and none steers a terminal."""
    if not isinstance(cell, str):
        return cell
    clean = _UNFIT.sub("\ufffd", cell)
    return f"'{clean}" if clean.startswith(_ACTIVE) else clean


def fit(cell: Cell, most: int) -> Cell:
    """The same cell; a text without characters that a workbook cannot hold, and cut at ``most`` with a sign of it."""
    if not isinstance(cell, str):
        return cell
    clean = _UNFIT.sub("\ufffd", cell)
    return clean if len(clean) <= most else clean[: most - 1] + "…"
