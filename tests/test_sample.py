"""The sample story from pages to record: what the README promises, on the pages that ship with the project."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import rashomon
from evals import sample
from evals.figure import Figure
from rashomon.record import Record
from rashomon.story import Story
from samples import gold

PAGES = sample.PAGES


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    with rashomon.build(PAGES, tmp_path_factory.mktemp("sample") / "sample.rashomon") as built:
        yield built


@pytest.fixture(scope="module")
def record(story: Story) -> Record:
    return story.record


def test_every_page_is_read_and_the_crawl_holds_three_articles(record: Record) -> None:
    assert len(record.pages) == 14
    assert len(record.articles) == len(gold.PIECES)
    assert not [page.problems for page in record.pages if page.problems]


@pytest.mark.parametrize("stage", ["articles", "attributions", "relations"])
def test_the_gold_record_is_found_to_its_floors(record: Record, stage: str) -> None:
    figures: list[Figure] = getattr(sample.Sample(record), stage)()
    assert [f"{f.name}: {f.value:.2f} < {f.floor}" for f in figures if not f.holds] == []


def test_all_evidence_stands_where_it_points(record: Record) -> None:
    texts = {article.id: article.text for article in record.articles}
    evidence = [e for a in record.attributions for e in (*a.source.evidence, *a.cue, *a.content, *a.hedges)]
    evidence += [e for claim in record.claims for account in claim.accounts for e in account.evidence]
    evidence += [e for entity in record.entities for e in entity.mentions]
    evidence += [e for rows in (record.events, record.origins, record.links) for row in rows for e in row.evidence]
    assert len(evidence) > 500
    assert [e for e in evidence if texts[e.article][e.start : e.end] != e.text or not e.text] == []


def test_a_date_points_at_the_words_that_tell_it(record: Record) -> None:
    dates = [a.said for a in record.attributions] + [e.date for e in record.events]
    words = [d.evidence.text for d in dates if d is not None and d.evidence is not None]
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    days = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|to|yester)day|midnight|noon|weeks?|weekend|month|year|night|day"
    assert len(words) > 15
    assert [w for w in words if not re.search(rf"\b({months}|{days})\b|\d{{4}}", w, re.IGNORECASE)] == []


def test_article_text_leads_back_to_the_page(story: Story, record: Record) -> None:
    for article in record.articles:
        reading = story.reading(article.page)
        assert reading is not None
        page = reading.page.text
        same = 0
        for start, end, page_start, page_end in article.segments:
            if end - start == page_end - page_start and article.text[start:end] == page[page_start:page_end]:
                same += end - start
        assert same >= 0.8 * len(article.text)


def test_no_account_is_without_words_or_a_reason(record: Record) -> None:
    accounts = [account for claim in record.claims for account in claim.accounts]
    assert accounts
    assert [a for a in accounts if not a.evidence or not a.reason] == []


def test_the_record_is_the_same_from_two_halves_as_from_the_whole(record: Record, tmp_path: Path) -> None:
    pages = sorted(PAGES.iterdir(), reverse=True)
    rashomon.build(pages[:5], tmp_path / "sample.rashomon").close()
    with rashomon.build(pages[5:], tmp_path / "sample.rashomon") as story:
        again = story.record
    assert again.articles == record.articles
    assert again.attributions == record.attributions
    assert again.claims == record.claims
    assert again.events == record.events
    assert again.links == record.links


def test_the_export_names_every_undated_article_as_such(story: Story) -> None:
    from rashomon.views.export import export

    exported = json.loads(export(story.record, "json"))
    undated = {a["title"] for a in exported["articles"] if a["published"] is None}
    assert "Statement on the Marin Dell" in undated
