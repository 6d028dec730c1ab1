"""A tree of HTML elements that never forgets where in the source its text stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from rashomon.reading.html_tokens import Kind, Token, attributes, tokens
from rashomon.reading.wordset import word_set

# A broken attribute can swallow half a page; no class list is so long.
_LONGEST_NAME = 400
# Deeper tags are flattened into their ancestor: no page a person wrote nests so far, and every walk stays bounded.
DEEPEST = 200
# More elements than this are not read: the largest of the dev pages has 6,000.
MOST_ELEMENTS = 150_000

VOID = word_set("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr")
INLINE = word_set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small "
    "span strike strong sub sup time tt u var wbr img br"
)
_CLOSES_P = word_set(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hgroup hr main menu nav ol p pre section summary table ul li dt dd"
)
# A start tag of the key ends an open element of the value, unless a wall stands between.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir", "div", "section", "article"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "div"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "div"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "th": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "tbody": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "tfoot": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "a": (frozenset({"a"}), frozenset({"div", "section", "article", "li", "p", "td"})),
}
_P = frozenset({"p"})
_WALLS = frozenset({"td", "th", "caption", "table", "template", "object", "html", "body"})
_TABLE_PARTS = frozenset({"table", "tr", "td", "th", "tbody", "thead", "tfoot", "caption"})
_HEAD_PARTS = word_set("title meta link base script style noscript template basefont bgsound html head")
_ONCE = frozenset({"html", "body"})
_CLOSED_AT_ONCE = frozenset({"path", "svg", "use"})

Child: TypeAlias = "Node | tuple[int, int]"


@dataclass(slots=True, eq=False)
class Node:
    """One element: ``children`` are elements and (start, end) stretches of source text, in order.

    ``inside`` is where the attributes stand in the source, ``end`` where the element's source ends.
    """

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    parent: Node | None = None
    children: list[Child] = field(default_factory=list)
    start: int = 0
    end: int = 0
    inside: tuple[int, int] = (0, 0)
    _label: str | None = None
    hidden: bool | None = None

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in document order."""
        pending = [self]
        while pending:
            node = pending.pop()
            yield node
            pending.extend([child for child in reversed(node.children) if isinstance(child, Node)])

    def ancestors(self) -> Iterator[Node]:
        """The elements around this one, nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    @property
    def label(self) -> str:
        """Class and id in lower case: what the page's makers call this element."""
        if self._label is None:
            attrs = self.attrs
            self._label = f"{attrs.get('class', '')[:_LONGEST_NAME]} {attrs.get('id', '')[:_LONGEST_NAME]}".lower()
        return self._label


@dataclass(frozen=True, slots=True)
class Tree:
    """``root`` holds everything; ``flattened`` counts tags too deep to nest, ``cut`` says whether elements were too
    many and the rest was left unread; ``elements`` counts them."""

    root: Node
    flattened: int
    cut: bool
    elements: int


class _Builder:
    """Puts tokens into place the way browsers do, as far as reading needs it."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.root = Node("#root")
        self.open = [self.root]
        self.once: dict[str, Node] = {}
        # How many of each tag are open: most searches of the stack need not begin.
        self.count: defaultdict[str, int] = defaultdict(int)
        self.flattened = 0

    def text(self, token: Token) -> None:
        here = self.open[-1]
        if here.tag == "head" and not self.source[token.start : token.end].isspace():
            self.close_to(here, token.start)
            here = self.open[-1]
        here.children.append((token.start, token.end))

    def start(self, token: Token) -> None:
        tag, attrs = token.name, {}
        if token.inside[0] < token.inside[1]:
            attrs = attributes(self.source, token.inside)
        if tag in _ONCE and tag in self.once:
            for name, value in attrs.items():
                self.once[tag].attrs.setdefault(name, value)
            return
        if self.open[-1].tag == "head" and tag not in _HEAD_PARTS:
            self.close_to(self.open[-1], token.start)
        if self.count["p"] and tag in _CLOSES_P:
            self.close_open(_P, _WALLS, token.start)
        if tag in _ENDS:
            ended, walls = _ENDS[tag]
            self.close_open(ended, walls, token.start)
        node = Node(tag, attrs, self.open[-1], [], token.start, token.end, token.inside)
        self.open[-1].children.append(node)
        if tag in _ONCE:
            self.once[tag] = node
        if tag in VOID or (tag in _CLOSED_AT_ONCE and self.source.endswith("/>", token.start, token.end)):
            return
        if len(self.open) >= DEEPEST:
            self.flattened += 1
            return
        self.open.append(node)
        self.count[tag] += 1

    def close_open(self, ended: frozenset[str], walls: frozenset[str], at: int) -> None:
        for tag in ended:
            if self.count[tag]:
                break
        else:
            return
        for node in reversed(self.open):
            if node.tag in ended:
                self.close_to(node, at)
                return
            if node.tag in walls or node.tag in _WALLS:
                return

    def end(self, token: Token) -> None:
        tag = token.name
        if tag in ("html", "body"):
            return
        if tag == "br":
            self.open[-1].children.append(Node("br", {}, self.open[-1], [], token.start, token.end))
            return
        if not self.count[tag]:
            return
        for node in reversed(self.open):
            if node.tag == tag:
                self.close_to(node, token.end)
                return
            if node.tag in _WALLS and tag not in _TABLE_PARTS:
                return

    def close_to(self, last: Node, at: int) -> None:
        """Closes all that is open down to ``last``."""
        while True:
            node = self.open.pop()
            node.end = at
            self.count[node.tag] -= 1
            if node is last:
                return


def build_tree(source: str) -> Tree:
    """The element tree of ``source``; works on any text, however broken."""
    builder, elements, cut = _Builder(source), 0, False
    for token in tokens(source):
        if token.kind is Kind.TEXT or token.kind is Kind.RAW:
            builder.text(token)
        elif token.kind is Kind.END:
            builder.end(token)
        else:
            elements += 1
            if elements > MOST_ELEMENTS:
                cut = True
                break
            builder.start(token)
    for node in builder.open:
        node.end = len(source)
    return Tree(builder.root, builder.flattened, cut, elements)
