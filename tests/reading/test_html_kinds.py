"""Pages as people save them: by SingleFile, from AMP, for print, taken over by another site, several in one."""

from __future__ import annotations

import json
from html import escape

import pytest

from rashomon.reading.read import read_page
from rashomon.record import Basis, Genre
from tests.reading.pages_html import LAST, LEAD, MORE, assert_anchored, page, paragraphs, story

TEXT = "\n\n".join((LEAD, MORE, LAST))
MILL = (
    "The mill at Ostrand has stood empty since the owners left, and the town has never decided what to do with it "
    "or its weir, the mayor of the town said.",
    "A builder from the coast offered to pull it down for nothing if he could keep the oak. Per Holm said no to "
    "this, twice, and then a third time in writing.",
)
SINGLE_FILE = (
    "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://brenna.example/news/sluice?x=1 \n"
    " saved date: Fri May 07 2021 10:00:00 GMT+0200 (Central European Summer Time)\n--><head><meta charset=utf-8>"
)


def test_a_single_file_page_brings_its_address_and_the_time_it_was_saved() -> None:
    picture = f"<img src='data:image/png;base64,{'A' * 9000}'>"
    read = read_page(f"{SINGLE_FILE}<title>Sluice</title></head><body>{story()}{picture}</body></html>")
    assert (read.url, read.captured) == ("https://brenna.example/news/sluice?x=1", "2021-05-07T10:00+02:00")
    (article,) = read.articles
    assert article.text == TEXT
    assert article.published is None  # the day it was saved is not the day it was published
    assert_anchored(read)


def test_a_browsers_own_mark_brings_the_address() -> None:
    mark = "<!DOCTYPE html>\n<!-- saved from url=(0031)https://brenna.example/news/x -->\n"
    read = read_page(f"{mark}<html><head><title>Sluice</title></head><body>{story()}</body></html>")
    assert (read.url, read.captured) == ("https://brenna.example/news/x", None)


def test_an_address_that_was_given_outranks_the_one_in_the_page() -> None:
    read = read_page(f"{SINGLE_FILE}</head><body>{story()}</body></html>", url="https://other.example/a")
    assert read.url == "https://other.example/a"


def test_an_amp_page_is_read_and_says_whose_version_it_is() -> None:
    amp = (
        "<!doctype html><html ⚡ lang=en><head><link rel=canonical href='https://brenna.example/sluice'>"
        "<title>Lock keeper says sluice was open</title></head><body><amp-sidebar><a href=/>Home</a></amp-sidebar>"
        "<article><h1>Lock keeper says sluice was open</h1><p class=byline>By Ada Renn</p><amp-img src=x></amp-img>"
        f"{paragraphs(LEAD, MORE, LAST)}<amp-ad></amp-ad></article></body></html>"
    )
    read = read_page(amp, url="https://amp.brenna.example/amp/sluice")
    (article,) = read.articles
    assert (article.text, article.authors, article.outlet) == (TEXT, ["Ada Renn"], "brenna.example")
    assert read.problems == ["another version of https://brenna.example/sluice, as its canonical link says"]


@pytest.mark.parametrize(
    ("canonical", "url", "noted"),
    [
        ("/sluice", "https://brenna.example/print/sluice", "https://brenna.example/sluice"),
        ("https://brenna.example/sluice", "https://other.example/2021/sluice", "https://brenna.example/sluice"),
        ("https://www.brenna.example/sluice/", "http://brenna.example/sluice?utm_source=x#top", None),
        ("https://brenna.example/", "https://brenna.example/sluice", None),
        ("", "https://brenna.example/sluice", None),
    ],
)
def test_another_version_is_known_by_its_canonical_link(canonical: str, url: str, noted: str | None) -> None:
    read = read_page(page(story(), f"<link rel='canonical' href='{canonical}'>"), url=url)
    assert [one.split(",")[0] for one in read.problems] == ([f"another version of {noted}"] if noted else [])
    assert len(read.articles) == 1


def test_microdata_tell_author_and_date() -> None:
    body = (
        "<div itemscope itemtype='http://schema.org/NewsArticle'><h1 itemprop=headline>Lock keeper says sluice was open"
        "</h1><span itemprop=author itemscope itemtype='http://schema.org/Person'><span itemprop=name>Ada Renn</span>"
        "</span><meta itemprop=datePublished content='2021-05-06T09:10:00+02:00'><div itemprop=articleBody>"
        f"{paragraphs(LEAD, MORE, LAST)}</div></div>"
    )
    (article,) = read_page(page(body)).articles
    assert (article.text, article.authors) == (TEXT, ["Ada Renn"])
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2021-05-06T09:10", Basis.METADATA)


def test_articles_under_headings_alone_are_separated() -> None:
    glued = (
        f"<h2>Lock keeper says sluice was open</h2><p>By Ada Renn</p><p>May 6, 2021</p>{paragraphs(LEAD, MORE, LAST)}"
        f"<h2>Mill at Ostrand stays</h2><p>By Per Lund</p>{paragraphs(*MILL)}"
        f"<h2>Nobody closed the sluice</h2><p>Published on</p><p>By Jonas Vik</p>{paragraphs(LEAD, MORE)}"
    )
    read = read_page(page(f"<div>{glued}</div>"))
    assert [(a.title, a.authors, a.published and a.published.value) for a in read.articles] == [
        ("Lock keeper says sluice was open", ["Ada Renn"], "2021-05-06"),
        ("Mill at Ostrand stays", ["Per Lund"], None),
        ("Nobody closed the sluice", ["Jonas Vik"], None),
    ]
    assert [a.text for a in read.articles] == [TEXT, "\n\n".join(MILL), f"{LEAD}\n\n{MORE}"]
    assert_anchored(read)


def test_an_article_with_headings_and_dates_of_its_own_stays_one() -> None:
    body = (
        f"<article><h1>How the sluice came to be open</h1><p>By Ada Renn</p><p>{LEAD}</p><h2>6 May 2021: the lamp"
        f"</h2>{paragraphs(MORE, LAST)}<h2>7 May 2021: the owners of the mill</h2>{paragraphs(*MILL)}</article>"
    )
    (article,) = read_page(page(body)).articles
    assert article.text.startswith(LEAD)
    assert article.text.endswith(MILL[1])


def test_an_entry_of_a_live_blog_names_the_word_that_makes_it_one() -> None:
    posts = "".join(
        f"<article><time datetime='2021-05-0{k}T10:00:00+02:00'>10:0{k}</time><h2>The water, part {k}</h2><p>The water "
        f"stands at {k} metres, the lock keeper says, and the road to Ostrand is closed.</p></article>"
        for k in (6, 5, 4)
    )
    data = json.dumps({"@type": "LiveBlogPosting", "headline": "The flood"})
    read = read_page(page(f"<div>{posts}</div>", f"<script type='application/ld+json'>{data}</script>"))
    assert [a.title for a in read.articles] == ["The water, part 6", "The water, part 5", "The water, part 4"]
    assert {(a.genre, a.genre_cue) for a in read.articles} == {(Genre.NEWS, "LiveBlogPosting")}


def test_a_page_of_nothing_but_a_copyright_line_has_no_article() -> None:
    assert (
        read_page("<html><body><p>Copyright 2021 Brenna Gazette. All rights reserved.</p></body></html>").articles == []
    )


def test_signs_alone_are_no_body() -> None:
    arrows = "<div>›‹</div>" * 9
    (article,) = read_page(
        page(f"<article><h1>Sluice was open</h1>{arrows}{paragraphs(LEAD, MORE)}</article>")
    ).articles
    assert article.text == f"{LEAD}\n\n{MORE}"


def test_a_frame_in_a_frame_is_read() -> None:
    inner = page(story("Caf&eacute; &amp; the open sluice"))
    for _ in range(2):
        inner = f'<html><body><iframe srcdoc="{escape(inner)}"></iframe></body></html>'
    read = read_page(inner)
    (article,) = read.articles
    assert (article.title, article.text) == ("Café & the open sluice", TEXT)
    for s in article.segments:
        if s.end - s.start == s.page_end - s.page_start > 1:
            assert article.text[s.start : s.end] == read.text[s.page_start : s.page_end]


@pytest.mark.parametrize("mark", ["shadowrootmode", "shadowroot"])
def test_a_shadow_tree_is_read_and_a_template_is_not(mark: str) -> None:
    shadow = (
        f"<div><template {mark}='open'>{story()}</template></div><template>{story('A form for stories')}</template>"
    )
    (article,) = read_page(f"<html><body>{shadow}</body></html>").articles
    assert (article.title, article.text) == ("Lock keeper says sluice was open", TEXT)
