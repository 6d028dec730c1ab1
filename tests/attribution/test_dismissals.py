"""Claims turned away without a word of denying."""

from __future__ import annotations

import pytest

from tests.attribution.test_merge import FakeTagger


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Lee batted down reports that the bridge was closed.",
        "Ruth Lee shot down rumors that the mayor would resign.",
        "Ruth Lee pushed back on claims that the bridge was unsafe.",
        "Ruth Lee poured cold water on suggestions that the bridge would close.",
        "Ruth Lee took issue with the claim that the bridge was unsafe.",
        "Ruth Lee scoffed at the idea that the bridge was closed.",
        "Ruth Lee laughed off the claim that the bridge was closed.",
    ],
)
def test_it_is_a_denial(text, hear):
    heard = hear(text)
    (found,) = (a for a in heard.found if heard.words(a.source) == "Ruth Lee")
    assert (found.act, found.polarity) == ("deny", "deny")


def test_the_noun_alone_is_not_the_cue(hear):
    text = "The mayor brushed aside claims that the bridge was unsafe."
    (found,) = hear(text, FakeTagger(("The mayor", "claims", "that the bridge was unsafe"))).found
    assert (found.act, found.polarity) == ("deny", "deny")
    assert hear(text).words(found.cue) == "brushed aside claims"


def test_a_charge_he_denies_is_what_he_was_accused_of(hear):
    heard = hear("Peter Roe was accused of taking money. It is a charge he denies.")
    denial = heard.by("he", "denies")
    assert (denial.polarity, heard.words(denial.content)) == ("deny", "a charge")
    assert denial.speaker.name == "Peter Roe"


@pytest.mark.parametrize(
    "text", ["Ruth Lee called him a liar.", "Ruth Lee shot down the drone.", "Lee wrote a report."]
)
def test_no_claim_is_turned_away(text, hear):
    assert all(a.act != "deny" for a in hear(text).found)


def test_not_guilty(hear):
    text = "Peter Roe pleaded not guilty to taking the money."
    (found,) = hear(text, FakeTagger(("Peter Roe", "pleaded not", "guilty to taking the money"))).found
    assert found.polarity == "deny"


def test_to_shy_away_is_not_to_say(hear):
    text = "Peter Roe shied away from identifying as a rebel."
    (found,) = hear(text, FakeTagger(("Peter Roe", "shied away from identifying as", "a rebel"))).found
    assert found.polarity == "unclear"


def test_a_report_that_said_so_stands_in_the_denial(hear):
    text = "The counsel investigating the collapse disputed on Friday a report that said Mayor Roe had lied."
    heard = hear(text, FakeTagger(("", "said", "Mayor Roe had lied")))
    denial = heard.by("The counsel investigating the collapse", "disputed")
    assert (denial.polarity, heard.by("that", "said").inside) == ("deny", denial)


def test_something_he_has_denied(hear):
    text = "They called him a racist, something Peter Roe has denied."
    assert hear(text, FakeTagger(("They", "called", "him a racist"))).by("Peter Roe", "denied").polarity == "deny"


def test_a_denial_within_what_is_said(hear):
    text = "Peter Roe said he thanked the counsel after the counsel disputed the account."
    content = "he thanked the counsel after the counsel disputed the account"
    heard = hear(text, FakeTagger(("Peter Roe", "said", content)))
    assert heard.by("the counsel", "disputed").inside == heard.by("Peter Roe", "said")
