"""What a statement denies, supposes or only passes on, from its words alone."""

from __future__ import annotations

import pytest

from rashomon.relating.negation import anothers, denied_stems, refuted, supposed_stems
from rashomon.relating.statement import is_clausal
from rashomon.relating.words import stem, words_of


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("No, the ferry followed its usual course", ""),
        ("no ferry sailed", "ferry"),
        ("she did not openly accuse the board", "accuse"),
        ("the court has yet to answer the letter", "answer"),
        ("the answer may yet come", ""),
        ("he was never likely to win", "likely"),
    ],
)
def test_what_is_denied(text: str, denied: str):
    assert denied_stems(words_of(text)) == ({stem(denied)} if denied else set())


@pytest.mark.parametrize(
    ("text", "supposed", "told"),
    [
        ("“And if I did” burn the register, nobody saw it", "burn", "saw"),
        ("she says whether he stays on as chairman of the board or leaves and sells the docks", "sells", "says"),
        ("they joined the row over what the envoy, Bo Karn, said about tolls in March", "tolls", "joined"),
        ("some say the docks were sold", "sold", ""),
        ("the claim that the docks were sold", "", "sold"),
    ],
)
def test_what_is_only_supposed_named_or_hearsay(text: str, supposed: str, told: str):
    found = supposed_stems(words_of(text), text)
    assert not supposed or stem(supposed) in found
    assert not told or stem(told) not in found


def test_what_the_words_refute_begins_behind_whose_claim_it_is():
    start, words = refuted("the letters contradict statements made by the harbour board that it sold nothing")
    assert (
        "the letters contradict statements made by the harbour board that it sold nothing"[start:] == "it sold nothing"
    )
    assert words.startswith("contradict")


def test_the_claim_of_a_rival_is_not_the_speakers_own():
    text = "Karn’s claim that the docks were sold"
    assert text[anothers(text) :] == "the docks were sold"
    assert anothers("the docks were sold") == len("the docks were sold")


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("the radio log contains no such order", True),
        ("the letters of the board", False),
        ("the talks with the board", False),
        ("to leave the island", False),
    ],
)
def test_what_states_something(text: str, states: bool):
    assert is_clausal(text, words_of(text)) is states
