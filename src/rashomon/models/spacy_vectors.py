"""spaCy's word vectors in context by fewer products: the same numbers in two thirds of the time.

The embedding of a word is a product of what its features (norm, prefix, suffix, shape) are hashed to. A feature's part
of that product is worked out once for each value that a text has, not once for each token.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
# Vectors may differ by so much from spaCy's own: sums in another order.
CLOSE = 1e-3
_SPECIMEN = "On 3 May, Ms Roe of the U.N. said:\n\n“We won't go” (it's 40% too far)."


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of a token: how it is hashed to four rows of ``table``."""

    seed: int
    table: Floats
    weight: Floats


@dataclass(frozen=True, slots=True)
class Maxout:
    """The greatest of ``pieces`` products, normed; ``weight`` has its columns piece by piece."""

    pieces: int
    weight: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    def __call__(self, product: Floats) -> Floats:
        """The norms of ``product``, which is one with the weight; it is written over."""
        product += self.bias
        width = len(self.gain)
        best: Floats = product[:, :width]
        for piece in range(1, self.pieces):
            best = np.maximum(best, product[:, piece * width : (piece + 1) * width])
        best = best - best.mean(1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best)[:, None] / np.float32(width)
        best *= 1 / np.sqrt(spread + np.float32(1e-8))
        best *= self.gain
        best += self.shift
        return best


class ContextVectors:
    """A text's vectors as spaCy's "hash embedding, then windows of three" makes them, one row a token."""

    def __init__(self, model: Any) -> None:
        by_name: dict[str, list[Any]] = {}
        for layer in model.walk():
            by_name.setdefault(layer.name, []).append(layer)
        (extract,) = by_name["extract_features"]
        self._columns: list[int | str] = list(extract.attrs["columns"])
        self._hash: Callable[[NDArray[Any], int], NDArray[np.uint32]] = model.ops.hash
        # Not numpy's own: that takes all cores for a product as small as these, and more time than it saves.
        self._times: Callable[[Floats, Floats], Floats] = model.ops.gemm
        self._pad = max(layer.attrs["pad"] for layer in model.walk() if layer.name.startswith("with_array"))
        maxouts = [_maxout(m, n) for m, n in zip(by_name["maxout"], by_name["layernorm"], strict=True)]
        self._embedding, self._windows = maxouts[0], maxouts[1:]
        tables = [layer.get_param("E") for layer in by_name["hashembed"]]
        cuts = np.cumsum([table.shape[1] for table in tables])[:-1]
        parts = np.split(self._embedding.weight, cuts)
        seeds = [layer.attrs["seed"] for layer in by_name["hashembed"]]
        self._features = [Feature(*parts) for parts in zip(seeds, tables, parts, strict=True)]

    def __call__(self, doc: Doc) -> Floats:
        values: Any = doc.to_array(self._columns)  # spaCy's stubs have the wrong type
        rows = self._embedding(self._embedded(values))
        edge = np.zeros((self._pad, rows.shape[1]), np.float32)
        rows = np.concatenate([edge, rows, edge])
        for layer in self._windows:
            rows = rows + layer(self._times(_with_neighbours(rows), layer.weight))
        return rows[self._pad : len(rows) - self._pad]

    def _embedded(self, values: NDArray[np.uint64]) -> Floats:
        """The sum of the features' products, before the maxout."""
        total = np.zeros((len(values), self._embedding.weight.shape[1]), np.float32)
        for column, feature in zip(values.T, self._features, strict=True):
            different, which = np.unique(column, return_inverse=True)
            keys = self._hash(np.ascontiguousarray(different), feature.seed) % len(feature.table)
            total += self._times(feature.table[keys].sum(1), feature.weight)[which]
        return total


class Vectors:
    """A pipeline component in the place of spaCy's "tok2vec": the components after it read ``doc.tensor``."""

    def __init__(self, vectors: ContextVectors) -> None:
        self._vectors = vectors

    def __call__(self, doc: Doc) -> Doc:
        if len(doc):
            tensor: Any = self._vectors(doc)
            doc.tensor = tensor
        return doc


def replace_vectors(pipeline: Language) -> None:
    """Puts `Vectors` in the place of the pipeline's "tok2vec" where that gives the same numbers."""
    from spacy.pipeline.tok2vec import Tok2Vec

    for k, (name, component) in enumerate(pipeline._components):
        if type(component) is Tok2Vec:
            vectors = same_vectors(component.model, pipeline)
            if vectors is not None:
                pipeline._components[k] = (name, Vectors(vectors))


def same_vectors(model: Any, pipeline: Language) -> ContextVectors | None:
    """The vectors of ``model`` if it is of the shape known here, which a specimen shows, else None."""
    doc = pipeline.make_doc(_SPECIMEN)
    try:
        vectors = ContextVectors(model)
        ours = vectors(doc)
    except (KeyError, ValueError):  # other layers than these, or of other sizes
        return None
    theirs = model.predict([doc])[0]
    return vectors if ours.shape == theirs.shape and np.allclose(ours, theirs, atol=CLOSE) else None


def _maxout(maxout: Any, norm: Any) -> Maxout:
    weight, bias = maxout.get_param("W"), maxout.get_param("b")
    width, pieces, _ = weight.shape
    flat = weight.swapaxes(0, 1).reshape(pieces * width, -1).T
    return Maxout(pieces, _copied(flat), _copied(bias.T.reshape(-1)), norm.get_param("G"), norm.get_param("b"))


def _copied(values: Any) -> Floats:
    return np.ascontiguousarray(values, np.float32)


def _with_neighbours(rows: Floats) -> Floats:
    """Every row between the one before and the one after it."""
    count, width = rows.shape
    out = np.zeros((count, 3 * width), np.float32)
    out[1:, :width] = rows[:-1]
    out[:, width : 2 * width] = rows
    out[:-1, 2 * width :] = rows[1:]
    return out
