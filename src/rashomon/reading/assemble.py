"""Article text from stretches of page text, and the map back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from rashomon.record import Segment

# White space of every kind (no-break spaces too) becomes one space; characters that only steer line breaking or
# direction are left out. What stands between is copied character by character.
_TURNED = re.compile(r"(?P<space>\s+)|(?P<unseen>[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+)")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
GAP = "\n\n"

# Page characters start:end as they stand, or (start, end, words) where they mean other words (an entity, a line break).
Stretch: TypeAlias = tuple[int, int] | tuple[int, int, str]


def assemble(page_text: str, blocks: Iterable[Sequence[Stretch]]) -> tuple[str, list[Segment]]:
    """The text of an article made of ``blocks``, each a list of stretches of ``page_text`` in order.

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


def words_of(page_text: str, block: Sequence[Stretch]) -> str:
    """The text one block would have in an article."""
    return "".join(piece[0] for piece in _pieces(page_text, block))


def _pieces(page_text: str, block: Sequence[Stretch]) -> list[tuple[str, int, int]]:
    """(words, page start, page end) for one block, without white space at its ends or twice in a row."""
    pieces: list[tuple[str, int, int]] = []
    for stretch in block:
        if len(stretch) == 3:
            _add_meant(pieces, stretch)
        else:
            _add_standing(pieces, page_text, stretch[0], stretch[1])
    while pieces and pieces[-1][0] == " ":
        pieces.pop()
    return pieces


def _add_standing(pieces: list[tuple[str, int, int]], page_text: str, start: int, end: int) -> None:
    at = start
    if _is_plain(page_text[start:end]):  # most are, and looking at every space takes long
        if page_text[start] == " ":
            at += 1
            if pieces and not _ends_in_space(pieces):
                pieces.append((" ", start, at))
        if at < end:
            _add_copied(pieces, page_text, at, end)
        return
    for match in _TURNED.finditer(page_text, start, end):
        if match["space"] == " " and at < match.start():
            continue  # one plain space within a stretch stands for itself; keeps segments few
        if at < match.start():
            _add_copied(pieces, page_text, at, match.start())
        if match["space"] and pieces and not _ends_in_space(pieces):
            pieces.append((" ", match.start(), match.end()))
        at = match.end()
    if at < end:
        _add_copied(pieces, page_text, at, end)


def _is_plain(words: str) -> bool:
    """Whether the only white space is single spaces and nothing is unseen."""
    inner = words.removeprefix(" ").removesuffix(" ")
    return " ".join(inner.split()) == inner and (words.isascii() or not _UNSEEN.search(words))


def _add_copied(pieces: list[tuple[str, int, int]], page_text: str, start: int, end: int) -> None:
    """Adds characters one for one, a space at their end apart (so that it can be dropped at a block's end)."""
    stop = end - 1 if page_text[end - 1] == " " else end
    if start < stop:
        pieces.append((page_text[start:stop], start, stop))
    if stop < end and pieces and not _ends_in_space(pieces):
        pieces.append((" ", stop, end))


def _add_meant(pieces: list[tuple[str, int, int]], stretch: tuple[int, int, str]) -> None:
    start, end, words = stretch
    shown = _TURNED.sub(lambda match: " " if match["space"] else "", words)
    if not shown or (shown == " " and (not pieces or _ends_in_space(pieces))):
        return
    pieces.append((shown, start, end))


def _ends_in_space(pieces: list[tuple[str, int, int]]) -> bool:
    return pieces[-1][0][-1] == " "
