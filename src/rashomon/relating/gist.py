"""What the story half keeps of an article to compare it with the others: everything but its syntax."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rashomon.naming.fold import fold
from rashomon.record import ArticleRow, EntityKind, Heard, Named, Page, PageRow, Reading, SourceKind, Span
from rashomon.relating.affiliation import nations_beside
from rashomon.relating.grouping import terms_of
from rashomon.relating.rows import article_row, page_row
from rashomon.relating.runs import runs_of
from rashomon.relating.words import words_of

KINDS = {
    SourceKind.PERSON: EntityKind.PERSON,
    SourceKind.ORGANISATION: EntityKind.ORGANISATION,
    SourceKind.OUTLET: EntityKind.OUTLET,
    SourceKind.DOCUMENT: EntityKind.DOCUMENT,
    SourceKind.PLACE: EntityKind.PLACE,
    SourceKind.GROUP: EntityKind.GROUP,
}
_PRONOUNS = frozenset(
    {"i", "me", "my", "we", "us", "our", "you", "he", "him", "she", "her", "it", "they", "them", "who", "which", "that"}
    | {"this", "these", "those", "some", "many", "others", "one", "both", "all", "none"}
)


@dataclass(frozen=True, slots=True)
class Gist:
    """An article's row and sentences, and what finds it among others: ``names`` as it uses them, ``nations`` that
    stand beside a mention (by where that starts), ``marks`` of its runs of words, ``terms`` with their weights.
    ``asked`` are names that somebody elsewhere in the story may bear."""

    row: ArticleRow
    sentences: list[tuple[int, int]]
    names: list[Named]
    nations: dict[int, list[str]]
    marks: dict[int, int]
    terms: dict[str, float]
    asked: list[str]
    dropped: dict[str, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's row and the gists of its articles."""

    page: PageRow
    gists: list[Gist]
    dropped: dict[str, int]


def sheet_of(reading: Reading) -> Sheet:
    gists = [gist_of(heard, reading.page) for heard in reading.heard]
    return Sheet(page_row(reading.page), gists, reading.page.dropped)


def gist_of(heard: Heard, page: Page) -> Gist:
    article = heard.article
    names, words = list(_names(heard)), words_of(article.text)
    return Gist(
        article_row(article, page),
        [(span.start, span.end) for span in sorted(heard.sentences)],
        names,
        nations_beside(article.text, (span for named in names for span in named.mentions)),
        runs_of(words),
        terms_of(article.title or "", article.text, words),
        sorted({*_asked(heard), article.outlet or ""} - {""}),
        heard.dropped,
    )


def _names(heard: Heard) -> Iterable[Named]:
    """Every name of the article, and speakers that no name stands for."""
    yield from (named for named in heard.names if named.mentions)
    known = {fold(form) for named in heard.names for form in (named.name, *named.names)}
    extra: dict[tuple[str, EntityKind], list[Span]] = defaultdict(list)
    for attribution in heard.attributions:
        who = attribution.speaker
        if who is None or who.anonymous or who.kind not in KINDS or fold(who.name) in known:
            continue
        if who.name.strip() and not _is_pronoun(who.name):
            extra[who.name, KINDS[who.kind]] += (who.evidence or attribution.source)[:1]
    for (name, kind), spans in sorted(extra.items()):
        if spans:
            yield Named(name, kind, [], [], sorted(set(spans)))


def _is_pronoun(name: str) -> bool:
    """Whether a source's only words are a pronoun that the article leaves open, which is nobody's name."""
    return fold(name) in _PRONOUNS


def _asked(heard: Heard) -> Iterable[str]:
    for one in heard.attributions:
        if one.speaker is not None and one.speaker.kind is SourceKind.UNKNOWN:
            yield one.speaker.name


def tidy(heard: Heard) -> Heard:
    """The same with its sentences in order."""
    return replace(heard, sentences=sorted(heard.sentences))
