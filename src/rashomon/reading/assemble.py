"""Article text from stretches of page text, and the map back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rashomon.record import Segment

# White space of every kind (no-break spaces too) becomes one space; characters that only steer line breaking or
# direction are left out. What stands between is copied character by character.
_TURNED = re.compile(r"(?P<space>\s+)|(?P<unseen>[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+)")
GAP = "\n\n"


def assemble(page_text: str, blocks: Iterable[Sequence[tuple[int, int]]]) -> tuple[str, list[Segment]]:
    """The text of an article made of ``blocks``, each a list of (start, end) stretches of ``page_text`` in order.

    White space is evened out, blocks without a word are passed over, and ``GAP`` stands between those that remain.
    The segments are in order and cover the text but for the gaps.
    """
    out: list[str] = []
    segments: list[Segment] = []
    at = 0
    for block in blocks:
        pieces = _pieces(page_text, block)
        if not pieces:
            continue
        if out:
            out.append(GAP)
            at += len(GAP)
        for words, start, end in pieces:
            segments.append(Segment(at, at + len(words), start, end))
            out.append(words)
            at += len(words)
    return "".join(out), segments


def _pieces(page_text: str, block: Sequence[tuple[int, int]]) -> list[tuple[str, int, int]]:
    """(words, page start, page end) for one block, without white space at its ends or twice in a row."""
    pieces: list[tuple[str, int, int]] = []
    for start, end in block:
        at = start
        for match in _TURNED.finditer(page_text, start, end):
            if at < match.start():
                pieces.append((page_text[at : match.start()], at, match.start()))
            if match["space"] and pieces and pieces[-1][0] != " ":
                pieces.append((" ", match.start(), match.end()))
            at = match.end()
        if at < end:
            pieces.append((page_text[at:end], at, end))
    while pieces and pieces[-1][0] == " ":
        pieces.pop()
    return pieces
