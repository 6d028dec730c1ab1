from __future__ import annotations

import re

import pytest
from lxml import html

from rashomon.record import Record, StoryInfo
from rashomon.views.dossier import dossier
from tests.views.sample import hostile_record, sample_record


@pytest.fixture(scope="module")
def tree() -> html.HtmlElement:
    return html.document_fromstring(dossier(sample_record()))


def test_every_link_leads_to_something_in_the_file(tree: html.HtmlElement) -> None:
    places = set(tree.xpath("//@id"))
    links = set(tree.xpath("//a/@href"))
    assert links
    assert {link for link in links if link.removeprefix("#") not in places} == set()


def test_no_id_stands_twice(tree: html.HtmlElement) -> None:
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_affirming_and_denying_stand_side_by_side(tree: html.HtmlElement) -> None:
    (dispute,) = tree.xpath("//*[@class='dispute']")
    assert len(dispute.xpath(".//div[@class='side affirms']//li")) == 4
    assert len(dispute.xpath(".//div[@class='side denies']//li")) == 3
    assert "8 reports, 3 origins" in dispute.xpath("string(.//details[@class='why'])")


def test_nothing_is_fetched_from_anywhere(tree: html.HtmlElement) -> None:
    assert tree.xpath("//@src | //link/@href | //*[@style]") == []
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")


def test_markup_from_pages_is_text() -> None:
    text = dossier(hostile_record())
    assert "<script>window" not in text
    assert "<img" not in text
    assert "\u202e" not in text
    assert re.search(r"href=.?javascript", text) is None
    assert "{{7*7}}" in text


def test_an_empty_story_says_so() -> None:
    empty = Record(StoryInfo("Nothing yet", "2026-11-24T12:00:00+00:00", "0"), [], [], [], [], [], [], [], [], {})
    text = dossier(empty)
    assert "No claim in these pages is affirmed by one and denied by another" in text


def test_the_same_record_gives_the_same_file() -> None:
    assert dossier(sample_record()) == dossier(sample_record())
