"""What trafilatura takes for the body of a page, as a vote on our blocks."""

from __future__ import annotations

import logging
import re

from lxml import etree, html
from trafilatura import bare_extraction

from rashomon.reading.html_blocks import UNSEEN, is_hidden, is_shadow
from rashomon.reading.html_entities import decoded
from rashomon.reading.html_tree import Node, Tree
from rashomon.reading.wordset import word_set

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = re.compile(r"[a-z][a-z0-9_-]*\Z")
_KEPT_ATTRIBUTES = word_set(
    "class id href role rel itemprop itemtype style data-component data-testid src property datetime"
)
# What trafilatura throws away itself; left out here so that it need not be built.
_PASSED_OVER = frozenset(
    {"nav", "footer", "aside", "button", "dialog", "input", "link", "meta", "source", "img", "picture"}
)
_LONGEST_ATTRIBUTE = 500
# Empty boxes and boxes of links, which it throws away as well, are half of most pages.
_BOXES = frozenset({"div", "section", "ul", "ol", "header", "table", "form", "li", "tr", "td", "dl", "figure"})
_ALL_LINKS = 0.9


def _parser() -> etree.HTMLParser:
    """Makes every element an ``HtmlElement`` outright: lxml.html's own parser asks a Python function for each."""
    parser = etree.HTMLParser()
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    return parser


def kept_lines(source: str, tree: Tree, within: Node | None = None, *, fast: bool) -> list[str]:
    """The lines of the text that trafilatura extracts from the page, or from one element of it; may be none."""
    root = lxml_tree(source, within or tree.root)
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = bare_extraction(root, include_comments=False, favor_precision=True, fast=fast)
    text = getattr(found, "text", None) or ""
    return [line for line in text.split("\n") if line.strip()]


def lxml_tree(source: str, top: Node) -> html.HtmlElement:
    """The visible part of what lies below ``top`` as lxml elements."""
    root: html.HtmlElement = _parser().makeelement("html")
    body = etree.SubElement(root, "body")
    _fill(source, top, body)
    return root


def _fill(source: str, node: Node, element: etree._Element, *, within_link: bool = False) -> tuple[int, int]:
    """Puts what lies below ``node`` into ``element``; returns how many characters that is, and how many are linked."""
    last: etree._Element | None = None
    size = linked = 0
    for child in node.children:
        if isinstance(child, tuple):
            words = decoded(source, *child)
            if not words.isprintable():
                words = _NO_XML.sub(" ", words)
            size += len(words) if not words.isspace() else 0
            if last is None:
                element.text = (element.text or "") + words
            else:
                last.tail = (last.tail or "") + words
        elif child.tag in ("html", "body"):
            below = _fill(source, child, element)
            size, linked = size + below[0], linked + below[1]
            last = element[-1] if len(element) else None
        elif (child.tag not in UNSEEN or is_shadow(child)) and child.tag not in _PASSED_OVER and not is_hidden(child):
            tag = child.tag if _NAME.match(child.tag) and child.tag != "template" else "div"
            made = etree.SubElement(element, tag, _attributes(child))
            below = _fill(source, child, made, within_link=within_link or child.tag == "a")
            if child.tag in _BOXES and below[1] >= _ALL_LINKS * below[0]:
                element.remove(made)
                continue
            last, size, linked = made, size + below[0], linked + below[1]
    return size, size if within_link else linked


def _attributes(node: Node) -> dict[str, str]:
    return {
        name: _NO_XML.sub(" ", value)
        for name, value in node.attrs.items()
        if name in _KEPT_ATTRIBUTES and len(value) < _LONGEST_ATTRIBUTE
    }
