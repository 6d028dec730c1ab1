from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rashomon.story import CachedEntailer, open_to_write


class Judge:
    """Judges by the length of the premise, and remembers what it was asked."""

    name = "judge-1"

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[float, float, float]]:
        self.asked += pairs
        return [(len(premise) / 100, 1 - len(premise) / 100, 0.0) for premise, _ in pairs]


def test_a_pair_is_judged_once_and_the_order_of_the_answers_is_that_of_the_pairs(tmp_path: Path) -> None:
    judge = Judge()
    with open_to_write(tmp_path / "s.rashomon") as connection:
        cached = CachedEntailer(connection, "judge-1", lambda: judge)
        pairs = [("aaa", "x"), ("a", "x"), ("aaa", "x"), ("aa", "y")]
        first = cached.judge(pairs)
        again = CachedEntailer(connection, "judge-1", lambda: judge).judge(pairs[::-1])
    assert [one[0] for one in first] == [0.03, 0.01, 0.03, 0.02]
    assert again == first[::-1]
    assert sorted(judge.asked) == sorted(set(pairs))


def test_the_model_is_not_loaded_for_pairs_that_are_known(tmp_path: Path) -> None:
    path = tmp_path / "s.rashomon"
    with open_to_write(path) as connection:
        CachedEntailer(connection, "judge-1", Judge).judge([("a", "b")])
    with open_to_write(path) as connection:
        assert CachedEntailer(connection, "judge-1", _absent).judge([("a", "b")]) == [(0.01, 0.99, 0.0)]


def test_another_model_is_asked_itself(tmp_path: Path) -> None:
    judge = Judge()
    with open_to_write(tmp_path / "s.rashomon") as connection:
        CachedEntailer(connection, "judge-1", Judge).judge([("a", "b")])
        CachedEntailer(connection, "judge-2", lambda: judge).judge([("a", "b")])
    assert judge.asked == [("a", "b")]


def test_what_is_no_longer_asked_is_forgotten(tmp_path: Path) -> None:
    with open_to_write(tmp_path / "s.rashomon") as connection:
        CachedEntailer(connection, "judge-1", Judge).judge([("a", "b"), ("c", "d")])
        later = CachedEntailer(connection, "judge-1", _absent)
        later.judge([("c", "d")])
        later.forget_unused()
        assert connection.execute("SELECT count(*) FROM judgements").fetchone()[0] == 1


def test_no_pairs_need_no_model(tmp_path: Path) -> None:
    with open_to_write(tmp_path / "s.rashomon") as connection:
        assert CachedEntailer(connection, "judge-1", _absent).judge([]) == []


def _absent() -> Judge:
    raise AssertionError("the model was loaded")
