"""Pages inside pages: the source a frame carries in its ``srcdoc``, as SingleFile saves them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from rashomon.reading.html_entities import stretches
from rashomon.reading.html_tokens import value_span
from rashomon.reading.html_tree import Tree
from rashomon.record import Article, Date, Evidence, Segment, Span

LEAST_FRAME = 400
MOST_FRAMES = 20


class Frame:
    """One frame's source, decoded, and the way back from its characters to the page's."""

    def __init__(self, page: str, start: int, end: int) -> None:
        parts: list[str] = []
        self._inner: list[int] = []
        self._outer: list[tuple[int, int, bool]] = []
        size = 0
        for stretch in stretches(page, start, end):
            words = stretch[2] if len(stretch) == 3 else page[stretch[0] : stretch[1]]
            self._inner.append(size)
            self._outer.append((stretch[0], stretch[1], len(stretch) == 2))
            parts.append(words)
            size += len(words)
        self._page = page
        self.text = "".join(parts)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The page characters that inner characters ``start:end`` came from."""
        first, last = self._run(start), self._run(max(start, end - 1))
        return self._place(first, start), self._place(last, end - 1, after=True)

    def article(self, article: Article) -> Article:
        """The same article, tied to the page instead of the frame."""
        return replace(
            article,
            segments=[piece for segment in article.segments for piece in self._pieces(segment)],
            title_span=Span(*self.span(article.title_span.start, article.title_span.end))
            if article.title_span
            else None,
            published=self._date(article.published),
            updated=self._date(article.updated),
        )

    def _run(self, at: int) -> int:
        return max(0, bisect_right(self._inner, at) - 1)

    def _place(self, run: int, at: int, *, after: bool = False) -> int:
        start, end, plain = self._outer[run]
        if plain:
            return start + at - self._inner[run] + after
        return end if after else start

    def _pieces(self, segment: Segment) -> Iterator[Segment]:
        if segment.end - segment.start != segment.page_end - segment.page_start:
            yield Segment(segment.start, segment.end, *self.span(segment.page_start, segment.page_end))
            return
        at = segment.page_start
        while at < segment.page_end:
            run = self._run(at)
            stop = self._inner[run + 1] if run + 1 < len(self._inner) else len(self.text)
            to = min(stop, segment.page_end)
            shift = segment.start - segment.page_start
            yield Segment(at + shift, to + shift, *self.span(at, to))
            at = to

    def _date(self, when: Date | None) -> Date | None:
        if when is None or when.evidence is None:
            return when
        start, end = self.span(when.evidence.start, when.evidence.end)
        return replace(when, evidence=Evidence("", start, end, self._page[start:end]))


def frames_of(page: str, tree: Tree) -> Iterator[Frame]:
    """The frames of a page that carry a source long enough to hold an article."""
    if "srcdoc" not in page:
        return
    count = 0
    for node in tree.root.walk():
        if node.tag == "iframe" and len(node.attrs.get("srcdoc", "")) >= LEAST_FRAME and count < MOST_FRAMES:
            span = value_span(page, node.inside, "srcdoc")
            if span is not None:
                count += 1
                yield Frame(page, *span)
