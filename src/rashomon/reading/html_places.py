"""Where blocks stand in the tree of an HTML page and which are marked up alike, in numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.html_blocks import Block
from rashomon.reading.html_labels import KINDS, LABEL_BIT, kinds_of_label
from rashomon.reading.html_tree import Node

_TAGS = ("p", "h1", "h2", "h3", "h4", "li", "td", "div", "figcaption", "blockquote", "span", "a")
_AROUND = (
    "article",
    "main",
    "section",
    "aside",
    "nav",
    "footer",
    "header",
    "figure",
    "table",
    "ul",
    "blockquote",
    "form",
    "label",
    "button",
    "dl",
    "h2",
    "p",
)
_AROUND_AT = {tag: k for k, tag in enumerate(_AROUND)}
_TOPS = frozenset({"body", "html", "#root"})
_FAR = 9
_BLANK = bytes([_FAR]) * (len(_AROUND) + len(KINDS))
# One step further up: far stays far, and beyond eight steps nothing is told apart.
_STEP = bytes([min(step + 1, 8) for step in range(_FAR)]) + bytes(range(_FAR, 256))
_KINDS_OF_BITS = [tuple(k for k in range(len(KINDS)) if bits >> k & 1) for bits in range(1 << len(KINDS))]
_TAG_AT = {tag: k for k, tag in enumerate(_TAGS)}
_HOLDERS = frozenset({"div", "section", "article", "main", "body"})
_DIGIT = re.compile(r"\d")

Numbers64 = NDArray[np.float64]


@dataclass(slots=True)
class _Place:
    """What the elements around one say: steps to the root and to the nearest that holds most of the prose (-1: none
    does), and steps up to each tag and label kind, a byte each."""

    depth: int
    below: int
    chain: bytes
    core_body: bool
    property_body: bool
    articles: int


def places_of(blocks: Sequence[Block], core: frozenset[Node]) -> tuple[Numbers64, NDArray[np.uint8]]:
    """Depth and steps up to the core for each block; and which tags and label kinds the elements around it have, in
    how many steps."""
    places: dict[Node, _Place] = {}
    steps, chains = [], []
    for block in blocks:
        node = block.node
        place = _place(node, core, places)
        steps.append((place.depth, place.below))
        tags = bytearray(len(_TAGS))
        if node.tag in _TAG_AT:
            tags[_TAG_AT[node.tag]] = 1
        flags = (place.core_body, node in core, place.property_body, min(place.articles, 255))
        chains.append(b"".join((tags, place.chain, bytes(flags))))
    table = np.frombuffer(b"".join(chains), dtype=np.uint8).reshape(len(blocks), -1)
    return np.array(steps, dtype=np.float64), table


def _place(node: Node, core: frozenset[Node], places: dict[Node, _Place]) -> _Place:
    known = places.get(node)
    if known is not None:
        return known
    above = _place(node.parent, core, places) if node.parent is not None else _Place(0, -1, _BLANK, False, False, 0)
    inner = node in core
    below = 0 if inner else above.below + (above.below >= 0)
    if node.tag in _TOPS:
        place = _Place(above.depth + 1, below, _BLANK, False, False, 0)
    else:
        bits = kinds_of_label(node.label) if len(node.label) > 1 else 0
        named = above.property_body or "articlebody" in node.attrs.get("itemprop", "").lower()
        body = above.core_body or (inner and bool(bits & LABEL_BIT["body"]))
        chain = _BLANK if inner else _stepped(above.chain, node.tag, bits)
        articles = 0 if inner else above.articles + (node.tag == "article")
        place = _Place(above.depth + 1, below, chain, body, named, articles)
    places[node] = place
    return place


def _stepped(above: bytes, tag: str, bits: int) -> bytes:
    chain = above.translate(_STEP)
    at = _AROUND_AT.get(tag, -1)
    if at < 0 and not bits:
        return chain
    mine = bytearray(chain)
    if at >= 0:
        mine[at] = 0
    for k in _KINDS_OF_BITS[bits]:
        mine[len(_AROUND) + k] = 0
    return bytes(mine)


def kin_of(blocks: Sequence[Block]) -> Numbers64:
    """The blocks of a block's parent element, the share of their text that is linked, the log of their text."""
    ids = _ids([block.node.parent or block.node for block in blocks])
    count, size, linked = _sums(ids, *_sizes(blocks))
    return np.column_stack([np.minimum(count, 50), np.minimum(1.0, linked / np.maximum(1, size)), np.log1p(size)])


def likes_of(blocks: Sequence[Block], shares: Numbers64, core: frozenset[Node]) -> Numbers64:
    """How blocks that are marked up the same way, or stand in the same holder or table, were voted on."""
    sizes, linked = _sizes(blocks)
    votes, ends = sizes * shares, sizes * np.array([block.closed for block in blocks])
    marks: dict[Node, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    signatures = [_signature(block.node, core, marks) for block in blocks]
    same = _ids([full for full, _ in signatures])
    count, size, size_linked, size_ends = _sums(same, sizes, linked, ends)
    columns = [*_rest(same, sizes, votes), size_ends / np.maximum(1, size), np.minimum(count, 40)]
    columns.append(np.minimum(1.0, size_linked / np.maximum(1, size)))
    columns += _rest(_ids([bare for _, bare in signatures]), sizes, votes)
    columns += _rest(_ids(_holders(blocks)), sizes, votes)
    cells = np.array([block.node.tag in ("td", "th") for block in blocks])
    if cells.any():
        tables = _ids([_table(block.node) for block in blocks])
        _, size, size_linked = _sums(tables, sizes * cells, linked * cells)
        columns += [np.where(cells, np.minimum(1.0, size_linked / np.maximum(1, size)), -1.0)]
        columns += [np.where(cells, np.log1p(size), -1.0)]
    else:
        columns += [np.full(len(blocks), -1.0)] * 2
    return np.column_stack(columns)


def _rest(ids: NDArray[np.intp], sizes: Numbers64, votes: Numbers64) -> list[Numbers64]:
    """The share voted for among all others of a block's group, and the log of their size."""
    _, size, voted = _sums(ids, sizes, votes)
    rest = size - sizes
    share = np.divide(voted - votes, rest, out=np.full(len(ids), -1.0), where=rest > 0)
    return [share, np.log1p(rest)]


def _sizes(blocks: Sequence[Block]) -> tuple[Numbers64, Numbers64]:
    sizes = np.array([len(block.words) for block in blocks], dtype=np.float64)
    return sizes, np.array([block.linked for block in blocks], dtype=np.float64)


def _ids(keys: Sequence[object]) -> NDArray[np.intp]:
    """A number for each different key."""
    known: dict[object, int] = {}
    return np.array([known.setdefault(key, len(known)) for key in keys], dtype=np.intp)


def _sums(ids: NDArray[np.intp], *values: Numbers64) -> list[Numbers64]:
    """For each block the count of its group, and the sum of each of the values over it."""
    counts = [np.bincount(ids), *(np.bincount(ids, value) for value in values)]
    return [count[ids].astype(np.float64) for count in counts]


def _signature(
    node: Node, core: frozenset[Node], known: dict[Node, tuple[tuple[str, ...], tuple[str, ...]]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How an element and up to four around it are marked up: with labels (numbers left out), and by tags alone."""
    signature = known.get(node)
    if signature is None:
        label = node.label
        if _DIGIT.search(label):
            label = " ".join([word for word in label.split() if not _DIGIT.search(word)])
        else:
            label = " ".join(label.split())
        full: tuple[str, ...] = (f"{node.tag}.{label}",)
        bare: tuple[str, ...] = (node.tag,)
        if node not in core and node.parent is not None:
            above, bare_above = _signature(node.parent, core, known)
            full, bare = full + above[:4], bare + bare_above[:4]
        signature = known[node] = (full, bare)
    return signature


def _holders(blocks: Sequence[Block]) -> list[Node]:
    """For each block the nearest element around it that holds paragraphs."""
    known: dict[Node, Node] = {}
    for block in blocks:
        node = block.node
        if node not in known:
            known[node] = next((parent for parent in node.ancestors() if parent.tag in _HOLDERS), node)
    return [known[block.node] for block in blocks]


def _table(node: Node) -> Node:
    return next((parent for parent in node.ancestors() if parent.tag == "table"), node)
