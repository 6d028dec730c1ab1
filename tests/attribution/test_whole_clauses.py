"""Contents and sources that the model cut short, made whole by what the words show."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.attribution.candidate import Candidate
from rashomon.attribution.syntax import Syntax
from rashomon.attribution.whole_clauses import whole
from rashomon.language.parse import Parse
from rashomon.record import Span


def candidate(s: Syntax, source: str, cue: str, content: str) -> Candidate:
    def at(words: str) -> Span:
        start = s.text.index(words)
        return Span(start, start + len(words))

    verb = next(t.i for t in s.tokens if t.start >= at(cue).start)
    return Candidate("model", s.lemma(verb), verb, [at(source)], [at(cue)], [at(content)], None)


def words(s: Syntax, spans: list[Span]) -> list[str]:
    return [s.words(x) for x in spans]


def test_what_was_denied_comes_after_the_clause_of_time(parse: Callable[[str], Parse]) -> None:
    s = Syntax(
        parse(
            "Norland and Estmark denied reports that in May 2016, soon after then-president Ada Holt allowed a vote "
            "to pass, she pushed a second draft that would be damaging to Vasnia. Nobody asked."
        )
    )
    cut = candidate(
        s,
        "Norland and Estmark",
        "denied",
        "that in May 2016, soon after then-president Ada Holt allowed a vote to pass",
    )
    assert words(s, whole(s, cut).content) == [
        "that in May 2016, soon after then-president Ada Holt allowed a vote to pass, she pushed a second draft that "
        "would be damaging to Vasnia"
    ]


def test_a_content_with_its_main_clause_stays(parse: Callable[[str], Parse]) -> None:
    s = Syntax(parse("The ministry said that after the storm the ferry sank, and the harbour closed for a week."))
    told = candidate(s, "The ministry", "said", "that after the storm the ferry sank")
    assert whole(s, told).content == told.content

    s = Syntax(parse("The ministry said that when the storm rose, the ferry sank, but the owner disagrees."))
    told = candidate(s, "The ministry", "said", "that when the storm rose, the ferry sank")
    assert whole(s, told).content == told.content


def test_a_long_subject_before_a_trailing_verb_is_the_source(parse: Callable[[str], Parse]) -> None:
    s = Syntax(
        parse(
            "Estmark did not support the draft the council considered, recently published calls between the adviser "
            "Jan Lutka and the ambassador at the time Ada Holt indicate."
        )
    )
    cut = candidate(s, "Ada Holt", "indicate", "calls between the adviser Jan Lutka and the ambassador at the time")
    made = whole(s, cut)
    assert words(s, made.content) == ["Estmark did not support the draft the council considered"]
    assert words(s, made.source) == [
        "recently published calls between the adviser Jan Lutka and the ambassador at the time Ada Holt"
    ]
    assert made.subject is not None
    assert s.tokens[made.subject].text == "calls"


def test_a_trailing_report_with_a_clause_stays(parse: Callable[[str], Parse]) -> None:
    s = Syntax(parse("In May, the bridge was sold, Ada Holt said."))
    told = candidate(s, "Ada Holt", "said", "the bridge was sold")
    assert whole(s, told) == told


def test_no_phrase_is_left_without_its_noun(parse: Callable[[str], Parse]) -> None:
    s = Syntax(parse("The transcripts published late last month indicate that the ferry sank in the old harbour."))
    cut = candidate(s, "The transcripts published late last", "indicate", "that the ferry sank in the")
    made = whole(s, cut)
    assert words(s, made.source) == ["The transcripts published late last month"]
    assert words(s, made.content) == ["that the ferry sank in the old harbour"]


def test_a_phrase_whose_noun_is_somebody_elses_is_left_out(parse: Callable[[str], Parse]) -> None:
    s = Syntax(parse("The ferry sank in the harbour, said the old captain."))
    cut = candidate(s, "captain", "said", "The ferry sank in the harbour, said the old")
    assert words(s, whole(s, cut).content) == ["The ferry sank in the harbour, said"]
