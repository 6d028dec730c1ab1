from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import rashomon
from rashomon.engines import SameProcessEngine
from rashomon.errors import BadCorrection
from rashomon.record import Correction, CorrectionKind, Record
from rashomon.story import Story
from tests.door.conftest import RULES


@pytest.fixture
def story(pages: Path, tmp_path: Path, engine: SameProcessEngine) -> Path:
    path = tmp_path / "s.rashomon"
    rashomon.build(pages, path, options=RULES, engine=engine).close()
    return path


def record_of(path: Path) -> Record:
    with Story(path) as story:
        return story.record


def titles(path: Path) -> set[str | None]:
    return {article.title for article in record_of(path).articles}


def retitle(path: Path, title: str) -> Correction:
    article = next(one for one in record_of(path).articles if "I have never sold" in one.text)
    return Correction(CorrectionKind.SET_TITLE, [article.id], title)


def test_a_correction_holds_through_every_later_build(story: Path, pages: Path, engine: SameProcessEngine) -> None:
    with rashomon.correct(story, retitle(story, "By hand"), by="ines") as corrected:
        assert "By hand" in {article.title for article in corrected.record.articles}
    rashomon.rebuild(story).close()
    assert "By hand" in titles(story)
    rashomon.build(pages, story, options=RULES, engine=engine).close()
    assert "By hand" in titles(story)


def test_undo_and_redo_make_the_record_anew(story: Path) -> None:
    before = titles(story)
    rashomon.correct(story, retitle(story, "By hand")).close()
    assert rashomon.undo(story).correction.value == "By hand"
    assert titles(story) == before
    assert rashomon.redo(story).correction.value == "By hand"
    assert "By hand" in titles(story)


def test_a_correction_of_what_is_not_there_leaves_the_story_as_it_was(story: Path) -> None:
    before = story.read_bytes()
    for kind, targets, value in (
        (CorrectionKind.SET_TITLE, ["a000"], "x"),
        (CorrectionKind.CHECK, ["t000"], None),
        (CorrectionKind.JOIN_ENTITIES, ["Nobody", "No one"], None),
        (CorrectionKind.RENAME_ENTITY, ["Ivar Moen"], None),
        (CorrectionKind.JOIN_CLAIMS, ["t000", "t001"], None),
        (CorrectionKind.REJECT, ["t000"], None),
        (CorrectionKind.CHECK, [], None),
    ):
        with pytest.raises(BadCorrection, match=str(kind)):
            rashomon.correct(story, Correction(kind, targets, value))
    assert story.read_bytes() == before


def test_undo_without_a_correction_is_told(story: Path) -> None:
    with pytest.raises(BadCorrection, match="nothing to undo"):
        rashomon.undo(story)


def test_correcting_loads_no_parser(story: Path) -> None:
    correction = retitle(story, "By hand")
    code = (
        "import sys, rashomon; from rashomon.record import Correction, CorrectionKind as K; "
        f"rashomon.correct({str(story)!r}, Correction(K.SET_TITLE, {correction.targets!r}, 'By hand')).close(); "
        "print('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout == "False\n"
    assert "By hand" in titles(story)


def marks(path: Path) -> tuple[bool, str | None]:
    first = record_of(path).attributions[0]
    return first.checked, first.note


def test_a_check_and_a_note_are_kept_at_once_and_are_what_a_rebuild_makes_of_them(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = record_of(story).attributions[0].id
    with monkeypatch.context() as patch:
        patch.setattr(sys.modules["rashomon.door.correct"], "remake", None)  # nothing is related anew
        rashomon.correct(story, Correction(CorrectionKind.CHECK, [one])).close()
        rashomon.correct(story, Correction(CorrectionKind.NOTE, [one], "asked her")).close()
        rashomon.correct(story, Correction(CorrectionKind.NOTE, [one], "asked her twice")).close()
        assert marks(story) == (True, "asked her twice")
        rashomon.undo(story)
        assert marks(story) == (True, "asked her")
        rashomon.undo(story)
        rashomon.undo(story)
        assert marks(story) == (False, None)
        rashomon.redo(story)
        rashomon.redo(story)
    kept = record_of(story)
    rashomon.rebuild(story).close()
    made = record_of(story)
    assert marks(story) == (True, "asked her")
    assert replace(made, story=kept.story) == kept
