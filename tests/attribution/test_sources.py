"""Sources a proposal lacks although the words name them, and sources that stand for nobody."""

from __future__ import annotations

import pytest

from rashomon.attribution.candidate import Candidate
from rashomon.attribution.sources import own_and_described, settled
from rashomon.attribution.syntax import Syntax
from rashomon.record import Span
from tests.attribution.test_merge import FakeTagger


def test_who_lectures_also_reminds(parse):
    text = "Ruth Lee was stern, lecturing Roe on the toll, and pointedly reminding him that the bridge was shut."
    s = Syntax(parse(text))
    lectures = _candidate(s, "lecturing", "Roe on the toll", "Ruth Lee")
    reminds = _candidate(s, "reminding", "that the bridge was shut")
    _, second = settled(s, [lectures, reminds])
    assert [x.of(text) for x in second.source] == ["Ruth Lee"]


def test_a_sentence_that_begins_with_which_names_nobody(hear):
    text = "The toll is now a part of local lore. which alleges some link between Roe and Jan Lee."
    heard = hear(text, FakeTagger(("which", "alleges", "some link between Roe and Jan Lee")))
    (found,) = [a for a in heard.found if heard.words(a.cue) == "alleges"]
    assert (found.source, found.speaker) == ([], None)


@pytest.mark.parametrize(
    ("source", "kept"),
    [("Dan Spiller, Mayor Kern’s spokesman", True), ("opening – Dan Spiller, Mayor Kern’s spokesman", False)],
)
def test_a_name_before_its_description_is_kept(source, kept, parse):
    text = "In January – before the opening – Dan Spiller, Mayor Kern’s spokesman, said the talks were short."
    s = Syntax(parse(text))
    proposed = _candidate(s, "said", "the talks were short", source)
    assert own_and_described(s, proposed, [_span(text, "Mayor Kern’s spokesman")]) is kept


def _candidate(s, cue, content, source=""):
    own = _span(s.text, cue)
    head = s.token_at(own.start)
    told_by = [_span(s.text, source)] if source else []
    return Candidate("model", s.lemma(head), head, told_by, [own], [_span(s.text, content)])


def _span(text, words):
    return Span(text.index(words), text.index(words) + len(words))
