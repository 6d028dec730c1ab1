"""Turns of phrase that take a side: told apart from a denial, from silence and from plain assent."""

from __future__ import annotations

import pytest

from tests.attribution.test_merge import FakeTagger

# source, cue, content, act, polarity
STANCES = [
    ("Holt", "ruled out", "closing the bridge", "deny", "deny"),
    ("Holt", "has not ruled out", "closing the bridge", "deny", "unclear"),
    ("Holt", "declined", "to rule out closing the bridge", "say", "unclear"),
    ("Holt", "fell short of denying", "that the bridge was closed", "other", "unclear"),
    ("Holt", "is far from confirming", "that the bridge was closed", "other", "unclear"),
    ("Holt", "issued a denial of", "the report", "deny", "deny"),
    ("Holt", "distanced", "herself from the plan to close the bridge", "deny", "deny"),
    ("Holt", "has no plans", "to close the bridge", "intend", "deny"),
    ("Holt", "has plans", "to close the bridge", "other", "affirm"),
    ("Holt", "wanted", "nothing to do with the plan", "criticise", "deny"),
    ("Holt", "remains dissatisfied with", "the plan", "criticise", "deny"),
    ("Holt", "is not unhappy with", "the plan", "criticise", "unclear"),
    ("Holt", "is not happy with", "the plan", "other", "deny"),
    ("Holt", "cast doubt on", "the plan", "believe", "unclear"),
    ("Holt", "has no doubt", "that the bridge is safe", "believe", "affirm"),
    ("Holt", "does not doubt", "that the bridge is safe", "believe", "affirm"),
    ("Holt", "has a hard time believing", "that the bridge is safe", "believe", "unclear"),
    ("Holt", "was sceptical", "that the bridge was safe", "believe", "unclear"),
    ("Holt", "dodged questions about", "the bridge", "say", "unclear"),
    ("Holt", "made no secret of", "her wish to close the bridge", "say", "affirm"),
    ("Holt", "has never hidden", "that the bridge is old", "say", "affirm"),
    ("Holt", "quashed rumours", "that the bridge was closed", "deny", "deny"),
]


@pytest.mark.parametrize(("source", "cue", "content", "act", "polarity"), STANCES, ids=[x[1] for x in STANCES])
def test_a_turn_of_phrase_takes_a_side(source, cue, content, act, polarity, hear):
    heard = hear(f"{source} {cue} {content}.", FakeTagger((source, cue, content)))
    found = next(a for a in heard.found if cue in heard.words(a.cue))
    assert (found.act, found.polarity) == (act, polarity)


def test_what_is_said_of_a_quotation_is_not_turned_by_words_before_it(hear):
    heard = hear('Holt, who had ruled out a sale, said: "The bridge is safe."')
    assert heard.by("Holt, who had ruled out a sale", "said").polarity == "affirm"
