"""Whose voice it is: first persons, offices and bodies that the article itself describes, labels of a transcript."""

from __future__ import annotations

import pytest

from rashomon.attribution.cast import cast
from rashomon.record import Act, EntityKind, Polarity, Quotation, SourceKind

QUAY = (
    "Elmline, the company that runs the tram, denied the claim. The company said that the tram was on time. "
    "The Ministry of Works warned of delays. The ministry said that it had told the mayor."
)


@pytest.mark.parametrize("pronoun", ["We", "I"])
def test_a_first_person_outside_quotations_is_the_writer_without_a_name(hear, pronoun: str):
    (found,) = hear(f"{pronoun} believe that the report is wrong.").found
    assert (found.speaker.name, found.speaker.kind) == ("", SourceKind.WRITER)


def test_you_is_nobody(hear):
    (found,) = hear("You say that the tram was late.").found
    assert (found.speaker.name, found.speaker.kind) == ("", SourceKind.UNKNOWN)


@pytest.mark.parametrize(
    ("source", "cue", "name"),
    [
        ("Elmline, the company that runs the tram", "denied", "Elmline"),
        ("The company", "said", "Elmline"),
        ("The ministry", "said", "Ministry of Works"),
    ],
)
def test_a_body_is_what_the_article_calls_it(hear, source: str, cue: str, name: str):
    assert hear(QUAY).by(source, cue).speaker.name == name


def test_an_office_is_held_by_someone_named_further_down(hear):
    text = "The director of Elmline said that the tram was late. Karl Osten, the director of Elmline, was at sea."
    assert hear(text).by("The director of Elmline", "said").speaker.name == "Karl Osten"


def test_two_ministries_leave_the_ministry_alone(hear):
    text = "The Ministry of Works met. The Ministry of Health met. The ministry said that it was late."
    assert hear(text).by("The ministry", "said").speaker.name == "The ministry"


def test_a_surname_of_two_told_of_side_by_side_is_neither(hear):
    heard = hear("Mayor Maren Stone and her brother Martin Stone came. Stone said that the pier was safe.")
    assert heard.by("Stone", "said").speaker.name == "Stone"


def test_the_label_of_a_turn_is_who_says_so(hear):
    heard = hear(
        "THE CHAIR: I am Ruth Lee. We begin.\n\nMS. STONE: I was told nothing.\n\nTHE CHAIR: Who told you?\n\n"
        "MS. STONE: Nobody told me."
    )
    turns = [a for a in heard.found if a.inside is None]
    assert [a.speaker.name for a in turns] == ["Ruth Lee", "MS. STONE", "Ruth Lee", "MS. STONE"]
    assert {a.speaker.kind for a in turns} == {SourceKind.PERSON}
    assert {a.quotation for a in turns} == {Quotation.DIRECT}


@pytest.mark.parametrize(
    "text",
    [
        "Needless to say, the tram was late.",
        "Suffice to say, nobody came to the pier.",
        "Ruth Lee was speaking with Oleg Brandt about the tram.",
        "Ruth Lee left, raising the specter of a strike.",
        "Ruth Lee has followed the public discussion of the pier.",
    ],
)
def test_turns_of_phrase_report_nothing(hear, text: str):
    assert hear(text).found == []


def test_disapproval_stands_against_its_content(hear):
    (found,) = hear("The council expressed its disapproval of the plan.").found
    assert (found.act, found.polarity) == (Act.CRITICISE, Polarity.DENY)


def test_what_someone_is_reported_to_have_said_is_hedged(hear):
    heard = hear("Ruth Lee is reported to have said that the pier was safe.")
    found = heard.by("Ruth Lee", "said")
    assert found.speaker.name == "Ruth Lee"
    assert heard.words(found.hedges) == "reported"


@pytest.mark.parametrize("text", ["According to The Hill, Ruth Lee left.", "The Hill reported that Ruth Lee left."])
def test_the_hill_is_a_paper(parse, text: str):
    assert ("The Hill", EntityKind.OUTLET) in [(n.name, n.kind) for n in cast(parse(text))]


def test_two_known_surnames_in_a_row_are_two_people(parse):
    text = "Sergey Lindov met Barack Ostrander. Lindov Ostrander said little. Ostrander left, and Ostrander slept."
    assert "Lindov Ostrander" not in [n.name for n in cast(parse(text))]


def test_where_an_office_is_held_is_a_place_and_does_not_speak(hear):
    heard = hear("The harbour master of Skarnow says he warned the Ministry of Works two months ago.")
    assert {a.speaker.name for a in heard.found} == {"The harbour master of Skarnow"}


def test_he_is_the_one_whose_words_tell_of_him(hear):
    text = "Harbour Master Tomas Rudd told the Echo that he had warned the ministry that the light was failing."
    assert hear(text).by("he", "warned").speaker.name == "Tomas Rudd"


def test_the_captain_of_a_ship_is_the_only_captain(hear):
    heard = hear("The captain of the Osprey denied that she was late. Captain Edda Vale was at sea.")
    assert heard.by("The captain of the Osprey", "denied").speaker.name == "Edda Vale"
