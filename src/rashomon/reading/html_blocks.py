"""The visible text of an HTML tree as blocks: a paragraph, a heading, a list item, a cell each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.reading.assemble import Stretch, words_of
from rashomon.reading.html_entities import stretches
from rashomon.reading.html_tree import INLINE, Node, Tree
from rashomon.reading.wordset import word_set

UNSEEN = word_set(
    "script style title noscript template head svg math canvas audio video object embed iframe select datalist option "
    "textarea noembed noframes xmp applet map meter progress"
)
_WORD = re.compile(r"\w+")
_CLOSED = re.compile(r"[.!?…。:][\"'”’»)\]]*$")
_ENDS_SENTENCE = tuple('.!?:;…"”’»)]')


@dataclass(slots=True, eq=False)
class Block:
    """A run of text between block boundaries. ``node`` is the element around it that makes the boundary.

    ``linked`` counts characters within links, ``bold`` those within b, strong or headings.
    """

    node: Node
    stretches: list[Stretch] = field(default_factory=list)
    words: str = ""
    linked: int = 0
    bold: int = 0
    _tokens: list[str] | None = None
    _flat: str | None = None

    @property
    def tokens(self) -> list[str]:
        """The words one by one, marks left out."""
        if self._tokens is None:
            self._tokens = _WORD.findall(self.words)
        return self._tokens

    @property
    def flat(self) -> str:
        """The tokens in lower case with a space between: what blocks are compared by."""
        if self._flat is None:
            self._flat = " ".join(self.tokens).lower()
        return self._flat

    @property
    def closed(self) -> bool:
        """Whether the words end as a sentence does."""
        return _CLOSED.search(self.words[-4:]) is not None

    @property
    def start(self) -> int:
        return self.stretches[0][0]

    @property
    def end(self) -> int:
        return self.stretches[-1][1]


# Source characters of visible text that are read: the longest of the dev pages has 60,000.
MOST_TEXT = 2_000_000


def blocks_of(source: str, tree: Tree) -> list[Block]:
    """Every block with a visible word, in document order, up to ``MOST_TEXT`` characters."""
    walker = _Walker(source)
    walker.visit(tree.root, tree.root)
    walker.close()
    return walker.blocks


def is_cut(source: str, blocks: Sequence[Block]) -> bool:
    """Whether the page had more visible text than is read."""
    if len(source) < MOST_TEXT:
        return False
    return sum(stretch[1] - stretch[0] for block in blocks for stretch in block.stretches) >= MOST_TEXT * 0.95


# Class names that style sheets (which are not read) hide: for screen readers, or until somebody points at them. The
# second list holds for elements within a line only; whole sections so named are often shown by a script.
_FOR_EARS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|a11y-hidden|assistive-text)(?:$|\s)"
)
_IN_LINE = re.compile(
    r"(?:^|\s)(?:hidden|hide|is-hidden|d-none|tooltip[\w-]*|popover[\w-]*|rollover[\w-]*block|dropdown-menu)(?:$|\s)"
)


def is_hidden(node: Node) -> bool:
    """Whether the element says of itself that it is not shown."""
    if not node.attrs:
        return False
    if node.hidden is None:
        node.hidden = _says_hidden(node)
    return node.hidden


def is_shadow(node: Node) -> bool:
    """Whether the element is the shadow tree of the one around it, which browsers show (SingleFile saves such)."""
    return node.tag == "template" and ("shadowrootmode" in node.attrs or "shadowroot" in node.attrs)


def _says_hidden(node: Node) -> bool:
    attrs = node.attrs
    if "class" in attrs and node.tag not in ("body", "html"):
        label = attrs["class"][:400].lower()
        if _FOR_EARS.search(label) or (node.tag in INLINE and _IN_LINE.search(label)):
            return True
    if "hidden" in attrs and attrs["hidden"] != "until-found":
        return True
    style = attrs.get("style", "")[:2000]
    if "none" in style or "hidden" in style:
        flat = style.replace(" ", "").lower()
        return "display:none" in flat or "visibility:hidden" in flat
    return False


class _Walker:
    def __init__(self, source: str) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.block: Block | None = None
        self.breaks: list[int] = []
        self.links = 0
        self.bolds = 0
        self.room = MOST_TEXT

    def visit(self, node: Node, boundary: Node) -> None:
        """Depth is bounded by the tree's own limit."""
        for child in node.children:
            if not isinstance(child, Node):
                self.text(child, boundary)
                continue
            tag = child.tag
            if tag in UNSEEN and not is_shadow(child):
                continue
            if tag == "br":
                self.line_break(child, boundary)
            elif tag in INLINE or ("-" in tag and (boundary.tag == "p" or node.tag in INLINE)):
                self.inline(child, boundary)
            elif tag == "hr" or tag in ("input", "source", "link", "meta"):
                self.close()
            else:
                self.close()
                if not is_hidden(child):
                    self.visit(child, child)
                self.close()

    def inline(self, node: Node, boundary: Node) -> None:
        link, bold = node.tag == "a", node.tag in ("b", "strong")
        if is_hidden(node):
            return
        self.links += link
        self.bolds += bold
        self.visit(node, boundary)
        self.links -= link
        self.bolds -= bold

    def text(self, stretch: tuple[int, int], boundary: Node) -> None:
        start, end = stretch
        end = min(end, start + self.room)
        size = end - start
        self.room -= size
        if not size:
            return
        if self.block is None:
            if self.source[start:end].isspace():
                return
            self.block = Block(boundary)
        self.block.stretches.extend(stretches(self.source, start, end))
        if self.links:
            self.block.linked += size
        if self.bolds:
            self.block.bold += size

    def line_break(self, node: Node, boundary: Node) -> None:
        """A line break ends the block, unless a sentence plainly runs on over it."""
        if self.block is None:
            return
        before, after = (
            words_of(self.source, self.block.stretches[-4:]),
            self.source[node.end : node.end + 200].lstrip(),
        )
        if before and not before.endswith(_ENDS_SENTENCE) and after[:1].islower():
            self.block.stretches.append((node.start, node.end, " "))
        else:
            self.close()

    def close(self) -> None:
        block, self.block = self.block, None
        if block is None:
            return
        block.words = words_of(self.source, block.stretches)
        if block.words:
            self.blocks.append(block)
