from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from rashomon.record import Correction, CorrectionKind, Record
from rashomon.story import Entry
from rashomon.views.export import FORMATS, export
from rashomon.views.exports.annotations import on_page
from rashomon.views.exports.tables import TABLES
from tests.hand_made import A1, A2, COURIER, ev, record

LOG = [
    Entry(
        1, "2026-11-24T09:00:00+00:00", "Ruth", Correction(CorrectionKind.CHECK, [record().attributions[0].id]), None
    ),
    Entry(
        2,
        "2026-11-24T09:05:00+00:00",
        "Ruth",
        Correction(CorrectionKind.SET_TITLE, [A1], "=A *new* title"),
        "2026-11-25",
    ),
]


def rows(name: str, made: Record | None = None) -> list[dict[str, str]]:
    text = export(made or record(), "csv", table=name).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_is_the_same_twice_and_takes_an_empty_story(name: str) -> None:
    made = record()
    empty = Record(made.story, [], [], [], [], [], [], [], [], {})
    assert export(made, name) == export(made, name)
    assert (export(empty, name) == b"") == (name == "ftm")


def test_csv_tells_who_said_what() -> None:
    said = rows("attributions")
    assert [row["speaker"] for row in said] == ["Odile Brandt", "Odile Brandt", "Joren Aldous", "Two officials"]
    assert said[3]["content"] == "the ferry contract was paid for … in cash"
    assert COURIER[int(said[3]["start"]) : int(said[3]["end"])] == "the ferry contract was paid for in cash"
    assert said[1]["note"] == "heard on tape\ntwice"


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_table_has_as_many_cells_as_columns(name: str) -> None:
    made = list(TABLES[name].of(record(), LOG))
    assert made
    assert {len(row) for row in made} == {len(TABLES[name].columns)}


def test_the_account_of_an_article_in_its_own_voice_is_named_after_the_outlet() -> None:
    assert [row["voice"] for row in rows("accounts")] == [
        "",
        "Odile Brandt",
        "Joren Aldous",
        "The Courier itself",
        "Odile Brandt",
    ]


def test_no_cell_of_a_csv_is_a_formula_or_steers_a_terminal() -> None:
    for name in TABLES:
        data = export(record(), "csv", table=name).decode("utf-8-sig")
        assert "\x1b" not in data
        for row in csv.reader(io.StringIO(data, newline="")):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_a_workbook_holds_every_table_and_runs_nothing() -> None:
    book = openpyxl.load_workbook(io.BytesIO(export(record(), "xlsx")))
    assert book.sheetnames == [table.title for table in TABLES.values()]
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert any(cell.value == "=cmd|' /C calc'!A0" for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}


def test_a_workbook_holds_texts_of_any_length() -> None:
    made = record()
    long = replace(made.claims[0], text="x" * 40_000)
    book = openpyxl.load_workbook(io.BytesIO(export(replace(made, claims=[long]), "xlsx")))
    assert len(book["Claims"]["B2"].value) == 32_767


def test_the_report_has_both_sides_and_where_they_stand() -> None:
    report = export(record(), "markdown").decode()
    disputed = report.split("## Disputed")[1].split("## Told by")[0]
    assert "4 reports, 3 origins" in disputed
    affirmed, denied = disputed.split("**Denied by**")
    assert "Two officials" in affirmed
    assert "Odile Brandt, 3 March 2019: “We paid nothing for it” [1]" in denied
    assert re.search(r"^1\. Ines Vale, Piet Orr, .*<https://gazette.example/ferry>$", report, re.MULTILINE)


def test_words_of_a_page_are_no_markup_in_the_report() -> None:
    report = export(record(), "markdown").decode()
    assert "<script>" not in report
    assert "\\*ferry\\*" in report
    made = record()
    page = replace(made.pages[2], url="javascript:alert(1)")
    assert "javascript:" not in export(replace(made, pages=[*made.pages[:2], page]), "markdown").decode()


def test_timelinejs_has_the_dated_events_with_html_made_harmless() -> None:
    slides = json.loads(export(record(), "timelinejs"))["events"]
    assert [slide["unique_id"] for slide in slides] == ["v1"]
    assert slides[0]["start_date"] == {"year": 2019, "month": 3, "day": 3}
    assert "end_date" not in slides[0]
    assert "<script>" not in slides[0]["text"]["text"]
    assert "&lt;script&gt;" in slides[0]["text"]["text"]


def test_a_vague_date_gets_an_end_in_timelinejs() -> None:
    made = record()
    month = replace(made.events[0], date=made.attributions[1].said)
    slide = json.loads(export(replace(made, events=[month]), "timelinejs"))["events"][0]
    assert slide["start_date"] == {"year": 2019, "month": 3, "day": 1}
    assert slide["end_date"] == {"year": 2019, "month": 3, "day": 31}
    assert slide["display_date"] == "March 2019"


def test_an_event_of_a_source_says_by_whom_it_is_told() -> None:
    made = record()
    row = next(one for one in made.attributions if one.source.entity and one.content)
    name = next(one.name for one in made.entities if one.id == row.source.entity)
    told = replace(made.events[0], evidence=row.content[:1], modality="reported")
    changed = replace(made, events=[told])
    assert f"as told by {name}" in json.loads(export(changed, "timelinejs"))["events"][0]["text"]["text"]
    assert f"as told by {name}" in export(changed, "csv", table="timeline").decode()
    assert f"as told by {name}" in export(changed, "markdown").decode()
    assert f"as told by {name}" in export(changed, "ftm").decode()
    nobody = replace(changed, attributions=[], claims=[])
    assert "not in the article's own voice" in export(nobody, "csv", table="timeline").decode()


def test_the_graph_leads_from_outlets_to_speakers_and_origins() -> None:
    space = {"g": "http://gexf.net/1.3"}
    root = ET.fromstring(export(record(), "gexf"))
    nodes = {node.get("id") for node in root.iterfind(".//g:node", space)}
    edges = {
        (edge.get("source"), edge.get("target"), edge.get("label")): edge.get("weight")
        for edge in root.iterfind(".//g:edge", space)
    }
    assert edges["outlet:The Gazette", "e1", "quotes"] == "2"
    assert edges["e1", "e2", "passes on"] == "1"
    assert edges["outlet:The Courier", "o3", "rests on"] == "2"
    assert edges["outlet:The Courier", "outlet:The Gazette", "same_story"] == "1"
    assert {end for source, target, _ in edges for end in (source, target)} == nodes


def test_followthemoney_refers_only_to_what_it_defines() -> None:
    things = [json.loads(line) for line in export(record(), "ftm").splitlines()]
    ids = [thing["id"] for thing in things]
    assert len(ids) == len(set(ids))
    for thing in things:
        for name in ("proof", "involved", "entity", "document", "resolved"):
            assert set(thing["properties"].get(name, [])) <= set(ids)
        assert all(isinstance(value, str) for values in thing["properties"].values() for value in values)
    assert {thing["schema"] for thing in things} == {"Article", "Person", "Organization", "Event", "Note", "Mention"}


def test_claimreview_drafts_rate_nothing() -> None:
    (review,) = json.loads(export(record(), "claimreview"))["@graph"]
    assert review["claimReviewed"] == "The ferry contract was paid for"
    assert review["itemReviewed"]["author"]["name"] == "Two officials"
    assert len(review["citation"]) == 3
    assert "reviewRating" not in review


def test_an_annotation_points_at_the_exact_words() -> None:
    items = json.loads(export(record(), "annotations"))["items"]
    by_id = {item["id"].rsplit(":", 1)[1]: item for item in items}
    quote = by_id["t2"]["target"]["selector"][0]
    assert by_id["t2"]["target"]["source"] == "https://gazette.example/ferry"
    assert quote["exact"] == "We paid nothing for it"
    assert quote["prefix"].endswith("“")
    assert quote["suffix"].startswith(",”")
    pieces = by_id["t4"]["target"]
    assert [piece["selector"][0]["exact"] for piece in pieces] == ["the ferry contract was paid for", "in cash"]
    assert pieces[1]["selector"][1] == {"type": "TextPositionSelector", "start": 91, "end": 98}


def test_places_are_found_across_the_stretches_of_an_article() -> None:
    articles = {article.id: article for article in record().articles}
    assert on_page(ev(A2, "Two officials"), articles[A2]) == (40, 53)
    assert on_page(ev(A1, "We paid"), articles[A1]) == (391, 398)
    squeezed = replace(articles[A2], segments=[(0, 4, 10, 90), (4, len(COURIER), 90, 90 + len(COURIER) - 4)])
    assert on_page(ev(A2, "Two officials"), squeezed) == (10, 99)
    assert on_page(ev(A2, "Two officials"), replace(squeezed, segments=squeezed.segments[1:])) is None


def test_what_people_corrected_is_told_in_what_is_taken_out() -> None:
    made = record()
    told = json.loads(export(made, "json", log=LOG))["corrections"]
    assert [(one["by"], one["kind"], one["undone"]) for one in told] == [
        ("Ruth", "check", None),
        ("Ruth", "set title", "2026-11-25"),
    ]
    table = list(csv.reader(io.StringIO(export(made, "csv", table="corrections", log=LOG).decode("utf-8-sig"))))
    assert [row[5] for row in table[1:]] == ["", "'=A *new* title"]
    book = openpyxl.load_workbook(io.BytesIO(export(made, "xlsx", log=LOG)))
    assert book["Corrections"].max_row == 3
    report = export(made, "markdown", log=LOG).decode()
    assert "## Corrected by people" in report
    assert "new" not in report.partition("## Corrected by people")[2]  # what was undone does not stand


def test_an_uncorrected_story_says_nothing_of_corrections() -> None:
    assert "corrections" not in json.loads(export(record(), "json"))
    assert "Corrected by people" not in export(record(), "markdown").decode()
