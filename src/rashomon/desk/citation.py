"""A line as it is cited: the words, who said them, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.record import Account, AttributionRow, Claim
from rashomon.views.index import Index
from rashomon.views.line import line, words
from rashomon.views.when import when


def citation(among: Index, attribution: AttributionRow | None, told: Sequence[tuple[Claim, Account]] = ()) -> str:
    """One sentence with quoted words, speaker, outlet, title and date of printing; what is not known is said so."""
    if attribution is not None:
        one = line(attribution, among)
        who = f"{one.speaker}{', ' + one.said.text if one.said.known else ''}"
        return f"“{one.words or one.cue}” — {who}. {_printed(attribution.article, among)}"
    account = told[0][1]
    return f"“{words(account.evidence)}” {_printed(account.article, among)}"


def _printed(article: str, among: Index) -> str:
    row = among.articles.get(article)
    page = among.pages.get(row.page) if row else None
    date = when(row.published if row else None)
    authors = f"{', '.join(row.authors)}, " if row and row.authors else ""
    where = f" {page.url}" if page and page.url else ""
    return f"{authors}“{among.title(article)}”, {among.outlet(article)}, {date.text}.{where}"
