"""The parts that stand in for spaCy's own give what spaCy's own give."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.language import Language

from rashomon.models.spacy import chosen_model
from rashomon.models.spacy_lemmas import RememberedLemmas, replace_lemmatizer
from rashomon.models.spacy_names import MatrixNames, replace_recogniser
from rashomon.models.spacy_vectors import CLOSE, Vectors, replace_vectors, same_vectors

TEXT = (
    "HARBOUR TOWN, 3 March 2011 - The Norish Prosecutor's Office told the Lower House Committee on Fisheries on Monday "
    "that Odile Brandt, 41, had paid $2.5 million (40 per cent of it in cash) to the Bank of Norland.\n\n"
    "“We were worried,” said Ms Brandt, who'd been the European Union's envoy. She hasn't seen the best of the men's "
    "wishes written down; worse, the boxes were lying there, fallen, and the wolves had gotten busier.\n\n"
    "By Arne Felt\nThe Northern Post\n\n"
    "At least three hundred people left Kelvin Street between 5 p.m. and midnight   last Tuesday"
)
TEXTS = ("", "\n\n", "Roe", TEXT, TEXT.upper(), TEXT.replace("\n\n", " "), TEXT[400:], " ".join(TEXT.split()[::-1]))


@pytest.fixture(scope="module")
def slow() -> Language:
    return spacy.load(chosen_model())


@pytest.fixture(scope="module")
def quick() -> Language:
    pipeline = spacy.load(chosen_model())
    for replace in (replace_vectors, replace_lemmatizer, replace_recogniser):
        replace(pipeline)
    return pipeline


def test_all_three_are_in_place(quick: Language) -> None:
    kinds = [type(component) for _, component in quick.pipeline]
    assert [kinds.count(kind) for kind in (Vectors, RememberedLemmas, MatrixNames)] == [1, 1, 1]


@pytest.mark.parametrize("text", TEXTS)
def test_they_change_nothing(slow: Language, quick: Language, text: str) -> None:
    said = [
        [(t.tag_, t.dep_, t.head.i, t.lemma_, t.ent_type_, t.ent_iob_, t.is_sent_start) for t in pipeline(text)]
        for pipeline in (slow, quick)
    ]
    assert said[0] == said[1]


def test_the_text_has_entities_of_one_and_of_several_words(quick: Language) -> None:
    lengths = {len(entity) for entity in quick(TEXT).ents}
    assert {1, 2} < lengths


def test_the_vectors_are_the_same_numbers(slow: Language, quick: Language) -> None:
    ours, theirs = quick(TEXT).tensor, slow(TEXT).tensor
    assert np.allclose(ours, theirs, atol=CLOSE)  # type: ignore[arg-type]


def test_a_network_of_another_shape_is_left_alone() -> None:
    pipeline = spacy.blank("en")
    config = {"model": {"@architectures": "spacy.HashEmbedCNN.v2", "width": 96, "depth": 2, "embed_size": 200,
                        "window_size": 2, "maxout_pieces": 3, "subword_features": True,
                        "pretrained_vectors": None}}  # fmt: skip
    pipeline.add_pipe("tok2vec", config=config)
    pipeline.initialize()
    component = pipeline.get_pipe("tok2vec")
    assert same_vectors(component.model, pipeline) is None  # type: ignore[attr-defined]
    replace_vectors(pipeline)
    assert pipeline.get_pipe("tok2vec") is component


def test_a_lemmatizer_of_another_kind_is_left_alone() -> None:
    pipeline = spacy.blank("en")
    component = pipeline.add_pipe("lemmatizer", config={"mode": "lookup"})
    replace_lemmatizer(pipeline)
    assert pipeline.get_pipe("lemmatizer") is component


def test_a_recogniser_that_rules_prepare_for_is_left_alone() -> None:
    pipeline = spacy.load(chosen_model())
    pipeline.add_pipe("entity_ruler", before="ner")
    component = pipeline.get_pipe("ner")
    replace_recogniser(pipeline)
    assert pipeline.get_pipe("ner") is component
