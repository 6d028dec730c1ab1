from __future__ import annotations

import threading
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon.desk.add import folder_of
from rashomon.desk.room import Room
from rashomon.desk.work import Work
from rashomon.errors import UsageError
from rashomon.ports import Progress


def room_of(client: TestClient) -> Room:
    room = client.app.state.room  # type: ignore[attr-defined]
    assert isinstance(room, Room)
    return room


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the desk was asked to read, in place of reading it: how pages are read is tested elsewhere."""
    given: list[Path] = []

    def read_into(story: Path, files: list[Path], progress: Progress) -> str:
        progress.stage("reading pages", len(files))
        given.extend(files)
        return f"{len(files)} read"

    monkeypatch.setattr("rashomon.desk.add.read_into", read_into)
    return given


def test_files_are_kept_beside_the_story_and_read(client: TestClient, story: Path, reads: list[Path]) -> None:
    answer = client.post("/add/pages", files=[("file", ("a.html", b"<p>one")), ("file", ("b.txt", b"two"))])
    room_of(client).work.wait(10)
    assert answer.status_code == 200
    assert sorted(path.name for path in reads) == ["a.html", "b.txt"]
    assert (folder_of(story) / "a.html").read_bytes() == b"<p>one"
    assert "2 read" in client.get("/add").text
    assert client.get("/add/progress").json()["running"] is False


def test_a_name_cannot_leave_the_folder(client: TestClient, story: Path, reads: list[Path]) -> None:
    names = ["../../up.html", "..\\up2.html", "/etc/passwd", "..", ".hidden", "a\nb.html", "<script>.html", "x" * 400]
    client.post("/add/pages", files=[("file", (name, f"{k}".encode())) for k, name in enumerate(names)])
    room_of(client).work.wait(10)
    assert len(reads) == len(names)
    assert {path.parent for path in reads} == {folder_of(story)}
    assert not any(path.name.startswith(".") for path in reads)


def test_another_file_of_the_same_name_keeps_its_place(client: TestClient, story: Path, reads: list[Path]) -> None:
    for data in (b"first", b"second", b"first"):
        client.post("/add/pages", files=[("file", ("page.html", data))])
        room_of(client).work.wait(10)
    assert (folder_of(story) / "page.html").read_bytes() == b"first"
    assert len({path.name for path in reads}) == 2


def test_no_file_is_said_to_be_none(client: TestClient) -> None:
    answer = client.post("/add/pages", data={"x": "y"})
    assert answer.status_code == 422
    assert "no file was chosen" in answer.text


def test_one_build_at_a_time() -> None:
    work, gate = Work(), threading.Event()

    def slow(progress: Progress) -> str:
        progress.stage("reading pages", 2)
        progress.advance()
        gate.wait(10)
        return "done"

    work.begin(slow)
    with pytest.raises(UsageError, match="already"):
        work.begin(slow)
    gate.set()
    work.wait(10)
    assert (work.state.running, work.state.ended, work.state.failed) == (False, "done", False)


def test_a_build_that_fails_says_why() -> None:
    def broken(progress: Progress) -> str:
        raise ValueError("no disk")

    work = Work()
    work.begin(broken)
    work.wait(10)
    assert work.state.failed
    assert "no disk" in work.state.ended
