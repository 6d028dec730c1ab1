from __future__ import annotations

import json
from html import escape

from rashomon.reading.read import read_page
from rashomon.record import Basis, Genre, Precision
from tests.reading.pages_html import FOOTER, LAST, LEAD, MORE, NAVIGATION, assert_anchored, page, paragraphs, story

OTHER = (
    "The mill at Ostrand has stood empty since the owners left, and the town has never decided what to do with it "
    "or its weir.",
    "A builder from the coast offered to pull it down for nothing if he could keep the oak. Ostrand's mayor, Per "
    "Holm, said no.",
    "The council will hear both sides in June. Until then the weir is closed to boats, and a fence keeps walkers "
    "from the yard where the "
    "last miller, Tore Lund, kept his horses. He is ninety now and says that he would rather see the mill burn "
    "than sold to the coast.",
)
BYLINE = (
    "<p class='byline'>By Ada Renn and Jonas Vik</p><time datetime='2021-05-06T09:10:00+02:00'>6 May 2021, 09:10</time>"
)


def test_body_without_title_byline_menus_and_footer() -> None:
    read = read_page(page(story("Lock keeper says sluice was open", BYLINE)))
    (article,) = read.articles
    assert article.text == "\n\n".join((LEAD, MORE, LAST))
    assert article.title == "Lock keeper says sluice was open"
    assert article.title_span is not None
    assert read.text[article.title_span.start : article.title_span.end] == article.title
    assert article.authors == ["Ada Renn", "Jonas Vik"]
    assert article.published is not None
    assert (article.published.value, article.published.precision) == ("2021-05-06T09:10", Precision.MINUTE)
    assert article.published.basis is Basis.STATED
    assert (article.language, article.genre, read.problems) == ("en", Genre.NEWS, [])
    assert_anchored(read)


def test_furniture_within_the_body_is_left_out() -> None:
    inside = (
        paragraphs(LEAD)
        + "<div class='related-stories'><h3>Related</h3><a href='/1'>Ostrand mill to be sold</a></div>"
        + "<p><a href='/2'>READ MORE: Mill owners leave town</a></p>"
        + paragraphs(MORE)
        + "<figure><img src='x'><figcaption>The sluice in May. Photo: Ada Renn</figcaption></figure>"
        + paragraphs(LAST)
        + "<p>Sign up for our newsletter to get the news every morning.</p>"
    )
    (article,) = read_page(
        page(f"<article><h1>Sluice was open</h1><div class='article-body'>{inside}</div></article>")
    ).articles
    assert article.text == "\n\n".join((LEAD, MORE, LAST))


def test_quoted_posts_and_tables_stay() -> None:
    tweet = (
        "<blockquote class='twitter-tweet'><p>Nobody told me anything.</p>&mdash; Ilse Tamm (@ilsetamm) <a "
        "href='/s'>May 6, 2021</a></blockquote>"
    )
    table = (
        "<table><tr><th>Month</th><th>Level</th></tr><tr><td>April</td><td>2.1 "
        "m</td></tr><tr><td>May</td><td>3.4 m</td></tr></table>"
    )
    inside = f"<p>{LEAD}</p>{tweet}<p>{MORE}</p>{table}<p>{LAST}</p>"
    (article,) = read_page(
        page(f"<article><h1>Sluice was open</h1><div class='article-body'>{inside}</div></article>")
    ).articles
    assert "Nobody told me anything." in article.text
    assert "May 3.4 m" in article.text.split("\n\n")


def test_articles_one_below_the_other_are_separated_in_order() -> None:
    second = "<p>By Per Lund</p><time datetime='2021-04-02'>2 April 2021</time>"
    both = story("Lock keeper says sluice was open", BYLINE) + story("Mill at Ostrand stays", second, *OTHER)
    read = read_page(page(both))
    assert [article.title for article in read.articles] == ["Lock keeper says sluice was open", "Mill at Ostrand stays"]
    assert [article.authors for article in read.articles] == [["Ada Renn", "Jonas Vik"], ["Per Lund"]]
    assert [a.published.value[:10] if a.published else None for a in read.articles] == ["2021-05-06", "2021-04-02"]
    assert read.articles[1].text == "\n\n".join(OTHER)
    assert [article.position for article in read.articles] == [1, 2]
    assert_anchored(read)


def test_teasers_are_not_articles() -> None:
    teasers = "".join(
        f"<article><h2><a href='/{k}'>Story number {k} of the day</a></h2><p>{LEAD}</p></article>" for k in range(4)
    )
    read = read_page(
        page(story("Lock keeper says sluice was open", BYLINE) + f"<section class='related'>{teasers}</section>")
    )
    assert [article.title for article in read.articles] == ["Lock keeper says sluice was open"]
    assert read.articles[0].text.startswith(LEAD)


def test_a_live_blog_gives_one_article_a_post_with_its_date() -> None:
    posts = "".join(
        f"<div class='live-post'><time datetime='2021-05-0{k}T10:00:00+02:00'>{k} May 2021 10:00</time><h3>Update "
        f"{k}</h3>"
        f"<p>The water stands at {k} metres, the lock keeper says, and the road to Ostrand is closed.</p></div>"
        for k in (4, 5, 6)
    )
    data = json.dumps({"@type": "LiveBlogPosting", "headline": "The flood"})
    head = f"<script type='application/ld+json'>{data}</script>"
    read = read_page(
        page(f"<h1>The flood as it happens</h1><p>{LEAD}</p><p>{MORE}</p><div class='live-blog'>{posts}</div>", head)
    )
    dated = [
        (a.published.value[:10], a.text) for a in read.articles if a.published and a.text.startswith("The water stands")
    ]
    assert [day for day, _ in dated] == ["2021-05-04", "2021-05-05", "2021-05-06"]
    assert all("Update" not in text for _, text in dated)
    assert_anchored(read)


def test_a_paywall_stub_is_said_to_be_one() -> None:
    wall = "<div class='paywall'><p>Subscribe to continue reading this article.</p></div>"
    read = read_page(
        page(f"<article><h1>Sluice was open</h1><div class='article-body'>{paragraphs(LEAD)}</div>{wall}</article>")
    )
    (article,) = read.articles
    assert article.text == LEAD
    assert article.problems[0].startswith("paywall stub")
    assert read.problems[0].startswith("article 1: paywall stub")


def test_a_frame_with_a_saved_page_is_read_and_anchored() -> None:
    inner = page(story("Caf&eacute; &amp; the open sluice", BYLINE, LEAD, MORE.replace("clerk", "cl&shy;erk"), LAST))
    read = read_page(f'<html><body><iframe srcdoc="{escape(inner)}"></iframe></body></html>')
    (article,) = read.articles
    assert article.title == "Café & the open sluice"
    assert article.text == "\n\n".join((LEAD, MORE, LAST))
    assert article.published is not None
    assert article.published.evidence is not None
    assert "6 May 2021" in article.published.evidence.text
    for s in article.segments:
        if s.end - s.start == s.page_end - s.page_start > 1:
            assert article.text[s.start : s.end] == read.text[s.page_start : s.page_end]


def test_a_page_without_prose_has_no_article_and_says_so() -> None:
    read = read_page(f"<html><head><title>Brenna Gazette</title></head><body>{NAVIGATION}{FOOTER}</body></html>")
    assert read.problems == ["no article text found on the page"] or len(read.articles[0].text) < 80


def test_a_page_of_two_plain_paragraphs_is_read() -> None:
    (article,) = read_page(f"<html><body><h1>Sluice open</h1>{paragraphs(LEAD, LAST)}</body></html>").articles
    assert article.text == f"{LEAD}\n\n{LAST}"
    assert article.published is None
