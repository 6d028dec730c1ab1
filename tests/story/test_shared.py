from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import rashomon
from rashomon.cli.run import run
from rashomon.engines import SameProcessEngine
from rashomon.errors import NotAStory, StoryBusy, StoryError, UsageError
from rashomon.record import Correction, CorrectionKind
from rashomon.story import Corrections, Readings, Story, open_to_write, shared_server, shown, transaction, write_record
from rashomon.story.shared_place import is_shared, name_of, place_of
from rashomon.views.exports.record_json import render
from tests.door.conftest import LATER, NORTH, RULES, SOUTH
from tests.hand_made import record
from tests.story.postgres import Postgres, postgres, programs

# What holds of a story file holds of a story in PostgreSQL: the same tests, over another `path`.
from tests.story.test_round_trip import (
    test_a_new_correction_ends_what_could_be_redone,
    test_a_reader_sees_the_old_record_while_a_new_one_is_written,
    test_a_record_comes_back_exactly_as_it_was_written,
    test_corrections_outlive_the_record,
    test_looking_cannot_write,
    test_undo_and_redo_walk_along_the_log,
    test_writing_again_replaces_the_record,
    write,
)

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed (the extra `postgres`)")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(programs() is None, reason="no PostgreSQL server (initdb, pg_ctl) is installed here"),
]
__all__ = [
    "test_a_new_correction_ends_what_could_be_redone",
    "test_a_reader_sees_the_old_record_while_a_new_one_is_written",
    "test_a_record_comes_back_exactly_as_it_was_written",
    "test_corrections_outlive_the_record",
    "test_looking_cannot_write",
    "test_undo_and_redo_walk_along_the_log",
    "test_writing_again_replaces_the_record",
]
ROOT = Path(__file__).parents[2]
# Writes a large step and is killed before it is done.
WRITER = """
import sys, time
from pathlib import Path
from rashomon.story import open_to_write, write_record, shared_server
from tests.hand_made import record
real = shared_server.Server._copy
def slow(self, table, story, rows):
    real(self, table, story, rows)
    if table.name == "about":
        print("in mid-write", flush=True)
        time.sleep(60)
shared_server.Server._copy = slow
with open_to_write(Path(sys.argv[1])) as connection:
    connection.execute("BEGIN IMMEDIATE")
    write_record(connection, record("Half written"))
    connection.commit()
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    with postgres() as made:
        yield made


@pytest.fixture
def place(server: Postgres, request: pytest.FixtureRequest) -> Path:
    """A story of its own for each test, as a path that has gone through the command line."""
    return Path(server.url(request.node.name[:60]))


@pytest.fixture
def path(place: Path) -> Path:
    return write(place, record())


def timeless(place: Path) -> bytes:
    with Story(place) as story:
        return render(replace(story.record, story=replace(story.record.story, built="")))


def pages_in(folder: Path) -> Path:
    pages = folder / "pages"
    pages.mkdir()
    for name, text in (("north.txt", NORTH), ("south.html", SOUTH), ("later.txt", LATER)):
        (pages / name).write_text(text, encoding="utf-8")
    return pages


def test_a_place_is_told_from_a_file() -> None:
    assert not is_shared(Path("story.rashomon"))
    assert name_of(Path("a/story.rashomon")) == "story"
    assert name_of(Path("postgresql://db.example/news#the.ferry")) == "the.ferry"
    made = place_of(Path("postgresql://ines:secret@db.example:5432/news#ferry"))
    assert (made.address, made.story) == ("postgresql://ines:secret@db.example:5432/news", "ferry")
    assert str(made) == "postgresql://ines@db.example:5432/news#ferry"
    for secret in ("ines:se@c/ret@db.example/news", "ines@db.example/news?password=secret", "ines@db.example/news?x=1"):
        assert (
            shown(Path(f"postgresql://{secret}#ferry")).replace("?x=1", "") == "postgresql://ines@db.example/news#ferry"
        )
    assert shown(Path("a/story.rashomon")) == "a/story.rashomon"
    with pytest.raises(UsageError, match="not an address") as error:
        Story(Path("postgresql://ines:secret@/news?nonsense=1#ferry"))
    assert "secret" not in str(error.value)
    with pytest.raises(UsageError, match="say which story") as error:
        place_of(Path("postgres://ines:secret@db.example/news"))
    assert "secret" not in str(error.value)


def test_a_build_makes_the_record_that_a_file_would_hold(
    place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pages, file = pages_in(tmp_path), tmp_path / "s.rashomon"
    engine = SameProcessEngine()
    rashomon.build(pages, file, title="T", options=RULES, engine=engine).close()
    rashomon.build(pages / "north.txt", str(place), title="T", options=RULES, engine=engine).close()
    rashomon.build(pages, str(place), title="T", options=RULES, engine=engine).close()
    assert timeless(place) == timeless(file)
    with Story(place) as shared, Story(file) as filed:
        kinds = ("name", "claim", "said", "article")
        assert shared.search("bridge", kinds=kinds) == filed.search("bridge", kinds=kinds) != []
        page = filed.record.pages[0].id
        assert shared.reading(page) == filed.reading(page) is not None
    assert run(["show", str(place), "said", "--ids"]) == 0
    shown = capfd.readouterr().out.splitlines()
    assert run(["show", str(file), "said", "--ids"]) == 0
    assert shown[3:] == capfd.readouterr().out.splitlines()[3:]
    assert len(shown) > 10


def test_a_correction_is_there_for_everybody_and_comes_back_in_a_file(
    place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    rashomon.build(pages_in(tmp_path), str(place), title="T", options=RULES).close()
    with Story(place) as story:
        article = story.record.articles[0].id
    assert run(["correct", str(place), "set-title", article, "--value", "Another", "--by", "ines", "-q"]) == 0
    file, again = tmp_path / "copy.rashomon", Path(str(place) + "-again")
    assert run(["copy", str(place), str(file)]) == 0
    assert run(["copy", str(file), str(again)]) == 0
    assert "articles, 1 correction" in capfd.readouterr().out
    assert timeless(file) == timeless(place) == timeless(again)
    assert b"Another" in timeless(file)
    with Story(file) as copied, Story(again) as there:
        assert copied.log() == there.log() != []
        assert copied.search("bridge") == there.search("bridge") != []
    rashomon.undo(file)
    with Story(file) as copied:
        assert "Another" not in [one.title for one in copied.record.articles]
    assert run(["copy", str(file), str(again)]) == 2
    assert "is there already" in capfd.readouterr().err


def test_corrections_of_several_people_at_once_all_stand(path: Path) -> None:
    failures: list[BaseException] = []

    def check(name: str) -> None:
        try:
            with open_to_write(path) as connection, transaction(connection):
                Corrections(connection).add(Correction(CorrectionKind.CHECK, ["t1"]), by=name, made="2024-01-01")
        except BaseException as error:
            failures.append(error)

    people = [f"person {k}" for k in range(6)]
    threads = [threading.Thread(target=check, args=(name,)) for name in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failures == []
    with Story(path) as story:
        assert sorted(entry.by for entry in story.log()) == people
        assert [entry.number for entry in story.log()] == [1, 2, 3, 4, 5, 6]


def test_a_writer_that_does_not_end_is_not_waited_for_for_ever(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_server, "PATIENCE_S", 1)
    with open_to_write(path), pytest.raises(StoryBusy, match="somebody else"), open_to_write(path):
        pass


def test_stories_do_not_meet(path: Path, server: Postgres) -> None:
    other = write(Path(server.url("another")), record("Another"))
    with Story(path) as one, Story(other) as two:
        assert (one.record.story.title, two.record.story.title) == ("The ferry", "Another")
    with pytest.raises(NotAStory, match="no such story"):
        Story(Path(server.url("none")))


def test_what_fails_in_the_middle_changes_nothing(path: Path) -> None:
    def fail() -> None:
        with open_to_write(path) as connection, transaction(connection):
            write_record(connection, record("Not this"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with Story(path) as story:
        assert story.record == record()


def test_a_writer_that_is_killed_leaves_the_story_as_it_was_and_free(path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, cwd=ROOT, text=True)
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == "in mid-write\n"
        process.send_signal(signal.SIGKILL)
        process.wait()
    write(path, record("Afterwards"))
    with Story(path) as story:
        assert story.record == record("Afterwards")


def test_a_server_that_restarts_in_mid_write_has_the_whole_step_in_the_end(
    path: Path, server: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, crashes = shared_server.Server._copy, iter([True])

    def crash(self: shared_server.Server, *rest: object) -> None:
        real(self, *rest)  # type: ignore[arg-type]
        if next(crashes, False):
            server.stop("immediate")
            threading.Timer(1, server.start).start()

    monkeypatch.setattr(shared_server.Server, "_copy", crash)
    write(path, record("After the crash"))
    with Story(path) as story:
        assert story.record == record("After the crash")


def test_an_answer_lost_after_the_commit_writes_nothing_twice(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, lost = shared_server.Server._push, iter([True])

    def deaf(self: shared_server.Server, *rest: object) -> None:
        real(self, *rest)  # type: ignore[arg-type]
        if next(lost, False):
            self._connection.close()
            raise psycopg.OperationalError("the answer was lost")

    monkeypatch.setattr(shared_server.Server, "_push", deaf)
    write(path, record("Once"))
    write(path, record("Twice"))
    with Story(path) as story:
        assert story.record == record("Twice")


def test_a_server_that_stays_away_is_said_and_the_story_is_as_before(
    path: Path, server: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_server, "PATIENCE_S", 1)

    def write_without_server() -> None:
        with open_to_write(path) as connection, transaction(connection):
            write_record(connection, record("Never"))
            server.stop("immediate")

    with pytest.raises(StoryError, match="the server went away"):
        write_without_server()
    with pytest.raises(StoryError, match="cannot be reached"):
        Story(path)
    server.start()
    with Story(path) as story:
        assert story.record == record()


def test_what_was_read_reaches_the_server_while_the_build_goes_on(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.story.shared.PUSH_EVERY", 0.0)
    with open_to_write(place) as connection:
        Readings(connection).keep("p", "m", b"{}")
        with Story(place) as other:
            kept = other._connection.execute("SELECT page, made_by FROM readings").fetchall()
        assert [tuple(row) for row in kept] == [("p", "m")]


def test_a_text_with_a_nul_keeps_its_offsets(place: Path) -> None:
    made = record()
    odd = replace(made, articles=[replace(made.articles[0], title="a\0b"), *made.articles[1:]])
    write(place, odd)
    with Story(place) as story:
        assert story.record.articles[0].title == "a\u2400b"


def test_other_programs_can_read_the_tables(path: Path, server: Postgres) -> None:
    address = place_of(path).address
    with psycopg.connect(address) as connection:
        rows = connection.execute(
            "SELECT a.act, r.title FROM rashomon.attributions a JOIN rashomon.articles r"
            " ON r.story = a.story AND r.id = a.article JOIN rashomon.stories s ON s.id = a.story WHERE s.name = %s",
            (place_of(path).story,),
        ).fetchall()
    assert len(rows) == len(record().attributions)
