"""What a text tells as having happened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rashomon.language.parse import Parse
from rashomon.record import Act, Attribution, EntityKind, Happening, Modality, Named, Polarity, Span
from rashomon.temporal import find_happenings, find_times_parsed

Parser = Callable[[str], Parse]
WEDNESDAY = date(2024, 5, 15)
NAMES = ["Ilse Brandt", "Tomas Varga", "Security Board", "Norland", "Tarn"]


def named(text: str) -> list[Named]:
    out = []
    for name in NAMES:
        spans, at = [], text.find(name)
        while at >= 0:
            spans.append(Span(at, at + len(name)))
            at = text.find(name, at + 1)
        if spans:
            out.append(Named(name, EntityKind.PERSON, [name], [], spans))
    return out


def told(parse: Parser, text: str, *attributions: Attribution) -> list[Happening]:
    parsed = parse(text)
    times = find_times_parsed(parsed, WEDNESDAY, attributions)
    return find_happenings(parsed, named(text), times, attributions)


CASES = [
    ("On March 3, 2019, Ilse Brandt called Tomas Varga.", "call", "happened", "2019-03-03"),
    ("Ilse Brandt phoned Tomas Varga on Monday.", "call", "happened", "2024-05-13"),
    ("Ilse Brandt and Tomas Varga had a telephone conversation on Monday.", "call", "happened", "2024-05-13"),
    ("The Security Board passed the resolution on March 3, 2019.", "vote", "happened", "2019-03-03"),
    ("The Security Board did not pass the resolution.", "vote", "negated", None),
    ("Norland will veto the resolution on Friday.", "vote", "future", "2024-05-17"),
    ("Norland might veto the resolution.", "vote", "hypothetical", None),
    ("If Norland vetoes the resolution, it falls.", "vote", "hypothetical", None),
    ("Ilse Brandt met Tomas Varga in Tarn on Monday.", "meeting", "happened", "2024-05-13"),
    ("Ilse Brandt often meets Tomas Varga in Tarn.", "meeting", "habitual", None),
    ("Ilse Brandt refused to meet Tomas Varga.", "meeting", "negated", None),
    ("Ilse Brandt plans to meet Tomas Varga on Friday.", "meeting", "future", "2024-05-17"),
    ("Norland imposed sanctions on Tarn in April.", "sanction", "happened", "2024-04"),
    ("Tomas Varga was convicted of fraud on Monday.", "ruling", "happened", "2024-05-13"),
    ("Norland bombed Tarn on March 3, 2019.", "attack", "happened", "2019-03-03"),
    ("Ilse Brandt resigned on Monday.", "appointment", "happened", "2024-05-13"),
    ("Norland and Tarn signed the treaty on March 3, 2019.", "agreement", "happened", "2019-03-03"),
    ("Ilse Brandt released the transcript on Monday.", "publication", "happened", "2024-05-13"),
    ("Ilse Brandt announced the plan on Monday.", "statement", "happened", "2024-05-13"),
    ("The Security Board approved the harbour plan on Monday.", "vote", "happened", "2024-05-13"),
    ("Ilse Brandt attacked Tarn on Monday.", "attack", "happened", "2024-05-13"),
    ("Ilse Brandt dismissed Tomas Varga on Monday.", "appointment", "happened", "2024-05-13"),
    ("Ilse Brandt supposedly met Tomas Varga on Monday.", "meeting", "hypothetical", "2024-05-13"),
    ("Tomas Varga is said to have met Ilse Brandt on Monday.", "meeting", "hypothetical", "2024-05-13"),
    ("Had Norland nominated Tomas Varga, Tarn would rejoice.", "appointment", "hypothetical", None),
    ("Ilse Brandt is not expected to meet Tomas Varga.", "meeting", "negated", None),
    ("Norland asked that Tomas Varga be nominated by Tarn.", "appointment", "hypothetical", None),
    ("Ilse Brandt flew to Tarn on Monday.", "other", "happened", "2024-05-13"),
]


@pytest.mark.parametrize(("text", "kind", "modality", "value"), CASES)
def test_happening(parse: Parser, text: str, kind: str, modality: str, value: str | None) -> None:
    found = [one for one in told(parse, text) if one.kind == kind]
    assert len(found) == 1
    (one,) = found
    assert one.modality == Modality(modality)
    assert (one.date.value if one.date else None) == value
    assert one.participants
    assert one.span.covers(one.trigger)


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Brandt called the plan a disgrace.",
        "Ilse Brandt called for a vote.",
        "Ilse Brandt announced the plan.",
        "The plan was met with silence in Tarn.",
        "Ilse Brandt liked the harbour.",
        "It rained on Monday.",
        "Ilse Brandt shot back.",
        "Ilse Brandt attacked Tomas Varga.",
        "Ilse Brandt called Tomas Varga ‘a cancer’.",
        "Tomas Varga was dismissed by Ilse Brandt as a bungler.",
        "Ilse Brandt attacked Tomas Varga for the delay.",
        "Ilse Brandt attacked the plan of Tomas Varga.",
        "Ilse Brandt dismissed the idea of Tomas Varga.",
        "The office of Ilse Brandt was left empty.",
    ],
)
def test_no_happening(parse: Parser, text: str) -> None:
    assert told(parse, text) == []


def test_a_date_belongs_to_its_own_clause(parse: Parser) -> None:
    text = "Ilse Brandt, who led Tarn in 2016, met Tomas Varga."
    (one,) = [one for one in told(parse, text) if one.kind == "meeting"]
    assert one.date is None


def test_what_is_denied_is_not_told_as_having_happened(parse: Parser) -> None:
    text = "Ilse Brandt denied that Norland bombed Tarn on March 3, 2019."
    start = text.index("that")
    denial = Attribution(
        [Span(0, 11)], [Span(12, 18)], [Span(start, len(text) - 1)], act=Act.DENY, polarity=Polarity.DENY
    )
    (one,) = [one for one in told(parse, text, denial) if one.kind == "attack"]
    assert one.modality is Modality.HYPOTHETICAL


def test_light_verbs_leave_the_name_to_their_noun(parse: Parser) -> None:
    text = "Ilse Brandt and Tomas Varga held talks in Tarn on Monday."
    (one,) = [one for one in told(parse, text) if one.kind == "meeting"]
    assert one.trigger.of(text) == "talks"


def test_participants_are_the_names_of_its_own_clause(parse: Parser) -> None:
    text = "Ilse Brandt called Tomas Varga on Monday, said the mayor of Norland."
    (one,) = [one for one in told(parse, text) if one.kind == "call"]
    assert [span.of(text) for span in one.participants] == ["Ilse Brandt", "Tomas Varga"]


def test_a_clause_that_shares_its_subject_begins_with_it(parse: Parser) -> None:
    text = "On Monday the mayor Ilse Brandt called Tomas Varga and attacked Norland on Tuesday."
    (one,) = [one for one in told(parse, text) if one.kind == "attack"]
    assert one.span.of(text) == "the mayor Ilse Brandt called Tomas Varga and attacked Norland on Tuesday"


@pytest.mark.parametrize(
    "text",
    [
        "Tomas Varga told Ilse Brandt so in an interview, published on Saturday.",
        "Ilse Brandt spoke to Tomas Varga in March 2019 and confirmed that part of the story.",
    ],
)
def test_words_that_cannot_be_read_alone_are_no_happening(parse: Parser, text: str) -> None:
    assert not [one for one in told(parse, text) if one.kind in ("publication", "statement")]
