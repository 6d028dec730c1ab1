"""One page's vote: trafilatura in its fast way, and in its careful way where that finds little."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.reading.html_blocks import Block
from rashomon.reading.html_trafilatura import kept_lines
from rashomon.reading.html_tree import Node, Tree
from rashomon.reading.html_votes import Votes, vote_is_thin, votes_on


def vote(source: str, tree: Tree, blocks: Sequence[Block], structured: str = "", within: Node | None = None) -> Votes:
    """How trafilatura, and the article text in the page's data, vote on each block."""
    votes = votes_on(blocks, kept_lines(source, tree, within, fast=True), structured)
    if vote_is_thin(blocks, votes):
        return votes_on(blocks, kept_lines(source, tree, within, fast=False), structured)
    return votes
