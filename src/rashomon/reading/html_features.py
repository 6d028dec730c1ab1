"""What a block of an HTML page looks like, by itself, in the tree and among its neighbours, in numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log1p

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.html_blocks import Block
from rashomon.reading.html_labels import KINDS, LABEL_BIT, kinds_of_label
from rashomon.reading.html_tree import Node
from rashomon.reading.html_votes import Votes

Numbers = NDArray[np.float32]

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
_FURNITURE = re.compile(
    r"\b(?:read (?:more|also|next|the full)|also read|see also|more (?:on|from|in|stories|about)|related|"
    r"recommended|trending|"
    r"most (?:read|popular)|sign up|subscribe|newsletter|follow (?:us|him|her|me|@)|share (?:this|on)|click here|"
    r"advertisement|"
    r"sponsored|comments?|leave a reply|log in|sign in|cookies?|privacy|terms of|all rights reserved|copyright|©|"
    r"print|e-?mail|"
    r"facebook|twitter|whatsapp|watch(?: now| live|:)|listen|download|app|continue reading|story continues|up next|"
    r"editor'?s (?:note|picks?)|contact|tags?:|topics?:|filed under|posted in|about the author|this (?:article|"
    r"story) (?:was|originally|first)|"
    r"originally (?:published|appeared)|support our|donate|contributed to this report|get the latest|view (?:all|"
    r"more|comments)|"
    r"you may|you might|don'?t miss|join (?:us|the)|send (?:us|tips)|reach (?:him|her)|can be reached|coupons?|"
    r"additional reporting|reporting by|editing by|leia|veja|compartilh|lee también|leggi|condividi|lesen sie|"
    r"teilen|lire aussi|"
    r"читайте|подпис)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b(?:photo(?:graph)?s?|image|picture|getty|credit|courtesy|shutterstock|file photo|illustration|screenshot|"
    r"via)\b|©",
    re.I,
)
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\b(?:ago|updated|published|posted)\b", re.IGNORECASE)
_BYLINE = re.compile(r"^\W*(?:written |posted |story |reporting )?by\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…。][\"'”’»)\]]*(?:\s|$)")
_ENDS = re.compile(r"[.!?…。:][\"'”’»)\]]*$")
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_FAR = 9.0


@dataclass(slots=True)
class Surroundings:
    """What is known of the whole page before its blocks are looked at one by one."""

    votes: Votes
    title: frozenset[str]
    described: frozenset[str]
    mass: dict[Node, float] = field(default_factory=dict)
    total: float = 1.0
    core: frozenset[Node] = frozenset()


OWN = (
    "log chars",
    "words",
    "link share",
    "bold share",
    "sentence ends",
    "ends sentence",
    "starts capital",
    "capital share",
    "digit share",
    "mean word",
    "furniture",
    "furniture share",
    "credit",
    "date",
    "byline",
    "commas",
    "quotes",
    "bar",
    "ends colon",
    "title overlap",
    "description overlap",
    "twins",
    "vote",
    "vote exact",
    "structured",
    "depth",
    "below core",
    "core share",
    "siblings",
    "sibling link share",
    "sibling mass",
    "like votes",
    "like size",
    "like ends",
    "like count",
    "like links",
    "shape votes",
    "shape size",
    "holder votes",
    "holder size",
    "table link share",
    "table size",
)


def survey(blocks: Sequence[Block], votes: Votes, title: str, description: str) -> Surroundings:
    """Weighs the tree: where the prose of the page lies."""
    around = Surroundings(votes, frozenset(_WORD.findall(title.lower())), frozenset(_WORD.findall(description.lower())))
    for k, block in enumerate(blocks):
        size = len(block.words)
        prose = size * (1 - min(1.0, block.linked / max(1, size))) if size > 60 else 0.0
        prose *= 0.3 + votes.shares[k]
        around.total += prose
        node: Node | None = block.node
        while node is not None and prose:
            around.mass[node] = around.mass.get(node, 0.0) + prose
            node = node.parent
    around.core = frozenset(node for node, mass in around.mass.items() if mass > 0.55 * around.total)
    return around


def features_of(blocks: Sequence[Block], around: Surroundings) -> Numbers:
    """One row a block; the order of the columns is the trained model's."""
    if not blocks:
        return np.zeros((0, 0), dtype=np.float32)
    twins: dict[str, int] = {}
    for block in blocks:
        twins[block.words] = twins.get(block.words, 0) + 1
    kin = _kin(blocks)
    alike = _alike(blocks, around)
    first = next((k for k, share in enumerate(around.votes.shares) if share > 0.6), 0)
    last = next((k for k in range(len(blocks) - 1, -1, -1) if around.votes.shares[k] > 0.6), len(blocks) - 1)
    heading = next((k for k, block in enumerate(blocks) if block.node.tag == "h1"), -1)
    chains: dict[Node, list[float]] = {}
    rows = []
    for k, block in enumerate(blocks):
        chain = chains.get(block.node)
        if chain is None:
            chain = chains[block.node] = _chain(block.node, around)
        place = [
            k / len(blocks),
            k - first,
            k - last,
            k - heading if heading >= 0 else -99.0,
            float(first <= k <= last),
        ]
        own = _own(block, around, k, twins[block.words], kin[block.node.parent or block.node]) + alike[k]
        rows.append(own + place + chain)
    table = np.array(rows, dtype=np.float32)
    return np.column_stack([table, _neighbours(table)])


_SHIFTED = ("log chars", "link share", "ends sentence", "vote", "furniture", "core share")
_SHIFTS = (-3, -2, -1, 1, 2, 3)
_WINDOWS = (4, 10)


def _neighbours(own: Numbers) -> Numbers:
    columns = [own[:, OWN.index(name)] for name in _SHIFTED]
    made = []
    size = len(own)
    for column in columns:
        padded = np.concatenate([np.full(3, -1, np.float32), column, np.full(3, -1, np.float32)])
        made += [padded[3 + shift : 3 + shift + size] for shift in _SHIFTS]
    for name in ("vote", "link share", "ends sentence"):
        sums = np.concatenate([[0.0], np.cumsum(own[:, OWN.index(name)])])
        at = np.arange(size)
        for width in _WINDOWS:
            low, high = np.maximum(at - width, 0), np.minimum(at + width + 1, size)
            made.append((sums[at] - sums[low]) / np.maximum(at - low, 1))
            made.append((sums[high] - sums[at + 1]) / np.maximum(high - at - 1, 1))
    return np.column_stack(made).astype(np.float32)


def _alike(blocks: Sequence[Block], around: Surroundings) -> list[list[float]]:
    """How blocks that are marked up the same way, or stand in the same holder, were voted on."""
    keys = []
    sums: dict[object, list[float]] = {}
    tables: dict[Node, list[float]] = {}
    signatures: dict[Node, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for k, block in enumerate(blocks):
        node = block.node
        mine: list[object] = [*_signature(node, around, signatures), _holder(node)]
        keys.append(mine)
        size, ends = len(block.words), _ENDS.search(block.words[-4:]) is not None
        for key in mine:
            entry = sums.setdefault(key, [0.0] * 5)
            entry[0] += size * around.votes.shares[k]
            entry[1] += size
            entry[2] += size * ends
            entry[3] += 1
            entry[4] += block.linked
        if node.tag in ("td", "th"):
            entry = tables.setdefault(_table(node), [0.0, 0.0])
            entry[0] += block.linked
            entry[1] += size
    rows = []
    for k, block in enumerate(blocks):
        size, vote = len(block.words), around.votes.shares[k]
        like, shape, holder = (sums[key] for key in keys[k])
        rest = like[1] - size
        row = [(like[0] - size * vote) / rest if rest else -1.0, log1p(rest), like[2] / max(1, like[1])]
        row += [min(like[3], 40), min(1.0, like[4] / max(1, like[1]))]
        for other in (shape, holder):
            rest = other[1] - size
            row += [(other[0] - size * vote) / rest if rest else -1.0, log1p(rest)]
        table = tables.get(_table(block.node)) if block.node.tag in ("td", "th") else None
        row += [min(1.0, table[0] / max(1, table[1])), log1p(table[1])] if table else [-1.0, -1.0]
        rows.append(row)
    return rows


def _signature(
    node: Node, around: Surroundings, known: dict[Node, tuple[tuple[str, ...], tuple[str, ...]]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How an element and up to four around it are marked up: with labels (numbers left out), and by tags alone."""
    signature = known.get(node)
    if signature is None:
        label = " ".join(word for word in node.label.split() if not _DIGIT.search(word))
        full: tuple[str, ...] = (f"{node.tag}.{label}",)
        bare: tuple[str, ...] = (node.tag,)
        if node not in around.core and node.parent is not None:
            above, bare_above = _signature(node.parent, around, known)
            full, bare = full + above[:4], bare + bare_above[:4]
        signature = known[node] = (full, bare)
    return signature


def _holder(node: Node) -> Node:
    for parent in node.ancestors():
        if parent.tag in ("div", "section", "article", "main", "body"):
            return parent
    return node


def _table(node: Node) -> Node:
    return next((parent for parent in node.ancestors() if parent.tag == "table"), node)


def _kin(blocks: Sequence[Block]) -> dict[Node, tuple[int, float, float]]:
    """For each parent element: its blocks, the share of their text that is linked, the log of their text."""
    sums: dict[Node, list[float]] = {}
    for block in blocks:
        entry = sums.setdefault(block.node.parent or block.node, [0, 0, 0])
        entry[0] += 1
        entry[1] += block.linked
        entry[2] += len(block.words)
    return {node: (int(n), min(1.0, linked / max(1, size)), log1p(size)) for node, (n, linked, size) in sums.items()}


def _own(block: Block, around: Surroundings, k: int, twins: int, kin: tuple[int, float, float]) -> list[float]:
    words, node = block.words, block.node
    size, found = len(words), _WORD.findall(words[:1000])
    count = max(1, len(found))
    lower = {word.lower() for word in found}
    start, furniture = words[:500], _FURNITURE.findall(words[:160])
    return [
        log1p(size),
        min(count, 200),
        min(1.0, block.linked / max(1, size)),
        min(1.0, block.bold / max(1, size)),
        min(len(_SENTENCE_END.findall(words[:1000])), 10),
        float(bool(_ENDS.search(words[-4:]))),
        float(words[:1].isupper()),
        sum(word[0].isupper() for word in found) / count,
        len(_DIGIT.findall(start)) / max(1, len(start)),
        sum(map(len, found)) / count,
        min(len(furniture), 4),
        sum(map(len, furniture)) / max(1, min(size, 160)),
        float(bool(_CREDIT.search(words[:160]))),
        float(bool(_DATE.search(words[:160]))),
        float(bool(_BYLINE.match(words))),
        min(words.count(","), 8),
        float(words[:1] in "\"“‘'«„") + 2 * float(words[-1:] in "\"”’'»“"),
        float("|" in words) + float("•" in words) + float("»" in words),
        float(words.endswith(":")),
        len(lower & around.title) / max(1, len(lower | around.title)),
        len(lower & around.described) / max(1, len(lower)) if around.described else -1.0,
        min(twins, 3),
        around.votes.shares[k],
        float(around.votes.exact[k]),
        around.votes.structured[k],
        *_tree(node, around),
        min(kin[0], 50),
        kin[1],
        kin[2],
    ]


def _tree(node: Node, around: Surroundings) -> list[float]:
    """Depth, steps up to the nearest element with most of the prose, and the prose share two steps up."""
    depth, below, here = 0, -1, node
    share, up = 0.0, 0
    current: Node | None = here
    while current is not None:
        if below < 0 and current in around.core:
            below = depth
        if up <= 1:
            share = around.mass.get(current, 0.0) / around.total
        up += 1
        depth += 1
        current = current.parent
    return [float(depth), float(below), share]


def _chain(node: Node, around: Surroundings) -> list[float]:
    """Which tags and label kinds the elements around a block have, and how many steps up."""
    above = [_FAR] * len(_AROUND)
    kinds = [_FAR] * len(KINDS)
    core_body, property_body, articles = 0.0, 0.0, 0.0
    step = 0.0
    current: Node | None = node
    while current is not None and current.tag not in _TOPS:
        within = current not in around.core
        bits = kinds_of_label(current.label) if len(current.label) > 1 else 0
        if within:
            k = _AROUND_AT.get(current.tag, -1)
            if k >= 0 and above[k] == _FAR:
                above[k] = min(step, 8.0)
            for k in _bits(bits):
                if kinds[k] == _FAR:
                    kinds[k] = min(step, 8.0)
            articles += current.tag == "article"
        elif bits & LABEL_BIT["body"]:
            core_body = 1.0
        if "itemprop" in current.attrs and "articlebody" in current.attrs["itemprop"].lower():
            property_body = 1.0
        step += 1
        current = current.parent
    tags = [float(node.tag == tag) for tag in _TAGS]
    return tags + above + kinds + [core_body, float(node in around.core), property_body, articles]


@lru_cache(maxsize=4096)
def _bits(bits: int) -> tuple[int, ...]:
    return tuple(k for k in range(len(KINDS)) if bits >> k & 1)
