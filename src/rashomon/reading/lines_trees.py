"""Boosted trees, evaluated with numpy alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
# Rows evaluated at a time: keeps the working memory of a long page small.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Trees:
    """A forest whose leaves add up to the log-odds of a line's being body.

    Node n splits on column ``feature[n]``: at most ``threshold[n]`` goes to ``left[n]``, else to ``right[n]``.
    A leaf has ``feature`` -1, its value in ``threshold``, and itself on both sides; ``roots`` are the first nodes.
    """

    feature: NDArray[np.int16]
    threshold: Array
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    roots: NDArray[np.int32]

    @classmethod
    def load(cls, arrays: Mapping[str, NDArray[np.generic]], name: str) -> Trees:
        """The forest stored in ``arrays`` under ``name``."""
        part = {key: np.asarray(arrays[f"{name}.{key}"]) for key in ("feature", "threshold", "left", "right", "roots")}
        return cls(part["feature"], part["threshold"], part["left"], part["right"], part["roots"])

    def chances(self, rows: NDArray[np.float32]) -> Array:
        """The probability of body for each row."""
        parts = [self._odds(rows[k : k + _AT_ONCE]) for k in range(0, len(rows), _AT_ONCE)]
        odds = np.concatenate(parts) if parts else np.zeros(0)
        return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float64)

    def _odds(self, rows: NDArray[np.float32]) -> Array:
        count, trees = len(rows), len(self.roots)
        values, width = np.ascontiguousarray(rows).ravel(), rows.shape[1]
        at = np.tile(self.roots, count)
        offset = np.repeat(np.arange(count) * width, trees)
        going = np.flatnonzero(self.feature[at] >= 0)
        while going.size:
            node = at[going]
            below = values[offset[going] + self.feature[node]] <= self.threshold[node]
            node = np.where(below, self.left[node], self.right[node])
            at[going] = node
            going = going[self.feature[node] >= 0]
        return np.asarray(self.threshold[at].reshape(count, trees).sum(axis=1), dtype=np.float64)
