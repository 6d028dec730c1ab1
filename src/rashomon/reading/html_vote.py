"""One page's vote: trafilatura in its fast way, and in its careful way where that finds little."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.reading.html_blocks import MOST_TEXT, Block
from rashomon.reading.html_trafilatura import kept_lines
from rashomon.reading.html_tree import Node, Tree
from rashomon.reading.html_votes import Votes, vote_is_thin, votes_on

# Trafilatura's time grows faster than the page. The largest news pages have some 6,000 elements; beyond this the trees
# decide alone, as they were trained to.
MOST_ELEMENTS = 30_000
MOST_ELEMENTS_TWICE = 12_000


def vote(source: str, tree: Tree, blocks: Sequence[Block], structured: str = "", within: Node | None = None) -> Votes:
    """How trafilatura, and the article text in the page's data, vote on each block."""
    elements = tree.elements
    if elements > MOST_ELEMENTS or sum(len(block.words) for block in blocks) > MOST_TEXT // 4:
        return votes_on(blocks, [], structured)
    votes = votes_on(blocks, kept_lines(source, tree, within, fast=True), structured)
    if elements <= MOST_ELEMENTS_TWICE and vote_is_thin(blocks, votes):
        return votes_on(blocks, kept_lines(source, tree, within, fast=False), structured)
    return votes
