"""Pages and articles as rows of the record, with what stands on the page but outside an article's text."""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.record import Article, ArticleRow, Date, Evidence, Page, PageRow, Place, Segment, Span

_SPACE = re.compile(r"\s+")


def page_row(page: Page) -> PageRow:
    return PageRow(page.id, page.name, page.url, page.media_type, page.captured, list(page.problems))


def article_row(article: Article, page: Page) -> ArticleRow:
    """The row of an article; dates whose words stand in its text point there, others keep their place on the page."""
    published, place = settled(article.published, article, page)
    updated, _ = settled(article.updated, article, page)
    return ArticleRow(
        article.id,
        article.page,
        article.position,
        article.title,
        article.outlet,
        list(article.authors),
        published,
        article.language,
        article.genre,
        article.text,
        [(s.start, s.end, s.page_start, s.page_end) for s in article.segments],
        article.standfirst,
        updated,
        article.genre_cue,
        list(article.problems),
        title_place=place_of(article.title_span, page),
        published_place=place,
    )


def settled(date: Date | None, article: Article, page: Page) -> tuple[Date | None, Place | None]:
    """An article's date with evidence in its text, or without evidence and with its place on the page."""
    if date is None or date.evidence is None:
        return date, None
    evidence = date.evidence
    if evidence.article:
        if article.text[evidence.start : evidence.end] == evidence.text:
            return date, None
        return replace(date, evidence=None), None
    span = Span(evidence.start, evidence.end)
    inside = in_article(span, article)
    if inside is not None:
        return replace(date, evidence=Evidence(article.id, inside.start, inside.end, inside.of(article.text))), None
    return replace(date, evidence=None), place_of(span, page)


def told_date(date: Date | None, article: ArticleRow) -> Date | None:
    """A date found in the article's own text: its evidence counts from the start of that text, and now says so."""
    if date is None or date.evidence is None:
        return date
    evidence = replace(date.evidence, article=article.id)
    there = article.text[evidence.start : evidence.end] == evidence.text
    return replace(date, evidence=evidence if there else None)


def in_article(page_span: Span, article: Article) -> Span | None:
    """The article's characters made from these page characters, or None where they are not all in its text."""
    starts = [s.start + page_span.start - s.page_start for s in article.segments if _holds(s, page_span.start)]
    ends = [s.start + page_span.end - s.page_start for s in article.segments if _holds(s, page_span.end - 1)]
    return Span(starts[0], ends[0]) if starts and ends and starts[0] < ends[0] else None


def _holds(segment: Segment, at: int) -> bool:
    even = segment.end - segment.start == segment.page_end - segment.page_start
    return even and segment.page_start <= at < segment.page_end


def place_of(span: Span | None, page: Page) -> Place | None:
    """A place on the page, where the page has those characters."""
    if span is None or not 0 <= span.start < span.end <= len(page.text):
        return None
    return Place(span.start, span.end, span.of(page.text))
