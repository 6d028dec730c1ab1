"""spaCy's rule lemmatizer by memory: the same lemmas, each worked out once.

spaCy looks for every word's possible lemmas in lists of up to sixty thousand, and does so for some words each time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc


class RememberedLemmas:
    """A pipeline component in the place of spaCy's lemmatizer."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer
        index = lemmatizer.lookups.get_table("lemma_index", {})
        for kind in list(index):
            index[kind] = frozenset(index[kind])
        # By word, part of speech and morphology, the numbers spaCy keeps: a rule lemma depends on nothing else.
        self._known: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        keys = doc.to_array(["ORTH", "POS", "MORPH"])
        lemmas: Any = doc.to_array("LEMMA")
        out: list[int] = lemmas.tolist()
        known = self._known
        for i, (word, pos, morph) in enumerate(keys.tolist()):
            if out[i]:
                continue
            lemma = known.get((word, pos, morph))
            if lemma is None:
                lemma = doc.vocab.strings.add(self._lemmatizer.lemmatize(doc[i])[0])
                known[word, pos, morph] = lemma
            out[i] = lemma
        lemmas[:] = out
        doc.from_array(["LEMMA"], lemmas)
        return doc


def replace_lemmatizer(pipeline: Language) -> None:
    """Puts `RememberedLemmas` in the place of the pipeline's English rule lemmatizer, if it has one."""
    from spacy.lang.en.lemmatizer import EnglishLemmatizer

    for k, (name, component) in enumerate(pipeline._components):
        if type(component) is EnglishLemmatizer and component.mode == "rule" and not component.overwrite:
            pipeline._components[k] = (name, RememberedLemmas(component))
