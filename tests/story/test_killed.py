from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from rashomon.story import Story, open_to_write, transaction, write_record
from tests.hand_made import record

# Writes a large record over the old one with a cache so small that the file itself is changed before the commit,
# then waits to be killed.
WRITER = """
import sys, time
from pathlib import Path
from rashomon.story import open_to_write, write_record
from tests.hand_made import record
with open_to_write(Path(sys.argv[1])) as connection:
    connection.execute("PRAGMA cache_size = 10")
    connection.execute("BEGIN IMMEDIATE")
    write_record(connection, record("Half written"))
    connection.execute("INSERT INTO readings VALUES ('p', 'm', zeroblob(4000000), '', '', 1)")
    print("writing", flush=True)
    time.sleep(60)
"""


def test_killed_in_the_middle_of_writing_the_story_is_as_before(tmp_path: Path) -> None:
    path = tmp_path / "s.rashomon"
    with open_to_write(path) as connection, transaction(connection):
        write_record(connection, record())
    before = path.stat().st_size
    root = Path(__file__).parents[2]
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, cwd=root)
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == b"writing\n"
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert path.stat().st_size > before, "the kill came before anything was written, so this proves nothing"
    assert path.with_name("s.rashomon-journal").exists()
    with Story(path) as story:
        assert story.record == record()
    with open_to_write(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert [one.name for one in tmp_path.iterdir()] == ["s.rashomon"]


def test_a_reader_waits_for_no_writer_that_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "s.rashomon"
    with open_to_write(path) as connection, transaction(connection):
        write_record(connection, record())
    path.with_name("s.rashomon-lock").touch()
    start = time.monotonic()
    with open_to_write(path) as connection:
        assert isinstance(connection, sqlite3.Connection)
    assert time.monotonic() - start < 5
