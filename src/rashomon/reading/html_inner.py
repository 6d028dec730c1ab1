"""Texts that stand in a page in another writing: a frame's source in an attribute, an article in a JSON string."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.reading.assemble import Stretch
from rashomon.record import Article, Date, Evidence, Segment, Span


class Inner:
    """A text that stands encoded in a page, decoded, and the way back from its characters to the page's."""

    def __init__(self, page: str, runs: Iterable[Stretch]) -> None:
        parts: list[str] = []
        self._inner: list[int] = []
        self._outer: list[tuple[int, int, bool]] = []
        size = 0
        for stretch in runs:
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
        """The same article, tied to the page instead of the inner text."""
        return replace(
            article,
            segments=self.segments(article.segments),
            title_span=Span(*self.span(article.title_span.start, article.title_span.end))
            if article.title_span
            else None,
            published=self._date(article.published),
            updated=self._date(article.updated),
        )

    def segments(self, segments: Iterable[Segment]) -> list[Segment]:
        """Segments that lead to the inner text, led on to the page."""
        return [piece for segment in segments for piece in self._pieces(segment)]

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
