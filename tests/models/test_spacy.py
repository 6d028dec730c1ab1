"""What the spaCy adapter promises beyond spaCy itself."""

from __future__ import annotations

import pytest
from spacy.language import Language

from rashomon.models import spacy as adapter
from rashomon.models.spacy import SpacyParser


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def test_a_caption_without_a_full_stop_is_a_sentence_of_its_own(parser: SpacyParser) -> None:
    text = "The Courier’s Dora Holt, Norish Prosecutor Jan Lutka\n\n“We will open a case,” Lutka said last week."
    (parse,) = parser.parse([text])

    said = next(t for t in parse.tokens if t.text == "said")
    subjects = [t.text for t in parse.tokens if t.head == said.i and t.dep == "nsubj"]
    caption = next(t for t in parse.tokens if t.text == "Holt")
    assert subjects == ["Lutka"]
    assert caption.sent != said.sent


def test_a_single_line_break_ends_no_sentence(parser: SpacyParser) -> None:
    (parse,) = parser.parse(["The minister said that the bridge\nwould open in May."])
    assert len(parse.sentences) == 1


@pytest.mark.parametrize("text", ["", "\n\n", "One\n\n", "\n\nOne"])
def test_breaks_at_the_ends_do_no_harm(parser: SpacyParser, text: str) -> None:
    (parse,) = parser.parse([text])
    assert parse.text == text


def test_old_words_are_forgotten_and_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"The envoy Tarn{k}ov told the Qelt{k} council that Vish{k}ra had paid." for k in range(12)]
    kept = list(SpacyParser().parse(texts))
    loaded: list[str] = []
    load = adapter.load_pipeline

    def counted(chosen: str) -> Language:
        loaded.append(chosen)
        return load(chosen)

    monkeypatch.setattr(adapter, "load_pipeline", counted)
    monkeypatch.setattr(adapter, "MOST_STRINGS", 60)
    assert list(SpacyParser().parse(texts)) == kept
    assert 2 <= len(loaded) <= 6
