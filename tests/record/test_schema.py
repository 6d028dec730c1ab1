from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

from rashomon.record.check import faults
from rashomon.record.schema import schema, shipped_schema
from rashomon.views.exports.record_json import render
from tests.hand_made import COURIER, record

# The contract of format 1: what each row has at the least.
FIELDS = {
    "pages": "id name url media_type captured problems",
    "articles": "id page position title outlet authors published language genre text segments",
    "entities": "id name kind names mentions",
    "attributions": "id article inside source cue content quotation act polarity addressee said",
    "claims": "id text status accounts independent_origins",
    "events": "id text date participants evidence",
    "origins": "id kind name articles evidence",
    "links": "kind from to evidence reason",
}


def test_the_shipped_schema_is_that_of_the_nouns() -> None:
    assert shipped_schema() == schema()


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(shipped_schema())


def test_an_export_validates_and_has_the_fields_of_the_contract() -> None:
    exported = json.loads(render(record()))
    jsonschema.validate(exported, shipped_schema(), jsonschema.Draft202012Validator)
    assert next(iter(exported)) == "format"
    assert exported["format"] == "rashomon-record/1"
    for table, names in FIELDS.items():
        assert exported[table], table
        for row in exported[table]:
            assert set(names.split()) <= set(row)
    account = exported["claims"][0]["accounts"][0]
    assert {"attribution", "article", "voice", "position", "origin", "said", "reason", "evidence"} <= set(account)
    assert {"entity", "name", "anonymous", "evidence"} <= set(exported["attributions"][0]["source"])
    assert exported["articles"][0]["segments"] == [[0, len(COURIER), 40, 40 + len(COURIER)]]


@pytest.mark.parametrize("table", sorted(FIELDS))
def test_a_missing_field_does_not_validate(table: str) -> None:
    for field in FIELDS[table].split():
        exported = json.loads(render(record()))
        del exported[table][0][field]
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(exported, shipped_schema(), jsonschema.Draft202012Validator)


def test_the_same_record_gives_the_same_bytes() -> None:
    assert render(record()) == render(record())


def test_a_good_record_has_no_faults() -> None:
    assert faults(record()) == []


def test_faults_are_found() -> None:
    good = record()
    event = good.events[0]
    moved = replace(event.evidence[0], start=1)
    for bad, word in (
        (replace(good, events=[replace(event, evidence=[moved])]), "does not stand"),
        (replace(good, events=[replace(event, participants=["e99"])]), "e99"),
        (replace(good, origins=good.origins[1:]), "o1"),
        (replace(good, events=[event, event]), "two rows"),
        (replace(good, links=[replace(good.links[0], to="nowhere")]), "nowhere"),
    ):
        assert any(word in fault for fault in faults(bad)), word
