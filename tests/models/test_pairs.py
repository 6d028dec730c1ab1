"""The trained pair model: it tells a denial from an agreement, and no pair breaks it."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from rashomon.errors import MissingExtra
from rashomon.models import pieces
from rashomon.models.pairs import PairModel

ENTAILMENT, NEUTRAL, CONTRADICTION = range(3)


@functools.cache
def loaded() -> PairModel:
    return PairModel()


def verdict(premise: str, hypothesis: str) -> int:
    (chances,) = loaded().judge([(premise, hypothesis)])
    assert sum(chances) == pytest.approx(1, abs=1e-3)
    return chances.index(max(chances))


@pytest.mark.parametrize(
    ("premise", "hypothesis", "expected"),
    [
        ("The minister met the banker in March.", "The minister never met the banker.", CONTRADICTION),
        ("There was a second draft.", "There was no second draft.", CONTRADICTION),
        ("The bridge is not safe.", "The bridge is safe.", CONTRADICTION),
        ("It is not true that the mayor took money.", "The mayor took money.", CONTRADICTION),
        ("The story that the ship sank is false.", "The ship sank.", CONTRADICTION),
        ("The council voted to close the school on Monday.", "The council voted to close the school.", ENTAILMENT),
        ("Police arrested three men near the harbour.", "Three men were arrested.", ENTAILMENT),
        ("The council voted to close the school.", "The harvest was poor this year.", NEUTRAL),
        ("The singer arrived in Oslo.", "The singer will give two concerts.", NEUTRAL),
    ],
)
def test_verdicts(premise: str, hypothesis: str, expected: int) -> None:
    assert verdict(premise, hypothesis) == expected


def test_an_answer_does_not_depend_on_the_pairs_beside_it() -> None:
    pair = ("The bridge is not safe.", "The bridge is safe.")
    other = ("The harvest was poor this year, " * 20, "It rained.")
    assert loaded().judge([other, pair])[1] == loaded().judge([pair])[0] == PairModel().judge([pair, other])[0]


def test_no_pairs() -> None:
    assert loaded().judge([]) == []


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "word " * 5000, "x" * 5000, "🦊\u200b"])
def test_odd_texts_are_judged(text: str) -> None:
    for pair in ((text, "It rained."), ("It rained.", text), (text, text)):
        (chances,) = loaded().judge([pair])
        assert all(0 <= c <= 1 for c in chances)


def test_a_missing_model_is_a_clear_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pieces, "DATA", tmp_path)
    with pytest.raises(MissingExtra, match="not installed"):
        PairModel()


def test_several_at_once_answer_as_one_after_the_other():
    pairs = [(f"The mayor opened {k} bridges.", f"The mayor opened {k % 5} bridges.") for k in range(40)]
    assert PairModel(at_once=3).judge(pairs) == loaded().judge(pairs)
