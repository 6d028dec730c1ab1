from __future__ import annotations

import os
from pathlib import Path

import pytest

from rashomon.collecting.arrivals import Arrivals
from rashomon.door.sources import files_in

NOW = 1_700_000_000.0


@pytest.fixture
def arrivals(tmp_path: Path) -> Arrivals:
    return Arrivals(lambda: files_in(tmp_path), settle=2.0)


def written(path: Path, text: str, at: float) -> Path:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))
    return path


def test_an_old_file_is_whole_at_once_and_a_young_one_when_nobody_touches_it(
    tmp_path: Path, arrivals: Arrivals
) -> None:
    old = written(tmp_path / "old.txt", "words", NOW - 3600)
    young = written(tmp_path / "young.txt", "words", NOW - 0.5)
    assert arrivals.look(NOW) == [old]
    assert arrivals.settling == [young]
    assert arrivals.look(NOW + 1.9) == [old]
    assert arrivals.look(NOW + 2.0) == [old, young]


def test_a_file_that_grows_starts_to_wait_anew(tmp_path: Path, arrivals: Arrivals) -> None:
    page = written(tmp_path / "a.txt", "wo", NOW - 1)
    assert arrivals.look(NOW) == []
    written(page, "words", NOW + 1.5)
    assert arrivals.look(NOW + 2) == []
    assert arrivals.look(NOW + 4) == [page]


def test_what_was_taken_comes_again_only_when_it_changes(tmp_path: Path, arrivals: Arrivals) -> None:
    page = written(tmp_path / "a.txt", "words", NOW - 3600)
    arrivals.take(arrivals.look(NOW))
    assert arrivals.look(NOW + 1) == []
    written(page, "other words", NOW + 2)
    assert arrivals.look(NOW + 3) == []
    assert arrivals.look(NOW + 5) == [page]


def test_what_changed_while_it_was_read_comes_again(tmp_path: Path, arrivals: Arrivals) -> None:
    page = written(tmp_path / "a.txt", "words", NOW - 3600)
    seen = arrivals.look(NOW)
    written(page, "words, and more", NOW + 1)
    arrivals.take(seen)
    arrivals.look(NOW + 2)
    assert arrivals.look(NOW + 4) == [page]


@pytest.mark.parametrize("name", ["a.html.crdownload", "a.HTML.PART", "b.tmp"])
def test_half_a_download_is_never_whole(tmp_path: Path, arrivals: Arrivals, name: str) -> None:
    half = written(tmp_path / name, "<p>wor", NOW - 3600)
    assert arrivals.look(NOW) == []
    assert arrivals.settling == [half]


def test_the_empty_file_beside_a_download_waits_for_it(tmp_path: Path, arrivals: Arrivals) -> None:
    page = written(tmp_path / "a.html", "", NOW - 3600)
    half = written(tmp_path / "a.html.part", "<p>wor", NOW - 3600)
    assert arrivals.look(NOW) == []
    half.replace(page)
    assert arrivals.look(NOW + 1) == [page]


def test_hidden_files_and_links_into_nothing_are_passed_over(tmp_path: Path, arrivals: Arrivals) -> None:
    written(tmp_path / ".hidden.txt", "words", NOW - 3600)
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    assert arrivals.look(NOW) == []
    assert arrivals.settling == []
