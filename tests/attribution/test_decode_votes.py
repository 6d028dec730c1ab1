"""Votes of a network, and the attributions they come to; the network is a fake that knows a few words."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from rashomon.attribution.decode_cues import (
    CONTENT,
    CUE,
    CUE_ON,
    LABELS,
    SOURCE,
    SOURCE_ON,
    Stretch,
    distances,
    find_cues,
)
from rashomon.attribution.decode_paragraphs import paragraphs_of
from rashomon.attribution.decode_pieces import Pieces, Reading, to_pieces
from rashomon.attribution.decode_spans import Bounds, decide, words_of
from rashomon.attribution.decode_votes import WORTHY, gather
from rashomon.record import Attribution, Span

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
WORDS = ["holt", "said", "warned", "rain", "snow", "the", "and", "."]


def cut(text: str) -> Pieces:
    codes = []
    for a, b in paragraphs_of(text):
        found = list(re.finditer(r"\w+|[^\w\s]", text[a:b]))
        codes.append(([WORDS.index(m.group().lower()) for m in found], [m.span() for m in found]))
    return to_pieces(text, codes)


class Speaks:
    """Says that "holt" is a source, "said" and "warned" are cues, and weather is content, most of all near its cue."""

    def first(self, reading: Reading) -> tuple[Floats, Floats]:
        labels = {0: SOURCE, 1: CUE, 2: CUE, 3: CONTENT, 4: CONTENT}
        chances = np.zeros((len(reading.ids), LABELS), np.float32)
        for k, (code, where) in enumerate(zip(reading.ids.tolist(), reading.where.tolist(), strict=True)):
            chances[k, labels.get(code, 0) if where >= 0 else 0] = 1
        return chances, chances

    def second(self, vectors: Floats, distances: Ints) -> Floats:
        answer = vectors.copy()
        content = vectors[:, CONTENT] > 0
        answer[content & (distances < 16)] *= 0.3  # stands before the cue
        answer[content] /= (1 + 0.1 * np.maximum(0, distances - 16))[content, None]
        return answer


def words(text: str, spans: list[Span]) -> list[str]:
    return [span.of(text) for span in spans]


def heard(text: str) -> list[Attribution]:
    return decide(text, gather(cut(text), Speaks()))


def test_each_cue_claims_its_own_content_and_both_share_the_source() -> None:
    text = "Holt said rain and warned snow."
    one, two = heard(text)
    assert [words(text, s) for s in (one.source, one.cue, one.content)] == [["Holt"], ["said"], ["rain"]]
    assert [words(text, s) for s in (two.source, two.cue, two.content)] == [["Holt"], ["warned"], ["snow"]]


def test_a_cue_without_content_is_no_attribution() -> None:
    assert heard("Holt said.") == []


def test_a_source_may_be_missing() -> None:
    (only,) = heard("said the rain.")
    assert only.source == []
    assert 0.9 < only.confidence <= 1.0


def test_words_are_letters_with_nothing_a_point_or_a_hyphen_between() -> None:
    text = "U.S. pro-war “Ostermann” it's 3.5. -x"
    spans = [(m.start(), m.end()) for m in re.finditer(r"\w|[^\w\s]", text)]
    words = words_of(text, to_pieces(text, [([1] * len(spans), spans)]))
    found: dict[int, str] = {}
    for word, (a, b) in zip(words.tolist(), spans, strict=True):
        found[word] = found.get(word, "") + text[a:b]
    assert list(found.values()) == ["U.S", ".", "pro-war", "“", "Ostermann", "”", "it", "'", "s", "3.5", ".", "-", "x"]


def test_a_word_is_claimed_whole() -> None:
    """The network is sure of half a word only; the votes of its pieces are shared."""
    text = "holtsaid rain"
    pieces = to_pieces(text, [([0, 1, 3], [(0, 4), (4, 8), (9, 13)])])
    (only,) = decide(text, gather(pieces, Speaks()), Bounds(cue=0.3))
    assert words(text, only.cue) == ["holtsaid"]


def test_a_cue_that_cannot_hold_is_not_read_again() -> None:
    class Doubts(Speaks):
        def first(self, reading: Reading) -> tuple[Floats, Floats]:
            chances, vectors = super().first(reading)
            chances[:, CUE] *= WORTHY - 0.01
            return chances, vectors

    assert gather(cut("Holt said rain."), Speaks()).cues
    assert not gather(cut("Holt said rain."), Doubts()).cues
    assert Bounds().cue ** 3 >= WORTHY  # and none is left out that could hold


def test_nothing_to_read() -> None:
    assert heard("") == []
    assert heard(" \n\n\t") == []


def test_many_paragraphs_are_all_heard() -> None:
    text = "\n".join(["Holt said rain and snow."] * 400)
    found = heard(text)
    assert len(found) == 400
    assert all(words(text, a.source) == ["Holt"] for a in found)
    assert [a.cue[0].start for a in found] == sorted(a.cue[0].start for a in found)


def test_a_run_of_cue_words_is_cut_where_a_new_cue_begins() -> None:
    chances = np.zeros((5, LABELS), np.float32)
    chances[[0, 2], CUE] = 0.9
    chances[[1, 3], CUE_ON] = 0.6
    assert [(a, b) for a, b, _ in find_cues(chances, 0, 5, 0.5)] == [(0, 2), (2, 4)]


def test_distances_grow_away_from_the_cue_and_tell_the_sides_apart() -> None:
    steps = distances(Stretch(3, 4, 0, 8, 1.0)).tolist()
    assert steps[3] == 0
    assert steps[:3] == [3, 2, 1]
    assert steps[4:] == [16, 17, 18, 19]
    assert SOURCE_ON == SOURCE + 1
