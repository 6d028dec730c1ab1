"""Pieces, and the windows they are read in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.attribution.decode_paragraphs import paragraphs_of
from rashomon.attribution.decode_pieces import (
    CAPITAL,
    DIGIT,
    LOWER,
    MARK,
    MIXED,
    OUTSIDE,
    QUOTE_MARK,
    QUOTED,
    UNCLOSED,
    UPPER,
    Pieces,
    case_of,
    read,
    standing_of,
    to_pieces,
    windows_of,
)


def pieces_of(lengths: list[int]) -> Pieces:
    """Paragraphs of so many one-letter words."""
    text = "\n\n".join(" ".join("a" * n) for n in lengths)
    codes = [([7] * n, [(2 * k, 2 * k + 1) for k in range(n)]) for n in lengths if n]
    return to_pieces(text, codes)


@given(st.lists(st.integers(0, 900), max_size=12))
def test_every_piece_is_answered_for_once_and_no_window_is_too_long(lengths: list[int]) -> None:
    pieces = pieces_of(lengths)
    windows = windows_of(pieces)
    answered = [k for w in windows for k in range(w.start, w.end)]
    assert answered == list(range(len(pieces)))
    for window in windows:
        assert window.left <= window.start < window.end <= window.right
        assert len(read(pieces, window, 1, 2).ids) <= 200 + 24 + 16 + 2


def test_a_page_of_one_word_lines_fits_too() -> None:
    pieces = pieces_of([1] * 2000)
    assert max(len(read(pieces, w, 1, 2).ids) for w in windows_of(pieces)) <= 242


def test_windows_are_cut_between_paragraphs() -> None:
    windows = windows_of(pieces_of([150, 150, 150]))
    assert [(w.start, w.end) for w in windows] == [(0, 150), (150, 300), (300, 450)]


def test_separators_stand_after_every_paragraph() -> None:
    pieces = pieces_of([2, 1])
    reading = read(pieces, windows_of(pieces)[0], 101, 102)
    assert reading.ids.tolist() == [101, 7, 7, 102, 7, 102]
    assert reading.where.tolist() == [-1, 0, 1, -1, 2, -1]


WRAPPED = """Mayor Edwin Park said on Friday that the old bridge over
the river would be closed in May, because nobody had
looked after it for years.
“It is not safe,” he said. “Nobody should cross it, and
nobody should be told that it can be mended.”
"""


def test_lines_broken_to_fit_a_page_are_one_paragraph() -> None:
    found = [WRAPPED[a:b] for a, b in paragraphs_of(WRAPPED)]
    assert [line.split()[0] for line in found] == ["Mayor", "“It"]
    assert found[0].endswith("for years.")


def test_a_blank_line_ends_a_paragraph_of_a_wrapped_text() -> None:
    assert len(paragraphs_of(WRAPPED.replace("nobody had\n", "nobody had\n\n"))) == 3


def test_long_lines_are_paragraphs_each() -> None:
    text = "\n".join(["He said that it was so, and that it had been so for as long as he could remember it " * 2] * 4)
    assert len(paragraphs_of(text)) == 4


def test_short_lines_are_paragraphs_each() -> None:
    assert len(paragraphs_of("Bread\nMilk and\nsugar\n" * 3)) == 9


def test_offsets_are_those_of_the_text() -> None:
    text = "\n  one\r\n\ttwo"
    assert [text[a:b] for a, b in paragraphs_of(text)] == ["  one", "\ttwo"]
    pieces = to_pieces(text, [([5], [(2, 5)]), ([6], [(1, 4)])])
    assert [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)] == ["one", "two"]
    assert pieces.paragraphs.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("said", LOWER),
        ("Holt", CAPITAL),
        ("NATO", UPPER),
        ("McRae", MIXED),
        ("2334", DIGIT),
        ("”", MARK),
        ("I", CAPITAL),
    ],
)
def test_case(word: str, case: int) -> None:
    assert case_of(word) == case


@pytest.mark.parametrize(
    ("line", "standing"),
    [
        ("a “b” c", [OUTSIDE, OUTSIDE, QUOTE_MARK, QUOTED, QUOTE_MARK, OUTSIDE, OUTSIDE]),
        ('"b" c', [QUOTE_MARK, QUOTED, QUOTE_MARK, OUTSIDE, OUTSIDE]),
        ("a “bc", [OUTSIDE, OUTSIDE, QUOTE_MARK, UNCLOSED, UNCLOSED]),
        ("''b''", [QUOTE_MARK, QUOTE_MARK, QUOTED, QUOTE_MARK, QUOTE_MARK]),
        ("a” b", [OUTSIDE, QUOTE_MARK, OUTSIDE, OUTSIDE]),
    ],
)
def test_where_a_character_stands_to_quotation_marks(line: str, standing: list[int]) -> None:
    assert standing_of(line).tolist() == standing


def test_an_empty_text_has_no_windows() -> None:
    pieces = to_pieces(" \n ", [])
    assert len(pieces) == 0
    assert windows_of(pieces) == []
