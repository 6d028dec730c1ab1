"""Turns of phrase that report nothing, although a model or a rule takes them for reports."""

from __future__ import annotations

import pytest

from rashomon.attribution.candidate import Candidate
from rashomon.attribution.idioms import is_no_report
from rashomon.attribution.syntax import Syntax
from rashomon.record import Span
from tests.attribution.test_merge import FakeTagger

NOTHING = [
    (
        "The gloom, with all the rain, seems to be here to stay.",
        ("The gloom, with all the rain", "seems", "to be here"),
    ),
    ("It appears to be intended to close the bridge.", ("", "appears to be intended", "to close the bridge")),
    ("In saying this the point must be made that rain fell.", ("", "saying", "this the point must be made")),
]


@pytest.mark.parametrize(("text", "proposal"), NOTHING, ids=[n[1][1] for n in NOTHING])
def test_what_only_seems_is_not_said(text, proposal, hear):
    assert [a for a in hear(text, FakeTagger(proposal)).found if heard_cue(a, text) == proposal[1]] == []


def test_what_seems_so_to_somebody_is_kept(hear):
    text = "Mayor Ruth Lee appears to think that the bridge is safe."
    heard = hear(text, FakeTagger(("Mayor Ruth Lee", "appears to think", "that the bridge is safe")))
    assert heard.by("Mayor Ruth Lee", "think").speaker.name == "Ruth Lee"


@pytest.mark.parametrize(("frame", "nothing"), [("left", True), ("that", False)])
def test_a_verb_with_its_own_clause_does_not_tell_what_stands_before_it(frame, nothing, parse):
    text = "The fair was on, envoy Dan Kern found out that the bridge was sold."
    s = Syntax(parse(text))
    head, cue = s.token_at(text.index("found")), Span(text.index("found"), text.index(" that"))
    found = Candidate(frame, "find", head, [Span(17, 31)], [cue], [Span(0, 15)])
    assert is_no_report(s, found) is nothing


def heard_cue(attribution, text):
    return " ".join(x.of(text) for x in attribution.cue)
