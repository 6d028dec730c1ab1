"""Lines, what they look like in numbers, and the forests that judge them."""

from __future__ import annotations

import numpy as np
import pytest

from rashomon.reading.lines import lines_of
from rashomon.reading.lines_context import context_of
from rashomon.reading.lines_model import shipped
from rashomon.reading.lines_neighbours import sheet_of
from rashomon.reading.lines_trees import Trees
from rashomon.reading.text_furniture import kind_of
from tests.reading.pages_text import FERRY, ferry_page


def test_lines_keep_their_places_and_the_gap_before_them() -> None:
    page = "  First\u00a0line \r\n\r\n\r\nsecond\u00ad line\n\u200b\nthird"
    lines = lines_of(page)
    assert [(line.text, line.gap) for line in lines] == [("First line", 0), ("second line", 2), ("third", 1)]
    assert [page[line.start : line.end] for line in lines] == ["First\u00a0line", "second\u00ad line", "third"]


def test_every_number_is_finite_and_columns_do_not_depend_on_the_page() -> None:
    widths = set()
    for page in (ferry_page(), "one", "one\ntwo", "\n\n".join(FERRY)):
        sheet = sheet_of(lines_of(page))
        context = context_of(sheet, np.full(len(sheet.chars), 0.5))
        assert np.isfinite(sheet.columns).all()
        assert np.isfinite(context).all()
        widths.add((sheet.columns.shape[1], context.shape[1]))
    assert len(widths) == 1


def test_a_forest_adds_its_leaves() -> None:
    # One tree splits on column 1 at 2.0, the other is a single leaf.
    forest = Trees(
        feature=np.array([1, -1, -1, -1], np.int16),
        threshold=np.array([2.0, -1.0, 1.0, 0.5]),
        left=np.array([1, 1, 2, 3], np.int32),
        right=np.array([2, 1, 2, 3], np.int32),
        roots=np.array([0, 3], np.int32),
    )
    odds = np.log(
        forest.chances(np.array([[9, 2], [9, 2.5]], np.float32))
        / (1 - forest.chances(np.array([[9, 2], [9, 2.5]], np.float32)))
    )
    assert odds == pytest.approx([-0.5, 1.5])


def test_the_shipped_model_tells_prose_from_menu() -> None:
    lines = lines_of(ferry_page())
    chances = shipped().chances(lines)
    prose = [chance for line, chance in zip(lines, chances, strict=True) if line.text in FERRY]
    rest = [chance for line, chance in zip(lines, chances, strict=True) if line.text not in FERRY]
    assert min(prose) > 0.5
    assert sorted(rest)[-3] < 0.4


def test_a_page_without_lines_has_no_chances() -> None:
    assert shipped().chances([]).shape == (0,)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Advertisement", "advertisement"),
        ("Subscribe to our newsletter", "newsletter or subscription"),
        ("Leave a Reply", "comment form"),
        ("Share on Facebook", "share buttons"),
        ("Read more: What the tide tables do not tell you", "related link"),
        ("© 2019 Halvern Gazette Ltd.", "copyright"),
        ("(photo credit: NILS AHO/GAZETTE)", "photo credit"),
        ("Tags: ferry, council", "tags"),
        ("The views expressed are not those of the council, Brandt said after the meeting in the town hall.", None),
        ("“Share this with your friends,” she said, and the council laughed at the idea for a while.", None),
        ("The council will print the report on Friday.", None),
    ],
)
def test_furniture_is_named_by_its_words(words: str, kind: str | None) -> None:
    (line,) = lines_of(words)
    assert kind_of(line) == kind
