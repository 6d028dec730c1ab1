"""Who is who: what is joined, what is kept apart, and why."""

from __future__ import annotations

import pytest

from rashomon.naming import Cluster, Use, who_is_who
from rashomon.record import EntityKind, Named, Span


def use(article: str, name: str, kind: EntityKind = EntityKind.PERSON, titles: list[str] | None = None) -> Use:
    return Use(article, Named(name, kind, [name], titles or [], [Span(0, len(name))]))


def names(clusters: list[Cluster]) -> list[set[str]]:
    return [{u.named.name for u in c.uses} for c in clusters]


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        ("Benjamin Orlov", "Binyamin Orlov", "two forms of one given name"),
        ("Mstislavy Orlov", "Mstislavi Orlov", "two spellings of one given name"),
        ("Bill Harrow", "William Harrow", "two forms of one given name"),
        ("Dr. Ilse Brandt", "Ilse Brandt", "the same full name"),
        ("J. Quenby", "Judith Quenby", "an initial"),
        ("Ilse Brandt", "Ilse Maria Brandt", "the same given name and surname"),
        ("Harrow", "William Harrow", "the only bearer of the surname in the story"),
    ],
)
def test_one_person(one: str, two: str, reason: str):
    (cluster,) = who_is_who([use("a", one), use("b", two)])
    assert [join.reason for join in cluster.joins] == [reason]
    assert 0.7 <= cluster.joins[0].score <= 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("William Harrow", "Margaret Harrow"),
        ("William Harrow", "William Farrow"),
        ("Ilse Maria Brandt", "Ilse Johanna Brandt"),
        ("Pavel Orlov", "Petra Orlov"),
    ],
)
def test_two_people(one: str, two: str):
    assert len(who_is_who([use("a", one), use("b", two)])) == 2


def test_a_surname_that_a_family_bears_joins_nobody_unless_its_title_tells():
    family = [use("a", "William Harrow", titles=["president"]), use("b", "Margaret Harrow", titles=["first lady"])]
    assert len(who_is_who([*family, use("c", "Harrow")])) == 3
    told = who_is_who([*family, use("c", "Harrow", titles=["president"])])
    assert {"William Harrow", "Harrow"} in names(told)


def test_an_initial_that_fits_two_joins_neither():
    clusters = who_is_who([use("a", "J. Quenby"), use("b", "Judith Quenby"), use("c", "Jonas Quenby")])
    assert len(clusters) == 3


def test_the_fullest_name_stands_first_and_every_form_is_kept():
    (cluster,) = who_is_who([use("a", "Harrow"), use("b", "William Harrow"), use("c", "Bill Harrow")])
    assert cluster.name in ("William Harrow", "Bill Harrow")
    assert set(cluster.names) == {"Harrow", "William Harrow", "Bill Harrow"}


ORG, PLACE, OUT = EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.OUTLET


@pytest.mark.parametrize(
    ("one", "two", "kind", "reason"),
    [
        ("the Northern Straits Authority", "NSA", ORG, "its first letters, and no other body has them"),
        ("U.S.", "United States", PLACE, "two names of one country"),
        ("the Harbour Board", "Harbour Board", ORG, "the same name"),
        ("UN Harbour Council", "United Nations Harbour Council", ORG, "the same name"),
        ("Resolution 12", "Harbour Council Resolution 12", ORG, "the same document number"),
        ("Foreign Ministry", "Norwegian Foreign Ministry", ORG, "the only body of that name in the story"),
    ],
)
def test_one_body(one: str, two: str, kind: EntityKind, reason: str):
    (cluster,) = who_is_who([use("a", one, kind), use("b", two, kind)])
    assert [join.reason for join in cluster.joins] == [reason]


def test_two_bodies():
    two_ministries = [use("a", "Norwegian Foreign Ministry", ORG), use("b", "Danish Foreign Ministry", ORG)]
    assert len(who_is_who([*two_ministries, use("c", "Foreign Ministry", ORG)])) == 3
    assert len(who_is_who([use("a", "Resolution 12", ORG), use("b", "Resolution 14", ORG)])) == 2
    assert len(who_is_who([use("a", "Georgia Brandt"), use("b", "Georgia", PLACE)])) == 2


def test_words_that_are_no_name_stay_in_their_article():
    assert len(who_is_who([use("a", "critics", EntityKind.GROUP), use("b", "critics", EntityKind.GROUP)])) == 2


def test_the_order_of_uses_changes_nothing():
    uses = [use("a", "Harrow"), use("b", "William Harrow"), use("c", "Bill Harrow"), use("d", "NSA", ORG)]
    assert who_is_who(uses) == who_is_who(reversed(uses))


def test_a_titled_name_taken_for_a_body_is_a_person():
    (cluster,) = who_is_who([use("a", "MR. HARROW", ORG), use("b", "William Harrow")])
    assert (cluster.kind, cluster.name) == (EntityKind.PERSON, "William Harrow")


def test_a_paper_by_its_last_word():
    assert len(who_is_who([use("a", "Courier", OUT), use("b", "Tarn Courier", OUT)])) == 1
    several = [use("a", "Courier", OUT), use("b", "Tarn Courier", OUT), use("c", "Westmark Courier", OUT)]
    assert len(who_is_who(several)) == 3


def test_a_name_that_is_a_place_here_and_a_person_there_is_one_thing():
    (ship,) = who_is_who([use("a", "Osprey", EntityKind.PLACE), use("b", "Osprey")])
    assert ship.kind is EntityKind.PLACE
    (one,) = who_is_who([use("a", "Ilse Brandt", titles=["mayor"]), use("b", "Ilse Brandt", EntityKind.ORGANISATION)])
    assert one.kind is EntityKind.PERSON


def test_a_label_of_a_transcript_is_the_only_bearer_of_the_surname():
    assert names(who_is_who([use("a", "Ilse Brandt"), use("b", "MS. BRANDT")])) == [{"Ilse Brandt", "MS. BRANDT"}]
