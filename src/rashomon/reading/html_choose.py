"""Which blocks are the body of an article, given how likely each is and what reading the pages taught."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.bylines import clean_authors
from rashomon.reading.bylines_dated import authors_behind_date
from rashomon.reading.datelines import first_date
from rashomon.reading.html_blocks import Block
from rashomon.reading.html_features import Surroundings
from rashomon.reading.html_labels import LABEL_BIT, kinds_of_label
from rashomon.reading.html_tree import Node
from rashomon.reading.html_units import RELATED

# Where page-mean F1 was best on host-grouped folds of the dev pages.
THRESHOLD = 0.5
_TAIL = re.compile(
    r"^\W*(?:have a (?:news )?tip|got a (?:news )?tip|follow (?:us|me|him|her|\S+ \S+ (?:on|at)|@)|subscribe|sign "
    r"up|get the latest|"
    r"read (?:more|next|also)|related\b|click here|copyright|©|\(c\)|all rights reserved|tags?\b\s*:?|share\b|like "
    r"us|join us|"
    r"topics?\s*:|filed under|more (?:on|from|about|stories)|for more\b|download|advertisement|comments?\b|leave a|"
    r"print\b|"
    r"contact (?:the )?(?:author|reporter|us)|e-?mail\b|support (?:our|independent)|you (?:may|might) also|send "
    r"(?:us|tips)|"
    r"view comments|aten[cç][aã]o\W+coment|coment[aá]rios\b|please (?:enable|turn on|disable|log in)\b|"
    r"you need to enable|"
    r"listen to|watch\b(?: now|:| the video)|copy(?:right)?\b.*\d{4})",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"\W*(?:don'?t miss|see (?:more|also)|(?:also )?read(?: more| next| also| on)?|related(?: (?:articles?|stories|"
    r"news|links?|content|posts?))?|"
    r"more(?: (?:stories|news|to read))?|advertisement|sponsored(?: content)?|story continues(?: below)?(?: "
    r"advertisement)?|"
    r"article continues(?: below)?(?: advertisement)?|recommended(?: for you)?|trending(?: now)?|watch(?: now| "
    r"more| live)?|most read|"
    r"share(?: this)?(?: article| story)?|print|e-?mail|comments?|leia (?:mais|também)|leer más|lire aussi|mehr "
    r"zum thema|подробнее)\W*",
    re.IGNORECASE,
)
_LURE = re.compile(r"^\W*(?:see|read|watch|more|related|don'?t miss|also)\b|[\]|»>]\W*$|\[[A-Z ]+\]", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+$")
_NOT_BODY = (
    LABEL_BIT["related"] | LABEL_BIT["subscribe"] | LABEL_BIT["comment"] | LABEL_BIT["advert"] | LABEL_BIT["navigation"]
)
_ELSEWHERE = LABEL_BIT["subscribe"] | LABEL_BIT["comment"]
_VIEWS = re.compile(
    r"\b(?:views|opinions)\b.{0,80}\b(?:of the (?:author|writer)|(?:author|writer)'?s?'? own)", re.IGNORECASE
)
_HALF_DAY = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_LABEL = re.compile(r"\W*(?:first )?(?:published|posted|updated|written)?\s*(?:on|at|by)?\W*", re.IGNORECASE)
_BY = re.compile(r"[\W\d]*(?:(?:posted|written|submitted|publicado|escrito) )?(?:by|von|par|por):?\s+\w", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:published|posted|updated|on|at)\b|[\W_]+",
    re.IGNORECASE,
)
_REACH = re.compile(r"\b(?:can|may) be reached (?:at|by)\b|\S+@\S+\.\w{2,}|follow \w+ on twitter", re.IGNORECASE)
_LEAST_TABLE = 4
_ABOVE, _PARAGRAPH = 6, 200
_LITTLE = 200


def body_of(blocks: Sequence[Block], around: Surroundings, chance: NDArray[np.float64]) -> list[int]:
    """The numbers of the body's blocks, in order, given each block's chance; [] only where none has a word of prose."""
    kept = set(np.flatnonzero(chance > THRESHOLD).tolist())
    kept = _enough(blocks, around, chance, kept)
    if not kept:
        return []
    _keep_voted(blocks, kept, chance, around)
    _keep_tables(blocks, kept, around)
    _keep_quoted_posts(blocks, kept)
    _drop_links(blocks, kept, chance)
    _drop_furniture(blocks, kept, around)
    _drop_after_related(blocks, kept)
    return _trimmed(blocks, sorted(kept), around)


def _enough(blocks: Sequence[Block], around: Surroundings, chance: NDArray[np.float64], kept: set[int]) -> set[int]:
    """Falls back where the trees keep next to nothing of what others found."""
    size = sum(len(blocks[k].words) for k in kept)
    voted = {k for k, share in enumerate(around.votes.shares) if share > 0.6}
    if size < _LITTLE and sum(len(blocks[k].words) for k in voted) > 2 * size:
        return voted
    told = {k for k, share in enumerate(around.votes.structured) if share > 0.8 and len(blocks[k].words) > 40}
    if sum(len(blocks[k].words) for k in told) > 2 * size:
        return kept | told
    if size >= 40:
        return kept
    prose = [k for k, block in enumerate(blocks) if len(block.words) > 40 and block.linked < len(block.words) / 3]
    return kept | set(prose) if prose else kept


def _keep_voted(blocks: Sequence[Block], kept: set[int], chance: NDArray[np.float64], around: Surroundings) -> None:
    """In the middle of the body, and for a first paragraph, trafilatura's word counts where the trees only doubt."""
    first, last = min(kept), max(kept)
    for k in range(max(0, first - _ABOVE), last):
        block = blocks[k]
        least = 0.04 if k > first else 0.4 if len(block.words) > _PARAGRAPH else 1.0
        voted = around.votes.exact[k] and chance[k] > least and block.linked < len(block.words) / 2
        if voted and not _labels(block.node, around) & _NOT_BODY and not _FURNITURE.match(block.words):
            kept.add(k)


def _drop_furniture(blocks: Sequence[Block], kept: set[int], around: Surroundings) -> None:
    """Captions, windows about comments or newsletters, and set phrases are not body wherever they stand."""
    for k in list(kept):
        block = blocks[k]
        if not block.tokens or (len(block.words) < 80 and _FURNITURE.fullmatch(block.words)):
            kept.discard(k)
        elif around.votes.shares[k] < 0.5 and block.node.tag not in ("td", "th"):
            labels = _labels(block.node, around)
            caption = any(node.tag == "figcaption" for node in (block.node, *block.node.ancestors()))
            if caption or labels & _ELSEWHERE:
                kept.discard(k)


def _drop_after_related(blocks: Sequence[Block], kept: set[int]) -> None:
    """Articles below a heading such as "You may also like" are other articles."""
    if not kept:
        return
    main = max(kept, key=lambda k: len(blocks[k].words))
    own = {node for node in (blocks[main].node, *blocks[main].node.ancestors()) if node.tag == "article"}
    for k in range(min(kept) + 1, len(blocks)):
        block = blocks[k]
        heading = block.node.tag in ("h2", "h3", "h4") and len(block.words) < 60
        if (
            heading
            and k > main
            and (RELATED.search(block.words) or kinds_of_label(block.node.label) & LABEL_BIT["related"])
        ):
            for later in [j for j in kept if j > k]:
                around = {node for node in blocks[later].node.ancestors() if node.tag == "article"}
                if around - own:
                    kept.discard(later)
            return


def _labels(node: Node, around: Surroundings) -> int:
    """The label kinds of the elements around a block below those that hold most of the prose."""
    bits = 0
    for current in (node, *node.ancestors()):
        if current in around.core or current.tag in ("body", "html"):
            break
        bits |= kinds_of_label(current.label)
    return bits


def _keep_tables(blocks: Sequence[Block], kept: set[int], around: Surroundings) -> None:
    """A table of data that stands among the body's paragraphs belongs to it as a whole."""
    holders = {_holder(blocks[k].node) for k in kept if blocks[k].node.tag == "p" and len(blocks[k].words) > 60}
    tables: dict[Node, list[int]] = {}
    first, last = min(kept), max(kept)
    for k, block in enumerate(blocks):
        if block.node.tag in ("td", "th"):
            tables.setdefault(_table(block.node), []).append(k)
    for table, cells in tables.items():
        linked = sum(blocks[k].linked for k in cells)
        size = sum(len(blocks[k].words) for k in cells)
        near = {_holder(table), _holder(_holder(table))}
        voted = sum(len(blocks[k].words) * around.votes.shares[k] for k in cells)
        if first < cells[0] < last and voted > size / 2:
            near.add(_holder(_holder(_holder(table))))
        if len(cells) >= _LEAST_TABLE and linked < 0.3 * size and near & holders and size < 100 * len(cells):
            kept.update(cells)


def _keep_quoted_posts(blocks: Sequence[Block], kept: set[int]) -> None:
    """Posts quoted in the body (tweets and their like) are part of what the article tells."""
    if not kept:
        return
    first, last = min(kept), max(kept)
    holders = {_holder(blocks[k].node) for k in kept}
    for k in range(first, min(last + 4, len(blocks))):
        quote = next((n for n in (blocks[k].node, *blocks[k].node.ancestors()) if n.tag == "blockquote"), None)
        if quote is not None and _is_post(quote) and ({_holder(quote), _holder(_holder(quote))} & holders):
            kept.add(k)


def _is_post(quote: Node) -> bool:
    return bool(re.search(r"twitter|tweet|instagram|facebook|tiktok|reddit|bluesky|mastodon", quote.label))


def _drop_links(blocks: Sequence[Block], kept: set[int], chance: NDArray[np.float64]) -> None:
    """A line that is nothing but a link to another story is not body, wherever it stands."""
    for k in list(kept):
        block = blocks[k]
        size = len(block.words)
        if size <= 12 or block.words[-1] in '.!?”"' or block.node.tag in ("td", "th") or _ADDRESS.match(block.words):
            continue
        whole = block.linked >= 0.95 * size and (chance[k] < 0.8 or block.node.tag in ("p", "div", "h2", "h3", "h4"))
        if (whole or (block.linked >= 0.7 * size and size < 300 and _LURE.search(block.words))) and not _quoted(
            block.node
        ):
            kept.discard(k)


def _quoted(node: Node) -> bool:
    return any(parent.tag == "blockquote" for parent in node.ancestors())


def _trimmed(blocks: Sequence[Block], kept: list[int], around: Surroundings) -> list[int]:
    """Without what repeats the title before it and furniture after it."""
    while kept and (
        _is_title(blocks[kept[0]], around) or _is_head_line(blocks[kept[0]]) or blocks[kept[0]].node.tag == "h1"
    ):
        kept = kept[1:]
    while len(kept) > 1:
        block = blocks[kept[-1]]
        bits = kinds_of_label(block.node.label)
        short = len(block.words) < 300
        furniture = _TAIL.match(block.words) or (short and (_REACH.search(block.words) or _VIEWS.search(block.words)))
        if (
            not furniture
            and not _is_head_line(block)
            and not (len(block.words) < 60 and bits & (LABEL_BIT["share"] | LABEL_BIT["related"]))
        ):
            break
        kept = kept[:-1]
    alone = blocks[kept[0]].words if len(kept) == 1 else ""
    return [] if _TAIL.match(alone) and len(alone) < _LITTLE else kept  # a page's copyright line is no article


def _is_head_line(block: Block) -> bool:
    """A line that is only a byline or only a date: it belongs to the head."""
    if len(block.words) > 100 or (block.words[-1] in ".!?" and not _HALF_DAY.search(block.words)):
        return False
    if _LABEL.fullmatch(block.words):
        return True
    rest, dated = block.words, False
    while (found := first_date(rest) or first_date(rest, day_first=True)) is not None:
        rest, dated = rest[: found.start] + " " + rest[found.end :], True
    if dated and len(_WEEKDAY.sub(" ", rest).split()) <= 2:
        return True
    if dated and authors_behind_date(block.words, None):
        return True
    return _BY.match(block.words) is not None and bool(clean_authors(block.words))


def _is_title(block: Block, around: Surroundings) -> bool:
    mine = set(re.findall(r"\w+", block.words.lower()))
    if not around.title or not mine or len(block.words) > 300:
        return False
    alike = len(mine & around.title) / len(mine | around.title)
    return alike > 0.75 or (mine <= around.title and (block.node.tag == "h1" or alike > 0.6))


def _holder(node: Node) -> Node:
    for parent in node.ancestors():
        if parent.tag in ("div", "section", "article", "main", "body"):
            return parent
    return node


def _table(node: Node) -> Node:
    return next((parent for parent in node.ancestors() if parent.tag == "table"), node)
