from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from rashomon.story import Story

PAGE = """The Northern Post

A ferry was late on day {number}

By Arne Felt
Published {number} May 2021

The ferry of Skarholm was late for the {number}th time this month, harbour master Ivar Moen said on Monday.
{more}
"""


def test_ctrl_c_keeps_what_was_read_and_says_so(tmp_path: Path) -> None:
    pages, story = tmp_path / "pages", tmp_path / "s.rashomon"
    pages.mkdir()
    more = "\n".join(
        '"It will be late again," Moen told reporters. He denied that the engine was broken.' for _ in range(60)
    )
    for number in range(1, 29):
        (pages / f"{number}.txt").write_text(PAGE.format(number=number, more=more), encoding="utf-8")
    command = [sys.executable, "-m", "rashomon", "build", str(pages), "-o", str(story), "--rules", "--workers", "1"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait_for(story)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert out == ""
    assert err.splitlines()[-1] == (
        f"rashomon: stopped; what was read is kept in {story}, run the same command again to go on"
    )
    with Story(story) as opened:
        assert opened.record.articles == []
    assert not story.with_name("s.rashomon-lock").exists()


def wait_for(story: Path) -> None:
    """Until one page at least has been read and kept."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if story.exists() and story.stat().st_size:
            connection = sqlite3.connect(f"file:{story}?mode=ro", uri=True, timeout=20)
            try:
                if connection.execute("SELECT count(*) FROM readings").fetchone()[0]:
                    return
            except sqlite3.OperationalError:
                pass  # the tables are not made yet
            finally:
                connection.close()
        time.sleep(0.02)
    raise AssertionError("no page was read within a minute")
