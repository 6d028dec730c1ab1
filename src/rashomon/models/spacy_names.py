"""spaCy's entity recogniser by matrix: the same entities in a third of the time.

The recogniser walks over a text and asks its network at every token. What the network sees outside of an entity is the
token alone, and inside of one the token, the one before it and the entity's first; so all answers for the outside are
worked out in one product, and only tokens inside of entities are asked one by one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from rashomon.models.spacy_vectors import same_vectors

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]
_FEATURES = 3  # the token, the first token of the open entity, the token before


class MatrixNames:
    """A pipeline component in the place of spaCy's entity recogniser."""

    def __init__(self, recogniser: EntityRecognizer, vectors: Callable[[Doc], Floats]) -> None:
        model = recogniser.model
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self._vectors = vectors
        self._times: Callable[[Floats, Floats], Floats] = model.ops.gemm
        self._width, self._halves = lower.get_dim("nO"), lower.get_dim("nP")
        # Halves first: the greater of two halves is then that of two whole rows.
        self._lower = _halves_first(lower.get_param("W")).reshape(_FEATURES * self._halves * self._width, -1).T.copy()
        self._missing = _halves_first(lower.get_param("pad")[0]).reshape(_FEATURES, -1)
        self._bias = lower.get_param("b").T.reshape(-1).copy()
        self._upper, self._upper_bias = upper.get_param("W").T.copy(), upper.get_param("b").copy()
        moves = _moves(recogniser)
        self._outside = np.array([move in "OBU" and (move == "O" or label != "") for move, label in moves])
        self._begins = np.array([move == "B" for move, _ in moves])
        self._units = np.array([move == "U" for move, _ in moves])
        self._labels = [label for _, label in moves]
        numbers = {move: k for k, move in enumerate(moves)}
        self._pairs = {label: (numbers["I", label], numbers["L", label]) for move, label in moves if move == "B"}

    def __call__(self, doc: Doc) -> Doc:
        from spacy.tokens import Span

        if len(doc):
            spans = [Span(doc, first, last + 1, label=label) for first, last, label in self.find(doc)]
            doc.set_ents(spans, default="outside")
        return doc

    def find(self, doc: Doc) -> list[tuple[int, int, str]]:
        """First and last token and label of every entity, in order."""
        seen = self._times(self._vectors(doc), self._lower).reshape(len(doc), _FEATURES, -1)
        ends = _sentence_ends(doc)
        chosen = self._alone(seen, ends, np.array([token.is_space for token in doc]))
        found: list[tuple[int, int, str]] = []
        free = 0
        for start in np.flatnonzero(self._begins[chosen] | self._units[chosen]).tolist():
            if start < free:
                continue
            label = self._labels[chosen[start]]
            last = start if self._units[chosen[start]] else self._last(seen, ends, start, label)
            found.append((start, last, label))
            free = last + 1
        return found

    def _alone(self, seen: Floats, ends: Flags, spaces: Flags) -> NDArray[np.intp]:
        """For every token the best move where no entity is open."""
        scores = self._scores(seen[:, 0] + self._missing[1] + self._missing[2])
        scores[:, ~self._outside] = -np.inf
        scores[np.ix_(ends | spaces, self._begins)] = -np.inf
        scores[np.ix_(spaces, self._units)] = -np.inf
        chosen: NDArray[np.intp] = scores.argmax(1)
        return chosen

    def _last(self, seen: Floats, ends: Flags, start: int, label: str) -> int:
        """Where the entity that begins at ``start`` ends; at a sentence's end at the latest."""
        goes_on, stops = self._pairs[label]
        at = start + 1
        while not ends[at]:
            scores = self._scores((seen[at, 0] + seen[start, 1] + seen[at - 1, 2])[None])[0]
            if scores[stops] > scores[goes_on]:
                break
            at += 1
        return at

    def _scores(self, sums: Floats) -> Floats:
        hidden = (sums + self._bias).reshape(len(sums), self._halves, self._width).max(1)
        scores: Floats = self._times(hidden, self._upper) + self._upper_bias
        return scores


def replace_recogniser(pipeline: Language) -> None:
    """Puts `MatrixNames` in the place of the pipeline's entity recogniser, if it has one of the usual shape and nothing
    before it sets entities; else the pipeline stays as it is."""
    from spacy.pipeline import EntityRecognizer

    component: Any
    for k, (name, component) in enumerate(pipeline._components):
        if type(component) is EntityRecognizer and _is_usual(component):
            pipeline._components[k] = (name, MatrixNames(component, _vectors(component.model, pipeline)))
        elif name == "entity_ruler":
            return


def _is_usual(recogniser: EntityRecognizer) -> bool:
    model = recogniser.model
    lower = model.get_ref("lower")
    usual = recogniser.cfg["beam_width"] == 1 and model.attrs["has_upper"] and not model.attrs["unseen_classes"]
    return bool(usual and lower.get_dim("nF") == _FEATURES and lower.get_dim("nP") >= 2)


def _vectors(model: Any, pipeline: Language) -> Callable[[Doc], Floats]:
    """The vectors the recogniser sees: quicker ones where its network is of the shape known to `spacy_vectors`."""
    whole = model.get_ref("tok2vec")
    linear = whole.layers[-1] if whole.layers else whole
    quick = same_vectors(whole.layers[0], pipeline) if linear.name == "linear" else None
    if quick is None:
        return lambda doc: np.asarray(whole.predict([doc]))
    weight, bias = linear.get_param("W").T.copy(), linear.get_param("b")
    times: Callable[[Floats, Floats], Floats] = model.ops.gemm
    return lambda doc: times(quick(doc), weight) + bias


def _moves(recogniser: EntityRecognizer) -> list[tuple[str, str]]:
    """Move and label of every class, in the network's order."""
    names = (recogniser.moves.get_class_name(k) for k in range(recogniser.moves.n_moves))
    return [(name[0], name[2:]) for name in names]


def _halves_first(weights: NDArray[Any]) -> Floats:
    """(features, width, halves, ...) as (features, halves, width, ...)."""
    return np.ascontiguousarray(weights.swapaxes(1, 2), np.float32)


def _sentence_ends(doc: Doc) -> Flags:
    starts = doc.to_array("SENT_START") == 1
    return np.append(starts[1:], True)
