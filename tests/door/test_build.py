from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

import rashomon
from rashomon.door.build import build_into
from rashomon.engines import Job, Outcome, SameProcessEngine
from rashomon.errors import UsageError
from rashomon.options import Options
from rashomon.record import Record
from rashomon.record.check import faults
from rashomon.record.schema import shipped_schema
from rashomon.story import Story
from rashomon.views.dossier import dossier
from rashomon.views.exports.record_json import render
from tests.door.conftest import NORTH, RULES


class Watched:
    """An engine that remembers what it was given, and stops as if interrupted after ``most`` pages."""

    def __init__(self, inner: SameProcessEngine, most: int | None = None) -> None:
        self.inner = inner
        self.most = most
        self.read_pages: list[str] = []

    def read(self, jobs: Iterable[Job], options: Options) -> Iterator[Outcome]:
        for outcome in self.inner.read(jobs, options):
            if self.most is not None and len(self.read_pages) == self.most:
                raise KeyboardInterrupt
            self.read_pages.append(Path(outcome.job.name).name)
            yield outcome


def record_of(path: Path) -> Record:
    with Story(path) as story:
        return story.record


def timeless(record: Record) -> bytes:
    """The export, apart from when it was built."""
    return render(replace(record, story=replace(record.story, built="")))


def test_a_record_holds_what_the_pages_tell(pages: Path, tmp_path: Path, engine: SameProcessEngine) -> None:
    with rashomon.build([pages], tmp_path / "s.rashomon", title="The bridge", options=RULES, engine=engine) as story:
        record = story.record
    assert faults(record) == []
    jsonschema.validate(json.loads(render(record)), shipped_schema(), jsonschema.Draft202012Validator)
    assert record.story.title == "The bridge"
    assert sorted(Path(page.name).name for page in record.pages) == ["later.txt", "north.txt", "south.html"]
    titles = {article.title for article in record.articles}
    assert {"Mayor Lena Torvik sold the bridge, clerk says", "Torvik: no bridge was sold"} <= titles
    names = {entity.id: entity.name for entity in record.entities}
    said = {
        (names.get(one.source.entity or ""), str(one.polarity), " ".join(piece.text for piece in one.content))
        for one in record.attributions
    }
    assert any(who == "Ivar Moen" and "She signed the papers in front of me" in what for who, _, what in said)
    assert any(side == "deny" and "sold" in what for _, side, what in said)


def test_order_one_by_one_and_two_workers_give_the_same_record(
    pages: Path, tmp_path: Path, engine: SameProcessEngine
) -> None:
    files = sorted(pages.iterdir())
    made = []
    for name, order in (("a", files), ("b", files[::-1])):
        rashomon.build(order, tmp_path / f"{name}.rashomon", title="T", options=RULES, engine=engine).close()
    for one in files[::-1]:
        rashomon.build(one, tmp_path / "c.rashomon", title="T", options=RULES, engine=engine).close()
    rashomon.build(pages, tmp_path / "d.rashomon", title="T", options=RULES, workers=2).close()
    made = [timeless(record_of(tmp_path / f"{name}.rashomon")) for name in "abcd"]
    assert made[0] == made[1] == made[2] == made[3]


def test_only_new_pages_are_read(pages: Path, tmp_path: Path, engine: SameProcessEngine) -> None:
    story = tmp_path / "s.rashomon"
    held = pages / "later.txt"
    late = held.read_bytes()
    held.unlink()
    first, second, third = Watched(engine), Watched(engine), Watched(engine)
    rashomon.build(pages, story, options=RULES, engine=first).close()
    held.write_bytes(late)
    rashomon.build(pages, story, options=RULES, engine=second).close()
    rashomon.build(pages, story, options=RULES, engine=third).close()
    assert sorted(first.read_pages) == ["north.txt", "south.html"]
    assert second.read_pages == ["later.txt"]
    assert third.read_pages == []
    assert len(record_of(story).pages) == 3


def test_other_options_read_again(pages: Path, tmp_path: Path, engine: SameProcessEngine) -> None:
    story, again = tmp_path / "s.rashomon", Watched(engine)
    rashomon.build(pages, story, options=RULES, engine=engine).close()
    rashomon.build(pages, story, options=replace(RULES, longest=200_000), engine=again).close()
    assert len(again.read_pages) == 3


def test_a_stopped_build_goes_on_and_ends_as_if_it_had_not_been(
    pages: Path, tmp_path: Path, engine: SameProcessEngine
) -> None:
    stopped, rest = Watched(engine, most=1), Watched(engine)
    story, whole = tmp_path / "s.rashomon", tmp_path / "whole.rashomon"
    with pytest.raises(KeyboardInterrupt):
        rashomon.build(pages, story, title="T", options=RULES, engine=stopped)
    assert record_of(story).articles == []
    rashomon.build(pages, story, title="T", options=RULES, engine=rest).close()
    rashomon.build(pages, whole, title="T", options=RULES, engine=engine).close()
    assert len(stopped.read_pages) == 1
    assert sorted(stopped.read_pages + rest.read_pages) == ["later.txt", "north.txt", "south.html"]
    assert timeless(record_of(story)) == timeless(record_of(whole))


def test_the_same_page_twice_is_one_page_under_its_first_name(
    pages: Path, tmp_path: Path, engine: SameProcessEngine
) -> None:
    (pages / "a copy.txt").write_text(NORTH, encoding="utf-8")
    for number, order in enumerate((["a copy.txt", "north.txt"], ["north.txt", "a copy.txt"])):
        story = tmp_path / f"{number}.rashomon"
        for name in order:
            rashomon.build(pages / name, story, options=RULES, engine=engine).close()
        (page,) = record_of(story).pages
        assert Path(page.name).name == "a copy.txt"


def test_only_lets_the_other_pages_go(pages: Path, tmp_path: Path, engine: SameProcessEngine) -> None:
    story = tmp_path / "s.rashomon"
    rashomon.build(pages, story, options=RULES, engine=engine).close()
    rashomon.build(pages / "north.txt", story, options=RULES, engine=engine, only=True).close()
    assert [Path(page.name).name for page in record_of(story).pages] == ["north.txt"]
    rashomon.build([], story, options=RULES, engine=engine).close()
    assert len(record_of(story).pages) == 1


def test_pages_that_cannot_be_read_are_named_and_counted_and_the_rest_is_built(
    pages: Path, tmp_path: Path, engine: SameProcessEngine
) -> None:
    (pages / "empty.html").write_bytes(b"")
    (pages / "picture.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40)
    (pages / ".hidden.txt").write_text("Nobody saved this.")
    story = tmp_path / "s.rashomon"
    built = build_into(pages, story, options=RULES, engine=engine)
    assert [Path(name).name for name, _ in built.unread] == ["empty.html", "picture.jpg"]
    record = record_of(story)
    problems = {Path(page.name).name: page.problems for page in record.pages}
    assert sorted(problems) == ["empty.html", "later.txt", "north.txt", "picture.jpg", "south.html"]
    assert all(len(problems[name]) == 1 and ";" in problems[name][0] for name in ("empty.html", "picture.jpg"))
    assert record.dropped["page: empty"] == 1
    assert len(record.articles) == 3
    again = Watched(engine)
    rashomon.build(pages, story, options=RULES, engine=again).close()
    assert again.read_pages == []


def test_a_page_the_program_fails_on_is_named_and_tried_again(
    pages: Path, tmp_path: Path, engine: SameProcessEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    story, again = tmp_path / "s.rashomon", Watched(engine)
    with monkeypatch.context() as patched:
        patched.setattr("rashomon.engines.same.hear_page", lambda page, tools: 1 / 0)
        built = build_into(pages / "north.txt", story, options=RULES, engine=engine)
    assert "ZeroDivisionError" in built.unread[0][1]
    rashomon.build(pages, story, options=RULES, engine=again).close()
    assert len(again.read_pages) == 3
    assert not any(page.problems for page in record_of(story).pages)


def test_members_of_an_archive_are_pages(pages: Path, tmp_path: Path, engine: SameProcessEngine) -> None:
    packed, story = tmp_path / "saved.zip", tmp_path / "s.rashomon"
    with zipfile.ZipFile(packed, "w") as archive:
        for page in sorted(pages.iterdir()):
            archive.write(page, page.name)
    rashomon.build(packed, story, title="T", options=RULES, engine=engine).close()
    again = Watched(engine)
    rashomon.build([packed, pages], story, title="T", options=RULES, engine=again).close()
    assert len(record_of(story).articles) == 3
    assert len(record_of(story).pages) == 3
    assert again.read_pages == []


def test_a_torn_archive_gives_what_is_whole_and_is_named(
    pages: Path, tmp_path: Path, engine: SameProcessEngine
) -> None:
    torn, story = tmp_path / "torn.zip", tmp_path / "s.rashomon"
    with zipfile.ZipFile(torn, "w") as archive:
        archive.write(pages / "north.txt", "north.txt")
    torn.write_bytes(torn.read_bytes()[:-30])
    built = build_into([torn, pages / "south.html"], story, options=RULES, engine=engine)
    assert [name for name, _ in built.unread] == [str(torn)]
    assert len(record_of(story).articles) >= 1


def test_a_page_somebody_has_read_can_be_given(pages: Path, tmp_path: Path, engine: SameProcessEngine) -> None:
    page = rashomon.read_page(pages / "south.html")
    changed = replace(page, articles=[replace(page.articles[0], title="Titled by hand")])
    with rashomon.build(changed, tmp_path / "s.rashomon", options=RULES, engine=engine) as story:
        assert [article.title for article in story.record.articles] == ["Titled by hand"]
        kept = story.reading(page.id)
    assert kept is not None
    assert kept.page.text == page.text


def test_the_story_in_the_folder_of_its_pages_is_no_page(
    pages: Path, engine: SameProcessEngine, tmp_path: Path
) -> None:
    story = pages / "s.rashomon"
    for _ in range(2):
        assert build_into(pages, story, options=RULES, engine=engine).unread == []
    with pytest.raises(UsageError, match="the story itself"):
        rashomon.build(story, story)


def test_a_dossier_of_the_story_is_named_and_not_read(pages: Path, tmp_path: Path, engine: SameProcessEngine) -> None:
    story = tmp_path / "s.rashomon"
    with rashomon.build(pages, story, options=RULES, engine=engine) as opened:
        (pages / "story.html").write_text(dossier(opened.record), encoding="utf-8")
    built = build_into(pages, story, options=RULES, engine=engine)
    assert [Path(name).name for name, _ in built.unread] == ["story.html"]
    assert len(record_of(story).articles) == 3


def test_a_path_that_is_not_there_stops_the_build_before_it_begins(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        rashomon.build([tmp_path / "gone.html"], tmp_path / "s.rashomon")
    assert not (tmp_path / "s.rashomon").exists()


def test_progress_is_told_stage_by_stage(pages: Path, tmp_path: Path, engine: SameProcessEngine) -> None:
    told: list[tuple[str, int | None]] = []
    steps: list[str] = []

    class Heard:
        def stage(self, name: str, total: int | None) -> None:
            told.append((name, total))

        def advance(self, units: int = 1) -> None:
            steps.extend([told[-1][0]] * units)

    rashomon.build(pages, tmp_path / "s.rashomon", options=RULES, engine=engine, progress=Heard()).close()
    assert told[:2] == [("looking at the files", None), ("reading pages", 3)]
    assert told[-1] == ("writing the story", None)
    assert steps.count("reading pages") == 3
