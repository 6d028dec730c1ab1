"""What a denial denies, told by others in other words."""

from __future__ import annotations

import pytest

from rashomon.record import Record
from tests.relating.pages import Said, Told, story
from tests.relating.test_claims import DENY, of, positions

PEOPLE = {"Ada Lund": [], "Bo Karn": [], "Orla Venn": []}


def against(told: str, denied: str, said: str = "") -> Record:
    """Ada Lund tells it in one paper; in another Bo Karn denies it, or says something himself."""
    cue = f"said {said}" if said else f"denied {denied}"
    heard = Said("Bo Karn", "said", said, "Bo Karn") if said else Said("Bo Karn", "denied", denied, "Bo Karn", **DENY)
    return story(
        Told(
            f"Ada Lund said {told}.",
            "The Tarn Courier",
            "2031-04-02",
            [Said("Ada Lund", "said", told, "Ada Lund")],
            PEOPLE,
        ),
        Told(f"Bo Karn {cue}.", "Westmark Daily", "2031-04-03", [heard], PEOPLE),
    )


def both(denied: str, said: str) -> Record:
    """One paper in which Ada Lund denies something and Bo Karn says something."""
    heard = [Said("Ada Lund", "denied", denied, "Ada Lund", **DENY), Said("Bo Karn", "said", said, "Bo Karn")]
    text = f"Ada Lund denied {denied}. Bo Karn said {said}."
    return story(Told(text, "The Tarn Courier", "2031-04-02", heard, PEOPLE))


def test_there_was_no_second_amendment_denies_what_is_told_of_it():
    record = both("they shelved a second road amendment", "there was no second amendment planned")
    claim = of(record, "no second amendment")
    assert positions(claim, record) == {"Ada Lund": "denies", "Bo Karn": "denies"}


@pytest.mark.parametrize("said", ["there was no third amendment planned", "there was no amendment planned"])
def test_no_amendment_of_another_number_denies_nothing_of_the_second(said: str):
    record = against("the board shelved a second road amendment", "", said)
    assert all(len(claim.accounts) == 1 for claim in record.claims)


def test_that_it_was_not_so_before_a_day_answers_that_it_was_so():
    record = against(
        "the harbour office hid the crane survey from the crews in May",
        "that it hid the crane survey before the storm broke",
    )
    assert positions(of(record, "crane survey"), record) == {"Ada Lund": "affirms", "Bo Karn": "denies"}


def test_no_talks_about_it_and_it_was_not_talked_about_are_one_denial():
    record = both("that the loan was discussed", "there have been no talks about the loan")
    assert positions(of(record, "the loan was discussed"), record) == {"Ada Lund": "denies", "Bo Karn": "denies"}


def test_a_long_denial_is_compared_by_its_main_clause():
    told = "Orla Venn sold the northern crane to a foreign trust"
    denied = (
        "that in May, soon after the board of the port allowed the planned sale of both lighthouses in spite of its "
        "usual veto, she sold the northern crane to a foreign trust"
    )
    record = against(told, denied)
    claim = of(record, told)
    assert positions(claim, record) == {"Ada Lund": "affirms", "Bo Karn": "denies"}
