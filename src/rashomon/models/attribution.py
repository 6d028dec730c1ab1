"""The tagger port over the trained attribution network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from rashomon.attribution.decode_paragraphs import paragraphs_of
from rashomon.attribution.decode_pieces import Pieces, Reading, to_pieces
from rashomon.attribution.decode_spans import decide
from rashomon.attribution.decode_votes import gather
from rashomon.models.pieces import load_tokenizer, model_file, well_formed
from rashomon.models.runtime import open_session, short_digest
from rashomon.record import Attribution

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

# Stretches of like length read in one go.
TOGETHER = 8


class AttributionModel:
    """Proposes who said what, in cues the network has seen; loads its weights when made.

    ``threads`` are those of one instance. Raises `MissingExtra` where the weights are not installed.
    """

    def __init__(self, threads: int = 1) -> None:
        paths = model_file("attribution-first.onnx"), model_file("attribution-second.onnx")
        self._tokenizer = load_tokenizer()
        self._network = OnnxNetwork(*(open_session(path, threads) for path in paths))
        self._name = f"attribution-{short_digest(*paths)}"

    @property
    def name(self) -> str:
        return self._name

    def propose(self, text: str) -> list[Attribution]:
        """Attributions in text order; no two share a word of their contents. ``confidence`` is the cue's."""
        return decide(text, gather(self._cut(text), self._network))

    def _cut(self, text: str) -> Pieces:
        lines = (well_formed(text[a:b]) for a, b in paragraphs_of(text))
        codes = [self._tokenizer.encode(line, add_special_tokens=False) for line in lines]
        return to_pieces(text, [(code.ids, code.offsets) for code in codes])


class OnnxNetwork:
    """The network's two passes in ONNX Runtime. A window is read alone, so that no answer depends on its neighbours."""

    def __init__(self, first: InferenceSession, second: InferenceSession) -> None:
        self._first = first
        self._second = second

    def first(self, reading: Reading) -> tuple[Floats, Floats]:
        feed = {"ids": reading.ids[None], "cases": reading.cases[None], "standings": reading.standings[None]}
        chances, vectors = self._first.run(None, feed)
        return chances[0], vectors[0]

    def second(self, jobs: Sequence[tuple[Floats, Ints]]) -> list[Floats]:
        out: list[Floats] = [np.zeros((0, 0), np.float32)] * len(jobs)
        order = sorted(range(len(jobs)), key=lambda k: (len(jobs[k][1]), k))
        for at in range(0, len(order), TOGETHER):
            numbers = order[at : at + TOGETHER]
            feed = laid_out([jobs[k] for k in numbers])
            (chances,) = self._second.run(None, feed)
            for row, k in enumerate(numbers):
                out[k] = chances[row, : len(jobs[k][1])]
        return out


def laid_out(jobs: Sequence[tuple[Floats, Ints]]) -> dict[str, NDArray[np.generic]]:
    """Stretches side by side, padded to the longest."""
    longest = max(len(steps) for _, steps in jobs)
    vectors = np.zeros((len(jobs), longest, jobs[0][0].shape[1]), np.float32)
    distances = np.zeros((len(jobs), longest), np.int32)
    mask = np.zeros((len(jobs), longest), np.int32)
    for row, (rows, steps) in enumerate(jobs):
        vectors[row, : len(steps)] = rows
        distances[row, : len(steps)] = steps
        mask[row, : len(steps)] = 1
    return {"vectors": vectors, "distances": distances, "mask": mask}
