from __future__ import annotations

import json

import pytest
from lxml import html
from starlette.testclient import TestClient

from rashomon.desk.paging import leaf

PATHS = (
    "/",
    "/claims",
    "/claim/c1",
    "/claim/c2",
    "/articles",
    "/article/a1",
    "/article/a3",
    "/people",
    "/person/e1",
    "/timeline",
    "/timeline?first=2021-06-01&last=2021-08-01&outlet=Orlen+Courier",
    "/sources",
    "/timeline?part=1&wide=390",
    "/sources?about=other%3Atomas%20brandt",
    "/sources?about=nobody&least=2",
    "/claims?status=disputed",
    "/claims?q=report",
    "/claims?part=1&q=nothing",
    "/articles?q=mayor",
    "/people?q=varga&kind=person",
    "/people?part=1&from=2",
    "/unnamed",
    "/line/s10",
    "/line/s10?part=1",
    "/log",
    "/search?q=report",
    "/search?part=1&q=rep",
    "/add",
    "/take",
)


@pytest.mark.parametrize("path", PATHS)
def test_every_page_stands(still: TestClient, path: str) -> None:
    answer = still.get(path)
    assert answer.status_code == 200
    ids = html.document_fromstring(answer.text).xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", PATHS)
def test_words_from_pages_are_text_everywhere(hostile: TestClient, path: str) -> None:
    text = hostile.get(path).text
    tree = html.document_fromstring(text)
    assert "<script>window" not in text
    assert tree.xpath("//img | //*[@onload or @onerror or @style]") == []
    assert [link for link in tree.xpath("//@href") if not link.startswith(("/", "#"))] == []


@pytest.mark.parametrize("path", PATHS)
def test_every_link_leads_somewhere(still: TestClient, path: str) -> None:
    tree = html.document_fromstring(still.get(path).text)
    for link in set(tree.xpath("//a/@href")):
        target, _, anchor = link.partition("#")
        answer = still.get(target or path)
        assert answer.status_code == 200, link
        if anchor and not target.startswith("/take"):
            assert anchor in html.document_fromstring(answer.text).xpath("//@id"), link


def test_what_is_not_there_is_said_in_one_line(still: TestClient) -> None:
    for path in ("/claim/none", "/article/none", "/person/none", "/line/none", "/take/none", "/nowhere"):
        answer = still.get(path)
        assert answer.status_code == 404
        assert "That could not be done" in answer.text


def test_the_overview_says_what_could_not_be_read(still: TestClient) -> None:
    text = still.get("/").text
    assert "broken.pdf" in text
    assert "encrypted PDF: save it without a password" in text


def test_a_search_answers_with_people_claims_lines_and_articles(still: TestClient) -> None:
    tree = html.fragment_fromstring(still.get("/search?part=1&q=rep").text, create_parent=True)
    kinds = {option.xpath("string(span[@class='tag'])") for option in tree.xpath(".//a[@role='option']")}
    assert kinds == {"claim", "said", "article"}
    people = html.fragment_fromstring(still.get("/search?part=1&q=brand").text, create_parent=True)
    assert people.xpath("string(.//a[@role='option'][1]//bdi)") == "Tomas Brandt"


def test_odd_searches_are_no_trouble(still: TestClient) -> None:
    for words in ("", "*", '"', "NOT", "a AND", "«»", "x" * 5000, "\u202e"):
        assert still.get("/search", params={"q": words}).status_code == 200


def test_the_timeline_keeps_to_what_is_asked(still: TestClient) -> None:
    tree = html.document_fromstring(still.get("/timeline?first=2021-06-01&last=2021-06-30").text)
    assert tree.xpath("//ol[@class='events']/li/@id") == ["event-v1"]
    tree = html.document_fromstring(still.get("/timeline?person=e1").text)
    assert tree.xpath("//ol[@class='events']/li/@id") == ["event-v3"]
    assert still.get("/timeline?first=nonsense&last=9999-99-99").status_code == 200


def test_a_line_has_a_citation(still: TestClient) -> None:
    tree = html.document_fromstring(still.get("/line/s2").text)
    assert tree.xpath("string(//*[@id='cite'])") == (
        "“I handed her the report myself … She read the first page and put it in a drawer” — Tomas Brandt, "
        "7 June 2021. Ada Lind, “Mayor knew bridge was unsafe, engineer says”, Orlen Courier, 8 June 2021. "
        "https://example.org/0"
    )


def test_everything_can_be_taken_out(still: TestClient) -> None:
    tree = html.document_fromstring(still.get("/take").text)
    links = tree.xpath("//ul[@class='takes']//@href")
    assert len(links) > 5
    for link in links:
        answer = still.get(link)
        assert answer.status_code == 200
        assert answer.headers["content-disposition"].startswith('attachment; filename="sample')
    assert json.loads(still.get("/take/json").content)["story"]["title"] == "The Orlen bridge"


def test_events_and_origins_have_addresses_too(still: TestClient) -> None:
    event = still.get("/event/v2", follow_redirects=False)
    assert event.headers["location"].endswith("#event-v2")
    shown = html.document_fromstring(still.get("/event/v2").text)
    assert shown.xpath("//li[@id='event-v2']")
    assert "Tomas Brandt" in html.document_fromstring(still.get("/origin/o1").text).xpath("string(//h1)")
    assert still.get("/event/none").status_code == still.get("/origin/none").status_code == 404


def test_names_are_offered_by_what_is_typed(still: TestClient) -> None:
    offered = html.fragment_fromstring(still.get("/names?q=var").text, create_parent=True)
    assert offered.xpath(".//option/@value") == ["Ilse Varga"]


def test_long_lists_come_a_leaf_at_a_time() -> None:
    first = leaf(range(1, 301), "/people", {"q": "a", "part": "1"}, each=120)
    assert (first.rows, first.first, first.last, first.before) == (range(1, 121), 1, 120, "")
    assert first.after == "/people?q=a&from=121"
    last = leaf(range(1, 301), "/people", {"from": "241"}, each=120)
    assert (last.rows, last.before, last.after) == (range(241, 301), "/people?from=121", "")
    assert leaf(range(3), "/people", {"from": "nonsense"}).first == 1
