"""The trained attribution model: what it hears in sentences written for it, and that no text breaks it."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import MissingExtra
from rashomon.models import pieces
from rashomon.models.attribution import AttributionModel
from rashomon.record import Attribution, Span


@functools.cache
def loaded() -> AttributionModel:
    return AttributionModel()


@pytest.fixture
def model() -> AttributionModel:
    return loaded()


def one(model: AttributionModel, text: str) -> tuple[str, str, str]:
    """Source, cue and content of the only attribution, several spans joined by a stroke."""
    (found,) = model.propose(text)
    return words(text, found.source), words(text, found.cue), words(text, found.content)


def words(text: str, spans: list[Span]) -> str:
    return "|".join(span.of(text).strip('“”",.') for span in spans)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("“We never met,” Dana Holt said.", "Dana Holt", "said", "We never met"),
        (
            "Mayor Edwin Park said on Friday that the bridge would close in May.",
            "Mayor Edwin Park",
            "said",
            "that the bridge would close in May",
        ),
        (
            "According to the harbour office, two boats were lost in the storm.",
            "the harbour office",
            "According to",
            "two boats were lost in the storm",
        ),
        (
            "The minister denied that his staff had taken money.",
            "The minister",
            "denied",
            "that his staff had taken money",
        ),
        (
            "Officials believe the fire began in the kitchen.",
            "Officials",
            "believe",
            "the fire began in the kitchen",
        ),
        (
            "“It is a disgrace,” the union’s leader told reporters.",
            "the union’s leader",
            "told",
            "It is a disgrace",
        ),
    ],
)
def test_sentences(model: AttributionModel, text: str, source: str, cue: str, content: str) -> None:
    heard = one(model, text)
    assert heard[0] == source
    assert cue in heard[1]  # annotators count “on Friday” and “reporters” as the cue's
    assert heard[2] == content


def test_a_quotation_in_two_halves_is_one_attribution(model: AttributionModel) -> None:
    source, cue, content = one(model, "“The money is gone,” Ruth Vance said, “and it will not come back.”")
    assert (source, cue) == ("Ruth Vance", "said")
    assert content == "The money is gone|and it will not come back"


def test_a_comma_is_no_part_of_a_source(model: AttributionModel) -> None:
    text = "A senior official, speaking on condition of anonymity, described the talks as a waste of time."
    (found,) = model.propose(text)
    assert [span.of(text) for span in found.source] == ["A senior official"]


def test_two_speakers_are_kept_apart(model: AttributionModel) -> None:
    text = "Holt said the vote was fair. But Vance said that it had been bought."
    first, second = model.propose(text)
    assert (words(text, first.source), words(text, first.content)) == ("Holt", "the vote was fair")
    assert (words(text, second.source), words(text, second.content)) == ("Vance", "that it had been bought")


@pytest.mark.parametrize(
    "text", ["The river rose two metres in the night.", "Doors open at nine. Tickets cost ten euros."]
)
def test_plain_telling_holds_no_speech(model: AttributionModel, text: str) -> None:
    assert model.propose(text) == []


@pytest.mark.parametrize(
    "text", ["", "\n\n\n", " \t ", "\x00\x00", "\ud800\udfff", "\u200b\u200d\ufeff", "“", "said" * 200]
)
def test_odd_texts_are_read(model: AttributionModel, text: str) -> None:
    check(text, model.propose(text))


def test_offsets_are_code_points_whatever_stands_before(model: AttributionModel) -> None:
    before = "🦊 \x00 e\u0301 \ud800 ﬀ İstanbul\r\n\r\n"
    text = before + "“We never met,” Dana Holt said."
    assert one(model, text) == ("Dana Holt", "said", "We never met")


def test_a_long_paragraph_is_read_in_windows(model: AttributionModel) -> None:
    text = "The rain fell on the town and on the hills beyond it. " * 150 + "“We never met,” Dana Holt said."
    found = model.propose(text)
    check(text, found)
    assert words(text, found[-1].source) == "Dana Holt"


def test_the_same_text_gives_the_same_answer(model: AttributionModel) -> None:
    text = "Holt said the vote was fair.\n\n“It was bought,” Ruth Vance told the court, and her lawyer agreed."
    assert model.propose(text) == AttributionModel().propose(text)
    assert model.name == AttributionModel().name


TOKENS = ["“", "”", '"', "said", "Holt", "that", ",", ".", ":", "\n", "–", "Q:", "denies", "’s", "told", "''"]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300) | st.lists(st.sampled_from(TOKENS)).map(" ".join))
def test_spans_are_valid_on_any_text(text: str) -> None:
    check(text, loaded().propose(text))


def check(text: str, found: list[Attribution]) -> None:
    """Spans lie in the text, begin and end with a letter or mark, do not overlap in content, and are in order."""
    contents = [False] * len(text)
    for attribution in found:
        assert attribution.content
        assert attribution.cue
        assert 0 <= attribution.confidence <= 1
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip()
        for span in attribution.content:
            assert not any(contents[span.start : span.end])
            contents[span.start : span.end] = [True] * (span.end - span.start)
    assert [a.cue[0].start for a in found] == sorted(a.cue[0].start for a in found)


def test_a_missing_model_is_a_clear_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pieces, "DATA", tmp_path)
    with pytest.raises(MissingExtra, match="finder='rules'"):
        AttributionModel()
