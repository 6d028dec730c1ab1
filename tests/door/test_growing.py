"""A story file that pages and corrections come to and leave holds what a new file with the same pages holds."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.door.remake import remake
from rashomon.door.silent import Silent
from rashomon.record import Correction, Reading, Record
from rashomon.record.check import faults
from rashomon.record.codec import encode_reading
from rashomon.story import KINDS, Chosen, Hit, Readings, Story, open_to_write
from tests.relating.test_growing import correction, page

MAKER = "by hand"


def put(path: Path, readings: list[Reading], corrections: list[Correction]) -> tuple[Record, list[Hit]]:
    """The record of a story file after it was told to hold just these, and some of what a search in it finds."""
    with open_to_write(path) as connection:
        held = Readings(connection)
        for one in readings:
            if not held.has(one.page.id, MAKER):
                held.keep(one.page.id, MAKER, encode_reading(one))
        chosen = [Chosen(one.page.id, one.page.name, MAKER, None) for one in readings]
        remake(connection, path, corrections=corrections, progress=Silent(), chosen=chosen, title="T")
    with Story(path) as story:
        found = story.search("sold the", kinds=KINDS, limit=500)
        return replace(story.record, story=replace(story.record.story, built="")), found


@pytest.mark.parametrize("seed", range(2))
def test_step_by_step_is_as_at_once(seed: int, tmp_path: Path) -> None:
    chance = random.Random(100 + seed)
    waiting, held, corrections = [page(chance, k) for k in range(16)], list[Reading](), list[Correction]()
    for step in range(5):
        held, waiting = held + waiting[:3], waiting[3:]
        if step > 2:
            held.pop(chance.randrange(len(held)))
        record, found = put(tmp_path / "grown.rashomon", held, corrections)
        fresh, same = put(tmp_path / f"{step}.rashomon", held, corrections)
        assert record == fresh
        assert _sorted(found) == _sorted(same)
        assert faults(record) == []
        if chance.random() < 0.7:
            corrections.append(correction(chance, record))


def _sorted(hits: list[Hit]) -> list[str]:
    return sorted(map(repr, hits))
