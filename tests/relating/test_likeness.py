"""The run of words that two statements share."""

from __future__ import annotations

import random

from rashomon.relating.likeness import longest_run


def plainly(a: list[str], b: list[str]) -> int:
    """The same by trying every stretch."""
    runs = [
        n
        for n in range(len(a) + 1)
        for i in range(len(a) - n + 1)
        for j in range(len(b))
        if a[i : i + n] == b[j : j + n]
    ]
    return max(runs, default=0)


def test_the_longest_shared_run_is_found_whatever_else_repeats() -> None:
    chance = random.Random(7)
    found = set()
    for _ in range(400):
        letters = "abcdef"[: chance.randint(1, 6)]
        a, b = ([chance.choice(letters) for _ in range(chance.randint(0, 9))] for _ in range(2))
        assert longest_run(a, b) == longest_run(b, a) == plainly(a, b)
        assert longest_run(a, a) == len(a)
        found.add(longest_run(a, b))
    assert found >= {0, 1, 2, 3}
