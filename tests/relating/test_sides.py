"""Statements that look alike or opposed and are not, and those that are."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace

import pytest

from rashomon.record import Position, Record
from rashomon.relating.judging import Match, Sifted, decided
from rashomon.relating.statement import is_clausal
from rashomon.relating.wording import plain
from rashomon.relating.words import words_of
from tests.relating.pages import Said, Told, story
from tests.relating.test_claims import DENY, Sure, of, positions

PEOPLE = {"Ada Lund": [], "Bo Karn": [], "Orla Venn": [], "Pell Adair": []}
AGAINST = Sure((0.02, 0.03, 0.95))


def two(one: str, other: str, entailer: Sure | None = None) -> Record:
    """Ada Lund says one thing in one paper, Bo Karn another thing in another."""
    pages = [
        Told(f"{who} said {what}.", outlet, "2031-04-02", [Said(who, f"{who.split()[1]} said", what, who)], PEOPLE)
        for who, what, outlet in (("Ada Lund", one, "The Tarn Courier"), ("Bo Karn", other, "Westmark Daily"))
    ]
    return story(*pages, entailer=entailer)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # who the words are about is shared, not what is said of it
        (
            "Orla Venn, whom the whole harbour board has long trusted, hid the letters",
            "Orla Venn, whom the whole harbour board has long trusted, wants to raise tolls",
        ),
        # what need not be is not what is
        (
            "the present rule is that sailors don't need lamps or flares on the northern docks",
            "that sailors carry lamps or flares on the northern docks",
        ),
        # a condition tells nothing
        (
            "the bank paid for the great northern docks",
            "if the bank paid for the great northern docks, it broke the law",
        ),
    ],
)
def test_what_is_no_one_claim(one: str, other: str):
    assert all(len(claim.accounts) == 1 for claim in two(one, other, AGAINST).claims)


def test_to_oppose_it_and_to_say_it_will_not_be_is_one_side():
    record = two("the league would not close the northern sea road", "the league opposes closing the northern sea road")
    assert not any(a.position is Position.DENIES for c in record.claims for a in c.accounts)


def test_a_word_turned_into_its_opposite_is_the_other_side():
    record = two(
        "the close ties to the northern docks are an advantage",
        "the close ties to the northern docks are a disadvantage",
    )
    claim = of(record, "an advantage")
    assert set(positions(claim, record).values()) == {"affirms", "denies"}


def test_what_one_passes_on_as_said_by_others_is_not_their_own_account():
    page = Told(
        "Ada Lund said the rival papers claimed that the mayor burned the land register.",
        "The Tarn Courier",
        None,
        [
            Said("Ada Lund", "said", "the rival papers claimed that the mayor burned the land register", "Ada Lund"),
            Said("the rival papers", "claimed", "that the mayor burned the land register", None, inside=0),
        ],
        PEOPLE,
    )
    denial = Told(
        "Bo Karn denied that the mayor burned the land register.",
        "Westmark Daily",
        None,
        [Said("Bo Karn", "denied", "that the mayor burned the land register", "Bo Karn", **DENY)],
        PEOPLE,
    )
    record = story(page, denial)
    assert "Ada Lund" not in positions(of(record, "burned the land"), record)


def test_nobody_denies_with_the_story_what_they_have_just_said():
    page = Told(
        "She, who has denied the claim, said the board was leaving with a broken heart.",
        "The Tarn Courier",
        None,
        [
            Said("She", "said", "the board was leaving with a broken heart"),
            Said("She", "has denied", "the claim", refers_to="the board was leaving with a broken heart", **DENY),
        ],
    )
    record = story(page)
    assert not any(a.position is Position.DENIES for a in of(record, "broken heart").accounts)


@pytest.mark.parametrize(
    ("answer", "kept"), [((0.02, 0.03, 0.95), 0), ((0.02, 0.9, 0.08), 1), ((0.5, 0.0, 0.5), 1)], ids=str
)
def test_likeness_by_words_is_given_up_where_the_entailer_speaks_against_it(
    answer: tuple[float, float, float], kept: int
):
    statements = [SimpleNamespace(text="the captain left the council"), SimpleNamespace(text="the council was left")]
    unsure = Sifted([], [Match(0, 1, 0.7, False, "nearly the same words (0.70)")], [])
    assert len(decided(statements, unsure, Sure(answer), Counter())) == kept
    assert len(decided(statements, unsure, None, Counter())) == 1


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("“The docks were sold in March,”", "The docks were sold in March"),
        ('the docks "were sold', "the docks were sold"),
        ("that the docks “were sold” in March", "the docks “were sold” in March"),
        ("the story of the sale – first told by a rival paper", "the story of the sale"),
        ("“The docks were sold,” “I saw the deed.”", "The docks were sold … I saw the deed."),
        ("claims that the docks were sold", "the docks were sold"),
        ("claims that the docks were sold are false", "claims that the docks were sold are false"),
        ("“”", "“”"),
    ],
)
def test_the_text_of_a_claim_reads_alone(words: str, text: str):
    assert plain(words) == text


def test_what_states_nothing_alone_is_told_with_who_says_it():
    page = Told(
        "Ada Lund shared the details with the board. Bo Karn declined to name the buyer.",
        "The Tarn Courier",
        None,
        [
            Said("Ada Lund", "shared", "the details", "Ada Lund"),
            Said("Bo Karn", "declined", "to name the buyer", "Bo Karn"),
        ],
        PEOPLE,
    )
    claims = story(page).claims
    assert sorted(c.text for c in claims) == ["Ada Lund shared the details", "Bo Karn declined to name the buyer"]
    assert {a.position for c in claims for a in c.accounts} == {Position.AFFIRMS}


def test_they_owe_him_and_he_owes_them_are_two_claims():
    record = two(
        "they are bound to back him at the harbour",
        "he is bound to them for backing at the harbour",
        Sure((0.99, 0, 0)),
    )
    assert all(len(claim.accounts) == 1 for claim in record.claims)


def test_what_somebody_will_not_have_is_not_the_articles_own_account():
    one = "the ferry line is not safe enough for the northern crossing"
    page = Told(f"Bo Karn shrugged off the suggestion that {one}.", "Westmark Daily", "2031-04-02", [], PEOPLE)
    said = Told(
        f"Ada Lund said {one}.", "The Tarn Courier", "2031-04-02", [Said("Ada Lund", "said", one, "Ada Lund")], PEOPLE
    )
    assert all(len(claim.accounts) == 1 for claim in story(page, said).claims)


@pytest.mark.parametrize(("words", "states"), [("roofs damaged by hail", False), ("the hail damaged roofs", True)])
def test_damage_done_by_hail_states_nothing(words: str, states: bool):
    assert is_clausal(words, words_of(words)) is states
