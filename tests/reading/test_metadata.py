from __future__ import annotations

import json

import pytest

from rashomon.reading.read import read_page
from rashomon.record import Article, Basis, Genre
from tests.reading.pages_html import LAST, LEAD, MORE, page, paragraphs, story

STATEMENT = "Statement by the owners of the mill"


def article_of(
    body: str, head: str = "", url: str | None = None, title: str = "Sluice was open | Brenna Gazette"
) -> Article:
    (article,) = read_page(page(body, head, title=title), url=url).articles
    return article


def linked(**data: object) -> str:
    content = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **data})
    return f"<script type='application/ld+json'>{content}</script>"


def test_structured_data_is_used() -> None:
    head = linked(
        headline="Sluice was open",
        author=[{"@type": "Person", "name": "Ada Renn"}, {"@type": "Organization", "name": "Brenna Gazette Staff"}],
        datePublished="2021-05-06T23:30:00-05:00",
        dateModified="2021-05-08T08:00:00Z",
        publisher={"@type": "Organization", "name": "Brenna Gazette"},
    )
    article = article_of(story("Sluice was open"), head)
    assert (article.authors, article.outlet) == (["Ada Renn"], "Brenna Gazette")
    assert article.published is not None
    assert article.updated is not None
    assert (article.published.value, article.published.basis) == ("2021-05-06T23:30", Basis.METADATA)
    assert article.updated.value == "2021-05-08"


def test_a_page_without_a_date_has_none() -> None:
    body = story("Sluice was open", "", LEAD + " It had failed on 3 March 2020 before.", MORE, LAST)
    article = article_of(body + "<footer>Copyright 2026. Today is Tuesday, 24 November 2026</footer>")
    assert article.published is None
    assert article.updated is None


def test_the_masthead_s_day_is_no_date_of_publication() -> None:
    article = article_of(f"<div class='masthead'>Tuesday, 24 November 2026</div>{story('Sluice was open')}")
    assert article.published is None


def test_published_on_followed_by_nothing_is_no_date() -> None:
    assert article_of(story("Sluice was open", "<p>Published on</p>")).published is None


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://gazette.example/2021/05/06/sluice", "2021-05-06"),
        ("https://gazette.example/news/2021-05-06-sluice", "2021-05-06"),
        ("https://gazette.example/2021/may/06/sluice", "2021-05-06"),
        ("https://gazette.example/2021/05/sluice", "2021-05"),
        ("https://gazette.example/news/sluice-20210", None),
    ],
)
def test_an_address_may_hold_the_date(url: str, value: str | None) -> None:
    published = article_of(story("Sluice was open"), url=url).published
    assert (published.value if published else None) == value


def test_updated_and_published_in_one_line() -> None:
    article = article_of(
        story("Sluice was open", "<p class='dates'>Published 6 May 2021, 09:10 | Updated 7 May 2021, 12:00</p>")
    )
    assert article.published is not None
    assert article.updated is not None
    assert (article.published.value, article.updated.value) == ("2021-05-06T09:10", "2021-05-07T12:00")


def test_a_caption_s_date_is_not_the_article_s() -> None:
    figure = "<figure><figcaption>The sluice on 1 May 2016. Photo: Jonas Vik</figcaption></figure>"
    article = article_of(
        story("Sluice was open", figure), "<meta property='article:published_time' content='2021-05-06T09:10:00+02:00'>"
    )
    assert article.published is not None
    assert article.published.value == "2021-05-06T09:10"


@pytest.mark.parametrize(
    ("bar", "heading", "title"),
    [
        ("Sluice was open | Brenna Gazette", "Sluice was open", "Sluice was open"),
        ("Brenna Gazette - Sluice was open", None, "Sluice was open"),
        ("Sluice was open &raquo; Brenna Gazette", None, "Sluice was open"),
        ("Mill, lock - and the council | Brenna Gazette", None, "Mill, lock - and the council"),
        ("&amp;quot;Open&amp;quot;, he says", None, '"Open", he says'),
    ],
)
def test_the_title_is_without_the_site(bar: str, heading: str | None, title: str) -> None:
    top = f"<h1>{heading}</h1>" if heading else ""
    head = "<meta property='og:site_name' content='Brenna Gazette'>"
    assert article_of(top + paragraphs(LEAD, MORE, LAST), head, title=bar).title == title


def test_the_standfirst_is_a_field_and_not_body() -> None:
    body = story(
        "Sluice was open", "<p class='standfirst'>Keeper contradicts the council over the night of the flood.</p>"
    )
    article = article_of(body)
    assert article.standfirst == "Keeper contradicts the council over the night of the flood."
    assert article.text.startswith(LEAD)


@pytest.mark.parametrize(
    ("body", "url", "genre", "cue"),
    [
        (story("Opinion: the council must answer"), None, Genre.OPINION, "Opinion"),
        (story("The council must answer"), "https://gazette.example/opinion/council", Genre.OPINION, "opinion"),
        (story("What the council knew", "<p class='label'>Analysis</p>"), None, Genre.ANALYSIS, "Analysis"),
        (story(STATEMENT), None, Genre.STATEMENT, "Statement by"),
        (story("Sluice was open"), None, Genre.NEWS, None),
    ],
)
def test_genre_and_its_cue(body: str, url: str | None, genre: Genre, cue: str | None) -> None:
    article = article_of(body, url=url)
    assert (article.genre, article.genre_cue) == (genre, cue)


def test_turns_make_a_transcript() -> None:
    turns = [f"{who}: {LEAD}" for who in ("CHAIR", "MR. VIK", "CHAIR", "MS. TAMM", "CHAIR", "MR. VIK", "CHAIR")]
    article = article_of(story("Hearing on the flood", "", *turns))
    assert (article.genre, article.genre_cue) == (Genre.TRANSCRIPT, "CHAIR:")


def test_the_outlet_may_stand_in_the_title_bar_only() -> None:
    assert article_of(story("Sluice was open"), title="Sluice was open - Coast Wire").outlet == "Coast Wire"
    assert article_of(story("Sluice was open"), title="Sluice was open").outlet is None


@pytest.mark.parametrize("rest", ["Local News", "Press Releases", "mayor denies it", "Owners say it was shut"])
def test_a_section_in_the_title_bar_is_no_outlet(rest: str) -> None:
    assert article_of(story("Sluice was open"), title=f"Sluice was open - {rest}").outlet is None


def test_the_author_behind_the_date_is_found() -> None:
    line = "<p class='postmeta'>Posted on 6 May 2021 by Ada Renn</p>"
    article = article_of(story("Sluice was open", line))
    assert article.authors == ["Ada Renn"]
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2021-05-06", Basis.STATED)


def test_a_disclaimer_below_the_body_tells_opinion_and_is_no_body() -> None:
    note = "The opinions given here are the author's own."
    article = article_of(story("Sluice was open", "", LEAD, MORE, LAST, note))
    assert article.text.endswith(LAST)
    assert article.genre is Genre.OPINION


def test_byline_and_date_lines_above_the_body_are_head() -> None:
    article = article_of(
        "<h1>Sluice was open</h1>" + paragraphs("By Ada Renn", "Thursday, 6 May 2021", LEAD, MORE, LAST)
    )
    assert article.text == "\n\n".join((LEAD, MORE, LAST))
    assert article.authors == ["Ada Renn"]
    assert article.published is not None
    assert article.published.value == "2021-05-06"


def head(lines: str, data: str = "") -> Article:
    """The article of a page with these lines between title and body."""
    body = f"<article><h1>Lock keeper says sluice was open</h1>{lines}{paragraphs(LEAD, MORE, LAST)}</article>"
    return read_page(page(body, data)).articles[0]


@pytest.mark.parametrize("words", ["Retrieved 7 May 2021", "Archived on 7 May 2021", "Saved: 2021-05-07 10:00"])
def test_the_day_a_page_was_saved_is_not_the_day_of_publication(words: str) -> None:
    assert head(f"<p>{words}</p>").published is None


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Submitted by Ada Renn on May 6, 2021", ["Ada Renn"]),
        ("By Brenna Gazette Staff", []),
        ("By Brenna Gazette", []),
        ("By Reuters", []),
        ("Von Ada Renn veröffentlicht am 6. Mai 2021", ["Ada Renn"]),
        ("06/05/2021 - Publicado por: Ada Renn - Categoria: Rios", ["Ada Renn"]),
        ("By Ada Renn, Jonas Vik 2021-05-06T22:05:36Z Rivers", ["Ada Renn", "Jonas Vik"]),
        ("By Ada Renn Ada Renn", ["Ada Renn"]),
    ],
)
def test_authors_are_persons_and_the_line_they_stand_on_is_cleaned(line: str, authors: list[str]) -> None:
    assert (
        head(f"<p class='byline'>{line}</p>", "<meta property='og:site_name' content='Brenna Gazette'>").authors
        == authors
    )


def test_an_outlet_behind_the_names_is_no_part_of_them() -> None:
    site = "<meta property='og:site_name' content='Brenna Gazette'>"
    assert head("<p class='author'>Ada Renn and Jonas Vik Brenna Gazette</p>", site).authors == [
        "Ada Renn",
        "Jonas Vik",
    ]


def test_an_author_named_by_reference_is_found() -> None:
    graph = {
        "@graph": [
            {"@type": "WebPage", "datePublished": "2021-05-06T10:00:00+02:00", "author": {"@id": "#p1"}},
            {"@type": ["Person"], "@id": "#p1", "name": "Ada Renn"},
        ]
    }
    article = head("", f"<script type='application/ld+json'>{json.dumps(graph)}</script>")
    assert article.authors == ["Ada Renn"]
    assert article.published is not None
    assert article.published.value == "2021-05-06T10:00"


def test_a_day_that_universal_time_moved_is_the_one_in_the_address() -> None:
    data = json.dumps(
        {"@type": "NewsArticle", "datePublished": "2021-05-07T02:05:00Z", "dateModified": "2021-05-07T02:15:00Z"}
    )
    source = page(story(), f"<script type='application/ld+json'>{data}</script>")
    (article,) = read_page(source, url="https://brenna.example/2021/05/06/sluice").articles
    assert article.published is not None
    assert article.published.value == "2021-05-06"
    assert article.updated is None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Published Thu, May 6 20219:10 AM EST", "2021-05-06T09:10"),
        ("By Ada Renn - 05/26/21 09:10 AM EST", "2021-05-26T09:10"),
        ("By Ada Renn - 05/06/21 09:10 AM EST", None),
        ("05.26.2021 09:10 AM", "2021-05-26T09:10"),
        ("26.05.2021 09:10", "2021-05-26T09:10"),
        ("6 May 2021 | Updated: 8 May 2021", "2021-05-06"),
        ("May 6, 2021 at 9:10 a.m.", "2021-05-06T09:10"),
        ("Photo taken 6 May 2021", None),
        ("Event date: 6 May 2021", None),
        ("06/05/2021", None),
        ("Published on", None),
    ],
)
def test_dates_as_pages_write_them(line: str, value: str | None) -> None:
    published = head(f"<p>{line}</p>").published
    assert (published.value if published else None) == value


@pytest.mark.parametrize(
    ("line", "genre"),
    [("Analysis by Ada Renn", Genre.ANALYSIS), ("Opinion by Ada Renn", Genre.OPINION), ("By Ada Renn", Genre.NEWS)],
)
def test_the_byline_may_tell_the_genre(line: str, genre: Genre) -> None:
    article = head(f"<p class='byline'>{line}</p>")
    assert article.genre is genre
    assert article.genre_cue == (None if genre is Genre.NEWS else line.removesuffix(" Ada Renn"))
    assert article.authors == ["Ada Renn"]


def test_an_edition_is_no_outlet() -> None:
    source = page(story(), "<meta property='og:site_name' content='U.S.'>")
    assert read_page(source, url="https://www.brenna.example/x").articles[0].outlet == "brenna.example"


def test_a_title_that_is_no_heading_is_found_by_the_pages_own_word() -> None:
    body = f"<div>Lock keeper says sluice was open</div><div>2021-05-06 15:24</div><div>{LEAD}</div><div>{MORE}</div>"
    read = read_page(page(body))
    (article,) = read.articles
    assert article.title_span is not None
    assert read.text[article.title_span.start : article.title_span.end] == "Lock keeper says sluice was open"
    assert article.published is not None
    assert article.published.value == "2021-05-06T15:24"


def test_the_mark_up_of_a_time_counts_where_other_words_are_shown() -> None:
    published = head("<time datetime='2021-05-06T09:10:00+02:00'>a day ago</time>").published
    assert published is not None
    assert (published.value, published.basis) == ("2021-05-06T09:10", Basis.METADATA)
    assert head("<p>Updated <time datetime='2021-05-06T09:10:00+02:00'>a day ago</time></p>").published is None


@pytest.mark.parametrize(
    ("language", "day"), [("de", "2021-05-06"), ("en-GB", "2021-05-06"), ("en-US", None), ("en", None), ("ja", None)]
)
def test_which_number_is_the_day_is_told_by_the_language_or_not_at_all(language: str, day: str | None) -> None:
    source = page(
        f"<article><h1>Lock keeper says sluice was open</h1><p>06/05/2021</p>{paragraphs(LEAD, MORE)}</article>"
    )
    published = read_page(source.replace('lang="en"', f'lang="{language}"')).articles[0].published
    assert (published.value if published else None) == day


def test_a_date_below_the_body_that_is_said_to_be_the_publication_s_counts_and_is_no_body() -> None:
    body = (
        f"<article><h1>Lock keeper says sluice was open</h1>{paragraphs(LEAD, MORE, LAST)}<p>Published: 6 May 2021</p>"
    )
    (article,) = read_page(page(f"{body}</article>")).articles
    assert article.text.endswith(LAST)
    assert article.published is not None
    assert article.published.value == "2021-05-06"


def test_letters_to_one_person_are_no_transcript() -> None:
    letters = paragraphs(*[f"DEAR ADA: {text}" for text in (LEAD, MORE, LAST) * 3])
    (article,) = read_page(page(f"<article><h1>Letters about the sluice</h1>{letters}</article>")).articles
    assert article.genre is Genre.NEWS
