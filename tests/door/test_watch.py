from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from rashomon.cli.run import run
from rashomon.door.watch import News, watch
from rashomon.errors import UsageError
from rashomon.story import Story, open_to_write
from tests.door.conftest import LATER, NORTH, RULES, SOUTH


class Watching:
    """A folder watched in a thread; `wait_for` gives the news once there are so many."""

    def __init__(self, folder: Path, story: Path) -> None:
        self.news: list[News] = []
        self.stop = threading.Event()
        self.failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, args=(folder, story))

    def _run(self, folder: Path, story: Path) -> None:
        try:
            watch(folder, story, tell=self.news.append, settle=0.2, options=RULES, workers=1, stop=self.stop)
        except BaseException as error:
            self.failure = error

    def wait_for(self, count: int) -> list[News]:
        until = time.monotonic() + 90
        while len(self.news) < count and time.monotonic() < until and self._thread.is_alive():
            time.sleep(0.02)
        assert len(self.news) >= count, self.failure
        return self.news

    def __enter__(self) -> Watching:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop.set()
        self._thread.join(60)
        assert not self._thread.is_alive()


def titles(story: Path) -> set[str | None]:
    with Story(story) as opened:
        return {article.title for article in opened.record.articles}


def test_what_is_there_is_read_then_what_arrives_and_a_bad_page_stops_nothing(tmp_path: Path) -> None:
    pages, story = tmp_path / "pages", tmp_path / "s.rashomon"
    pages.mkdir()
    (pages / "north.txt").write_text(NORTH, encoding="utf-8")
    with Watching(pages, story) as watching:
        watching.wait_for(1)
        assert titles(story) == {"Mayor Lena Torvik sold the bridge, clerk says"}
        (pages / "bad.pdf").write_bytes(b"%PDF-1.7\nnothing of a PDF")
        (pages / "sub").mkdir()
        (pages / "sub" / "south.html").write_text(SOUTH, encoding="utf-8")
        until = time.monotonic() + 60
        while len(titles(story)) < 2 and time.monotonic() < until:
            time.sleep(0.05)
        (pages / "later.txt").write_text(LATER, encoding="utf-8")
        while len(titles(story)) < 3 and time.monotonic() < until + 60:
            time.sleep(0.05)
    assert titles(story) == {
        "Mayor Lena Torvik sold the bridge, clerk says",
        "Torvik: no bridge was sold",
        "Council finds no sale of the bridge",
    }
    unread = [name for news in watching.news if news.built for name, _ in news.built.unread]
    assert unread == [str(pages / "bad.pdf")]
    assert sum(news.built.read for news in watching.news if news.built) == 4


def test_a_story_that_is_busy_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pages: Path) -> None:
    monkeypatch.setattr("rashomon.door.watch.PATIENCE", 0.2)
    story = tmp_path / "s.rashomon"
    with open_to_write(story), Watching(pages, story) as watching:
        assert "another build is writing it" in watching.wait_for(1)[0].problem
    with Watching(pages, story) as watching:
        built = watching.wait_for(1)[0].built
    assert built is not None
    assert built.read == 3


def test_a_folder_that_is_not_there_or_goes_away_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        watch(tmp_path / "none", tmp_path / "s.rashomon", tell=lambda _: None)
    folder = tmp_path / "pages"
    folder.mkdir()
    with Watching(folder, tmp_path / "s.rashomon") as watching:
        time.sleep(0.3)
        folder.rmdir()
        until = time.monotonic() + 30
        while watching.failure is None and time.monotonic() < until:
            time.sleep(0.05)
    assert isinstance(watching.failure, UsageError)
    assert "has gone" in str(watching.failure)


def test_once_reads_what_is_whole_and_says_what_is_not(
    pages: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for page in pages.iterdir():
        os.utime(page, (1_600_000_000, 1_600_000_000))
    (pages / "half.html.crdownload").write_text("<p>hal", encoding="utf-8")
    command = ["watch", str(pages), "-o", str(tmp_path / "s.rashomon"), "--once", "--rules", "-q", "--settle", "0.1"]
    assert run(command) == 0
    out, err = capfd.readouterr()
    assert "3 read now, 0 not readable" in out
    assert "half.html.crdownload: still being written" in err
    assert run(command) == 0
    assert "0 read now" in capfd.readouterr().out


def test_once_with_a_bad_page_is_status_1(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "bad.pdf").write_bytes(b"%PDF-1.7\nnothing of a PDF")
    assert run(["watch", str(pages), "-o", str(tmp_path / "s.rashomon"), "--once", "-q", "--settle", "0.1"]) == 1
    out, err = capfd.readouterr()
    assert "1 not readable" in out
    assert str(pages / "bad.pdf") in err
    (tmp_path / "empty").mkdir()
    assert run(["watch", str(tmp_path / "empty"), "-o", str(tmp_path / "t.rashomon"), "--once", "-q"]) == 0
    assert capfd.readouterr().out == "nothing new\n"


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_is_ended_cleanly(tmp_path: Path, end: signal.Signals) -> None:
    pages, story = tmp_path / "pages", tmp_path / "s.rashomon"
    pages.mkdir()
    (pages / "empty.txt").write_text("", encoding="utf-8")
    command = [sys.executable, "-m", "rashomon", "watch", str(pages), "-o", str(story), "--rules", "--settle", "0.1"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert "1 not readable" in process.stdout.readline()
    process.send_signal(end)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert err.splitlines()[-1] == f"stopped; what was read is kept in {story}"
    assert "Traceback" not in err
