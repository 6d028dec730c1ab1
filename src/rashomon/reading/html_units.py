"""Several articles on one page: where each begins and ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.reading.datelines import first_date
from rashomon.reading.html_blocks import Block
from rashomon.reading.html_headed import headed
from rashomon.reading.html_labels import LABEL_BIT, kinds_of_label
from rashomon.reading.html_tree import Node

# An article of its own has at least so many words of prose; a teaser has fewer, and its heading leads elsewhere.
LEAST_WORDS = 90
LEAST_WORDS_UNDER_TITLE = 45
LEAST_PARAGRAPHS = 2
# A post of a live blog may be a sentence.
LEAST_POST_WORDS = 8
LEAST_POSTS = 3
_POST = re.compile(
    r"live[-_]?(?:blog)?[-_]?(?:post|entry|update|item)|(?:^|[\s_-])(?:post|entry|update)(?:$|[\s_-]|-?item)|"
    r"block--?(?:content)?"
)
_ARTICLE = re.compile(r"(?:^|\s)(?:h-?entry|article|story|post|type-post|news-?item)(?:$|\s)")
_ASIDE = (
    LABEL_BIT["related"] | LABEL_BIT["comment"] | LABEL_BIT["navigation"] | LABEL_BIT["subscribe"] | LABEL_BIT["advert"]
)
RELATED = re.compile(
    r"\b(?:related|recommended|you (?:may|might) (?:also )?(?:like|be)|more (?:from|on|stories|news)|read (?:next|"
    r"more|also)|most (?:read|popular)|"
    r"trending|latest|up next|don'?t miss|também|relacionad|gostar|ähnlich|lire aussi|leggi anche)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """The blocks of one article, furniture among them. ``node`` is the element that holds it (None: the whole page);
    ``post`` marks an entry of a live blog."""

    blocks: list[Block]
    node: Node | None = None
    post: bool = False


def units_of(blocks: Sequence[Block], *, live: bool = False) -> list[Unit]:
    """The articles' stretches of the page in order; one unit with every block where the page holds one article.

    ``live`` says that the page's data calls it a live blog.
    """
    posts = _posts(blocks, live)
    if posts:
        return _with_rest(blocks, posts, post=True)
    holders = _articles(blocks)
    if len(holders) > 1:
        return _with_rest(blocks, holders, post=False)
    starts = headed(blocks)
    starts = [0, *starts[1:]]  # what stands above the first heading goes with it
    return [Unit(list(blocks[start:end])) for start, end in pairwise([*starts, len(blocks)])]


def _articles(blocks: Sequence[Block]) -> list[Node]:
    """Elements that each hold one whole article: own heading, enough prose, not one inside the other, not teasers."""
    inside = _inside(blocks, _is_article)
    full = [node for node, own in inside.items() if _is_full(own) and not _is_aside(node)]
    outer = {parent for node in full for parent in node.ancestors()}
    inner = [node for node in full if node not in outer]
    if len(inner) < 2 or len({node.parent for node in inner if node.parent}) > max(1, len(inner) - 1):
        return []
    return [] if any(_follows_related(blocks, node) for node in inner[1:]) else inner


def _inside(blocks: Sequence[Block], wanted: Callable[[Node], bool]) -> dict[Node, list[Block]]:
    """The blocks below each wanted element; every element is asked about once."""
    around: dict[Node, tuple[Node, ...]] = {}

    def wanted_above(node: Node) -> tuple[Node, ...]:
        known = around.get(node)
        if known is None:
            above = wanted_above(node.parent) if node.parent is not None else ()
            known = around[node] = (node, *above) if wanted(node) else above
        return known

    inside: dict[Node, list[Block]] = {}
    for block in blocks:
        for node in wanted_above(block.node):
            inside.setdefault(node, []).append(block)
    return inside


def _is_article(node: Node) -> bool:
    return (
        node.tag == "article"
        or node.attrs.get("role") == "article"
        or (node.tag in ("div", "section") and bool(_ARTICLE.search(node.label)))
    )


def _is_full(own: Sequence[Block]) -> bool:
    prose = [b for b in own if _is_prose(b)]
    headings = [b for b in own[:12] if b.node.tag in ("h1", "h2") and len(b.words.split()) > 2]
    least = LEAST_WORDS_UNDER_TITLE if any(not b.linked for b in headings) else LEAST_WORDS
    return bool(headings) and len(prose) >= LEAST_PARAGRAPHS and sum(len(b.words.split()) for b in prose) >= least


def _is_prose(block: Block) -> bool:
    return len(block.words) > 60 and block.linked < len(block.words) / 3 and block.node.tag not in ("h1", "h2", "h3")


def _is_aside(node: Node) -> bool:
    for parent in (node, *node.ancestors()):
        if parent.tag in ("aside", "nav", "footer"):
            return True
        if (
            parent.tag not in ("body", "html", "main")
            and parent is not node
            and kinds_of_label(parent.label) & LABEL_BIT["comment"]
        ):
            return True
    return bool(kinds_of_label(node.label) & (LABEL_BIT["comment"] | LABEL_BIT["advert"]))


def _follows_related(blocks: Sequence[Block], node: Node) -> bool:
    """Whether the article stands under a heading such as "You may also like"."""
    first = next(k for k, block in enumerate(blocks) if block.start >= node.start)
    for block in blocks[max(0, first - 3) : first]:
        if len(block.words) < 60 and RELATED.search(block.words) and block.linked < len(block.words):
            return True
    return any(
        kinds_of_label(parent.label) & LABEL_BIT["related"]
        for parent in node.ancestors()
        if parent.tag not in ("body", "html")
    )


def _posts(blocks: Sequence[Block], live: bool) -> list[Node]:
    """The entries of a live blog: like elements side by side, each with its own date or time."""
    groups: dict[tuple[Node | None, str, str], dict[Node, list[Block]]] = {}
    for node, own in _inside(blocks, lambda node: _may_be_post(node, live)).items():
        classes = node.attrs.get("class", "")[:400].split()
        key = (node.parent, node.tag, " ".join(word for word in classes if not any(map(str.isdigit, word))))
        groups.setdefault(key, {})[node] = own
    best: list[Node] = []
    most = 0
    for (parent, _, _), members in groups.items():
        if len(members) < LEAST_POSTS:
            continue
        dated = [node for node, own in members.items() if _is_dated(own) and _words(own) >= LEAST_POST_WORDS]
        size = sum(_words(members[node]) for node in dated)
        known = live or (
            parent is not None and any("live" in p.label for p in (parent, *parent.ancestors()) if p.tag != "html")
        )
        if known and len(dated) >= LEAST_POSTS and size > most and len(dated) * 2 > len(members):
            best, most = dated, size
    return best


def _may_be_post(node: Node, live: bool) -> bool:
    if node.tag in ("body", "html", "main", "p", "table", "tbody", "nav", "aside", "footer", "#root"):
        return False
    if "liveblogupdate" in node.attrs.get("itemprop", "").lower():
        return True
    if node.tag == "article":
        return True
    return node.tag in ("div", "section", "li") and (bool(_POST.search(node.label)) or live)


def _is_dated(own: Sequence[Block]) -> bool:
    return any(
        _time_of(block) is not None or first_date(block.words[:80]) is not None for block in [*own[:4], *own[-1:]]
    )


def _time_of(block: Block) -> Node | None:
    if any(node.tag == "time" for node in (block.node, *block.node.ancestors())):
        return block.node
    return next((child for child in block.node.walk() if child.tag == "time"), None)


def _words(own: Sequence[Block]) -> int:
    return sum(len(block.words.split()) for block in own if block.linked < len(block.words) / 2)


def _with_rest(blocks: Sequence[Block], holders: Sequence[Node], *, post: bool) -> list[Unit]:
    """One unit a holder; what stands above the first one goes with it, or is an article of its own before posts."""
    members: dict[Node, list[Block]] = {node: [] for node in holders}
    before: list[Block] = []
    wanted = set(holders)
    for block in blocks:
        node = next((n for n in (block.node, *block.node.ancestors()) if n in wanted), None)
        if node is not None:
            members[node].append(block)
        elif not any(members.values()):
            before.append(block)
    units = [Unit(members[node], node, post) for node in holders]
    if post and before:
        return [Unit(before), *units]
    return units
