"""The pile of articles as the story half walks through it: in one order, whatever order it was given in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial

from rashomon.ports import Shelf
from rashomon.record import ArticleRow, Evidence, Filed, Heard, PageRow, Precision, Reading, Span
from rashomon.record.codec import encode_reading
from rashomon.relating.gist import Gist, Sheet, gist_of, sheet_of, tidy
from rashomon.relating.words import Word, words_of
from rashomon.relating.worked import Worked, digest, encoded


class Told:
    """One article with its page and what was heard in it, which is fetched only when it is asked for.

    ``digest`` tells the article and all that was heard in it from any other.
    """

    def __init__(self, page: PageRow, gist: Gist, made_from: bytes, fetch: Callable[[], Reading]) -> None:
        self.page = page
        self.gist = gist
        self.digest = made_from
        self._fetch = fetch

    @cached_property
    def heard(self) -> Heard:
        return tidy(next(one for one in self._fetch().heard if one.article.id == self.id))

    @cached_property
    def words(self) -> list[Word]:
        return words_of(self.article.text)

    @cached_property
    def sentences(self) -> list[Span]:
        return [Span(*ends) for ends in self.gist.sentences]

    @property
    def article(self) -> ArticleRow:
        return self.gist.row

    def instead(self, heard: Heard) -> Told:
        """The same with what a person set in it."""
        page = self._fetch().page
        made_from = digest(self.digest, encoded(heard.article))
        return Told(self.page, gist_of(heard, page), made_from, lambda: Reading(page, [heard]))

    def linked(self) -> None:
        """Lets go of what only links to other articles are found by."""
        self.gist = replace(self.gist, marks={}, terms={}, names=[], nations={})

    def forget(self) -> None:
        """Lets go of all that can be fetched again."""
        for name in ("heard", "words", "sentences"):
            self.__dict__.pop(name, None)

    @property
    def id(self) -> str:
        return self.gist.row.id

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
        k = bisect_right(self.sentences, Span(at, len(self.article.text) + 1)) - 1
        return k if k >= 0 and self.sentences[k].end > at else None

    def sentences_in(self, span: Span) -> list[int]:
        """The indices of the sentences that share characters with the span."""
        first = self.sentence_at(span.start)
        if first is None:
            first = bisect_left(self.sentences, span)
        out = []
        for k in range(first, len(self.sentences)):
            if self.sentences[k].start >= span.end:
                break
            out.append(k)
        return out


@dataclass(frozen=True, slots=True)
class Pile:
    """Every page and article of the story, sorted; ``told`` is in order of article id."""

    pages: list[PageRow]
    told: list[Told]
    dropped: Counter[str] = field(default_factory=Counter)

    def by_id(self) -> dict[str, Told]:
        return {told.id: told for told in self.told}


def _sheet_of(filed: Filed) -> Sheet:
    return sheet_of(filed.fetch())


def pile_of(readings: Iterable[Reading | Filed], shelf: Shelf) -> Pile:
    """The pile; a page given twice counts once, and what the page half dropped is added up."""
    sheets = Worked(shelf, "sheet", Sheet)
    pages: dict[str, tuple[Filed, Sheet]] = {}
    for one in readings:
        filed = one if isinstance(one, Filed) else _filed(one)
        sheet = sheets.of(filed.digest, make=partial(_sheet_of, filed))
        known = pages.get(sheet.page.id)
        if known is None or sheet.page.name < known[1].page.name:
            pages[sheet.page.id] = filed, sheet
    dropped: Counter[str] = Counter()
    told: list[Told] = []
    for _, (filed, sheet) in sorted(pages.items()):
        dropped.update(sheet.dropped)
        for gist in sheet.gists:
            dropped.update(gist.dropped)
            told.append(Told(sheet.page, gist, digest(filed.digest, gist.row.id.encode()), filed.fetch))
    return Pile([pages[k][1].page for k in sorted(pages)], sorted(told, key=lambda one: one.id), dropped)


def _filed(reading: Reading) -> Filed:
    return Filed(digest(encode_reading(reading)), lambda: reading)


def published_on(told: Told) -> date | None:
    """The day an article was published, where it is known to the day."""
    when = told.article.published
    if when is None or when.precision not in (Precision.DAY, Precision.MINUTE):
        return None
    return date.fromisoformat(when.value[:10])


def _start(word: Word) -> int:
    return word.start
