"""An HTML page into its articles."""

from __future__ import annotations

import hashlib
import re

from rashomon.reading.assemble import assemble
from rashomon.reading.html_blocks import Block, blocks_of
from rashomon.reading.html_trafilatura import kept_lines
from rashomon.reading.html_tree import build_tree
from rashomon.record import Article, Page


def read_html(text: str, *, page_id: str, name: str, url: str | None = None) -> Page:
    """The page whose decoded source is ``text``."""
    tree = build_tree(text)
    problems = []
    if tree.flattened:
        problems.append(f"{tree.flattened} tags nested too deeply: flattened")
    if tree.cut:
        problems.append("too many elements: the rest of the page was not read")
    blocks = blocks_of(text, tree)
    kept = _kept(blocks, kept_lines(text, tree))
    body, segments = assemble(text, [block.stretches for block in kept])
    articles = [Article(article_id(page_id, 1), page_id, 1, body, segments)] if body else []
    return Page(page_id, name, text, "text/html", url, articles=articles, problems=problems)


def article_id(page_id: str, position: int) -> str:
    """The id of the article at ``position`` (from 1) on a page."""
    return "a" + hashlib.sha256(f"{page_id}:{position}".encode()).hexdigest()[:12]


def _kept(blocks: list[Block], lines: list[str]) -> list[Block]:
    known = {_flat(line) for line in lines}
    whole = "\n".join(known)
    return [b for b in blocks if (flat := _flat(b.words)) in known or (len(flat) > 20 and flat in whole)]


def _flat(words: str) -> str:
    return re.sub(r"\W+", "", words).lower()
