"""The dossier: one self-contained file that tells the story and shows where every line stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.record import Record
from rashomon.story import Entry
from rashomon.views.article import article_view, in_order
from rashomon.views.claim import ClaimView, claim_view, corroborated, denied, disputes, single
from rashomon.views.corrections import told
from rashomon.views.index import index
from rashomon.views.network import Named
from rashomon.views.page import digest, environment, shipped
from rashomon.views.pile import pile
from rashomon.views.quotes import quotes
from rashomon.views.rests import origin_line, ranked, rest, rests
from rashomon.views.sources import Node, sources
from rashomon.views.speaker import speaker_view, speakers, unnamed
from rashomon.views.strip import strip
from rashomon.views.timeline import timeline

# 300 articles are 312,000 elements, which take a browser seconds; 60 are shown at once in less than one.
AT_ONCE = 60


@dataclass(frozen=True, slots=True)
class Within:
    """Where things stand when everything is on one page."""

    desk: bool = False

    def line(self, anchor: str, article: str = "") -> str:
        """The exact words in their article."""
        return f"#{anchor}"

    def claim(self, claim: str) -> str:
        return f"#claim-{claim}"

    def person(self, entity: str) -> str:
        return f"#person-{entity}"

    def article(self, article: str) -> str:
        return f"#article-{article}"

    def source(self, node: Node | Named) -> str:
        """Where a node of the picture is told in words."""
        return f"#origin-{node.origin}" if node.origin else "#sources"


def dossier(record: Record, log: Sequence[Entry] = (), *, at_once: int = AT_ONCE) -> str:
    """The dossier's HTML; ``log`` are the corrections people have made. Of more articles than ``at_once`` what stands
    folded is made when it is unfolded."""
    among = index(record)
    style, script = shipped("style.css"), shipped("marks.js", "dossier.js")
    disputed = [claim_view(claim, among) for claim in disputes(among)]
    claims = [*disputed, *(claim_view(claim, among) for claim in corroborated(among))]
    return (
        environment()
        .get_template("dossier.html")
        .render(
            go=Within(),
            style=style,
            script=script,
            style_digest=digest(style),
            script_digest=digest(script),
            pile=pile(among),
            later=len(record.articles) > at_once,
            disputes=[(claim, strip(claim)) for claim in disputed],
            denied=[claim_view(claim, among) for claim in denied(among)],
            corroborated=claims[len(disputed) :],
            single=[claim_view(claim, among) for claim in single(among) if len(claim.accounts) > 1],
            numbers=_numbers(disputed),
            timeline=timeline(among),
            sources=sources(among),
            origins=[origin_line(origin, among) for origin in ranked(among)],
            rests=[rest(link, among) for link in rests(among)],
            speakers=[speaker_view(entity, among) for entity in speakers(among)],
            unnamed=unnamed(among),
            quotes=quotes(among),
            corrections=[one for one in reversed(told(log, among)) if not one.undone],
            articles=[article_view(row, among) for row in in_order(record.articles)],
        )
    )


def _numbers(disputed: list[ClaimView]) -> dict[str, str]:
    """What a line's margin note calls the claims that it is an account of."""
    return {claim.id: f"dispute {k + 1}" for k, claim in enumerate(disputed)}
