"""One speaker's words as two papers tell them."""

from __future__ import annotations

import pytest

from rashomon.record import Record
from tests.relating.pages import Said, Told, story
from tests.relating.test_claims import Sure, of

PEOPLE = {"Ada Lund": ["Lund"], "Bo Karn": [], "Tarn Ferries": []}
NOTHING = Sure((0.05, 0.9, 0.05))


def told(
    one: str, other: str, *, speakers: tuple[str, str] = ("Ada Lund", "Ada Lund"), entailer: Sure = NOTHING
) -> Record:
    """What two papers tell of the one's words, and of the other's."""
    pages = [
        Told(f"{who} said {what}.", outlet, "2031-04-02", [Said(who, f"{who.split()[1]} said", what, who)], PEOPLE)
        for who, what, outlet in zip(speakers, (one, other), ("The Tarn Courier", "Westmark Daily"), strict=True)
    ]
    return story(*pages, entailer=entailer)


SHORT = "the talks poison the harbour compact"
LONG = "the talks poison the harbour compact with a degree of bitterness nobody foresaw"


def test_all_of_the_shorter_account_is_in_the_longer_one():
    assert len(of(told(SHORT, LONG), SHORT).accounts) == 2


def test_two_speakers_need_more_in_common():
    record = told(SHORT, LONG, speakers=("Ada Lund", "Bo Karn"))
    assert all(len(claim.accounts) == 1 for claim in record.claims)


def test_one_speaker_who_denies_in_one_paper_what_is_only_near_in_the_other():
    record = told(SHORT, "the talks do not poison the harbour compact but brought a strange bitterness")
    assert not any({str(a.position) for a in c.accounts} == {"affirms"} and len(c.accounts) > 1 for c in record.claims)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "the board heard in January that the crane was cracking",
            "the board heard two months before the storm that the crane was cracking",
        ),
        ("the pilot hid the chart on Tuesday", "the pilot hid the chart during the long hearing"),
    ],
)
def test_the_same_but_for_when(one: str, other: str):
    assert len(of(told(one, other), one).accounts) == 2


def test_a_name_more_makes_no_two_sayings_of_one_speakers_words():
    record = told(
        "the recent rulings on berth leases have favoured one bidder over all others",
        "the recent rulings on berth leases have favoured one bidder over all others, meaning Tarn Ferries",
    )
    assert len(of(record, "meaning Tarn Ferries").accounts) == 2


def test_what_nearly_follows_both_ways_is_one_claim():
    one, other = "Lund would foot the bill for her sister and aunt", "Lund pays for her sister and aunt on the crossing"
    with_it = told(one, other, speakers=("Bo Karn", "Pell Adair"), entailer=Sure((0.85, 0.1, 0.05)))
    assert len(of(with_it, one).accounts) == 2
