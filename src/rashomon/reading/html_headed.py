"""Articles one below the other that no element holds: a heading, a byline or date, paragraphs, and again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rashomon.reading.bylines import clean_authors
from rashomon.reading.datelines import first_date
from rashomon.reading.html_blocks import Block
from rashomon.reading.html_labels import LABEL_BIT, kinds_of_label

_BY = re.compile(r"^\W*(?:(?:written|posted|submitted|published) )?by[:\s]+\S", re.IGNORECASE)
_ASIDE = LABEL_BIT["related"] | LABEL_BIT["comment"] | LABEL_BIT["advert"]
# How far below its heading an article's byline or date may stand.
_NEAR = 4
_LONGEST_MARK = 90
_LEAST_WORDS, _LEAST_PARAGRAPHS = 45, 2


def headed(blocks: Sequence[Block]) -> list[int]:
    """Where the second and later articles' headings stand, and the first's: [] where there are not two of a rank."""
    for tag in ("h1", "h2"):
        at = [k for k, block in enumerate(blocks) if block.node.tag == tag and _is_heading(blocks, k)]
        full = [k for k, end in pairwise([*at, len(blocks)]) if _is_article(blocks[k + 1 : end])]
        if len(full) > 1:
            return full
    return []


def _is_heading(blocks: Sequence[Block], k: int) -> bool:
    block = blocks[k]
    if len(block.words.split()) < 3 or block.linked >= 0.9 * len(block.words):
        return False
    aside = any(node.tag in ("aside", "nav", "footer") or kinds_of_label(node.label) & _ASIDE
                for node in (block.node, *block.node.ancestors()) if node.tag not in ("body", "html"))  # fmt: skip
    return not aside and any(_is_mark(one) for one in blocks[k + 1 : k + 1 + _NEAR])


def _is_mark(block: Block) -> bool:
    """A byline, or a date with little else."""
    if len(block.words) > _LONGEST_MARK or block.words[-1] in ".!?":
        return False
    if _BY.match(block.words) and clean_authors(block.words):
        return True
    found = first_date(block.words)
    return found is not None and len(block.words) - (found.end - found.start) < 40


def _is_article(own: Sequence[Block]) -> bool:
    prose = [b for b in own if len(b.words) > 60 and b.linked < len(b.words) / 3 and not b.node.tag.startswith("h")]
    return len(prose) >= _LEAST_PARAGRAPHS and sum(len(b.words.split()) for b in prose) >= _LEAST_WORDS
