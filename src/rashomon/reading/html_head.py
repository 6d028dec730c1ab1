"""What stands above an article's body: its title, its standfirst, and the blocks that may hold byline and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.reading.html_blocks import Block
from rashomon.reading.metadata import Facts
from rashomon.reading.metadata_dates import page_span
from rashomon.reading.metadata_title import covered, heading_of, likeness, without_bar, without_site, words
from rashomon.record import Span

_STANDFIRST = re.compile(
    r"standfirst|(?:^|[\s_-])dek(?:$|[\s_-])|sub-?(?:title|head(?:line)?|line)|summary|deck|lede|intro|strapline|"
    r"description|excerpt|teaser"
)
_MOST_HEAD = 40


@dataclass(frozen=True, slots=True)
class Head:
    """``zone`` are the blocks between title and body; ``heading`` is the title's block, if it is visible."""

    title: str | None
    title_span: Span | None
    standfirst: str | None
    heading: int | None
    zone: list[Block]


def head_of(
    source: str,
    blocks: Sequence[Block],
    body: Sequence[int],
    told: Sequence[str],
    facts: Facts,
    site: str | None,
    host: str | None,
) -> Head:
    """The head of the article whose body are the blocks numbered ``body``; ``told`` are titles from the page's data."""
    first = body[0] if body else len(blocks)
    cleaned = [without_site(title, site, host) for title in told]
    heading = heading_of(blocks, [*cleaned, *told], first)
    start = heading + 1 if heading is not None and heading < first else max(0, first - 8)
    zone = list(blocks[start:first][-_MOST_HEAD:])
    if heading is not None and heading < first:
        zone = zone + _beside(blocks, heading)
    if heading is not None:
        block = blocks[heading]
        title: str | None = without_bar(block.words, site, host)
        at = block.words.find(title or "")
        span = Span(*page_span(source, block, max(at, 0), max(at, 0) + len(title or ""))) if title else None
    else:
        title, span = next((one for one in cleaned if words(one)), None), None
    return Head(
        title,
        span,
        _standfirst(blocks[heading + 1 : first] if heading is not None else zone, title, facts),
        heading,
        zone,
    )


def _beside(blocks: Sequence[Block], heading: int) -> list[Block]:
    """Blocks just above the title that share its box: section, byline or date may stand there."""
    boxes = {
        node
        for node, _ in zip(blocks[heading].node.ancestors(), range(2), strict=False)
        if node.tag in ("div", "header", "hgroup")
    }
    near = blocks[max(0, heading - 4) : heading]
    return [block for block in near if boxes & set(block.node.ancestors())]


def _standfirst(zone: Sequence[Block], title: str | None, facts: Facts) -> str | None:
    described = facts.first("og:description", "description", "twitter:description") or ""
    for block in zone:
        size = len(words(block.words))
        if size < 5 or len(block.words) > 600 or likeness(block.words, title or "") > 0.8:
            continue
        labels = f"{block.node.label} {block.node.parent.label if block.node.parent else ''}"
        if _STANDFIRST.search(labels) and block.linked < len(block.words) / 2:
            return block.words
        if (
            size > 7
            and described
            and covered(block.words, described) > 0.85
            and len(block.words) > 0.5 * len(described)
        ):
            return block.words
        if block.node.tag in ("h2", "h3") and size > 6 and block.linked < len(block.words) / 2:
            return block.words
    return None
