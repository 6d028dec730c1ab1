"""The pile of articles as the story half walks through it: in one order, whatever order it was given in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from rashomon.record import Article, Evidence, Heard, Page, Precision, Reading, Span
from rashomon.relating.words import Word, words_of


@dataclass(frozen=True, slots=True)
class Told:
    """One article with its page and what was heard in it."""

    page: Page
    heard: Heard
    words: list[Word]

    @property
    def article(self) -> Article:
        return self.heard.article

    @property
    def id(self) -> str:
        return self.heard.article.id

    def evidence(self, span: Span) -> Evidence:
        """The words of the span, as evidence."""
        return Evidence(self.id, span.start, span.end, span.of(self.article.text))

    def words_in(self, span: Span) -> list[Word]:
        """The words that stand inside the span."""
        first = bisect_left(self.words, span.start, key=_start)
        last = bisect_left(self.words, span.end, key=_start)
        while last > first and self.words[last - 1].end > span.end:
            last -= 1
        return self.words[first:last]

    def sentence_at(self, at: int) -> int | None:
        """The index of the sentence that holds character ``at``."""
        k = bisect_right(self.heard.sentences, Span(at, len(self.article.text) + 1)) - 1
        return k if k >= 0 and self.heard.sentences[k].end > at else None

    def sentences_in(self, span: Span) -> list[int]:
        """The indices of the sentences that share characters with the span."""
        first = self.sentence_at(span.start)
        if first is None:
            first = bisect_left(self.heard.sentences, span)
        out = []
        for k in range(first, len(self.heard.sentences)):
            if self.heard.sentences[k].start >= span.end:
                break
            out.append(k)
        return out


@dataclass(frozen=True, slots=True)
class Pile:
    """Every page and article of the story, sorted; ``told`` is in order of article id."""

    pages: list[Page]
    told: list[Told]
    dropped: Counter[str] = field(default_factory=Counter)

    def text(self, article: str) -> str:
        return self.by_id()[article].article.text

    def by_id(self) -> dict[str, Told]:
        return {told.id: told for told in self.told}


def pile_of(readings: Iterable[Reading]) -> Pile:
    """The pile; a page given twice counts once, and what the page half dropped is added up."""
    pages: dict[str, Reading] = {}
    for reading in readings:
        known = pages.get(reading.page.id)
        if known is None or reading.page.name < known.page.name:
            pages[reading.page.id] = reading
    dropped: Counter[str] = Counter()
    told: list[Told] = []
    for page_id in sorted(pages):
        reading = pages[page_id]
        dropped.update(reading.page.dropped)
        for heard in reading.heard:
            dropped.update(heard.dropped)
            tidy = replace(heard, sentences=sorted(heard.sentences))
            told.append(Told(reading.page, tidy, words_of(heard.article.text)))
    return Pile([pages[k].page for k in sorted(pages)], sorted(told, key=lambda one: one.id), dropped)


def published_on(told: Told) -> date | None:
    """The day an article was published, where it is known to the day."""
    when = told.article.published
    if when is None or when.precision not in (Precision.DAY, Precision.MINUTE):
        return None
    return date.fromisoformat(when.value[:10])


def _start(word: Word) -> int:
    return word.start
