"""The trained trees that say how likely a block is body."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.html_features import Numbers


@dataclass(frozen=True, slots=True)
class Trees:
    """All trees side by side: row t holds the nodes of tree t; a leaf points at itself."""

    feature: NDArray[np.int32]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float64]
    depth: int
    width: int

    def chances(self, numbers: Numbers) -> NDArray[np.float64]:
        """One probability a row of features."""
        rows, trees = len(numbers), len(self.feature)
        if not rows:
            return np.zeros(0)
        at = np.zeros((rows, trees), dtype=np.int32)
        tree, row = np.arange(trees)[None, :], np.arange(rows)[:, None]
        for _ in range(self.depth):
            lower = numbers[row, self.feature[tree, at]] <= self.threshold[tree, at]
            at = np.where(lower, self.left[tree, at], self.right[tree, at])
        scores = self.value[tree, at].sum(axis=1)
        chances: NDArray[np.float64] = 1 / (1 + np.exp(-scores))
        return chances


@cache
def body_trees() -> Trees:
    """The trees that ship with the package (`training/html_body.py` makes them)."""
    data = json.loads(files("rashomon.reading").joinpath("data/html_body.json").read_text("ascii"))
    widest = max(len(tree["feature"]) for tree in data["trees"])

    def table(name: str, kind: type[np.generic]) -> NDArray[np.generic]:
        rows = [tree[name] + [0] * (widest - len(tree[name])) for tree in data["trees"]]
        return np.array(rows, dtype=kind)

    return Trees(
        table("feature", np.int32),  # type: ignore[arg-type]
        table("threshold", np.float64),  # type: ignore[arg-type]
        table("left", np.int32),  # type: ignore[arg-type]
        table("right", np.int32),  # type: ignore[arg-type]
        table("value", np.float64),  # type: ignore[arg-type]
        int(data["depth"]),
        int(data["width"]),
    )
