from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from rashomon.cli.run import run
from rashomon.door.stories import stories_in
from rashomon.errors import UsageError
from rashomon.story import Story
from tests.door.conftest import LATER, NORTH, SOUTH

OTHER = """The Northern Post

Orchard of Vale wins a prize

By Ines Vale
Published 12 May 2019

The orchard of Vale won the prize for the best cider of the coast, the jury of growers announced on Sunday.

Its owner thanked the neighbours who had pressed the apples by night.
"""


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    """Two pages and an archive of two: three pages of one story, one of none."""
    folder = tmp_path / "crawl"
    folder.mkdir()
    (folder / "north.txt").write_text(NORTH, encoding="utf-8")
    (folder / "later.txt").write_text(LATER.replace("June 2, 2021", "May 17, 2021"), encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing of a PDF")
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.writestr("south.html", SOUTH)
        archive.writestr("orchard.txt", OTHER)
    return folder


def test_stories_are_listed_and_the_chosen_one_is_built(
    crawl: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["stories", str(crawl), "--json", "-q"]) == 1
    out, err = capfd.readouterr()
    assert str(crawl / "broken.pdf") in err
    (story,) = [json.loads(line) for line in out.splitlines()]
    assert (story["articles"], story["first"], story["last"]) == (3, "2021-05-12", "2021-05-17")
    assert "The Southern Echo" in story["outlets"]
    assert [Path(name).name for name in story["pages"]] == ["later.txt", "more.zip!south.html", "north.txt"]
    made = tmp_path / "bridge.rashomon"
    command = ["stories", str(crawl), "--build", story["id"], "-o", str(made), "--rules", "-q", "--workers", "1"]
    assert run(command) == 1
    assert capfd.readouterr().out.startswith(f"{made}: 3 articles, ")
    with Story(made) as opened:
        assert sorted(Path(page.name).name for page in opened.record.pages) == [
            "later.txt",
            "more.zip!south.html",
            "north.txt",
        ]
        assert opened.record.story.title == story["title"]


def test_the_list_says_what_it_leaves_out(crawl: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["stories", str(crawl), "--least", "2", "-q"]) == 1
    first, last = capfd.readouterr().out.splitlines()
    assert "3 articles" in first
    assert "2021-05-12 to 2021-05-17" in first
    assert last == "1 stories of 2 articles or more, 1 smaller ones"


def test_two_workers_find_the_same_stories(crawl: Path) -> None:
    one, two = stories_in([crawl], workers=1), stories_in([crawl], workers=2)
    assert [(s.id, s.title, s.pages) for s in one.stories] == [(s.id, s.title, s.pages) for s in two.stories]
    assert one.unread == two.unread


def test_a_choice_that_names_no_story_or_no_place_is_said(
    crawl: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    corpus = stories_in([crawl])
    with pytest.raises(UsageError, match="there is no story 'zzz'"):
        corpus.chosen(["zzz"])
    assert run(["stories", str(crawl), "--build", "zzz", "-q"]) == 2
    assert "say where the built stories go" in capfd.readouterr().err
    ids = [one.id for one in corpus.stories]
    command = ["stories", str(crawl), *(f"--build={one}" for one in ids), "-o", str(tmp_path / "a.rashomon"), "-q"]
    assert run(command) == 2
    assert "one file for 2 stories" in capfd.readouterr().err
    assert not (tmp_path / "a.rashomon").exists()
