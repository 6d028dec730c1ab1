"""A small record made by hand, with something of every kind in it; every word of it is invented."""

from __future__ import annotations

import hashlib

from rashomon.record import (
    Account,
    Act,
    ArticleRow,
    AttributionRow,
    Basis,
    Claim,
    Date,
    Entity,
    EntityKind,
    Event,
    Evidence,
    Genre,
    Link,
    LinkKind,
    Origin,
    OriginKind,
    PageRow,
    Place,
    Polarity,
    Position,
    Precision,
    Quotation,
    Record,
    Source,
    Status,
    StoryInfo,
)

GAZETTE = (
    "The ferry contract was signed on 3 March 2019, harbour master Odile Brandt said.\n\n"
    "“We paid nothing for it,” Brandt told the Gazette. "
    "Transport minister Joren Aldous denied that money changed hands."
)
COURIER = (
    "Two officials said the ferry contract was paid for in cash.\n\n"
    "=SUM(1) is how the clerk closed the book. “I saw the envelope,” said clerk Tove Halm."
)


def article_id(page: str, position: int) -> str:
    return "a" + hashlib.sha256(f"{page}:{position}".encode()).hexdigest()[:12]


PAGES = {name: hashlib.sha256(name.encode()).hexdigest() for name in ("gazette.html", "courier.txt", "broken.bin")}
A1, A2 = article_id(PAGES["gazette.html"], 1), article_id(PAGES["courier.txt"], 1)
TEXTS = {A1: GAZETTE, A2: COURIER}


def ev(article: str, words: str, after: int = 0) -> Evidence:
    """The first place of ``words`` in the article's text from ``after`` on."""
    start = TEXTS[article].index(words, after)
    return Evidence(article, start, start + len(words), words)


def day(value: str, evidence: Evidence | None = None, basis: Basis = Basis.STATED) -> Date:
    return Date(value, Precision.DAY, basis, evidence)


def record(title: str = "The ferry") -> Record:
    signed = day("2019-03-03", ev(A1, "3 March 2019"))
    return Record(
        story=StoryInfo(title, "2024-01-02T03:04:05+00:00", "0.1.0"),
        pages=[
            PageRow(PAGES["broken.bin"], "pages/broken.bin", None, None, None, ["it is an image; leave it out"]),
            PageRow(PAGES["courier.txt"], "pages/courier.txt", None, "text/plain", None, []),
            PageRow(
                PAGES["gazette.html"],
                "pages/gazette.html",
                "https://gazette.example/ferry",
                "text/html",
                "2019-03-05T10:00:00Z",
                ["the end of the file is missing; save the page again"],
            ),
        ],
        articles=_articles(),
        entities=[
            Entity("e1", "Odile Brandt", EntityKind.PERSON, ["Odile Brandt", "Brandt"], _mentions(), ["surname"]),
            Entity("e2", "Joren Aldous", EntityKind.PERSON, ["Joren Aldous"], [ev(A1, "Joren Aldous")]),
            Entity("e3", "Tove Halm", EntityKind.PERSON, ["Tove Halm"], [ev(A2, "Tove Halm")]),
            Entity("e4", "The Gazette", EntityKind.OUTLET, ["Gazette", "The Gazette"], [ev(A1, "Gazette")]),
        ],
        attributions=_attributions(),
        claims=_claims(),
        events=[
            Event("v1", "The ferry contract was signed", signed, ["e1"], [ev(A1, "The ferry contract was signed")]),
            Event("v2", "The clerk closed the book", None, [], [ev(A2, "the clerk closed the book")], "other"),
        ],
        origins=[
            Origin("o1", OriginKind.PERSON, "Odile Brandt", [A1], [ev(A1, "Brandt told the Gazette")]),
            Origin("o2", OriginKind.PERSON, "Joren Aldous", [A1], [ev(A1, "Joren Aldous")]),
            Origin("o3", OriginKind.ANONYMOUS, "two officials", [A2], [ev(A2, "Two officials")]),
        ],
        links=[
            Link(LinkKind.SAME_STORY, A2, A1, [ev(A2, "the ferry contract")], "the same contract"),
            Link(LinkKind.REPORTS_FROM, A1, "e4", [ev(A1, "told the Gazette")], "told the outlet itself"),
        ],
        dropped={"quotation without a source": 3, "page: unknown kind": 1},
    )


def _mentions() -> list[Evidence]:
    return [ev(A1, "Odile Brandt"), ev(A1, "Brandt", GAZETTE.index("it,”"))]


def _articles() -> list[ArticleRow]:
    return [
        ArticleRow(
            id=A2,
            page=PAGES["courier.txt"],
            position=1,
            title="=cmd|' /C calc'!A0",
            outlet="The Courier",
            authors=[],
            published=None,
            language="en",
            genre=Genre.NEWS,
            text=COURIER,
            segments=[(0, len(COURIER), 40, 40 + len(COURIER))],
        ),
        ArticleRow(
            id=A1,
            page=PAGES["gazette.html"],
            position=1,
            title="<script>alert(1)</script> The *ferry* \x1b[31mdeal",
            outlet="The Gazette",
            authors=["Ines Vale", "Piet Orr"],
            published=day("2019-03-04", None, Basis.METADATA),
            language="en",
            genre=Genre.NEWS,
            text=GAZETTE,
            segments=[(0, 80, 300, 380), (82, len(GAZETTE), 390, 390 + len(GAZETTE) - 82)],
            standfirst="Nobody paid, says the harbour.",
            updated=day("2019-03-05", None, Basis.METADATA),
            genre_cue="headed News",
            problems=["a photograph's caption was left out"],
            title_place=Place(20, 44, "The ferry deal, they say"),
            published_place=Place(100, 112, "4 March 2019"),
        ),
    ]


def _attributions() -> list[AttributionRow]:
    paid = ev(A1, "We paid nothing for it")
    brandt = ev(A1, "Brandt", paid.end)
    common = {"quotation": Quotation.INDIRECT, "act": Act.SAY, "polarity": Polarity.AFFIRM, "addressee": None}
    return [
        AttributionRow(
            id="t1",
            article=A1,
            inside=None,
            source=Source("e1", "Odile Brandt", False, [ev(A1, "harbour master Odile Brandt")], "person", "named"),
            cue=[ev(A1, "said")],
            content=[ev(A1, "The ferry contract was signed on 3 March 2019")],
            said=None,
            **common,
        ),
        AttributionRow(
            id="t2",
            article=A1,
            inside=None,
            source=Source("e1", "Odile Brandt", False, [brandt], "person", "surname of the only Brandt"),
            cue=[ev(A1, "told")],
            content=[paid],
            quotation=Quotation.DIRECT,
            act=Act.DENY,
            polarity=Polarity.DENY,
            addressee="e4",
            said=Date("2019-03", Precision.MONTH, Basis.RESOLVED, ev(A1, "3 March 2019")),
            addressed=[ev(A1, "the Gazette")],
            confidence=0.875,
            checked=True,
            note="heard on tape\ntwice",
        ),
        AttributionRow(
            id="t3",
            article=A1,
            inside="t1",
            source=Source("e2", "Joren Aldous", False, [ev(A1, "Transport minister Joren Aldous")], "person", "named"),
            cue=[ev(A1, "denied")],
            content=[ev(A1, "that money changed hands")],
            quotation=Quotation.INDIRECT,
            act=Act.DENY,
            polarity=Polarity.DENY,
            addressee=None,
            said=None,
        ),
        AttributionRow(
            id="t4",
            article=A2,
            inside=None,
            source=Source(None, "Two officials", True, [ev(A2, "Two officials")], "anonymous", "not named"),
            cue=[ev(A2, "said")],
            content=[ev(A2, "the ferry contract was paid for"), ev(A2, "in cash")],
            said=None,
            hedges=[ev(A2, "in cash")],
            occasion=[ev(A2, "in cash")],
            refers_to=[ev(A2, "the ferry contract")],
            **common,
        ),
    ]


def _claims() -> list[Claim]:
    paid = [
        Account("t4", A2, None, Position.AFFIRMS, "o3", None, "says so", [ev(A2, "was paid for")]),
        Account("t2", A1, "e1", Position.DENIES, "o1", day("2019-03-03", ev(A1, "3 March 2019")), "denies it", _paid()),
        Account("t3", A1, "e2", Position.DENIES, "o2", None, "denies it", [ev(A1, "money changed hands")]),
        Account(None, A2, None, Position.DOUBTS, "o3", None, "its own voice", [ev(A2, "closed the book")]),
    ]
    return [
        Claim("c1", "The ferry contract was paid for", Status.DISPUTED, paid, 3, "one affirms, two deny"),
        Claim(
            "c2",
            "The contract was signed on 3 March 2019",
            Status.SINGLE_ORIGIN,
            [Account("t1", A1, "e1", Position.AFFIRMS, "o1", None, "says so", [ev(A1, "was signed")])],
            1,
            "one origin",
        ),
    ]


def _paid() -> list[Evidence]:
    return [ev(A1, "We paid nothing for it")]
