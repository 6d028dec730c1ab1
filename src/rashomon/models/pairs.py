"""The entailer port over the trained pair model."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from rashomon.models.pieces import load_tokenizer, model_file, well_formed
from rashomon.models.runtime import open_session, short_digest

Ints = NDArray[np.int32]

# Pieces of one pair; a longer hypothesis is cut to half of it, then the premise to the rest.
LONGEST = 160
FIRST, SEPARATOR = 101, 102
# Fewer pairs than this are sooner read by one thread.
_WORTH_THREADS = 16


class PairModel:
    """Judges whether one sentence follows from another or contradicts it; loads its weights when made.

    Numbers and dates are not its business: it was not taught to reckon, so compare them as values.
    So many pairs are read ``at_once``, each by one thread. Raises `MissingExtra` where the weights are not installed.
    """

    def __init__(self, at_once: int = 1) -> None:
        path = model_file("pairs.onnx")
        self._at_once = at_once
        self._tokenizer = load_tokenizer()
        self._session = open_session(path, 1)
        self._name = f"pairs-{short_digest(path)}"

    @property
    def name(self) -> str:
        return self._name

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[float, float, float]]:
        """For each (premise, hypothesis): chances of entailment, neutral and contradiction.

        Each pair is read alone: 8-bit arithmetic takes its scale from all it reads together, and no answer
        shall depend on the pairs beside it.
        """
        if self._at_once == 1 or len(pairs) < _WORTH_THREADS:
            return list(map(self._judge, pairs))
        with ThreadPoolExecutor(self._at_once) as pool:
            return list(pool.map(self._judge, pairs))

    def _judge(self, pair: tuple[str, str]) -> tuple[float, float, float]:
        premise, hypothesis = pair
        (chances,) = self._session.run(None, laid_out(*self._coded(premise, hypothesis)))
        entailed, neutral, against = (round(float(c), 4) for c in chances[0])
        return entailed, neutral, against

    def _coded(self, premise: str, hypothesis: str) -> tuple[list[int], int]:
        a, b = (self._tokenizer.encode(well_formed(s), add_special_tokens=False).ids for s in (premise, hypothesis))
        b = b[: LONGEST // 2]
        a = a[: LONGEST - 3 - len(b)]
        return [FIRST, *a, SEPARATOR, *b, SEPARATOR], len(a) + 2


def laid_out(ids: list[int], first: int) -> dict[str, NDArray[np.generic]]:
    """One pair as the graph's inputs; the first ``first`` pieces are the premise's."""
    kinds = np.zeros((1, len(ids)), np.int32)
    kinds[0, first:] = 1
    shares = [(kinds == side) / max(1, int((kinds == side).sum())) for side in (0, 1)]
    return {
        "ids": np.array([ids], np.int32),
        "kinds": kinds,
        "premise": shares[0][:, None].astype(np.float32),
        "hypothesis": shares[1][:, None].astype(np.float32),
    }
