from __future__ import annotations

import time
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from rashomon.story import Story
from tests.desk.conftest import client_of


def version(client: TestClient) -> str:
    return html.document_fromstring(client.get("/log").text).xpath("string(//form[@id='undo']/input/@value)")


def send(client: TestClient, kind: str, *targets: str, value: str | None = None, **more: str) -> int:
    data = {"version": version(client), "back": "/log", "kind": kind, "target": list(targets), **more}
    if value is not None:
        data["value"] = value
    return client.post("/correct", data=data).status_code


def titles(story: Path) -> list[str | None]:
    with Story(story) as opened:
        return [row.title for row in opened.record.articles]


@pytest.fixture
def article(story: Path) -> str:
    with Story(story) as opened:
        return opened.record.articles[0].id


def test_a_correction_is_kept_and_logged(client: TestClient, story: Path, article: str) -> None:
    assert send(client, "set title", article, value="What the mayor knew") == 200
    assert "What the mayor knew" in titles(story)
    log = client.get("/log").text
    assert "title set" in log
    assert "Ruth" in log
    assert "What the mayor knew" in client.get(f"/article/{article}").text


def test_undo_and_redo(client: TestClient, story: Path, article: str) -> None:
    before = titles(story)
    send(client, "set title", article, value="Other")
    assert client.post("/undo", data={"version": version(client), "back": "/"}).status_code == 200
    assert titles(story) == before
    assert client.post("/redo", data={"version": version(client), "back": "/"}).status_code == 200
    assert "Other" in titles(story)


def test_a_line_is_checked_noted_and_given_another_speaker(client: TestClient, story: Path) -> None:
    with Story(story) as opened:
        line = opened.record.attributions[0].id
    assert send(client, "check", line) == 200
    assert send(client, "note", line, value="asked her again") == 200
    assert send(client, "set speaker", line, value="Petra Holm") == 200
    with Story(story) as opened:
        row = next(one for one in opened.record.attributions if one.id == line)
        names = {entity.id: entity.name for entity in opened.record.entities}
    assert (row.checked, row.note, names.get(row.source.entity or "")) == (True, "asked her again", "Petra Holm")


def test_a_form_from_before_a_change_does_not_overwrite_it(client: TestClient, story: Path, article: str) -> None:
    old = version(client)
    send(client, "set title", article, value="First")
    stale = {"version": old, "back": "/", "kind": "set title", "target": article, "value": "Second"}
    answer = client.post("/correct", data=stale)
    assert answer.status_code == 409
    assert "The story changed meanwhile" in answer.text
    assert "First" in titles(story)
    again = html.document_fromstring(answer.text).xpath("//main//form")[0]
    assert again.action == "/correct"
    assert client.post("/correct", data=dict(again.fields)).status_code == 200
    assert "Second" in titles(story)


def test_a_build_from_elsewhere_is_noticed(client: TestClient, story: Path, article: str) -> None:
    from rashomon.door.correct import correct
    from rashomon.record import Correction, CorrectionKind

    old = version(client)
    time.sleep(0.01)
    correct(story, Correction(CorrectionKind.SET_TITLE, [article], "From the terminal")).close()
    assert version(client) != old
    assert "From the terminal" in client.get(f"/article/{article}").text


def test_what_cannot_be_meant_is_refused_in_one_line(client: TestClient, story: Path) -> None:
    before = titles(story)
    for kind, target in (("set title", "no-such-article"), ("no such kind", "x"), ("join entities", "x")):
        assert send(client, kind, target, value="x") == 422
    assert client.post("/undo", data={"version": version(client)}).status_code == 422
    assert titles(story) == before
    assert "Nothing has been corrected yet" in client.get("/log").text


def test_after_a_change_one_is_never_sent_elsewhere(client: TestClient, article: str) -> None:
    for back in ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "evil"):
        data = {"version": version(client), "back": back, "kind": "set title", "target": article, "value": "T"}
        answer = client.post("/correct", data=data, follow_redirects=False)
        assert answer.headers["location"].startswith("/?said=")


def test_a_correction_survives_a_rebuild(story: Path, article: str) -> None:
    from rashomon.door.build import rebuild

    with client_of(story) as client:
        send(client, "set title", article, value="Kept")
    rebuild(story).close()
    assert "Kept" in titles(story)


def test_another_lines_check_makes_no_form_stale_but_its_own_does(
    client: TestClient, story: Path, article: str
) -> None:
    with Story(story) as opened:
        one, other = (row.id for row in opened.record.attributions[:2])
    old = version(client)
    quiet = client.post("/correct", data={"version": old, "kind": "check", "target": one}, headers={"x-quiet": "1"})
    assert quiet.status_code == 204
    assert quiet.headers["x-version"] == version(client) != old
    for target, kind, status in ((other, "check", 200), (one, "note", 409), (one, "set speaker", 409)):
        data = {"version": old, "kind": kind, "target": target, "value": "x"}
        assert client.post("/correct", data=data).status_code == status
    assert send(client, "set title", article, value="T") == 200
    data = {"version": old, "kind": "check", "target": other}
    assert client.post("/correct", data=data).status_code == 409  # more than marks came between
