"""An article whose text stands only in the page's data (``articleBody`` of JSON-LD), tied to its characters there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from rashomon.reading.assemble import Stretch, assemble
from rashomon.reading.html_blocks import blocks_of
from rashomon.reading.html_entities import stretches
from rashomon.reading.html_inner import Inner
from rashomon.reading.html_tree import Tree, build_tree
from rashomon.record import Segment

# Below this it is a teaser, and the page is what it shows.
LEAST_WORDS = 60
_LEAST_MORE = 30
# Characters of the string: the longest article of the dev pages has 30,000.
MOST = 1_000_000
_KEY = re.compile(r"\"articleBody\"\s*:\s*\"")
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL)
_END = re.compile(r"[^\"\\]*+(?:\\.[^\"\\]*+)*+\"", re.DOTALL)
_TAG = re.compile(r"<(?:p|br|div|h[1-6]|ul|li|blockquote)\b", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]+")


def told_body(source: str, tree: Tree, shown: int) -> tuple[str, list[Segment]] | None:
    """The longest article text in the page's JSON-LD and the way back to the page's characters, where it has far more
    than the ``shown`` words; else None."""
    sizes = [span for span in _spans(source, tree) if span[1] - span[0] <= MOST]
    spans = max(sizes, key=lambda span: span[1] - span[0], default=None)
    if spans is None:
        return None
    inner = Inner(source, _unescaped(source, *spans))
    text, segments = assemble(inner.text, _paragraphs(inner.text))
    words = len(text.split())
    if words < LEAST_WORDS or words <= 1.5 * shown + _LEAST_MORE:
        return None
    return text, inner.segments(segments)


def _spans(source: str, tree: Tree) -> Iterator[tuple[int, int]]:
    """Where the strings stand, without their quotation marks."""
    if "articleBody" not in source:
        return
    for node in tree.root.walk():
        if node.tag == "script" and "ld+json" in node.attrs.get("type", "").lower():
            for match in _KEY.finditer(source, node.start, node.end):
                end = _END.match(source, match.end(), node.end)
                if end:
                    yield match.end(), end.end() - 1


def _unescaped(source: str, start: int, end: int) -> list[Stretch]:
    made: list[Stretch] = []
    at = start
    for match in _ESCAPE.finditer(source, start, end):
        if at < match.start():
            made.append((at, match.start()))
        made.append((match.start(), match.end(), _meaning(match[0])))
        at = match.end()
    if at < end:
        made.append((at, end))
    return made


def _meaning(escape: str) -> str:
    try:
        words = str(json.loads(f'"{escape}"'))
    except ValueError:
        return escape[1:]
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _paragraphs(text: str) -> list[Sequence[Stretch]]:
    """The lines of plain text, or the blocks of text that is marked up."""
    if _TAG.search(text):
        return [block.stretches for block in blocks_of(text, build_tree(text))]
    return [stretches(text, *line.span()) for line in _LINE.finditer(text)]
