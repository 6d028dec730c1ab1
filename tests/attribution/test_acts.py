"""What was done with a content, on which side of it the source stands, and the words that weaken it."""

from __future__ import annotations

import pytest

from tests.attribution.test_merge import FakeTagger

# text, source, cue word, act, polarity
SIDES = [
    ("Holt said that the bridge was safe.", "Holt", "said", "say", "affirm"),
    ("Holt denied that the bridge was closed.", "Holt", "denied", "deny", "deny"),
    ("Holt denied closing the bridge.", "Holt", "denied", "deny", "deny"),
    ("Holt flatly denied the story.", "Holt", "denied", "deny", "deny"),
    ("Holt did not deny that the bridge was closed.", "Holt", "deny", "deny", "unclear"),
    ("Holt never denied that the bridge was closed.", "Holt", "denied", "deny", "unclear"),
    ("Holt refused to deny that the bridge was closed.", "Holt", "deny", "deny", "unclear"),
    ("Holt rejected the report as false.", "Holt", "rejected", "deny", "deny"),
    ("Holt dismissed the claim that the bridge was closed.", "Holt", "dismissed", "deny", "deny"),
    ("Holt disputed that the bridge was closed.", "Holt", "disputed", "deny", "deny"),
    ("Holt confirmed that the bridge was closed.", "Holt", "confirmed", "confirm", "affirm"),
    ("Holt refused to confirm that the bridge was closed.", "Holt", "confirm", "confirm", "unclear"),
    ("Holt declined to say whether the bridge was closed.", "Holt", "say", "say", "unclear"),
    ("Holt would neither confirm nor deny that the bridge was closed.", "Holt", "deny", "deny", "unclear"),
    ("Holt acknowledged that the bridge was closed.", "Holt", "acknowledged", "confirm", "affirm"),
    ("Holt did not say that the bridge was closed.", "Holt", "say", "say", "unclear"),
    ("Holt does not believe that the bridge is safe.", "Holt", "believe", "believe", "deny"),
    ("Holt believes that the bridge is safe.", "Holt", "believes", "believe", "affirm"),
    ("Holt doubts that the bridge is safe.", "Holt", "doubts", "believe", "unclear"),
    ("Holt opposes the plan to close the bridge.", "Holt", "opposes", "criticise", "deny"),
    ("Holt does not support the plan to close the bridge.", "Holt", "support", "praise", "deny"),
    ("Holt no longer supports the plan to close the bridge.", "Holt", "supports", "praise", "deny"),
    ("Holt asked whether the bridge was safe.", "Holt", "asked", "ask", "unclear"),
    ('"Is the bridge safe?" asked Holt.', "Holt", "asked", "ask", "unclear"),
    ("Holt promised to open the bridge.", "Holt", "promised", "promise", "affirm"),
    ("Holt warned that the bridge could fall.", "Holt", "warned", "warn", "affirm"),
    ("Holt warned against the plan to close the bridge.", "Holt", "warned", "warn", "deny"),
    ("Holt spoke out against the plan to close the bridge.", "Holt", "spoke", "criticise", "deny"),
    ("Holt urged the council to close the bridge.", "Holt", "urged", "demand", "affirm"),
    ("Holt demanded that the council close the bridge.", "Holt", "demanded", "demand", "affirm"),
    ("Holt accused the builder of hiding the cracks.", "Holt", "accused", "accuse", "affirm"),
    ("Holt criticised the plan to close the bridge.", "Holt", "criticised", "criticise", "deny"),
    ("Holt complained that the bridge was closed.", "Holt", "complained", "criticise", "affirm"),
    ("Holt denied a request to open the bridge.", "Holt", "denied", "other", "deny"),
    ("Holt praised the plan to close the bridge.", "Holt", "praised", "praise", "affirm"),
    ("Holt suggested that the bridge be closed.", "Holt", "suggested", "suggest", "affirm"),
    ("Holt agreed that the bridge was old.", "Holt", "agreed", "agree", "affirm"),
    ("The Courier reported that the bridge was closed.", "The Courier", "reported", "report", "affirm"),
    ("Holt told the council that the bridge was closed.", "Holt", "told", "say", "affirm"),
    ("Holt not only said that the bridge was closed, she proved it.", "Holt", "said", "say", "affirm"),
    ("Holt called the report disinformation.", "Holt", "called", "deny", "deny"),
    ("Holt called the mayor a friend.", "Holt", "called", "say", "affirm"),
    ("Mayor Holt rejected the council's request.", "Mayor Holt", "rejected", "other", "deny"),
    ("Mayor Holt rejected the council's allegation.", "Mayor Holt", "rejected", "deny", "deny"),
]


@pytest.mark.parametrize(("text", "source", "cue", "act", "polarity"), SIDES, ids=[s[0] for s in SIDES])
def test_act_and_side(text, source, cue, act, polarity, hear):
    found = hear(text).by(source, cue)
    assert (found.act, found.polarity) == (act, polarity)


HEDGES = [
    ("Holt may have said that the bridge was closed.", "Holt", "said", "may have"),
    ("Holt hinted that the bridge was closed.", "Holt", "hinted", "hinted"),
    ("Holt reportedly told the council that the bridge was closed.", "Holt", "told", "reportedly"),
    ("Holt apparently believes that the bridge is closed.", "Holt", "believes", "apparently"),
]


@pytest.mark.parametrize(("text", "source", "cue", "hedge"), HEDGES, ids=[h[3] for h in HEDGES])
def test_hedges_are_kept_as_spans(text, source, cue, hedge, hear):
    heard = hear(text)
    assert heard.words(heard.by(source, cue).hedges) == hedge


def test_a_plain_report_has_no_hedge(hear):
    assert hear("Holt said that the bridge may fall.").by("Holt", "said").hedges == []


def test_calling_it_false_is_a_denial_by_the_one_who_spoke(hear):
    heard = hear("Spokeswoman Mara Kern denied that Holt closed the bridge, calling it “disinformation.”")
    denial = heard.by("Spokeswoman Mara Kern", "denied")
    label = next(a for a in heard.found if "calling" in heard.words(a.cue))
    assert heard.words(denial.content) == "that Holt closed the bridge"
    assert label.speaker.name == "Mara Kern"
    assert (label.act, label.polarity) == ("deny", "deny")
    assert label.refers_to == denial.content


def test_a_pointing_content_is_linked_to_the_phrase_that_tells_it(hear):
    heard = hear("The Courier first told the story of the hidden cracks. Dan Roe, the builder, denied the story.")
    denial = heard.by("Dan Roe, the builder", "denied")
    assert heard.words(denial.refers_to) == "the story of the hidden cracks"


def test_a_claim_by_another_is_what_those_claims_are(hear):
    heard = hear("Holt said that the builder had hidden the cracks. Roe denied the allegation.")
    assert heard.by("Roe", "denied").refers_to == heard.by("Holt", "said").content


def test_a_content_that_says_what_it_means_refers_to_nothing(hear):
    assert hear("Holt left. Roe denied the claim that he had hidden cracks.").by("Roe", "denied").refers_to == []


PROPOSED = [
    (("The council", "declined", "to comment"), "say", "unclear"),
    (("The board", "made no recommendation about", "the toll"), "other", "unclear"),
    (("The board", "made a recommendation about", "the toll"), "other", "affirm"),
    (("Mayor Holt", "is probing a claim", "that Roe hid the cracks"), "other", "unclear"),
]


@pytest.mark.parametrize(("parts", "act", "polarity"), PROPOSED, ids=[p[0][1] for p in PROPOSED])
def test_act_and_side_of_a_proposal(parts, act, polarity, hear):
    heard = hear(f"{' '.join(parts)}.", FakeTagger(parts))
    (found,) = [a for a in heard.found if heard.words(a.cue) == parts[1]]
    assert (found.act, found.polarity) == (act, polarity)


def test_a_text_that_condemns_a_thing_is_against_it(hear):
    text = "Ruth Holt let Resolution 88 condemning the toll to pass."
    heard = hear(text, FakeTagger(("Resolution 88", "condemning", "the toll to pass")))
    assert heard.by("Resolution 88", "condemning").polarity == "deny"
