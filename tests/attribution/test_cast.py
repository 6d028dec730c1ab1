"""Everyone named in an article, once, under the fullest name."""

from __future__ import annotations

import pytest

from rashomon.attribution.cast import cast
from rashomon.record import EntityKind


@pytest.fixture(scope="module")
def named(parse):
    def run(text):
        names = cast(parse(text))
        for name in names:
            for span in name.mentions:
                assert " ".join(span.of(text).split()).lower() in {n.lower() for n in name.names}
        return {n.name: n for n in names}

    return run


def test_short_forms_join_the_full_name(named):
    names = named("Prime Minister Ruth Lee spoke. Lee was late. “Ruth is tired,” said Oleg Brandt.")
    assert set(names) == {"Ruth Lee", "Oleg Brandt"}
    assert len(names["Ruth Lee"].mentions) == 3
    assert names["Ruth Lee"].titles == ["prime minister"]
    assert names["Ruth Lee"].kind is EntityKind.PERSON


def test_a_couple_with_one_surname_stays_two(named):
    names = named(
        "Helen Garrow spoke on Monday. Helen Garrow won the vote. Mr. Garrow clapped. "
        "William Garrow, her husband, left early."
    )
    assert {"Helen Garrow", "William Garrow"} <= set(names)
    assert "Mr. Garrow" not in names


def test_a_titled_surname_is_not_the_daughter(named):
    names = named(
        "President Garrow spoke on Monday. His daughter Malia Garrow was bored. Mr. Garrow asked her a question. "
        "Garrow laughed."
    )
    assert len(names["Garrow"].mentions) == 3
    assert len(names["Malia Garrow"].mentions) == 1


def test_a_particle_belongs_to_the_surname(named):
    assert "Peter van der Walt" in named("Peter van der Walt said the cut was big. “It is bad,” van der Walt said.")


def test_titles_with_a_place_between(named):
    assert named("Israeli Ambassador to Peru Peter Brandt left.")["Peter Brandt"].titles == [
        "Israeli ambassador to Peru"
    ]


def test_titles_after_the_name(named):
    titles = named("Oleg Brandt, who was ambassador to Elbonia, left.")["Oleg Brandt"].titles
    assert titles == ["ambassador to Elbonia"]


def test_possessives_and_capitals_of_a_transcript_are_no_names_of_their_own(named):
    names = named("Ruth Hallow’s plan failed.\n\nHALLOW: I will try again.\n\nHallow's friends left.")
    assert list(names) == ["Ruth Hallow"]


def test_middle_initials_and_suffixes_do_not_split_a_person(named):
    assert [n for n in named("Donald J. Harrow Jr. left. Donald Harrow came back. Harrow slept.") if "Harrow" in n] == [
        "Donald J. Harrow Jr."
    ]


@pytest.mark.parametrize(
    "text", ["Photo by someone on Monday.", "It rained in March.", "Thanks for reading.", "Subscribe now."]
)
def test_what_names_nobody_is_left_out(text, named):
    assert named(text) == {}


def test_an_acronym_is_the_body_it_is_made_of(named):
    names = named("The Elbonian Football Association met. The EFA said no.")
    assert [n.names for n in names.values()] == [["Elbonian Football Association", "EFA"]]


def test_an_outlet_goes_by_its_last_word(named):
    names = named("Brandt told The Elbonian Post on Monday that he would leave. The Post asked why.")
    assert names["Elbonian Post"].kind is EntityKind.OUTLET
    assert len(names["Elbonian Post"].mentions) == 2


def test_order_is_that_of_first_mention(named):
    assert list(named("Oleg Brandt met Ruth Lee in Geneva.")) == ["Oleg Brandt", "Ruth Lee", "Geneva"]


def test_a_part_of_a_hyphenated_name_finds_its_owner(named):
    people = named("Mr. Al-Dorin said on Monday the bridge was safe. Dorin denied it later, Al-Dorin said.")
    assert "Al-Dorin" in people
