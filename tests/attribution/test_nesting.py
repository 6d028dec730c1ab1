"""Reports of reports: the chain can be read off."""

from __future__ import annotations


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
