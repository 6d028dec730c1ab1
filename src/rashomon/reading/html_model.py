"""The trained trees that say how likely a block is body."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.html_features import Numbers


@dataclass(frozen=True, slots=True)
class Trees:
    """All nodes of all trees in one row; ``roots`` says where each tree begins, a leaf points at itself."""

    roots: NDArray[np.intp]
    feature: NDArray[np.intp]
    threshold: NDArray[np.float32]
    left: NDArray[np.intp]
    right: NDArray[np.intp]
    value: NDArray[np.float64]
    depth: int
    width: int

    def chances(self, numbers: Numbers) -> NDArray[np.float64]:
        """One probability a row of features."""
        rows = len(numbers)
        if not rows:
            return np.zeros(0)
        flat = np.ascontiguousarray(numbers).ravel()
        base = np.repeat(np.arange(rows, dtype=np.intp) * numbers.shape[1], len(self.roots))
        at = np.tile(self.roots, rows)
        for _ in range(self.depth):
            lower = flat.take(base + self.feature.take(at)) <= self.threshold.take(at)
            at = np.where(lower, self.left.take(at), self.right.take(at))
        scores = self.value.take(at).reshape(rows, -1).sum(axis=1)
        chances: NDArray[np.float64] = 1 / (1 + np.exp(-scores))
        return chances


@cache
def body_trees() -> Trees:
    """The trees that ship with the package (`training/html_body.py` makes them)."""
    return trees_from(json.loads(files("rashomon.reading").joinpath("data/html_body.json").read_text("ascii")))


def trees_from(data: dict[str, Any]) -> Trees:
    """Trees as `training/html_body.py` writes them."""
    roots = np.cumsum([0, *(len(tree["feature"]) for tree in data["trees"])])[:-1]

    def row(name: str, shift: bool = False) -> list[float]:
        return [
            value + shift * int(root) for tree, root in zip(data["trees"], roots, strict=True) for value in tree[name]
        ]

    return Trees(
        np.asarray(roots, dtype=np.intp),
        np.array(row("feature"), dtype=np.intp),
        np.array(row("threshold"), dtype=np.float32),
        np.array(row("left", True), dtype=np.intp),
        np.array(row("right", True), dtype=np.intp),
        np.array(row("value"), dtype=np.float64),
        int(data["depth"]),
        int(data["width"]),
    )
