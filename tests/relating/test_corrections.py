"""A person's word over the program's."""

from __future__ import annotations

from rashomon.record import Act, Correction, CorrectionKind, Polarity, Position, Record, Status
from tests.relating.pages import Said, Told, story

K = CorrectionKind
ONE = Told(
    "Orla Venn said the board sold the northern docks abroad.",
    "Nordpost",
    "2031-04-02",
    [Said("Orla Venn", "said", "the board sold the northern docks abroad", "Orla Venn")],
    people={"Orla Venn": ["Venn"]},
)
TWO = Told(
    "O. V. Venn-Hall denied that the board sold the northern docks abroad.",
    "Westmark Daily",
    "2031-04-03",
    [
        Said(
            "O. V. Venn-Hall",
            "denied",
            "that the board sold the northern docks abroad",
            "O. V. Venn-Hall",
            act=Act.DENY,
            polarity=Polarity.DENY,
        )
    ],
    people={"O. V. Venn-Hall": []},
)


def attribution(record: Record, speaker: str) -> str:
    return next(a.id for a in record.attributions if a.source.name == speaker)


def made(*corrections: Correction) -> Record:
    return story(ONE, TWO, corrections=list(corrections))


def test_entities_are_joined_renamed_and_split():
    joined = made(Correction(K.JOIN_ENTITIES, ["Orla Venn", "O. V. Venn-Hall"]))
    assert [e.name for e in joined.entities] == ["Orla Venn"]
    assert any("a person said so" in reason for reason in joined.entities[0].reasons)
    named = made(
        Correction(K.JOIN_ENTITIES, ["Orla Venn", "O. V. Venn-Hall"]),
        Correction(K.RENAME_ENTITY, ["Orla Venn"], "Olga Venn"),
    )
    assert [e.name for e in named.entities] == ["Olga Venn"]
    same = story(ONE, Told("Orla Venn left early.", "Nordpost", people={"Orla Venn": []}))
    assert len(same.entities) == 1
    other = next(a.id for a in same.articles if "left early" in a.text)
    apart = story(
        ONE,
        Told("Orla Venn left early.", "Nordpost", people={"Orla Venn": []}),
        corrections=[Correction(K.SPLIT_ENTITY, ["Orla Venn", other])],
    )
    assert len(apart.entities) == 2
    assert len({e.id for e in apart.entities}) == 2


def test_claims_are_split_and_joined():
    whole = made()
    assert [len(c.accounts) for c in whole.claims] == [2]
    split = made(Correction(K.SPLIT_CLAIM, [attribution(whole, "Orla Venn")]))
    assert [len(c.accounts) for c in split.claims] == [1, 1]
    again = made(
        Correction(K.SPLIT_CLAIM, [attribution(whole, "Orla Venn")]),
        Correction(K.JOIN_CLAIMS, [attribution(whole, "Orla Venn"), attribution(whole, "O. V. Venn-Hall")]),
    )
    assert [len(c.accounts) for c in again.claims] == [2]


def test_a_position_a_speaker_and_a_date_are_set():
    whole = made()
    denial = attribution(whole, "O. V. Venn-Hall")
    record = made(
        Correction(K.SET_POSITION, [denial], "affirms"),
        Correction(K.SET_SPEAKER, [denial], "Orla Venn"),
        Correction(K.SET_SAID, [denial], "2031-04"),
        Correction(K.CHECK, [denial]),
        Correction(K.NOTE, [denial], "asked her"),
    )
    (claim,) = record.claims
    assert {a.position for a in claim.accounts} == {Position.AFFIRMS}
    assert claim.status is not Status.DISPUTED
    row = next(a for a in record.attributions if a.id == denial)
    assert (row.source.name, row.said and row.said.value, row.checked, row.note) == (
        "Orla Venn",
        "2031-04",
        True,
        "asked her",
    )
    nobody = made(Correction(K.SET_SPEAKER, [denial], ""))
    assert next(a for a in nobody.attributions if a.id == denial).source.name is None


def test_a_rejected_attribution_is_gone_with_its_account():
    whole = made()
    denial = attribution(whole, "O. V. Venn-Hall")
    record = made(Correction(K.REJECT, [denial]))
    assert [a.source.name for a in record.attributions] == ["Orla Venn"]
    (claim,) = record.claims
    assert claim.status is Status.SINGLE_ORIGIN


def test_an_articles_own_account_can_be_rejected():
    own = Told("The board sold the northern docks abroad last spring.", "Tarn Courier")
    whole = story(ONE, own)
    account = next(a for c in whole.claims for a in c.accounts if a.attribution is None)
    first = account.evidence[0]
    key = f"{first.article}:{first.start}-{first.end}"
    record = story(ONE, own, corrections=[Correction(K.REJECT, [key])])
    assert [len(c.accounts) for c in record.claims] == [1]


def test_what_a_page_says_of_itself_is_set():
    article = made().articles[0].id
    record = made(
        Correction(K.SET_TITLE, [article], "Docks"),
        Correction(K.SET_OUTLET, [article], "Tarn Courier"),
        Correction(K.SET_AUTHORS, [article], "Ada Lund\nBo Karn"),
        Correction(K.SET_PUBLISHED, [article], "2031"),
    )
    row = next(a for a in record.articles if a.id == article)
    assert (row.title, row.outlet, row.authors) == ("Docks", "Tarn Courier", ["Ada Lund", "Bo Karn"])
    assert row.published is not None
    assert (row.published.value, row.published.precision) == ("2031", "year")


def test_a_correction_without_its_target_is_counted():
    record = made(
        Correction(K.SET_SPEAKER, ["t000000000000"], "Nobody"),
        Correction(K.JOIN_ENTITIES, ["Orla Venn", "Someone Else"]),
        Correction(K.SET_POSITION, ["t000000000000"], "denies"),
        Correction(K.SPLIT_CLAIM, ["t000000000000"]),
        Correction(K.REJECT, ["t000000000000"]),
        Correction(K.SET_TITLE, ["a000000000000"], "x"),
    )
    lost = {reason: n for reason, n in record.dropped.items() if reason.startswith("correction without its target")}
    assert sum(lost.values()) == 6
    assert lost["correction without its target: set speaker"] == 1
