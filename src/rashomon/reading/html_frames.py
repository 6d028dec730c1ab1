"""Pages inside pages: the source a frame carries in its ``srcdoc``, as SingleFile saves them."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.reading.html_entities import stretches
from rashomon.reading.html_inner import Inner
from rashomon.reading.html_tokens import value_span
from rashomon.reading.html_tree import Tree

LEAST_FRAME = 400
MOST_FRAMES = 20


def frames_of(page: str, tree: Tree) -> Iterator[Inner]:
    """The frames of a page that carry a source long enough to hold an article."""
    if "srcdoc" not in page:
        return
    count = 0
    for node in tree.root.walk():
        if node.tag == "iframe" and len(node.attrs.get("srcdoc", "")) >= LEAST_FRAME and count < MOST_FRAMES:
            span = value_span(page, node.inside, "srcdoc")
            if span is not None:
                count += 1
                yield Inner(page, stretches(page, *span, once=True))
