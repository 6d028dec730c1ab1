"""When something was said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from rashomon.language.parse import Parse
from rashomon.record import Attribution, Basis, Quotation, SourceKind, Span, Speaker
from rashomon.temporal import date_utterances, find_times_parsed

Parser = Callable[[str], Parse]
WEDNESDAY = date(2024, 5, 15)


def told(text: str, source: str, cue: str, content: str, kind: SourceKind = SourceKind.PERSON) -> Attribution:
    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    speaker = Speaker(source, kind, False, [span(source)])
    return Attribution([span(source)], [span(cue)], [span(content)], speaker=speaker)


def said(parse: Parser, text: str, *attributions: Attribution, published: date | None = WEDNESDAY) -> list[Attribution]:
    parsed = parse(text)
    times = find_times_parsed(parsed, published, attributions)
    return date_utterances(parsed, attributions, times, None)


CASES = [
    ("Ilse Brandt said on Friday that the harbour was closed.", "said", "that the harbour was closed", "2024-05-10"),
    (
        "On Friday Ilse Brandt denied that the harbour was closed.",
        "denied",
        "that the harbour was closed",
        "2024-05-10",
    ),
    (
        "Ilse Brandt met Varga on March 3, 2019, saying that the harbour was closed.",
        "saying",
        "that the harbour was closed",
        "2019-03-03",
    ),
    ("Ilse Brandt said the harbour was closed on Friday.", "said", "the harbour was closed on Friday", None),
    ("Ilse Brandt, who was mayor in 2016, denied the story.", "denied", "the story", None),
    ("Ilse Brandt denied the story.", "denied", "the story", None),
    ("The harbour closed on Friday, and Ilse Brandt denied the story.", "denied", "the story", None),
    ("Ilse Brandt will say on Friday that the harbour is closed.", "say", "that the harbour is closed", None),
]


@pytest.mark.parametrize(("text", "cue", "content", "value"), CASES)
def test_said(parse: Parser, text: str, cue: str, content: str, value: str | None) -> None:
    (one,) = said(parse, text, told(text, "Ilse Brandt", cue, content))
    assert (one.said.value if one.said else None) == value
    if one.said is not None:
        assert one.said.evidence is not None
        assert text[one.said.evidence.start : one.said.evidence.end] == one.said.evidence.text


def test_basis(parse: Parser) -> None:
    text = "Ilse Brandt said on March 3, 2019 that the harbour was closed."
    (one,) = said(parse, text, told(text, "Ilse Brandt", "said", "that the harbour was closed"))
    assert one.said is not None
    assert one.said.basis is Basis.STATED
    text = "Ilse Brandt said on Friday that the harbour was closed."
    (one,) = said(parse, text, told(text, "Ilse Brandt", "said", "that the harbour was closed"))
    assert one.said is not None
    assert one.said.basis is Basis.RESOLVED
    (one,) = said(parse, text, told(text, "Ilse Brandt", "said", "that the harbour was closed"), published=None)
    assert one.said is None


def test_what_a_speaker_adds_was_said_then(parse: Parser) -> None:
    text = "Ilse Brandt said on Friday that the harbour was closed. Ilse Brandt added that the ferry had sunk."
    first = told(text, "Ilse Brandt", "said", "that the harbour was closed")
    second = told(text, "Ilse Brandt", "added", "that the ferry had sunk")
    one, two = said(parse, text, first, second)
    assert one.said is not None
    assert two.said is not None
    assert (two.said.value, two.said.basis) == ("2024-05-10", Basis.INFERRED)


def test_nested_attributions_point_to_the_new_objects(parse: Parser) -> None:
    text = "Ilse Brandt said on Friday that Tomas Varga had denied the story."
    outer = told(text, "Ilse Brandt", "said", "that Tomas Varga had denied the story")
    inner = told(text, "Tomas Varga", "denied", "the story")
    inner = Attribution(inner.source, inner.cue, inner.content, inside=outer, speaker=inner.speaker)
    new_inner, new_outer = said(parse, text, inner, outer)
    assert new_inner.inside is new_outer
    assert new_outer.said is not None
    assert new_inner.said is None


def test_today_in_an_old_quotation_is_the_speakers_today(parse: Parser) -> None:
    text = "Ilse Brandt said on March 3, 2019: “We close the harbour today.” The court will meet on Friday."
    one = told(text, "Ilse Brandt", "said", "“We close the harbour today.”")
    quoted = Attribution(one.source, one.cue, one.content, speaker=one.speaker, quotation=Quotation.DIRECT)
    for published in (WEDNESDAY, None):
        times = {time.text: time for time in find_times_parsed(parse(text), published, [quoted])}
        assert (times["today"].value, times["today"].anchored) == ("2019-03-03", "quotation")
        assert times["Friday"].value == (None if published is None else "2024-05-17")


def test_the_day_a_transcript_came_out_is_not_when_it_was_said(parse: Parser) -> None:
    for text in (
        "The Varga transcripts declassified on Friday indicated that the harbour was closed.",
        "A recording released on Friday indicated that the harbour was closed.",
    ):
        source = text[: text.index(" indicated")]
        one = told(text, source, "indicated", "that the harbour was closed", SourceKind.DOCUMENT)
        occasion = [Span(text.index("on Friday"), text.index(" indicated"))]
        (dated,) = said(parse, text, replace(one, occasion=occasion))
        assert dated.said is None


def test_a_time_in_what_was_said_dates_no_other_saying(parse: Parser) -> None:
    text = "Ilse Brandt said that Norland closed the harbour in 1988, and reaffirmed her support for the ferry."
    first = told(text, "Ilse Brandt", "said", "that Norland closed the harbour in 1988")
    second = told(text, "Ilse Brandt", "reaffirmed", "her support for the ferry")
    assert [one.said for one in said(parse, text, first, second)] == [None, None]


def test_a_time_in_what_tells_of_the_whole_dates_the_saying_in_it(parse: Parser) -> None:
    text = "On March 3, 2019, Ilse Brandt called up Varga, explaining that the harbour was closed."
    whole = told(text, "Ilse Brandt", "called up", "On March 3, 2019")
    whole = replace(whole, content=[*whole.content, Span(text.index("explaining"), len(text) - 1)])
    inner = told(text, "Ilse Brandt", "explaining", "that the harbour was closed")
    dated = said(parse, text, whole, inner)[1].said
    assert dated is not None
    assert dated.value == "2019-03-03"


def test_a_document_has_the_date_of_its_own(parse: Parser) -> None:
    text = "According to a report of March 3, 2019, the harbour was closed."
    one = told(text, "a report of March 3, 2019", "According to", "the harbour was closed", SourceKind.DOCUMENT)
    (dated,) = said(parse, text, one)
    assert dated.said is not None
    assert dated.said.value == "2019-03-03"
