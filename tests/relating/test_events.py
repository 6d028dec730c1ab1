"""Happenings of several articles joined into events."""

from __future__ import annotations

from dataclasses import replace

from rashomon.record import Basis, Date, Event, Happening, Precision, Reading
from rashomon.relating.story import relate
from tests.relating.pages import Quiet, Said, Told, story

DAY = "2031-04-01"


def kinds(one: Told, *named: str) -> Reading:
    """The reading of a page with the kinds of its happenings set."""
    return changed(one, [replace(h, kind=kind) for h, kind in zip(happenings(one), named, strict=True)])


def happenings(one: Told) -> list[Happening]:
    return one.reading().heard[0].happenings


def changed(one: Told, made: list[Happening]) -> Reading:
    reading = one.reading()
    return replace(reading, heard=[replace(reading.heard[0], happenings=made)])


def events(*readings: Reading) -> list[Event]:
    return relate(readings, title="", built="", version="", corrections=[], entailer=None, progress=Quiet()).events


def inspected(text: str, said: list[Said], outlet: str = "Nordpost") -> Told:
    words = "the Skua was inspected on Tuesday"
    return Told(text, outlet, said=said, bodies={"Skua": []}, events=[(words, "inspected", "inspect", DAY)])


REPORTED = inspected(
    "Ada Lund said the Skua was inspected on Tuesday.",
    [Said("Ada Lund", "said", "the Skua was inspected on Tuesday")],
)


def test_what_only_a_source_tells_is_reported():
    (event,) = story(REPORTED).events
    assert event.modality == "reported"


def test_what_an_article_tells_in_its_own_voice_happened():
    own = inspected("At last the Skua was inspected on Tuesday.", [], "Westmark Daily")
    (event,) = story(REPORTED, own).events
    assert event.modality == "happened"
    assert len(event.evidence) == 2


def test_a_call_and_a_conversation_of_one_day_are_one_event():
    people = {"Ada Lund": ["Lund"], "Ivo Marr": ["Marr"]}
    first = Told(
        "Ada Lund phoned Ivo Marr.", people=people, events=[("Ada Lund phoned Ivo Marr", "phoned", "phone", DAY)]
    )
    second = Told(
        "What Lund told Marr in the talk which took place that day is open.",
        people=people,
        events=[("the talk which took place that day", "talk", "talk", DAY)],
    )
    (event,) = events(kinds(first, "call"), kinds(second, "call"))
    assert len(event.evidence) == 2
    assert len(event.participants) == 2


def test_sanctions_imposed_and_announced_on_one_day_are_one_event():
    one = Told(
        "Ada Lund imposed the sanctions on Norland. She spoke of Lund sanctions which were announced that day.",
        people={"Ada Lund": ["Lund"]},
        events=[
            ("Ada Lund imposed the sanctions on Norland", "sanctions", "sanction", DAY),
            ("Lund sanctions which were announced that day", "announced", "announce", DAY),
        ],
    )
    (event,) = events(kinds(one, "sanction", "statement"))
    assert event.kind == "sanction" or len(event.evidence) == 2
    assert len(event.evidence) == 2


def test_two_statements_of_one_person_on_one_day_are_two_events():
    one = Told(
        "Ada Lund denied the leak. Ada Lund confirmed the vote.",
        people={"Ada Lund": []},
        events=[
            ("Ada Lund denied the leak", "denied", "deny", DAY),
            ("Ada Lund confirmed the vote", "confirmed", "confirm", DAY),
        ],
    )
    assert len(events(kinds(one, "statement", "statement"))) == 2


def in_month(one: Told) -> Reading:
    month = Date("2031-01", Precision.MONTH, Basis.METADATA)
    return changed(one, [replace(h, date=month) for h in happenings(one)])


def warned(text: str, **named: dict[str, list[str]]) -> Reading:
    return in_month(Told(text, **named, events=[(text[:-1], "warned", "warn", DAY)]))  # type: ignore[arg-type]


def test_one_warning_of_a_month_is_one_event():
    found = events(
        warned("Ada Lund warned the ministry in January that the dam at Tarn was cracking.", people={"Ada Lund": []}),
        warned("The Water Ministry was warned in January that the dam was cracking.", bodies={"Water Ministry": []}),
    )
    assert [len(event.evidence) for event in found] == [2]


def test_two_warnings_of_a_month_are_two_events():
    found = events(
        warned("Ada Lund warned the ministry in January that the dam at Tarn was cracking.", people={"Ada Lund": []}),
        warned("Ada Lund warned her party in January of a long election night.", people={"Ada Lund": []}),
    )
    assert [len(event.evidence) for event in found] == [1, 1]
