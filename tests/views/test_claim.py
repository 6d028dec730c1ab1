from __future__ import annotations

from dataclasses import replace

from rashomon.record import Act, Origin, OriginKind, Polarity, Position, Status
from rashomon.views.claim import account_key, anchor, claim_view, corroborated, denied, disputes, heading, single
from rashomon.views.index import Index, index
from rashomon.views.line import line
from rashomon.views.pile import pile
from rashomon.views.quotes import compare, quotes
from rashomon.views.speaker import speaker_view, unnamed


def test_the_sides_of_a_dispute_are_in_time_order(among: Index) -> None:
    view = claim_view(disputes(among)[0], among)
    assert [one.key for one in view.side("affirms")] == ["s2", "s8", "s10", "s9"]
    assert [one.key for one in view.side("denies")] == ["s3", "s4", "s7"]
    assert view.rests == "8 reports, 3 origins"


def test_a_date_of_printing_is_not_passed_off_as_when_it_was_said(among: Index) -> None:
    accounts = {one.key: one for one in claim_view(among.claims["c1"], among).accounts}
    assert accounts["s2"].when.text == "7 June 2021"
    assert not accounts["s2"].only_printed
    assert accounts["s8"].when.text == "9 June 2021"
    assert accounts["s8"].only_printed


def test_each_account_names_the_letter_of_its_origin(among: Index) -> None:
    view = claim_view(among.claims["c1"], among)
    assert {origin.letter: origin.name for origin in view.origins} == {
        "A": "Tomas Brandt",
        "B": "Ilse Varga",
        "C": "a city official",
    }
    assert {one.key: one.letter for one in view.accounts}["s9"] == "A"


def test_an_article_in_its_own_voice_is_named_and_found(among: Index) -> None:
    (account,) = among.claims["c2"].accounts
    (view,) = claim_view(among.claims["c2"], among).accounts
    assert view.speaker == "Orlen Courier, in its own voice"
    start, end = account.evidence[0].start, account.evidence[0].end
    assert account_key(account) == f"a1:{start}-{end}"
    assert anchor(account) == f"ev-a1-{start}-{end}"


def test_hearsay_shows_the_way_it_came(among: Index) -> None:
    told = line(among.attributions["s6"], among)
    assert told.chain == ("A city official", "Orlen Courier")
    assert told.depth == 1


def test_a_speaker_who_changes_is_said_to(among: Index) -> None:
    (change,) = speaker_view(among.entities["e1"], among).changes
    assert (change.before.position, change.before.when.text, change.before.only_printed) == (
        "denies",
        "8 June 2021",
        True,
    )
    assert (change.after.position, change.after.when.text) == ("affirms", "October – November 2021")
    assert change.ordered


def test_a_change_whose_order_no_page_tells_is_not_called_one(among: Index) -> None:
    claim = among.claims["c1"]
    undated = [replace(account, said=None) for account in claim.accounts]
    record = replace(among.record, claims=[replace(claim, accounts=undated)])
    (change,) = speaker_view(among.entities["e1"], index(record)).changes
    assert not change.ordered


def test_what_nobody_named_said_is_kept_apart(among: Index) -> None:
    assert [one.id for one in unnamed(among)] == ["s5"]


def test_two_printings_are_compared_word_by_word(among: Index) -> None:
    (view,) = quotes(among)
    assert view.differs
    assert [printing.outlet for printing in view.printings] == ["Valley Herald", "Orlen Courier"]
    assert [(piece.kind, piece.text) for piece in view.printings[1].pieces] == [
        ("same", "I handed her the report "),
        ("gone", "in person"),
        ("only", "myself"),
    ]


def test_a_comparison_gives_back_both_texts() -> None:
    pieces = compare("We will never, ever sell the ferry.", "“We’ll never sell our ferry”")
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == "“We’ll never sell our ferry”"
    assert [piece.text for piece in pieces if piece.kind == "gone"] == ["We will", "ever", "the"]


def test_capitals_and_the_kind_of_apostrophe_make_no_difference() -> None:
    assert all(piece.kind == "same" for piece in compare("Don't go", "don’t go"))


def test_the_pile_counts_what_was_not_read(among: Index) -> None:
    figures = pile(among)
    assert [page.name for page in figures.unread] == ["broken.pdf"]
    assert figures.span == "8 June 2021 to November 2021"
    assert figures.outlets[-1][1] == 1
    assert figures.disputes == 1


def test_an_origin_is_called_what_it_is(among: Index) -> None:
    body = Origin("o9", OriginKind.PERSON, "Mayor's Office", [], [])
    assert among.origin_kind(body) == "organisation"
    assert among.origin_kind(among.origins["o1"]) == "person"
    assert among.origin_kind(among.origins["o3"]) == "not named"


def test_a_heading_is_a_sentence_of_its_own() -> None:
    assert heading("that the bridge was\nsafe,") == "The bridge was safe"
    assert heading("“Nobody told me”") == "Nobody told me"


def test_a_source_that_is_against_something_is_not_made_to_support_it(among: Index) -> None:
    row = among.attributions["s3"]
    assert line(row, among).verb == "denies"
    assert line(replace(row, act=Act.PRAISE), among).verb == "rejects"
    assert line(replace(row, act=Act.CRITICISE), among).verb == "criticises"


def test_what_somebody_declined_to_say_does_not_read_as_said(among: Index) -> None:
    row = replace(among.attributions["s3"], polarity=Polarity.UNCLEAR)
    assert line(replace(row, act=Act.SAY), among).verb == "does not say"
    assert line(replace(row, act=Act.DENY), among).verb == "does not deny"
    assert line(replace(row, act=Act.ASK), among).verb == "asks"


def test_what_is_only_denied_is_told_apart_from_what_is_told(among: Index) -> None:
    claim = disputes(among)[0]
    alone = replace(
        claim,
        id="c9",
        status=Status.SINGLE_ORIGIN,
        accounts=[one for one in claim.accounts if one.position is Position.DENIES][:1],
    )
    wider = index(replace(among.record, claims=[*among.record.claims, alone]))
    assert [one.id for one in denied(wider)] == ["c9"]
    assert "c9" not in {one.id for one in (*disputes(wider), *corroborated(wider), *single(wider))}
    assert claim.id not in {one.id for one in denied(wider)}
