from __future__ import annotations

from dataclasses import replace

from rashomon.desk.beside import likest, quotes_claim, words_of
from rashomon.views.index import index
from rashomon.views.quotes import quotes
from tests.views.sample import sample_record


def test_claims_in_nearly_the_same_words_are_offered_first() -> None:
    claim, other = sample_record().claims
    near = replace(other, id="c3", text="The mayor was given a report")
    claims = {one.id: one for one in (claim, other, near)}
    assert [text for _, text in likest(claim, claims, words_of(claims.values()))] == [near.text, other.text]


def test_a_claim_shows_the_printings_it_rests_on_and_no_others() -> None:
    record = sample_record()
    (quote,) = quotes(index(record))
    assert quotes_claim(quote, record.claims[0])
    assert not quotes_claim(quote, record.claims[1])
