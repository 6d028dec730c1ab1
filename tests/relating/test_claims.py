"""What is one claim, what is not, and who stands where."""

from __future__ import annotations

import pytest

from rashomon.record import Act, Claim, Polarity, Position, Quotation, Record, SourceKind, Status
from tests.relating.pages import Said, Told, story

DENY = {"act": Act.DENY, "polarity": Polarity.DENY}


def of(record: Record, words: str) -> Claim:
    """The claim that has an account with these words."""
    return next(c for c in record.claims if any(words in e.text for a in c.accounts for e in a.evidence))


def positions(claim: Claim, record: Record) -> dict[str, str]:
    names = {e.id: e.name for e in record.entities}
    return {names.get(a.voice or "", "?"): str(a.position) for a in claim.accounts}


def minister() -> Told:
    return Told(
        "Minister Orla Venn said the harbour board sold the northern docks to a foreign trust in March.",
        "The Tarn Courier",
        "2031-04-02",
        [
            Said(
                "Minister Orla Venn",
                "said",
                "the harbour board sold the northern docks to a foreign trust in March",
                "Orla Venn",
            )
        ],
        people={"Orla Venn": ["Venn"]},
    )


def board() -> Told:
    return Told(
        "The chairman, Pell Adair, denied that the harbour board sold the northern docks to a foreign trust.",
        "Westmark Daily",
        "2031-04-03",
        [
            Said(
                "The chairman, Pell Adair",
                "denied",
                "that the harbour board sold the northern docks to a foreign trust",
                "Pell Adair",
                **DENY,
            )
        ],
        people={"Pell Adair": ["Adair"]},
    )


def test_a_denial_in_another_article_makes_a_dispute_with_both_sides():
    record = story(minister(), board())
    claim = of(record, "northern docks")
    assert claim.status is Status.DISPUTED
    assert positions(claim, record) == {"Orla Venn": "affirms", "Pell Adair": "denies"}
    assert "denied" in next(a.reason for a in claim.accounts if a.position is Position.DENIES)
    assert record.claims[0] == claim, "disputes come first"


def test_two_people_who_say_the_same_corroborate_it():
    other = Told(
        "According to harbour master Ruan Skey, the harbour board sold the northern docks to a foreign trust in March.",
        "Westmark Daily",
        "2031-04-03",
        [
            Said(
                "harbour master Ruan Skey",
                "According to",
                "the harbour board sold the northern docks to a foreign trust in March",
                "Ruan Skey",
            )
        ],
        people={"Ruan Skey": []},
    )
    claim = of(story(minister(), other), "northern docks")
    assert (claim.status, claim.independent_origins) == (Status.CORROBORATED, 2)


def test_one_interview_in_many_papers_is_one_origin():
    copies = [
        Told(
            f"{lead} “The bridge was unsafe from the first day we opened it,” engineer Ilse Brandt said.",
            outlet,
            "2031-04-03",
            [
                Said(
                    "engineer Ilse Brandt",
                    "said",
                    "“The bridge was unsafe from the first day we opened it,”",
                    "Ilse Brandt",
                    quotation=Quotation.DIRECT,
                )
            ],
            people={"Ilse Brandt": []},
        )
        for lead, outlet in (
            ("A confession.", "The Tarn Courier"),
            ("More doubts.", "Westmark Daily"),
            ("A shock.", "Nordpost"),
        )
    ]
    claim = of(story(*copies), "unsafe from the first day")
    assert len(claim.accounts) == 3
    assert (claim.status, claim.independent_origins) == (Status.SINGLE_ORIGIN, 1)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("the council passed Resolution 12 on the river tolls", "the council passed Resolution 14 on the river tolls"),
        (
            "the council rejected a second resolution on river tolls",
            "the council rejected Resolution 12 on river tolls",
        ),
        ("the storm killed 12 fishermen off the coast", "the storm killed 19 fishermen off the coast"),
        ("the bank lent the mill 4 million crowns last year", "the bank lent the mill 9 million crowns last year"),
        ("Orla Venn paid Pell Adair for the quarry permits", "Pell Adair paid Orla Venn for the quarry permits"),
        ("Orla Venn should resign over the quarry permits", "whether Orla Venn should resign over the quarry permits"),
    ],
)
def test_what_must_never_merge(one: str, two: str):
    people = {"Orla Venn": ["Venn"], "Pell Adair": ["Adair"]}
    pages = [
        Told(f"{who} said {what}.", outlet, "2031-04-02", [Said(who, "said", what, who)], people={**people, who: []})
        for who, what, outlet in (("Ada Lund", one, "The Tarn Courier"), ("Bo Karn", two, "Westmark Daily"))
    ]
    assert all(len(claim.accounts) == 1 for claim in story(*pages).claims)


def test_other_dates_are_other_claims_but_a_day_within_its_month_is_not():
    def page(who: str, when: str, value: str) -> Told:
        what = f"the ferry sank in {when} with its whole cargo of grain"
        return Told(
            f"{who} said {what}.", who, None, [Said(who, "said", what, who)], people={who: []}, times={when: value}
        )

    apart = story(page("Ada Lund", "March 2030", "2030-03"), page("Bo Karn", "June 2030", "2030-06"))
    assert {len(c.accounts) for c in apart.claims} == {1}
    together = story(page("Ada Lund", "March 2030", "2030-03"), page("Bo Karn", "2030", "2030"))
    assert len(of(together, "ferry sank").accounts) == 2


def test_a_negation_in_the_words_is_a_denial_of_the_others_words():
    yes = "the dam was inspected by the state engineers before the flood"
    no = "the dam was not inspected by the state engineers before the flood"
    pages = [
        Told(f"{who} said {what}.", who, "2031-01-01", [Said(who, "said", what, who)], people={who: []})
        for who, what in (("Ada Lund", yes), ("Bo Karn", no))
    ]
    record = story(*pages)
    claim = of(record, "dam was inspected")
    assert claim.text == yes
    assert positions(claim, record) == {"Ada Lund": "affirms", "Bo Karn": "denies"}
    assert claim.status is Status.DISPUTED


def test_calling_the_idea_false_is_a_denial():
    page = Told(
        "Ada Lund said the mayor burned the land register. "
        "Bo Karn said the claim that the mayor burned the land register is false.",
        "The Tarn Courier",
        None,
        [
            Said("Ada Lund", "said", "the mayor burned the land register", "Ada Lund"),
            Said("Bo Karn", "Karn said", "the claim that the mayor burned the land register is false", "Bo Karn"),
        ],
        people={"Ada Lund": [], "Bo Karn": []},
    )
    record = story(page)
    assert positions(of(record, "burned the land"), record) == {"Ada Lund": "affirms", "Bo Karn": "denies"}


def test_denying_the_story_denies_the_story_meant():
    page = Told(
        "Ada Lund said the mayor burned the land register. Bo Karn denied the story.",
        "The Tarn Courier",
        None,
        [
            Said("Ada Lund", "said", "the mayor burned the land register", "Ada Lund"),
            Said("Bo Karn", "denied", "the story", "Bo Karn", refers_to="the mayor burned the land register", **DENY),
        ],
        people={"Ada Lund": [], "Bo Karn": []},
    )
    record = story(page)
    claim = of(record, "burned the land")
    denial = next(a for a in claim.accounts if a.position is Position.DENIES)
    assert [e.text for e in denial.evidence] == ["the story"]
    assert claim.status is Status.DISPUTED


def test_a_request_and_a_condition_are_no_accounts_of_what_is_denied():
    page = Told(
        "Bo Karn denied that Norland blocked the treaty. Ada Lund had asked Norland to block the treaty. "
        "If Norland blocked the treaty, trade would stop.",
        "The Tarn Courier",
        None,
        [Said("Bo Karn", "denied", "that Norland blocked the treaty", "Bo Karn", **DENY)],
        people={"Ada Lund": [], "Bo Karn": []},
        bodies={"Norland": []},
    )
    assert {len(c.accounts) for c in story(page).claims} == {1}


def test_a_short_denial_finds_the_long_telling_it_denies():
    teller = Told(
        "Norland was ready to veto a tougher treaty on the straits that the league had prepared for the spring, "
        "the Tarn Courier reported.",
        "Nordpost",
        "2031-02-01",
        [
            Said(
                "the Tarn Courier",
                "reported",
                "Norland was ready to veto a tougher treaty on the straits that the league had prepared for the spring",
                "Tarn Courier",
                SourceKind.OUTLET,
            )
        ],
        bodies={"Norland": []},
        outlets={"Tarn Courier": []},
    )
    denier = Told(
        "Envoy Bo Karn denied on Friday that Norland stopped the treaty.",
        "Westmark Daily",
        "2031-02-02",
        [Said("Envoy Bo Karn", "denied", "that Norland stopped the treaty", "Bo Karn", **DENY)],
        people={"Bo Karn": []},
        bodies={"Norland": []},
    )
    record = story(teller, denier)
    claim = of(record, "stopped the treaty")
    assert claim.status is Status.DISPUTED
    assert positions(claim, record) == {"Tarn Courier": "affirms", "Bo Karn": "denies"}


def test_a_changed_account_is_noted():
    what = "the ministry knew about the cracked turbine"
    first = Told(
        f"Bo Karn denied that {what}.",
        "Nordpost",
        "2031-01-01",
        [Said("Bo Karn", "denied", what, "Bo Karn", said="2031-01-01", **DENY)],
        people={"Bo Karn": []},
    )
    later = Told(
        f"Bo Karn confirmed that {what}.",
        "Nordpost",
        "2031-05-01",
        [Said("Bo Karn", "confirmed", what, "Bo Karn", act=Act.CONFIRM, said="2031-05-01")],
        people={"Bo Karn": []},
    )
    claim = of(story(first, later), "cracked turbine")
    assert {a.position for a in claim.accounts} == {Position.AFFIRMS, Position.DENIES}
    assert all("changed account" in a.reason for a in claim.accounts)


def test_doubt_and_a_question_are_neither_side():
    page = Told(
        "Ada Lund doubted the envoy ever left the island during the siege.",
        None,
        None,
        [Said("Ada Lund", "doubted", "the envoy ever left the island during the siege", "Ada Lund")],
        people={"Ada Lund": []},
    )
    assert story(page).claims[0].accounts[0].position is Position.DOUBTS
    asked = Told(
        "“Did the envoy leave the island during the siege?” Ada Lund asked.",
        None,
        None,
        [
            Said(
                "Ada Lund",
                "asked",
                "“Did the envoy leave the island during the siege?”",
                "Ada Lund",
                act=Act.ASK,
                polarity=Polarity.UNCLEAR,
            )
        ],
        people={"Ada Lund": []},
    )
    assert story(asked).claims[0].accounts[0].position is Position.UNCLEAR


def test_an_articles_own_words_count_where_another_account_matches_them():
    own = Told(
        "The harbour board sold the northern docks to a foreign trust in March. It rained.", "Nordpost", "2031-04-04"
    )
    record = story(minister(), own)
    claim = of(record, "northern docks")
    mine = next(a for a in claim.accounts if a.attribution is None)
    assert (mine.voice, mine.position) == (None, Position.AFFIRMS)
    assert not any("It rained" in e.text for c in record.claims for a in c.accounts for e in a.evidence)


class Sure:
    """An entailer that says what it was told to."""

    name = "sure"

    def __init__(self, answer: tuple[float, float, float]) -> None:
        self.answer = answer
        self.asked: list[tuple[str, str]] = []

    def judge(self, pairs: list[tuple[str, str]]) -> list[tuple[float, float, float]]:
        self.asked += pairs
        return [self.answer for _ in pairs]


def test_the_entailer_joins_other_wordings_but_never_over_a_guard():
    one = "the northern docks were sold abroad by the harbour board for 12 crowns"
    two = "it parted with the northern docks, which strangers from overseas now own, for 12 crowns"
    three = "it parted with the northern docks, which strangers from overseas now own, for 90 crowns"

    def pages(second: str) -> list[Told]:
        return [
            Told(f"{who} said {what}.", who, None, [Said(who, "said", what, who)], people={who: []})
            for who, what in (("Ada Lund", one), ("Bo Karn", second))
        ]

    sure = Sure((0.98, 0.01, 0.01))
    assert len(of(story(*pages(two), entailer=sure), "sold abroad").accounts) == 2
    assert sure.asked
    assert len(of(story(*pages(three), entailer=sure), "sold abroad").accounts) == 1
    assert len(of(story(*pages(two), entailer=Sure((0.1, 0.85, 0.05))), "sold abroad").accounts) == 1


def test_a_denial_of_what_a_thing_does_is_not_about_what_is_done_to_it():
    page = Told(
        "Ada Lund said the league would stop the great tidal wall. "
        "Bo Karn said the great tidal wall would not stop floods.",
        "Nordpost",
        None,
        [
            Said("Ada Lund", "said", "the league would stop the great tidal wall", "Ada Lund"),
            Said("Bo Karn", "Karn said", "the great tidal wall would not stop floods", "Bo Karn"),
        ],
        people={"Ada Lund": [], "Bo Karn": []},
    )
    assert {len(c.accounts) for c in story(page).claims} == {1}
