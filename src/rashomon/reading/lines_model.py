"""The model that tells body lines from furniture.

Two forests: the second sees what the first thinks of the lines around each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.lines import Line
from rashomon.reading.lines_context import context_of
from rashomon.reading.lines_neighbours import sheet_of
from rashomon.reading.lines_trees import Array, Trees


@dataclass(frozen=True, slots=True)
class LineModel:
    """Trained by training/lines.py; docs/models/lines.md says on what."""

    first: Trees
    second: Trees

    @classmethod
    def load(cls, arrays: Mapping[str, NDArray[np.generic]], name: str = "") -> LineModel:
        """The model stored in ``arrays``, under ``name`` where there are several."""
        return cls(Trees.load(arrays, f"{name}first"), Trees.load(arrays, f"{name}second"))

    def chances(self, lines: Sequence[Line]) -> Array:
        """For each line of a page, the probability that it is body."""
        if not lines:
            return np.zeros(0)
        sheet = sheet_of(lines)
        return self.second.chances(context_of(sheet, self.first.chances(sheet.columns)))


@cache
def shipped() -> LineModel:
    """The model in the package."""
    with (
        files("rashomon.reading").joinpath("data/lines.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as arrays,
    ):
        return LineModel.load(arrays)
