"""What the reports rest on, as lists: every origin with its articles, and every article that says whom it follows."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.record import Link, LinkKind, Origin
from rashomon.views.claim import evidence_anchor, origin_words
from rashomon.views.index import Index
from rashomon.views.line import words

# A copied passage may be a whole article; so much of it is enough to know it by.
_ENOUGH = 240
# The links that say that one report stands on another.
RESTING = frozenset({LinkKind.REPORTS_FROM, LinkKind.COPIES})


@dataclass(frozen=True, slots=True)
class Rest:
    """One article resting on something, with the words that say so."""

    kind: str
    article: str
    title: str
    outlet: str
    on: str
    reason: str
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class OriginLine:
    """An origin and the articles that come from it."""

    id: str
    name: str
    kind: str
    articles: tuple[tuple[str, str, str], ...]
    words: tuple[tuple[str, str, str], ...]

    @property
    def several(self) -> bool:
        """Whether more than one article comes from it."""
        return len(self.articles) > 1


def ranked(among: Index) -> list[Origin]:
    """The origins, those of most articles first."""
    return sorted(among.record.origins, key=lambda o: (-len(o.articles), o.name, o.id))


def origin_line(origin: Origin, among: Index) -> OriginLine:
    """The origin with its articles and the words that name it."""
    return OriginLine(
        origin.id,
        origin.name,
        among.origin_kind(origin),
        tuple((a, among.outlet(a), among.title(a)) for a in origin.articles if a in among.articles),
        origin_words(origin, among),
    )


def rests(among: Index) -> list[Link]:
    """The links of articles to what they rest on."""
    return [link for link in among.record.links if link.kind in RESTING]


def rest(link: Link, among: Index) -> Rest:
    """The link as a line to read."""
    first = next((e for e in link.evidence if e.article == link.source), None)
    entity = among.entities.get(link.to)
    on = f"{among.outlet(link.to)}: {among.title(link.to)}" if link.to in among.articles else ""
    return Rest(
        "copies" if link.kind is LinkKind.COPIES else "reports from",
        link.source,
        among.title(link.source),
        among.outlet(link.source),
        on or (entity.name if entity else link.to),
        link.reason,
        _begun(words(link.evidence[:1])),
        evidence_anchor(first.article, first.start, first.end) if first else "",
    )


def _begun(text: str) -> str:
    return text if len(text) <= _ENOUGH else text[:_ENOUGH].rsplit(" ", 1)[0] + " …"
