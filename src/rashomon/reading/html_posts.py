"""The entries of live blogs."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.reading.bylines import clean_authors
from rashomon.reading.datelines import first_date
from rashomon.reading.html_blocks import Block
from rashomon.reading.html_labels import LABEL_BIT, kinds_of_label

_FURNITURE = (
    LABEL_BIT["share"] | LABEL_BIT["social"] | LABEL_BIT["related"] | LABEL_BIT["comment"] | LABEL_BIT["advert"]
)


def body_of_post(blocks: Sequence[Block]) -> list[int]:
    """All of an entry but its heading, its date and byline, and what only links elsewhere."""
    return [k for k, block in enumerate(blocks) if _is_told(block, k)]


def _is_told(block: Block, k: int) -> bool:
    size = len(block.words)
    if block.node.tag in ("h1", "h2", "h3", "h4", "time", "button", "figcaption"):
        return False
    if block.linked >= 0.9 * size or (size < 60 and kinds_of_label(block.node.label) & _FURNITURE):
        return False
    if size < 80 and any(child.tag == "time" for child in block.node.walk()):
        return False
    if size < 60 and (
        first_date(block.words) is not None
        or (k < 4 and bool(clean_authors(block.words)) and block.words[-1] not in ".!?")
    ):
        return False
    return any(map(str.isalpha, block.words))
