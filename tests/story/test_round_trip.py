from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from rashomon.errors import BadCorrection, NotAStory, StoryBusy, StoryError, StoryTooNew, UsageError
from rashomon.record import Correction, CorrectionKind, Record
from rashomon.story import Corrections, Story, open_to_write, transaction, write_record
from rashomon.story.migrations import MIGRATIONS
from rashomon.story.schema import APPLICATION_ID
from tests.hand_made import record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write(tmp_path / "ferry.rashomon", record())


def write(path: Path, made: Record) -> Path:
    with open_to_write(path) as connection, transaction(connection):
        write_record(connection, made)
    return path


def test_a_record_comes_back_exactly_as_it_was_written(path: Path) -> None:
    with Story(path) as story:
        assert story.record == record()


def test_writing_again_replaces_the_record(path: Path) -> None:
    write(path, record("Another title"))
    with Story(path) as story:
        assert story.record == record("Another title")


def test_one_file_is_left(path: Path) -> None:
    assert [one.name for one in path.parent.iterdir()] == ["ferry.rashomon"]


def test_it_opens_in_sqlite_with_names_a_person_can_read(path: Path) -> None:
    connection = sqlite3.connect(path)
    try:
        rows = connection.execute("SELECT speaker, act, words, title FROM who_said_what ORDER BY id").fetchall()
        sides = connection.execute("SELECT stance, voice FROM disputes WHERE stance = 'denies'").fetchall()
        days = connection.execute("SELECT date, what FROM timeline").fetchall()
    finally:
        connection.close()
    assert rows[1][:3] == ("Odile Brandt", "deny", "We paid nothing for it")
    assert rows[3][0] == "Two officials"
    assert sides == [("denies", "Odile Brandt"), ("denies", "Joren Aldous")]
    assert days == [("2019-03-03", "The ferry contract was signed")]


def test_the_file_says_what_it_is_and_what_it_has_been_through(path: Path) -> None:
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        ledger = connection.execute("SELECT number, name FROM migrations").fetchall()
    finally:
        connection.close()
    assert ledger == [(number, step.__name__) for number, step in enumerate(MIGRATIONS, 1)]


def test_looking_cannot_write(path: Path) -> None:
    with Story(path) as story, pytest.raises(sqlite3.OperationalError, match="readonly"):
        story._connection.execute("DELETE FROM pages")


def test_what_is_no_story_is_refused_and_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "page.txt"
    text.write_text("A page, and no database at all. " * 200)
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE mine (x)")
    connection.commit()
    connection.close()
    for path in (text, other):
        before = path.read_bytes()
        with pytest.raises(NotAStory):
            Story(path)
        with pytest.raises(NotAStory), open_to_write(path):
            pass
        assert path.read_bytes() == before


def test_a_story_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotAStory, match="rashomon build"):
        Story(tmp_path / "none.rashomon")


def test_a_newer_file_is_not_touched(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(StoryTooNew):
        Story(path)
    with pytest.raises(StoryTooNew), open_to_write(path):
        pass


def test_a_folder_or_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="folder"), open_to_write(tmp_path):
        pass
    with pytest.raises(UsageError, match="does not exist"), open_to_write(tmp_path / "none" / "a.rashomon"):
        pass


def test_the_second_writer_is_told_at_once(path: Path) -> None:
    with open_to_write(path), pytest.raises(StoryBusy, match="another build"), open_to_write(path):
        pass
    with open_to_write(path):
        pass


def test_a_full_disk_is_told_and_the_story_is_as_before(path: Path) -> None:
    def fill() -> None:
        with open_to_write(path) as connection:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(
                f"PRAGMA max_page_count = {pages}"
            )  # what SQLite does on a full disk, without filling one
            with transaction(connection):
                connection.execute("INSERT INTO readings VALUES ('p', 'm', zeroblob(900000), '', '', 1)")

    with pytest.raises(StoryError, match="disk is full"):
        fill()
    with Story(path) as story:
        assert story.record == record()


def test_a_reader_sees_the_old_record_while_a_new_one_is_written(path: Path) -> None:
    with open_to_write(path) as connection, Story(path) as story:
        connection.execute("BEGIN IMMEDIATE")
        write_record(connection, record("Not yet"))
        assert story.record.story.title == "The ferry"
        connection.rollback()


def test_undo_and_redo_walk_along_the_log(path: Path) -> None:
    first = Correction(CorrectionKind.SET_TITLE, ["a1"], "One")
    second = Correction(CorrectionKind.SET_TITLE, ["a1"], "Two")
    with open_to_write(path) as connection:
        log = Corrections(connection)
        log.add(first, by="ines", made="2024-01-01T00:00:00+00:00")
        log.add(second, by="ines", made="2024-01-02T00:00:00+00:00")
        assert log.standing() == [first, second]
        log.set_undone(log.undoable().number, "2024-01-03T00:00:00+00:00")
        assert log.standing() == [first]
        assert log.redoable().correction == second
        log.set_undone(log.redoable().number, None)
        assert log.standing() == [first, second]
        with pytest.raises(BadCorrection, match="redo"):
            log.redoable()


def test_a_new_correction_ends_what_could_be_redone(path: Path) -> None:
    with open_to_write(path) as connection:
        log = Corrections(connection)
        log.add(Correction(CorrectionKind.CHECK, ["t1"]), by="", made="2024-01-01T00:00:00+00:00")
        log.set_undone(log.undoable().number, "2024-01-02T00:00:00+00:00")
        with pytest.raises(BadCorrection, match="undo"):
            log.undoable()
        log.add(Correction(CorrectionKind.CHECK, ["t2"]), by="", made="2024-01-03T00:00:00+00:00")
        with pytest.raises(BadCorrection, match="redo"):
            log.redoable()
        assert len(log.log()) == 2


def test_corrections_outlive_the_record(path: Path) -> None:
    with open_to_write(path) as connection:
        Corrections(connection).add(Correction(CorrectionKind.CHECK, ["t1"]), by="ines", made="2024-01-01T00:00:00")
    write(path, record("Made anew"))
    with Story(path) as story:
        assert [(entry.by, entry.correction.targets) for entry in story.log()] == [("ines", ["t1"])]
