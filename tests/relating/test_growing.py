"""A pile that grows, shrinks and is corrected gives the record that the same pages give at once."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import msgspec
import pytest

from rashomon.record import Act, Correction, CorrectionKind, Polarity, Quotation, Reading, Record, SourceKind
from rashomon.relating.index import Neighbours
from rashomon.relating.story import relate
from tests.relating.pages import Quiet, Said, Told

PEOPLE = ("Orla Venn", "Pell Adair", "Ines Vale", "Tomas Venn", "Greta Holm")
THINGS = ("docks", "ferry", "quarry", "library", "old bridge")
DONE = ("sold", "closed", "bought", "burned", "promised")
WHOM = ("a foreign trust", "the harbour board", "two brothers", "a timber firm")
OUTLETS = ("The Tarn Courier", "Nordpost", "Harbour Gazette", None)
DAYS = ("2031-04-01", "2031-04-02", "2031-04-03", "2031-06-01", None)


class Drawer:
    """A shelf in memory that counts what was made anew."""

    def __init__(self) -> None:
        self.held: dict[bytes, bytes] = {}
        self.made = 0

    def get(self, key: bytes) -> bytes | None:
        return self.held.get(key)

    def put(self, key: bytes, value: bytes) -> None:
        self.made += 1
        self.held[key] = value


def page(chance: random.Random, number: int) -> Reading:
    """An invented article: some sentences about a few people and things, so that pages agree, deny and copy."""
    text, said, events, people = "", [], [], {}
    for _ in range(chance.randint(2, 5)):
        who, whom = chance.sample(PEOPLE, 2)
        thing, done, to = chance.choice(THINGS), chance.choice(DONE), chance.choice(WHOM)
        people |= {who: [who.split()[-1]], whom: []}
        clause = f"{whom} {done} the {thing} of Skarholm with {to} in secret"
        kind = chance.randrange(5)
        if clause in text or text.count(who) > 3:
            continue
        if kind == 0:
            said.append(Said(who, "said", clause, who))
            text += f"{who} said {clause}. "
        elif kind == 1:
            said.append(Said(who, "denied", clause, who, act=Act.DENY, polarity=Polarity.DENY))
            text += f"{who} denied {clause}. "
        elif kind == 2:
            said.append(Said(who, "told", f"“{clause}”", who, quotation=Quotation.DIRECT))
            text += f"{who} told reporters “{clause}” and left. "
        elif kind == 3:
            said.append(Said("An official", "warned", clause, None, SourceKind.ANONYMOUS))
            text += f"An official warned {clause}. "
        else:
            text += f"{clause[0].upper()}{clause[1:]} that year. "
    text += f"Page {number} ends here."
    if "sold" in text:
        events.append(("sold", "sold", "sell", chance.choice(DAYS)))
    return Told(text, chance.choice(OUTLETS), chance.choice(DAYS), said, people, events=events).reading()


def made(readings: list[Reading], corrections: list[Correction], shelf: Drawer | None = None) -> Record:
    return relate(
        readings,
        title="T",
        built="",
        version="",
        corrections=corrections,
        entailer=None,
        progress=Quiet(),
        shelf=shelf,
    )


def correction(chance: random.Random, record: Record) -> Correction:
    """One that a person could make of this record, some of them without a target."""
    one = chance.choice(record.attributions or [None])
    claims = [c for c in record.claims if c.accounts[0].attribution]
    choices = [
        Correction(CorrectionKind.JOIN_ENTITIES, chance.sample(PEOPLE, 2)),
        Correction(CorrectionKind.RENAME_ENTITY, [chance.choice(PEOPLE)], "Ansel Roe"),
        Correction(CorrectionKind.SET_OUTLET, [chance.choice(record.articles).id], "Nordpost"),
        Correction(CorrectionKind.SET_PUBLISHED, [chance.choice(record.articles).id], "2031-04-02"),
        Correction(CorrectionKind.SPLIT_ENTITY, [PEOPLE[0], chance.choice(record.articles).id]),
    ]
    if one is not None:
        choices += [
            Correction(CorrectionKind.REJECT, [one.id]),
            Correction(CorrectionKind.SET_SPEAKER, [one.id], chance.choice(PEOPLE)),
        ]
    if len(claims) > 1:
        keys = [str(c.accounts[0].attribution) for c in chance.sample(claims, 2)]
        choices += [Correction(CorrectionKind.JOIN_CLAIMS, keys), Correction(CorrectionKind.SPLIT_CLAIM, keys[:1])]
    return chance.choice(choices)


@pytest.mark.parametrize("seed", range(6))
def test_pages_and_corrections_that_come_and_go_leave_what_a_full_build_makes(seed: int) -> None:
    chance, shelf = random.Random(seed), Drawer()
    waiting, held, corrections = [page(chance, k) for k in range(24)], [], []
    while waiting:
        batch = chance.randint(1, 6)
        held, waiting = held + waiting[:batch], waiting[batch:]
        if len(held) > 8 and chance.random() < 0.4:
            held.pop(chance.randrange(len(held)))
        chance.shuffle(held)
        record = made(held, corrections, shelf)
        assert msgspec.json.encode(record) == msgspec.json.encode(made(held[::-1], corrections))
        change = chance.random()
        if change < 0.5:
            corrections.append(correction(chance, record))
        elif change < 0.7 and corrections:
            corrections.pop()
    assert any(len(claim.accounts) > 1 for claim in record.claims)


@pytest.mark.parametrize("seed", range(3))
def test_what_features_set_aside_would_have_come_to_nothing(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    readings, asked = [page(chance, k) for k in range(24)], list[bool]()
    may_match = Neighbours.may_match
    record = made(readings, [])

    def all_of_them(self: Neighbours, i: int, j: int, least: float) -> bool:
        asked.append(may_match(self, i, j, least))
        return True

    monkeypatch.setattr(Neighbours, "may_match", all_of_them)
    assert msgspec.json.encode(made(readings, [])) == msgspec.json.encode(record)
    assert {*asked} == {True, False}


def test_what_was_made_before_is_not_made_again() -> None:
    chance, shelf = random.Random(1), Drawer()
    readings = [page(chance, k) for k in range(12)]
    made(readings, [], shelf)
    first, shelf.made = shelf.made, 0
    made(readings, [], shelf)
    assert shelf.made == 0
    made([*readings, page(chance, 12)], [], shelf)
    assert 0 < shelf.made < first / 2


def test_neighbours_are_looked_for_again_only_where_they_may_be_others(monkeypatch: pytest.MonkeyPatch) -> None:
    chance, shelf, looked = random.Random(4), Drawer(), list[int]()
    readings, more = [page(chance, k) for k in range(24)], page(chance, 24)
    pairs = Neighbours.pairs

    def counted(self: Neighbours, k: int) -> Iterator[tuple[int, int]]:
        looked.append(k)
        return pairs(self, k)

    monkeypatch.setattr(Neighbours, "pairs", counted)
    made(readings, [], shelf)
    first = len(looked)
    looked.clear()
    grown = made([*readings, more], [], shelf)
    assert len(looked) < first
    assert msgspec.json.encode(grown) == msgspec.json.encode(made([more, *readings], []))


def test_a_page_under_another_name_is_another() -> None:
    shelf, reading = Drawer(), page(random.Random(3), 0)
    made([reading], [], shelf)
    renamed = replace(reading, page=replace(reading.page, name="b.txt"))
    assert [row.name for row in made([renamed], [], shelf).pages] == ["b.txt"]
