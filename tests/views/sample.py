"""A small invented affair, as a record: a bridge closed early, and who knew. All names and words are made up."""

# ruff: noqa: E501 (an article's sentence stays on one line, so that it can be compared with the words cut from it)

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from rashomon.record import (
    Account,
    Act,
    Article,
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
    Heard,
    Link,
    LinkKind,
    Origin,
    OriginKind,
    Page,
    PageRow,
    Polarity,
    Position,
    Precision,
    Quotation,
    Reading,
    Record,
    Segment,
    Source,
    Status,
    StoryInfo,
)
from rashomon.record.codec import encode_reading
from rashomon.story import Chosen, Readings, Story, open_to_write, transaction, write_record

COURIER = """Mayor Ilse Varga knew in March that the Orlen bridge was unsafe, the engineer Tomas Brandt told the Courier on Monday.

"I handed her the report myself," Brandt said. "She read the first page and put it in a drawer."

Varga denied that she had seen the report. "No such paper ever reached my desk," she said.

A city official, who asked not to be named, said that Brandt had told colleagues that the mayor "went pale" when she read it.

The bridge was closed on 4 June 2021 after a beam cracked."""

HERALD = """The mayor's office said on Tuesday that no report on the Orlen bridge reached Ilse Varga before June.

The engineer Tomas Brandt told the Courier that he had given it to her himself: "I handed her the report in person," he said.

The city council opened an inquiry in July 2021."""

GAZETTE = """According to the Courier, the engineer Tomas Brandt gave Mayor Ilse Varga a report in March.

Asked by the inquiry, Varga conceded that she "may have seen a summary". She had denied it for months.

Traffic over the bridge resumed some time in 2022."""


@dataclass
class Writing:
    """Collects rows while checking that every phrase stands in its article."""

    texts: dict[str, str] = field(default_factory=dict)

    def at(self, article: str, *phrases: str) -> list[Evidence]:
        found = []
        for phrase in phrases:
            start = self.texts[article].index(phrase)
            found.append(Evidence(article, start, start + len(phrase), phrase))
        return found


def day(value: str, basis: Basis = Basis.STATED, evidence: Evidence | None = None) -> Date:
    precision = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}.get(len(value), Precision.INTERVAL)
    return Date(value, precision, basis, evidence)


def sample_record() -> Record:
    """Three articles of three outlets, one dispute of six accounts from two origins, a nested statement, a change."""
    return _Builder().record()


def hostile_record() -> Record:
    """The same with markup, scripts and direction tricks wherever a page's words can stand."""
    record = sample_record()
    evil = '<script>window.hit=1</script><img src=x onerror="window.hit=2">"><svg onload=window.hit=3>{{7*7}}\u202egnp'
    return replace(
        record,
        story=replace(record.story, title=evil),
        pages=[replace(page, name=evil, url="javascript:window.hit=4", problems=[evil]) for page in record.pages],
        articles=[
            replace(row, title=evil, outlet=evil, authors=[evil], standfirst=evil, problems=[evil])
            for row in record.articles
        ],
        entities=[replace(row, name=evil, names=[evil]) for row in record.entities],
        claims=[replace(row, text=evil, reason=evil) for row in record.claims],
        origins=[replace(row, name=evil) for row in record.origins],
        events=[replace(row, text=evil) for row in record.events],
        dropped={evil: 1},
    )


def write_story(path: Path, record: Record, texts: dict[str, str] | None = None) -> None:
    """The record as a story file, with a reading for every page; ``texts`` are pages' own texts."""
    with open_to_write(path) as connection, transaction(connection):
        write_record(connection, record)
        readings = Readings(connection)
        readings.choose([Chosen(page.id, page.name, "test", None) for page in record.pages])
        for page in record.pages:
            rows = [row for row in record.articles if row.page == page.id]
            readings.keep(
                page.id,
                "test",
                encode_reading(_reading(page, rows, texts or {})) if rows else None,
                reason="",
                message="",
            )


@contextmanager
def sample_story(folder: Path, record: Record | None = None) -> Iterator[Story]:
    """An opened story file of the record."""
    path = folder / "sample.rashomon"
    write_story(path, record or sample_record())
    with Story(path) as story:
        yield story


def page_text(text: str, outlet: str | None, title: str | None) -> str:
    return f"{outlet or 'Site'}\nMenu  Sport  Weather\n{title or ''}\n{text}\nSubscribe now"


def _segment(text: str, outlet: str | None, title: str | None) -> tuple[int, int, int, int]:
    start = page_text(text, outlet, title).index(text)
    return 0, len(text), start, start + len(text)


def _reading(page: PageRow, rows: list[ArticleRow], texts: dict[str, str]) -> Reading:
    if page.id in texts:
        articles = [Article(row.id, page.id, row.position, row.text, [], title=row.title) for row in rows]
        return Reading(Page(page.id, page.name, texts[page.id], media_type="text/html", articles=articles))
    text = "\n\n".join(page_text(row.text, row.outlet, row.title) for row in rows)
    heard = []
    for row in rows:
        start = text.index(row.text)
        segments = [Segment(0, len(row.text), start, start + len(row.text))]
        heard.append(Heard(Article(row.id, page.id, row.position, row.text, segments, title=row.title)))
    return Reading(Page(page.id, page.name, text, articles=[one.article for one in heard]), heard)


class _Builder:
    def __init__(self) -> None:
        self.write = Writing({"a1": COURIER, "a2": HERALD, "a3": GAZETTE})
        self.attributions: list[AttributionRow] = []

    def record(self) -> Record:
        pages = [self._page(k, name) for k, name in enumerate(("courier.html", "herald.html", "gazette.txt"))]
        pages.append(
            PageRow(
                "e" * 64, "broken.pdf", None, "application/pdf", None, ["encrypted PDF: save it without a password"]
            )
        )
        self._speak()
        return Record(
            story=StoryInfo("The Orlen bridge", "2026-11-24T12:00:00+00:00", "0.1.0"),
            pages=pages,
            articles=self._articles(pages),
            entities=self._entities(),
            attributions=self.attributions,
            claims=self._claims(),
            events=self._events(),
            origins=self._origins(),
            links=self._links(),
            dropped={"menu or navigation": 12, "quotation without a speaker": 2},
        )

    def _page(self, number: int, name: str) -> PageRow:
        return PageRow(hashlib.sha256(name.encode()).hexdigest(), name, f"https://example.org/{number}", None, None, [])

    def _articles(self, pages: list[PageRow]) -> list[ArticleRow]:
        rows = (
            ("a1", "Mayor knew bridge was unsafe, engineer says", "Orlen Courier", ["Ada Lind"], day("2021-06-08")),
            ("a2", "No report, says mayor’s office", "Valley Herald", [], day("2021-06-09", Basis.METADATA)),
            ("a3", None, None, [], day("2021-11")),
        )
        return [
            ArticleRow(
                name,
                page.id,
                1,
                title,
                outlet,
                authors,
                published,
                "en",
                Genre.NEWS,
                self.write.texts[name],
                [_segment(self.write.texts[name], outlet, title)],
            )
            for page, (name, title, outlet, authors, published) in zip(pages, rows, strict=False)
        ]

    def _entities(self) -> list[Entity]:
        at = self.write.at
        return [
            Entity(
                "e1", "Ilse Varga", EntityKind.PERSON, ["Ilse Varga", "Varga"], at("a1", "Ilse Varga", "Varga denied")
            ),
            Entity("e2", "Tomas Brandt", EntityKind.PERSON, ["Tomas Brandt", "Brandt"], at("a1", "Tomas Brandt")),
            Entity("e3", "mayor's office", EntityKind.ORGANISATION, ["mayor's office"], at("a2", "mayor's office")),
            Entity("e4", "Orlen Courier", EntityKind.OUTLET, ["Courier"], at("a2", "Courier")),
        ]

    def _say(self, name: str, article: str, source: str, cue: str, *content: str, **more: object) -> None:
        at = self.write.at
        who = more.pop("entity", None)
        polarity = more.pop("polarity", Polarity.AFFIRM)
        self.attributions.append(
            AttributionRow(
                id=name,
                article=article,
                inside=more.pop("inside", None),  # type: ignore[arg-type]
                source=Source(who, None, bool(more.pop("anonymous", False)), at(article, source)),  # type: ignore[arg-type]
                cue=at(article, cue),
                content=at(article, *content),
                quotation=more.pop("quotation", Quotation.INDIRECT),  # type: ignore[arg-type]
                act=Act.DENY if polarity is Polarity.DENY else Act.SAY,
                polarity=polarity,  # type: ignore[arg-type]
                addressee=more.pop("addressee", None),  # type: ignore[arg-type]
                said=more.pop("said", None),  # type: ignore[arg-type]
                **more,  # type: ignore[arg-type]
            )
        )

    def _speak(self) -> None:
        at = self.write.at
        monday = day("2021-06-07", Basis.RESOLVED, at("a1", "on Monday")[0])
        self._say(
            "s1", "a1", "the engineer Tomas Brandt", "told", "Mayor Ilse Varga knew in March that the Orlen bridge was unsafe",
            entity="e2", addressee="e4", said=monday,
        )  # fmt: skip
        self._say(
            "s2", "a1", "Brandt said", "said", "I handed her the report myself", "She read the first page and put it in a drawer",
            entity="e2", quotation=Quotation.DIRECT, said=monday,
        )  # fmt: skip
        self._say(
            "s3", "a1", "Varga denied", "denied", "that she had seen the report", entity="e1", polarity=Polarity.DENY
        )
        self._say(
            "s4",
            "a1",
            "she said",
            "she said",
            "No such paper ever reached my desk",
            entity="e1",
            polarity=Polarity.DENY,
        )
        self._say(
            "s5", "a1", "A city official", "said that", 'that Brandt had told colleagues that the mayor "went pale" when she read it',
            anonymous=True,
        )  # fmt: skip
        self._say(
            "s6",
            "a1",
            "Brandt had",
            "told colleagues",
            'that the mayor "went pale" when she read it',
            entity="e2",
            inside="s5",
        )
        self._say(
            "s7", "a2", "The mayor's office", "said on", "that no report on the Orlen bridge reached Ilse Varga before June",
            entity="e3", polarity=Polarity.DENY, said=day("2021-06-08", Basis.RESOLVED),
        )  # fmt: skip
        self._say(
            "s8",
            "a2",
            "Tomas Brandt",
            "told the",
            "I handed her the report in person",
            entity="e2",
            quotation=Quotation.DIRECT,
        )
        self._say(
            "s9",
            "a3",
            "the Courier",
            "According to",
            "the engineer Tomas Brandt gave Mayor Ilse Varga a report in March",
            entity="e4",
        )
        self._say(
            "s10", "a3", "Varga conceded", "conceded", 'that she "may have seen a summary"',
            entity="e1", said=day("2021-10/2021-11", Basis.INFERRED), hedges=at("a3", "may have"), checked=True, note="read twice",
        )  # fmt: skip

    def _account(self, name: str, position: Position, origin: str, said: Date | None = None) -> Account:
        row = next(one for one in self.attributions if one.id == name)
        reason = f"“{row.cue[0].text}” beside the same report"
        return Account(name, row.article, row.source.entity, position, origin, said or row.said, reason, row.content)

    def _claims(self) -> list[Claim]:
        tell = self._account
        accounts = [
            tell("s2", Position.AFFIRMS, "o1"),
            tell("s3", Position.DENIES, "o2"),
            tell("s4", Position.DENIES, "o2"),
            tell("s7", Position.DENIES, "o2"),
            tell("s8", Position.AFFIRMS, "o1"),
            tell("s9", Position.AFFIRMS, "o1"),
            tell("s10", Position.AFFIRMS, "o2"),
            tell("s5", Position.UNCLEAR, "o3"),
        ]
        closed = self.write.at("a1", "The bridge was closed on 4 June 2021 after a beam cracked")
        return [
            Claim("c1", "Mayor Ilse Varga was given the report", Status.DISPUTED, accounts, 3, "the Herald and the Gazette quote the Courier"),
            Claim(
                "c2", "The bridge was closed on 4 June 2021", Status.CORROBORATED,
                [Account(None, "a1", None, Position.AFFIRMS, "o4", day("2021-06-04"), "told as a fact", closed)], 2,
            ),
        ]  # fmt: skip

    def _events(self) -> list[Event]:
        at = self.write.at
        closed = at("a1", "The bridge was closed on 4 June 2021 after a beam cracked")
        inquiry = at("a2", "The city council opened an inquiry in July 2021")
        resumed = at("a3", "Traffic over the bridge resumed some time in 2022")
        return [
            Event("v1", closed[0].text, day("2021-06-04"), [], closed, "other", "happened", 3.0),
            Event("v2", inquiry[0].text, day("2021-07"), [], inquiry, "meeting", "happened", 2.0),
            Event("v3", resumed[0].text, day("2022"), ["e1"], resumed, "other", "happened", 1.0),
        ]

    def _origins(self) -> list[Origin]:
        at = self.write.at
        return [
            Origin("o1", OriginKind.PERSON, "Tomas Brandt", ["a1", "a2", "a3"], at("a2", "told the Courier")),
            Origin("o2", OriginKind.PERSON, "Ilse Varga", ["a1", "a2"], []),
            Origin("o3", OriginKind.ANONYMOUS, "a city official", ["a1"], at("a1", "who asked not to be named")),
            Origin("o4", OriginKind.OUTLET, "Orlen Courier", ["a1"], []),
        ]

    def _links(self) -> list[Link]:
        at = self.write.at
        said, heard = at("a1", "I handed her the report myself"), at("a2", "I handed her the report in person")
        return [
            Link(LinkKind.SAME_QUOTE, "a1", "a2", [*said, *heard], "6 of 7 words are the same"),
            Link(LinkKind.REPORTS_FROM, "a2", "a1", at("a2", "told the Courier"), "names the Courier"),
            Link(LinkKind.REPORTS_FROM, "a3", "e4", at("a3", "According to the Courier"), "names the Courier"),
        ]
