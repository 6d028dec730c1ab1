"""Reports of reports: the chain can be read off."""

from __future__ import annotations

import pytest

from tests.attribution.test_merge import FakeTagger


def test_two_layers(hear):
    heard = hear("The Elbonian Times reported that Holt said that the bridge was safe.")
    outer, inner = heard.by("The Elbonian Times", "reported"), heard.by("Holt", "said")
    assert outer.inside is None
    assert inner.inside == outer
    assert heard.words(outer.content) == "that Holt said that the bridge was safe"
    assert heard.words(inner.content) == "that the bridge was safe"


def test_a_denial_inside_a_report(hear):
    heard = hear("The report said that Holt denied that the bridge was closed.")
    denial = heard.by("Holt", "denied")
    assert denial.inside == heard.by("The report", "said")
    assert denial.polarity == "deny"


def test_side_by_side_is_not_nested(hear):
    heard = hear("Holt said that the bridge was safe. Brandt denied that the bridge was safe.")
    assert [a.inside for a in heard.found] == [None, None]


def test_a_reporter_after_the_report(hear):
    heard = hear("Holt believes that the bridge is safe, according to a spokesman.")
    inner = heard.by("Holt", "believes")
    assert inner.inside == heard.by("a spokesman", "according")


def test_parents_are_the_objects_of_the_list(hear):
    heard = hear("The Elbonian Times reported that Holt said that the bridge was safe.")
    for one in heard.found:
        assert one.inside is None or any(one.inside is other for other in heard.found)


@pytest.mark.parametrize(
    "outer",
    ["the harbour master has told the Elbonian Times", "the Bridge Board concluded on Thursday", "he told the Times"],
)
def test_a_report_around_the_one_the_model_found(outer, hear):
    text = f"Peter Roe warned the ministry that the bridge was unsafe, {outer}."
    heard = hear(text, FakeTagger(("Peter Roe", "warned", "that the bridge was unsafe")))
    inner = heard.by("Peter Roe", "warned")
    assert inner.inside is not None
    assert heard.words(inner.inside.content) == "Peter Roe warned the ministry that the bridge was unsafe"


def test_who_was_warned_did_not_warn(hear):
    text = "The ministry was warned that the bridge was unsafe, the Bridge Board concluded."
    heard = hear(text, FakeTagger(("The ministry", "was warned", "that the bridge was unsafe")))
    inner = heard.by("", "warned")
    assert (inner.speaker, inner.inside) == (None, heard.by("the Bridge Board", "concluded"))


def test_i_told_everyone(hear):
    text = '"I told everyone there was no order," Ruth Lee said.'
    heard = hear(text, FakeTagger(("Ruth Lee", "said", '"I told everyone there was no order,"')))
    told = heard.by("I", "told")
    assert (told.inside, told.speaker.name) == (heard.by("Ruth Lee", "said"), "Ruth Lee")
