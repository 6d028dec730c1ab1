"""What a block of an HTML page looks like, by itself and among its neighbours, in numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log1p

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.html_blocks import Block
from rashomon.reading.html_places import kin_of, likes_of, places_of
from rashomon.reading.html_tree import Node
from rashomon.reading.html_votes import Votes

Numbers = NDArray[np.float32]

# These four are matched against words in lower case, which is several times faster than to ignore case.
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
)
_CREDIT = re.compile(
    r"\b(?:photo(?:graph)?s?|image|picture|getty|credit|courtesy|shutterstock|file photo|illustration|screenshot|"
    r"via)\b|©",
)
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\b(?:ago|updated|published|posted)\b")
_BYLINE = re.compile(r"^\W*(?:written |posted |story |reporting )?by\b")
_SENTENCE_END = re.compile(r"[.!?…。][\"'”’»)\]]*(?:\s|$)")
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_LONG = 1000
_START = 160


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


def looks_of(blocks: Sequence[Block], around: Surroundings) -> NDArray[np.float64]:
    """What each block looks like by itself, whatever was voted on it."""
    twins = Counter(block.words for block in blocks)
    return np.array([_own(block, around, twins[block.words]) for block in blocks])


def features_of(blocks: Sequence[Block], around: Surroundings, own: NDArray[np.float64] | None = None) -> Numbers:
    """One row a block; the order of the columns is the trained model's. ``own`` are the blocks' looks, if known."""
    if not blocks:
        return np.zeros((0, 0), dtype=np.float32)
    own = looks_of(blocks, around) if own is None else own
    votes = around.votes
    shares = np.array(votes.shares)
    voted = np.column_stack([shares, votes.exact, votes.structured])
    steps, chains = places_of(blocks, around.core)
    nodes = [block.node for block in blocks]
    mass = [around.mass.get(node.parent or node, 0.0) / around.total for node in nodes]
    kin, likes = kin_of(blocks), likes_of(blocks, shares, around.core)
    table = np.column_stack([own, voted, steps, mass, kin, likes, _order(blocks, shares), chains]).astype(np.float32)
    return np.column_stack([table, _neighbours(table)])


def _order(blocks: Sequence[Block], shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Where a block stands on the page, from what trafilatura kept first and last, and from the first heading."""
    size = len(blocks)
    voted = np.flatnonzero(shares > 0.6)
    first, last = (int(voted[0]), int(voted[-1])) if len(voted) else (0, size - 1)
    heading = next((k for k, block in enumerate(blocks) if block.node.tag == "h1"), -1)
    at = np.arange(size)
    below = at - heading if heading >= 0 else np.full(size, -99)
    return np.column_stack([at / size, at - first, at - last, below, (first <= at) & (at <= last)])


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


def _own(block: Block, around: Surroundings, twins: int) -> list[float]:
    words, size = block.words, len(block.words)
    if size > _LONG:
        words = words[:_LONG]
        found = _WORD.findall(words)
        flat = " ".join(found).lower()
    else:
        found, flat = block.tokens, block.flat
    count = max(1, len(found))
    lower = set(flat.split())
    start, low = words[:500], words[:_START].lower()
    furniture = _FURNITURE.findall(low)
    title, described = around.title, around.described
    return [
        log1p(size),
        min(count, 200),
        min(1.0, block.linked / max(1, size)),
        min(1.0, block.bold / max(1, size)),
        min(len(_SENTENCE_END.findall(words)), 10),
        block.closed,
        words[:1].isupper(),
        sum([word[0].isupper() for word in found]) / count,
        len(_DIGIT.findall(start)) / max(1, len(start)),
        len("".join(found)) / count,
        min(len(furniture), 4),
        len("".join(furniture)) / max(1, min(size, _START)),
        _CREDIT.search(low) is not None,
        _DATE.search(low) is not None,
        _BYLINE.match(low) is not None,
        min(block.words.count(","), 8),
        (words[:1] in "\"“‘'«„") + 2 * (block.words[-1:] in "\"”’'»“"),
        ("|" in block.words) + ("•" in block.words) + ("»" in block.words),
        block.words.endswith(":"),
        len(lower & title) / max(1, len(lower | title)) if title else 0.0,
        len(lower & described) / max(1, len(lower)) if described else -1.0,
        min(twins, 3),
    ]
