"""One list from a trained model's proposals and the rules: a fake model stands at the port."""

from __future__ import annotations

import pytest

from rashomon.record import Attribution, Span


class FakeTagger:
    """Proposes what it was told: (source, cue, content ...) as words of the text."""

    name = "fake"

    def __init__(self, *proposals: tuple[str, ...]) -> None:
        self.proposals = proposals

    def propose(self, text: str) -> list[Attribution]:
        return [
            Attribution(source=_find(text, source), cue=_find(text, cue), content=_find(text, *content), confidence=0.9)
            for source, cue, *content in self.proposals
        ]


def _find(text: str, *words: str) -> list[Span]:
    return [Span(text.index(w), text.index(w) + len(w)) for w in words if w]


def test_a_proposal_gets_act_side_and_speaker(hear):
    text = "The bridge, Mayor Ruth Lee flatly denied, was closed."
    heard = hear(text, FakeTagger(("Mayor Ruth Lee", "flatly denied", "The bridge", "was closed")))
    (found,) = heard.found
    assert (found.act, found.polarity, found.speaker.name) == ("deny", "deny", "Ruth Lee")
    assert found.confidence == 0.9


def test_half_words_become_whole_ones(hear):
    heard = hear("Brandt said that the bridge was safe.", FakeTagger(("ndt", "sai", "that the bridge was sa")))
    (found,) = heard.found
    assert [heard.words(x) for x in (found.source, found.cue, found.content)] == [
        "Brandt",
        "said",
        "that the bridge was safe",
    ]


def test_a_broken_phrase_is_mended_by_syntax(hear):
    text = "Holt said that the bridge over the river was safe."
    heard = hear(text, FakeTagger(("Holt", "said", "that the bridge over the")))
    assert heard.words(heard.found[0].content) == "that the bridge over the river was safe"


def test_the_second_half_of_a_quotation_is_added(hear):
    text = '"The bridge," Holt said, "is safe and will stay open."'
    heard = hear(text, FakeTagger(("Holt", "said", '"The bridge,"')))
    assert heard.words(heard.found[0].content) == '"The bridge," … "is safe and will stay open."'


def test_what_the_rules_know_inside_is_nested(hear):
    text = "The Elbonian Times reported that Holt said that the bridge was safe."
    heard = hear(text, FakeTagger(("The Elbonian Times", "reported", "that Holt said that the bridge was safe")))
    assert heard.by("Holt", "said").inside == heard.by("The Elbonian Times", "reported")


def test_turns_stand_against_the_model(hear):
    text = "MR. ROE: The bridge is safe.\n\nQ: Who says so?\n\nMR. ROE: The council says so.\n\nQ: Thank you."
    heard = hear(text, FakeTagger(("Q", ":", "Who says so?\n\nMR. ROE")))
    assert [heard.words(a.source) for a in heard.found if a.inside is None] == ["MR. ROE", "Q", "MR. ROE", "Q"]


def test_a_missing_source_is_filled_in(hear):
    text = "Brandt said that the bridge was safe."
    heard = hear(text, FakeTagger(("", "said", "that the bridge was safe")))
    assert heard.words(heard.found[0].source) == "Brandt"


def test_a_supposition_is_dropped_and_counted(hear):
    heard = hear("If Holt says the bridge is safe, we go.", FakeTagger(("Holt", "says", "the bridge is safe")))
    assert heard.found == []
    assert sum(heard.dropped.values()) == 1


def test_a_denial_the_model_missed_is_kept(hear):
    text = "Holt said that the bridge was closed. Brandt denied that the bridge was closed."
    heard = hear(text, FakeTagger(("Holt", "said", "that the bridge was closed")))
    assert heard.by("Brandt", "denied").polarity == "deny"


@pytest.mark.parametrize("cue", ["", "Holt"])
def test_a_proposal_without_a_verb_is_taken_as_it_is(cue, hear):
    heard = hear("To Holt, the bridge is safe.", FakeTagger(("", cue, "the bridge is safe")))
    assert heard.words(heard.found[0].content) == "the bridge is safe"


def test_who_was_asked_is_addressed_not_the_source(hear):
    text = "Ruth Lee was asked whether the bridge was safe."
    (found,) = hear(text, FakeTagger(("Ruth Lee", "was asked", "whether the bridge was safe"))).found
    assert (found.source, found.speaker, found.addressee) == ([], None, "Ruth Lee")


def test_a_headline_in_capitals_denies(hear):
    text = "Roe Denies Bridge Was Closed"
    (found,) = hear(text, FakeTagger(("Roe", "Denies", "Bridge Was Closed"))).found
    assert (found.act, found.polarity) == ("deny", "deny")
