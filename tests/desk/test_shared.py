"""The desk over a story in PostgreSQL: the same as over a file, for several people at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from starlette.testclient import TestClient

from rashomon.cli.run import run
from rashomon.desk import shown
from rashomon.story import Story, shared_server
from tests.browser import opened
from tests.desk.conftest import client_of, served
from tests.story.postgres import Postgres, postgres, programs

pytest.importorskip("psycopg", reason="psycopg is not installed (the extra `postgres`)")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(programs() is None, reason="no PostgreSQL server (initdb, pg_ctl) is installed here"),
]


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    with postgres() as made:
        yield made


@pytest.fixture
def place(server: Postgres, story: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(shown, "SERVER_REST_S", 0.0)
    made = Path(server.url(request.node.name))
    assert run(["copy", str(story), str(made)]) == 0
    return made


@pytest.fixture
def desks(place: Path) -> Iterator[tuple[TestClient, TestClient]]:
    """Of two people, over one story."""
    with ExitStack() as stack:
        yield stack.enter_context(client_of(place)), stack.enter_context(client_of(place))


def version(client: TestClient, page: str = "/") -> str:
    found = re.search(r'name="version" value="([^"]+)"', client.get(page).text)
    assert found is not None
    return found[1]


def form(place: Path, number: int, version: str, kind: str, value: str = "") -> dict[str, str]:
    with Story(place) as story:
        return {"kind": kind, "target": story.record.attributions[number].id, "value": value, "version": version}


def test_two_people_correct_one_story_and_see_each_other(place: Path, desks: tuple[TestClient, TestClient]) -> None:
    ruth, omar = desks
    first, second = version(ruth), version(omar)
    assert first == second
    assert ruth.post("/correct", data=form(place, 0, first, "check"), follow_redirects=False).status_code == 303
    assert omar.post("/correct", data=form(place, 1, second, "check"), follow_redirects=False).status_code == 303
    assert ruth.get("/log").text.count('id="correction-') == omar.get("/log").text.count('id="correction-') == 2
    now = version(omar)
    rejected = ruth.post("/correct", data=form(place, 0, version(ruth), "reject"), follow_redirects=False)
    assert rejected.status_code == 303
    late = omar.post("/correct", data=form(place, 1, now, "reject"))
    assert late.status_code == 409
    assert omar.post("/undo", data={"version": version(omar)}, follow_redirects=False).status_code == 303
    with Story(place) as story:
        assert [(one.correction.kind.value, one.undone is None) for one in story.log()] == [
            ("check", True),
            ("check", True),
            ("reject", False),
        ]


def test_a_server_that_is_away_is_told_and_the_desk_goes_on_when_it_is_back(
    server: Postgres, place: Path, desks: tuple[TestClient, TestClient]
) -> None:
    desk, _ = desks
    filled_in = form(place, 0, version(desk), "check")
    server.stop("immediate")
    try:
        looked = desk.get("/claims")
        assert looked.status_code == 200
        assert "nothing can be changed now" in looked.text
        refused = desk.post("/correct", data=filled_in)
        assert refused.status_code == 503
        assert "the server cannot be reached" in refused.text
    finally:
        server.start()
    assert "nothing can be changed now" not in desk.get("/claims").text
    assert desk.post("/correct", data=filled_in, follow_redirects=False).status_code == 303
    with Story(place) as story:
        assert len(story.log()) == 1


def test_a_restart_while_a_correction_is_written_loses_nothing(
    server: Postgres, place: Path, desks: tuple[TestClient, TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, _ = desks
    filled_in = form(place, 0, version(desk), "reject")
    real, broken = shared_server.Server._push, iter([True])

    def push(self: shared_server.Server, *given: object) -> None:
        if next(broken, False):
            server.stop("immediate")
            server.start()
        real(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(shared_server.Server, "_push", push)
    assert desk.post("/correct", data=filled_in, follow_redirects=False).status_code == 303
    with Story(place) as story:
        assert [one.correction.kind.value for one in story.log()] == ["reject"]
    assert "correction-1" in desk.get("/log").text


def test_files_and_pages_added_have_names_of_the_story(
    place: Path, desks: tuple[TestClient, TestClient], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, other = desks
    monkeypatch.chdir(tmp_path)
    name = str(place).partition("#")[2]
    assert f'"{name}.html"' in desk.get("/take/dossier").headers["content-disposition"]
    text = (
        "The Gazette\nBridge opens again\nBy Ada Lind\n2 August 2021\n\n"
        "The bridge opens again on Monday, the council said.\n\n"
        "The engineer Tomas Brandt said that the beam had been replaced in July and that the bridge was safe.\n"
    )
    assert desk.post("/add/pages", files={"file": ("gazette.txt", text)}).status_code == 200
    desk.app.state.room.work.wait(60)  # type: ignore[attr-defined]
    assert (tmp_path / f"{name}-added" / "gazette.txt").is_file()
    assert "1 of them new and read" in desk.get("/add").text
    assert "Bridge opens again" in other.get("/articles").text


def test_the_address_is_never_told_with_its_password(
    place: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = str(place).replace("ines@", "ines:se@cret@")
    monkeypatch.setattr("rashomon.desk.serve.serve", lambda *_, **__: None)
    assert run(["desk", secret, "--no-open"]) == 0
    assert run(["undo", secret]) == 2
    assert run(["desk", secret.replace("/postgres?", "/none?"), "--no-open"]) == 0
    told = "".join(capfd.readouterr())
    assert "ines@localhost" in told
    assert "cret" not in told


def test_a_line_is_corrected_and_taken_back_in_the_browser(place: Path, chrome: Browser) -> None:
    with served(place) as address, opened(chrome, address) as (page, trouble):
        with Story(place) as story:
            line = story.record.attributions[0].id
        page.goto(address.split("?")[0] + f"line/{line}")
        page.get_by_role("button", name="Reject").first.click()
        expect(page.locator(".told-you")).to_be_visible()
        with Story(place) as story:
            assert [one.correction.targets for one in story.log()] == [[line]]
        page.get_by_role("button", name="Undo").first.click()
        expect(page.locator(".told-you")).to_contain_text("Taken back")
        with Story(place) as story:
            assert story.log()[0].undone is not None
        assert "ines@" not in page.content()
        assert trouble == []
