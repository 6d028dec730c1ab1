"""Writing a record over another leaves what writing it into a new file leaves."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

from rashomon.record import Record
from rashomon.story import KINDS, Story, open_to_write, transaction, write_record
from rashomon.story.migrations import MIGRATIONS, migrate
from rashomon.story.schema import APPLICATION_ID
from tests.hand_made import record


def write(path: Path, *made: Record) -> int:
    """How many rows the last of these writes touched."""
    with open_to_write(path) as connection:
        for one in made:
            before = connection.total_changes
            with transaction(connection):
                write_record(connection, one)
        return connection.total_changes - before


def changed() -> Record:
    made = record()
    first, *rest = made.claims
    fewer = replace(first, accounts=first.accounts[:2], text="The contract for the ferry was paid for")
    renamed = [replace(made.entities[0], name="Odile Brandt-Roe"), *made.entities[1:]]
    return replace(made, claims=[*rest, fewer], entities=renamed, links=made.links[1:], events=[])


def found(path: Path, words: str) -> list[tuple[str, str, str]]:
    with Story(path) as story:
        return [(hit.kind, hit.id, hit.snippet) for hit in story.search(words, kinds=KINDS)]


def test_a_changed_record_comes_back_as_it_was_written(tmp_path: Path) -> None:
    write(tmp_path / "a.rashomon", record(), changed())
    write(tmp_path / "b.rashomon", changed())
    with Story(tmp_path / "a.rashomon") as one, Story(tmp_path / "b.rashomon") as two:
        assert one.record == two.record == changed()
    for words in ("ferry", "brandt", "roe", "contract paid", "money changed"):
        assert found(tmp_path / "a.rashomon", words) == found(tmp_path / "b.rashomon", words)
    assert found(tmp_path / "a.rashomon", "roe") != []


def test_what_is_searched_holds_no_more_than_the_record(tmp_path: Path) -> None:
    path = tmp_path / "s.rashomon"
    write(path, record(), changed(), record(), changed())
    connection = sqlite3.connect(path)
    try:
        for table in ("article_search", "line_search"):
            connection.execute(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")
        owners = {row[0] for row in connection.execute("SELECT DISTINCT owner FROM evidence")}
        lines = connection.execute("SELECT count(*) FROM line_search").fetchone()[0]
    finally:
        connection.close()
    assert not any(owner.startswith("c1#2") for owner in owners)
    assert lines == len(changed().claims) + len(changed().entities) + len(changed().attributions)


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    path = tmp_path / "s.rashomon"
    everything = write(path, record())
    assert write(path, record()) < everything / 4
    assert found(path, "ferry") != []


def test_a_story_of_the_first_version_keeps_its_record(tmp_path: Path) -> None:
    path, old = tmp_path / "s.rashomon", sqlite3.connect(tmp_path / "s.rashomon", isolation_level=None)
    old.execute("BEGIN")
    for step in MIGRATIONS[:1]:
        step(old)
    old.execute(
        "INSERT INTO pages VALUES (2, 'p2', 'b', NULL, NULL, NULL, '[]'), (1, 'p9', 'a', NULL, NULL, NULL, '[]')"
    )
    old.execute("INSERT INTO links VALUES (1, 'copies', 'a1', 'a2', 'much of it')")
    old.execute("INSERT INTO evidence VALUES ('link#1', 'link', 0, 'a1', 0, 3, 'The')")
    old.execute("PRAGMA user_version = 1")
    old.execute("COMMIT")
    old.execute("BEGIN")
    migrate(old)
    old.execute("COMMIT")
    old.close()
    with Story(path) as story:
        assert [page.id for page in story.record.pages] == ["p9", "p2"]
        assert [one.text for one in story.record.links[0].evidence] == ["The"]
    write(path, record())
    with Story(path) as story:
        assert story.record == record()


def test_an_older_story_is_searched_rightly_as_soon_as_it_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "s.rashomon"
    old = sqlite3.connect(path, isolation_level=None)
    old.execute("BEGIN")
    MIGRATIONS[0](old)
    old.execute("INSERT INTO entities VALUES (7, 'e1', 'Odile Brandt', 'person', '[]', '[]')")
    old.execute("INSERT INTO line_search (rowid, kind, id, text) VALUES (99, 'name', 'e9', 'somebody else')")
    old.execute("PRAGMA user_version = 1")
    old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    old.execute("COMMIT")
    old.close()
    with open_to_write(path):
        pass
    assert [one[:2] for one in found(path, "brandt")] == [("name", "e1")]
    assert found(path, "somebody") == []


def test_an_older_story_without_a_record_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "s.rashomon"
    old = sqlite3.connect(path, isolation_level=None)
    MIGRATIONS[0](old)
    old.execute("PRAGMA user_version = 1")
    old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    old.close()
    write(path, record())
    with Story(path) as story:
        assert story.record == record()
