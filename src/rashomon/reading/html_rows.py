"""Cells of one table row read as one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.reading.assemble import Stretch
from rashomon.reading.html_blocks import Block
from rashomon.reading.html_tree import Node


def joined_rows(body: Sequence[Block]) -> Iterable[Sequence[Stretch]]:
    """The stretches of each block, short cells of the same row put together with a space between them."""
    row: Node | None = None
    joined: list[list[Stretch]] = []
    for block in body:
        mine = _row(block)
        if mine is not None and mine is row:
            joined[-1] += [(joined[-1][-1][1], block.start, " "), *block.stretches]
        else:
            joined.append(list(block.stretches))
        row = mine
    return joined


def _row(block: Block) -> Node | None:
    node = block.node
    return node.parent if node.tag in ("td", "th") and len(block.words) < 200 else None
