"""A record made quick to look things up in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from rashomon.record import (
    Account,
    ArticleRow,
    AttributionRow,
    Claim,
    Entity,
    Evidence,
    Origin,
    OriginKind,
    PageRow,
    Record,
)


@dataclass(frozen=True, slots=True)
class Index:
    """Every row of a record by its id, and what hangs on what. Made once a record, by `index`."""

    record: Record
    pages: dict[str, PageRow]
    articles: dict[str, ArticleRow]
    entities: dict[str, Entity]
    attributions: dict[str, AttributionRow]
    claims: dict[str, Claim]
    origins: dict[str, Origin]
    said_in: dict[str, list[AttributionRow]]
    said_by: dict[str, list[AttributionRow]]
    told_in: dict[str, list[tuple[Claim, Account]]]
    accounts_of: dict[str, list[tuple[Claim, Account]]]
    voiced_by: dict[str, list[tuple[Claim, Account]]]
    pointed: dict[str, list[Evidence]]
    kinds: dict[str, str]

    def speaker(self, attribution: AttributionRow) -> str:
        """The name to print for who said it: the entity's, the article's own, or the words of the page."""
        source = attribution.source
        if source.entity in self.entities:
            return self.entities[source.entity].name
        words = " ".join(" ".join(one.text.split()) for one in source.evidence)
        return source.name or words or "nobody named"

    def outlet(self, article: str) -> str:
        """The outlet of an article, or that it is not known."""
        found = self.articles.get(article)
        return (found and found.outlet) or "outlet not known"

    def title(self, article: str) -> str:
        """The title of an article, or its first words where the page gives none."""
        found = self.articles.get(article)
        if found is None:
            return "article not in the record"
        return found.title or f"Untitled: “{' '.join(found.text.split()[:8])} …”"

    def origin_kind(self, origin: Origin) -> str:
        """What an origin is: a body where the record knows its name as one's; "not named" for an unnamed voice."""
        if origin.kind is OriginKind.ANONYMOUS:
            return "not named"
        known = self.kinds.get(origin.name.casefold())
        return known if known and origin.kind is OriginKind.PERSON else str(origin.kind)

    def line(self, evidence: list[Evidence]) -> Evidence | None:
        """The first of the evidence that stands in an article of the record."""
        return next((one for one in evidence if one.article in self.articles), None)


def index(record: Record) -> Index:
    """The record's rows by id, in one pass."""
    said_in: dict[str, list[AttributionRow]] = defaultdict(list)
    said_by: dict[str, list[AttributionRow]] = defaultdict(list)
    for attribution in record.attributions:
        said_in[attribution.article].append(attribution)
        if attribution.source.entity:
            said_by[attribution.source.entity].append(attribution)
    told_in: dict[str, list[tuple[Claim, Account]]] = defaultdict(list)
    accounts_of: dict[str, list[tuple[Claim, Account]]] = defaultdict(list)
    voiced_by: dict[str, list[tuple[Claim, Account]]] = defaultdict(list)
    for claim in record.claims:
        for account in claim.accounts:
            told_in[account.article].append((claim, account))
            if account.attribution:
                accounts_of[account.attribution].append((claim, account))
            if account.voice:
                voiced_by[account.voice].append((claim, account))
    pointed: dict[str, list[Evidence]] = defaultdict(list)
    for rows in (record.events, record.origins, record.links):
        for row in rows:
            for one in row.evidence:
                pointed[one.article].append(one)
    return Index(
        record,
        {row.id: row for row in record.pages},
        {row.id: row for row in record.articles},
        {row.id: row for row in record.entities},
        {row.id: row for row in record.attributions},
        {row.id: row for row in record.claims},
        {row.id: row for row in record.origins},
        dict(said_in),
        dict(said_by),
        dict(told_in),
        dict(accounts_of),
        dict(voiced_by),
        dict(pointed),
        {name.casefold(): str(row.kind) for row in record.entities for name in (*row.names, row.name)},
    )
