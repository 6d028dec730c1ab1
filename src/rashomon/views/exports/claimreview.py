"""The disputed claims as schema.org ClaimReview drafts (https://schema.org/ClaimReview)."""

from __future__ import annotations

from typing import Any, TypeAlias

import msgspec

from rashomon.record import Record
from rashomon.views.claim import AccountView, ClaimView, claim_view, disputes
from rashomon.views.index import Index, index

Json: TypeAlias = dict[str, Any]


def render(record: Record) -> bytes:
    """JSON-LD. The rating is left out: a program does not say who is right; whoever publishes the review does."""
    among = index(record)
    reviews = [_review(claim_view(claim, among), among) for claim in disputes(among)]
    whole = {"@context": "https://schema.org", "@graph": reviews}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def _review(claim: ClaimView, among: Index) -> Json:
    affirm, against = claim.side("affirms"), claim.side("denies") + claim.side("doubts")
    first = affirm[0] if affirm else claim.accounts[0]
    said: Json = {
        "@type": "Claim",
        "text": claim.text,
        "author": _author(first, among),
        "appearance": [_appearance(one, among) for one in affirm or claim.accounts],
    }
    if first.when.value and not first.only_printed:
        said["datePublished"] = first.when.value
    return {
        "@type": "ClaimReview",
        "@id": f"urn:rashomon:claim:{claim.id}",
        "claimReviewed": claim.text,
        "itemReviewed": said,
        "reviewBody": f"Disputed: {claim.rests}. {claim.reason}".strip(),
        "citation": [_appearance(one, among) for one in against],
        "creativeWorkStatus": "Draft",
    }


def _author(account: AccountView, among: Index) -> Json:
    entity = among.entities.get(account.person or "")
    kind = {"person": "Person", "organisation": "Organization"}.get(str(entity.kind) if entity else "", "Thing")
    return {"@type": kind, "name": account.speaker}


def _appearance(account: AccountView, among: Index) -> Json:
    article = among.articles[account.article]
    page = among.pages[article.page]
    made: Json = {"@type": "NewsArticle", "headline": account.title}
    if page.url:
        made["url"] = page.url
    if article.outlet:
        made["publisher"] = {"@type": "Organization", "name": article.outlet}
    if article.published is not None:
        made["datePublished"] = article.published.value
    made["hasPart"] = {"@type": "Quotation", "text": account.words, "creator": _author(account, among)}
    return made
