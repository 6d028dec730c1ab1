"""The record as a whole: valid, in one order, and with dates where they stand."""

from __future__ import annotations

import random
from dataclasses import fields, is_dataclass, replace

import msgspec

from rashomon.record import Basis, Date, Evidence, Precision, Record, Segment
from rashomon.relating.story import relate
from tests.relating.pages import Quiet, Said, Told, story

PAGES = [
    Told(
        "Minister Orla Venn told Nordpost on Monday that the board sold the docks to a foreign trust. "
        "Venn then resigned.",
        "The Tarn Courier",
        "2031-04-02",
        [
            Said(
                "Minister Orla Venn",
                "told",
                "that the board sold the docks to a foreign trust",
                "Orla Venn",
                to="Nordpost",
            )
        ],
        people={"Orla Venn": ["Venn"]},
        outlets={"Nordpost": []},
        events=[("Venn then resigned", "resigned", "resign", "2031-04-01")],
    ),
    Told(
        "Venn resigned on Tuesday. “The board sold the docks to a foreign trust,” Venn said.",
        "Nordpost",
        "2031-04-02",
        [Said("Venn", "said", "“The board sold the docks to a foreign trust,”", "Orla Venn")],
        people={"Orla Venn": ["Venn"]},
        events=[("Venn resigned on Tuesday", "resigned", "resign", "2031-04-01")],
    ),
    Told(
        "Pell Adair denied that the board sold the docks.",
        None,
        None,
        [Said("Pell Adair", "denied", "that the board sold the docks", "Pell Adair")],
        people={"Pell Adair": []},
    ),
]


def evidence_in(thing: object) -> list[Evidence]:
    if isinstance(thing, Evidence):
        return [thing]
    if is_dataclass(thing):
        return [e for f in fields(thing) for e in evidence_in(getattr(thing, f.name))]
    return [e for one in thing for e in evidence_in(one)] if isinstance(thing, (list, tuple)) else []


def check(record: Record) -> None:
    texts = {a.id: a.text for a in record.articles}
    for e in evidence_in(record):
        assert texts[e.article][e.start : e.end] == e.text != ""
    entities, origins = {e.id for e in record.entities}, {o.id for o in record.origins}
    attributions = {a.id for a in record.attributions}
    for claim in record.claims:
        for account in claim.accounts:
            assert account.evidence
            assert account.origin in origins
            assert account.voice is None or account.voice in entities
            assert account.attribution is None or account.attribution in attributions
    spoken = {account.attribution for claim in record.claims for account in claim.accounts}
    assert {a.id for a in record.attributions if a.content} <= spoken
    assert all(link.source in texts and (link.to in texts or link.to in entities) for link in record.links)
    assert all(e.evidence and set(e.participants) <= entities for e in record.events)


def test_every_id_is_defined_and_every_word_stands_where_it_points():
    check(story(*PAGES))


def test_the_order_of_pages_changes_nothing():
    expected = msgspec.json.encode(story(*PAGES))
    mixed = list(PAGES)
    for seed in range(4):
        random.Random(seed).shuffle(mixed)
        assert msgspec.json.encode(story(*mixed)) == expected


def test_a_page_given_twice_counts_once():
    assert msgspec.json.encode(story(*PAGES, PAGES[0])) == msgspec.json.encode(story(*PAGES))


def test_no_pages_make_an_empty_record():
    record = story()
    assert (record.pages, record.claims, record.dropped) == ([], [], {})


def test_one_event_told_twice_is_one_event():
    (event,) = story(*PAGES).events
    assert len({e.article for e in event.evidence}) == 2
    assert event.date is not None
    assert event.date.value == "2031-04-01"
    assert event.weight == round(2 / 3, 4)


def dated(start: int, end: int, words: str, segments: list[Segment]) -> Record:
    reading = Told("Published 4 May 2031 by hand.", "Nordpost").reading()
    page = replace(reading.page, text="Header 3 May 2031\nPublished 4 May 2031 by hand.")
    date = Date("2031-05-04", Precision.DAY, Basis.STATED, Evidence("", start, end, words))
    heard = [replace(h, article=replace(h.article, published=date, segments=segments)) for h in reading.heard]
    given = [replace(reading, page=page, heard=heard)]
    return relate(given, title="", built="", version="", corrections=[], entailer=None, progress=Quiet())


def test_a_date_in_the_text_is_evidence_and_one_outside_it_keeps_its_place_on_the_page():
    whole = [Segment(0, 29, 18, 47)]
    (row,) = dated(28, 38, "4 May 2031", whole).articles
    assert row.published is not None
    assert row.published.evidence == Evidence(row.id, 10, 20, "4 May 2031")
    (row,) = dated(7, 17, "3 May 2031", whole).articles
    assert row.published is not None
    assert row.published.evidence is None
    assert row.published_place is not None
    assert row.published_place.text == "3 May 2031"
