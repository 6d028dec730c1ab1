"""Text-only pages into articles."""

from __future__ import annotations

from textwrap import wrap

import pytest

from rashomon.errors import UnreadablePage
from rashomon.reading import text as reading
from rashomon.reading.read import read_page
from rashomon.reading.text import read_text
from rashomon.record import Basis, Genre, Precision
from tests.reading.articles import articles_of_text
from tests.reading.pages_text import BRIDGE, FERRY, FOOT, MENU, SCHOOL, ferry_page, glued


def test_body_is_the_article_and_nothing_else() -> None:
    (article,) = articles_of_text(ferry_page(), page_id="p")
    assert article.text.split("\n\n") == [" ".join(paragraph.split()) for paragraph in FERRY]


def test_head_is_read() -> None:
    page = ferry_page()
    (article,) = articles_of_text(page, page_id="p")
    assert article.title == "Council denies it saw the ferry report before the vote"
    assert article.title_span is not None
    assert article.title_span.of(page) == article.title
    assert article.standfirst == "The report said the old boat should not carry passengers."
    assert article.authors == ["Anna Lindqvist"]
    assert article.language == "en"
    assert article.genre is Genre.NEWS


def test_published_rests_on_words_of_the_page() -> None:
    page = ferry_page()
    (article,) = articles_of_text(page, page_id="p")
    assert article.published is not None
    assert (article.published.value, article.published.precision) == ("2019-03-05T09:17", Precision.MINUTE)
    assert article.published.basis is Basis.STATED
    evidence = article.published.evidence
    assert evidence is not None
    assert evidence.article == ""
    assert page[evidence.start : evidence.end] == evidence.text == "MARCH 5, 2019 09:17"


def test_capture_date_is_no_publication_date() -> None:
    page = " date 2020-06-18 Halvern Gazette - Local News Opinion Weather Sport\n\n" + "\n".join(
        ("Council denies it saw the ferry report before the vote", "", *FERRY)
    )
    (article,) = articles_of_text(page, page_id="p")
    assert article.published is None
    assert article.title == "Council denies it saw the ferry report before the vote"


def test_what_is_left_out_is_counted() -> None:
    page = ferry_page()
    found = read_text(page, page_id="p")
    lines = sum(1 for line in page.split("\n") if line.strip())
    assert sum(found.dropped.values()) == lines - len(FERRY)
    assert found.dropped["line left out: newsletter or subscription"] >= 2
    assert found.dropped["line left out: caption"] + found.dropped["line left out: photo credit"] >= 2


def test_glued_articles_are_separated_in_order() -> None:
    page = glued(
        ("Council denies it saw the ferry report", "A member says nobody had read it.", "Anna Lindqvist", FERRY),
        ("Mayor promises a bridge in the spring", "It is two years late, says a shopkeeper.", "Per Holm", BRIDGE),
        ("Heating fails, and the school is closed again", "Nobody knows for how long.", "The Halvern Gazette", SCHOOL),
    )
    articles = articles_of_text(page, page_id="p")
    assert [article.title for article in articles] == [
        "Council denies it saw the ferry report",
        "Mayor promises a bridge in the spring",
        "Heating fails, and the school is closed again",
    ]
    assert [article.position for article in articles] == [1, 2, 3]
    assert [article.authors for article in articles] == [["Anna Lindqvist"], ["Per Holm"], []]
    assert [article.standfirst for article in articles][1] == "It is two years late, says a shopkeeper."
    assert [article.text.split("\n\n")[0] for article in articles] == [FERRY[0], BRIDGE[0], SCHOOL[0]]
    assert [article.text.split("\n\n")[-1] for article in articles] == [FERRY[-1], BRIDGE[-1], SCHOOL[-1]]


def test_published_on_nothing_is_no_date() -> None:
    page = glued(("Mayor promises a bridge in the spring", "It is two years late.", "Per Holm", BRIDGE))
    (article,) = articles_of_text(page, page_id="p")
    assert article.published is None


def test_list_of_other_stories_is_no_second_article() -> None:
    more = []
    for title in ("Five cakes for a rainy day", "Where to park in Halvern this summer", "Otterby wins at last"):
        more += [title, "By Per Holm", "March 4, 2019", ""]
    page = "\n".join((ferry_page(), "More stories", "", *more))
    assert len(articles_of_text(page, page_id="p")) == 1


def test_title_is_unknown_where_only_a_caption_stands_above() -> None:
    caption = "Council chair Ola Brandt with the mayor of Otterby, Inga Solheim"
    page = "\n\n".join((f"{caption}\n{caption}Halvern Gazette, Aho", *FERRY))
    (article,) = articles_of_text(page, page_id="p")
    assert article.title is None
    assert article.text.startswith(FERRY[0])


def test_title_that_is_a_quotation_keeps_its_marks() -> None:
    title = "'Harbour council never saw the ferry report before vote'"
    (article,) = articles_of_text("\n\n".join((title, *FERRY)), page_id="p")
    assert article.title == title


def test_disclaimer_tells_opinion_and_is_no_body() -> None:
    note = (
        "The statements, views and opinions expressed in this column are solely those of the author and do not "
        "necessarily represent those of this site."
    )
    page = "\n\n".join(
        ("Why the council should have read the ferry report", note, *FERRY, note, "What do you think?", "Notify of")
    )
    (article,) = articles_of_text(page, page_id="p")
    assert article.genre is Genre.OPINION
    assert article.genre_cue == note
    assert note not in article.text


def test_turns_of_an_interview_stay_blocks() -> None:
    turns = [
        "MS. BRANDT: Good afternoon. I have a short statement about the ferry, and then I will take your questions.",
        "Q: Did the council see the report before the vote on the ferry?",
        "MS. BRANDT: No, it did not. Nobody on the council had seen the report when we voted that evening.",
        "Q: The office says that it sent the report to you nine days before.",
        "MS. BRANDT: Then the office should show us the letter. We have looked, and we have not found it anywhere.",
        "Q: Will you ask for an inquiry into the report?",
        "MS. BRANDT: I would welcome one. I have said so, and I say it again to all of you here today.",
        "Q: Thank you very much for your time today, Ms. Brandt.",
    ]
    page = "\n\n".join(("Full transcript: the council's chair on the ferry report", *turns))
    (article,) = articles_of_text(page, page_id="p")
    assert article.genre is Genre.TRANSCRIPT
    assert article.text.split("\n\n") == turns


def test_menu_alone_holds_no_article() -> None:
    assert articles_of_text("\n".join((*MENU, *FOOT)), page_id="p") == []


def test_empty_text_holds_no_article() -> None:
    assert articles_of_text("", page_id="p") == []
    assert articles_of_text(" \n\u00a0\n\u200b\n", page_id="p") == []


def test_a_dump_is_refused_with_its_reason() -> None:
    with pytest.raises(UnreadablePage) as refused:
        articles_of_text("a\n" * (reading.MOST_LINES + 1), page_id="p")
    assert refused.value.reason == "too many lines"


def test_same_page_same_articles() -> None:
    assert articles_of_text(ferry_page(), page_id="p") == articles_of_text(ferry_page(), page_id="p")


@pytest.mark.parametrize("width", [60, 72, 90])
def test_text_wrapped_at_a_width_is_the_same_article(width: int) -> None:
    paragraphs = ("Council denies it saw the ferry report before the vote", *FERRY)
    plain = articles_of_text("\n\n".join(paragraphs), page_id="p")
    wrapped = articles_of_text("\n\n".join("\n".join(wrap(one, width)) for one in paragraphs), page_id="p")
    assert [(article.title, article.text) for article in wrapped] == [
        (article.title, article.text) for article in plain
    ]


def test_lines_of_a_poem_are_not_joined() -> None:
    poem = (
        "The ferry left without a sound,\nthe quay was dark, the rope was wound,\n"
        "and nobody had come to see\nwho stood there in the rain but me."
    )
    page = "\n\n".join(("A poem for the Halvern ferry", poem, *FERRY))
    assert "\n" in poem
    (article,) = articles_of_text(page, page_id="p")
    assert "sound, the quay" not in article.text


def test_a_note_of_a_few_lines_is_an_article():
    text = (
        "Brandt denies deal\n\nBy Ann Lee\n\n"
        "Minister Dana Brandt denied on Monday that a deal had been made. “There is no deal,” she said.\n"
    )
    page = read_page(text.encode(), media_type="text/plain")
    (article,) = page.articles
    assert article.text.startswith("Minister Dana Brandt denied")
    assert (article.title, article.authors) == ("Brandt denies deal", ["Ann Lee"])


def test_a_menu_alone_is_no_article_and_says_so():
    page = read_page(b"Home\nNews\nSport\nWeather\nContact us\nLog in\n", media_type="text/plain")
    assert page.articles == []
    assert page.problems == ["no article text found on the page"]


def test_a_stub_before_a_wall_is_said_to_be_one() -> None:
    lines = ("Council denies it saw the ferry report", "By Anna Lindqvist", "March 5, 2019", FERRY[0])
    wall = ("Subscribe to continue reading", "Already a subscriber? Log in")
    page = read_page("\n\n".join((*lines, *wall)))
    assert [article.text for article in page.articles] == [FERRY[0]]
    assert page.articles[0].problems == ["paywall stub: the page shows 33 words and then 'Subscribe to continue'"]
    assert page.problems == [f"article 1: {page.articles[0].problems[0]}"]
    assert read_page("\n\n".join((*lines, *FERRY[1:], *BRIDGE, *wall))).problems == []


def test_a_column_is_known_by_its_label_and_its_disclaimer_left_out() -> None:
    foot = "Anna Lindqvist writes every week. The views expressed are the author's own."
    page = read_page("\n\n".join(("Opinion", "Halvern must sell the ferry", "By Anna Lindqvist", *FERRY, foot)))
    (article,) = page.articles
    assert (article.genre, article.genre_cue) == (Genre.OPINION, "Opinion")
    assert article.text == "\n\n".join(FERRY)


def test_a_byline_in_german_stands_below_its_title() -> None:
    body = (
        "Der Hafenrat von Halvern hat am Montag bestritten, den Bericht über die Fähre gekannt zu haben, bevor er "
        "abstimmte.",
        "„Wir haben über das abgestimmt, was uns vorlag“, sagte die Vorsitzende. „Niemand hatte es gelesen.“",
        "Der Bericht, den ein Ingenieur für das Verkehrsamt geschrieben hat, nennt den Rumpf der Fähre zu dünn.",
    )
    head = ("Rat bestreitet Kenntnis des Berichts", "Von Anna Lindqvist", "5. März 2019, 14:30 Uhr")
    (article,) = read_page("\n\n".join((*head, *body))).articles
    assert (article.title, article.authors, article.language) == (head[0], ["Anna Lindqvist"], "de")
    assert article.published is not None
    assert article.published.value == "2019-03-05T14:30"
    assert article.text == "\n\n".join(body)
