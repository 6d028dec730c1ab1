"""The tagger port over the trained attribution network."""

from __future__ import annotations

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
    """The network's two passes in ONNX Runtime.

    A window is read alone, and so is a cue: no answer depends on what is read beside it, and nothing is padded.
    """

    def __init__(self, first: InferenceSession, second: InferenceSession) -> None:
        self._first = first
        self._second = second

    def first(self, reading: Reading) -> tuple[Floats, Floats]:
        feed = {"ids": reading.ids[None], "cases": reading.cases[None], "standings": reading.standings[None]}
        chances, vectors = self._first.run(None, feed)
        return chances[0], vectors[0]

    def second(self, vectors: Floats, distances: Ints) -> Floats:
        (chances,) = self._second.run(None, {"vectors": vectors[None], "distances": distances[None]})
        answer: Floats = chances[0]
        return answer
