"""The record as a report in Markdown: disputes, what several origins tell, timeline, speakers, sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.record import ArticleRow, Record
from rashomon.story import Entry
from rashomon.views.article import in_order
from rashomon.views.claim import AccountView, ClaimView, claim_view, corroborated, disputes, plural
from rashomon.views.corrections import told
from rashomon.views.index import Index, index
from rashomon.views.pile import pile
from rashomon.views.timeline import timeline
from rashomon.views.when import when

# Signs that Markdown or HTML would act upon; words from a page stay words.
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>|#~&])")
_LIST = re.compile(r"^(\d+)([.)])|^([+-])(?=\s|$)")
_SIDES = {"affirms": "Affirmed by", "denies": "Denied by", "doubts": "Doubted by", "unclear": "Position unclear"}


def render(record: Record, log: Sequence[Entry] = ()) -> bytes:
    """UTF-8 Markdown; every line ends with the number of the article it stands in."""
    among = index(record)
    numbers = {article.id: k for k, article in enumerate(in_order(record.articles), 1)}
    return "\n".join(_report(among, numbers, log)).encode("utf-8", "replace")


def _report(among: Index, numbers: dict[str, int], log: Sequence[Entry]) -> Iterator[str]:
    facts = pile(among)
    yield f"# {plain(facts.title)}"
    yield ""
    yield (
        f"{plural(facts.pages, 'page')}, {plural(facts.articles, 'article')}"
        + (f", {facts.span}" if facts.span else "")
        + f". {plural(facts.statements, 'statement')} by {plural(facts.speakers, 'speaker')};"
        + f" {plural(facts.disputes, 'disputed claim')}."
        + " Numbers in brackets name the article a line stands in; the list is at the end."
    )
    yield from _claims("Disputed", [claim_view(one, among) for one in disputes(among)], numbers)
    yield from _claims("Told by several origins", [claim_view(one, among) for one in corroborated(among)], numbers)
    yield from _timeline(among, numbers)
    yield from _articles(among, numbers)
    yield from _corrections(among, log)
    yield from _left_out(among)
    yield ""
    yield f"Built {facts.built} by Rashomon {facts.version}."
    yield ""


def _claims(heading: str, claims: list[ClaimView], numbers: dict[str, int]) -> Iterator[str]:
    yield from ("", f"## {heading}", "")
    if not claims:
        yield "None found."
    for claim in claims:
        yield from (f"### {plain(claim.text)}", "", f"{claim.rests}. {plain(claim.reason)}".strip(), "")
        for side, accounts in claim.sides:
            yield f"**{_SIDES.get(side, side)}**"
            yield ""
            for account in accounts:
                yield _account(account, numbers)
            yield ""


def _account(account: AccountView, numbers: dict[str, int]) -> str:
    dated = account.when.text + (" (printed)" if account.only_printed else "")
    origin = f"; from {plain(account.origin_name)}" if account.origin_name else ""
    return f"- {plain(account.speaker)}, {dated}: “{plain(account.words)}” [{numbers[account.article]}]{origin}"


def _timeline(among: Index, numbers: dict[str, int]) -> Iterator[str]:
    yield from ("", "## Timeline", "")
    events = timeline(among).events
    if not events:
        yield "Nothing dated was found."
    for event in events:
        articles = dict.fromkeys(numbers[article] for _, article, _ in event.sources)
        label = f" ({plain(event.label)})" if event.label else ""
        yield f"- **{event.when.text}** {plain(event.text)}{label} [{', '.join(map(str, articles))}]"


def _articles(among: Index, numbers: dict[str, int]) -> Iterator[str]:
    yield from ("", "## Articles", "")
    for article in in_order(among.record.articles):
        yield f"{numbers[article.id]}. {_cited(article, among)}"


def _cited(article: ArticleRow, among: Index) -> str:
    page = among.pages[article.page]
    parts = [
        ", ".join(plain(author) for author in article.authors),
        f"“{plain(among.title(article.id))}”",
        plain(article.outlet or ""),
        when(article.published).text,
        f"<{page.url}>" if page.url and re.fullmatch(r"https?://[^\s<>]+", page.url) else f"file {plain(page.name)}",
    ]
    return ", ".join(part for part in parts if part)


def _corrections(among: Index, log: Sequence[Entry]) -> Iterator[str]:
    standing = [one for one in reversed(told(log, among)) if not one.undone]
    if standing:
        yield from ("", "## Corrected by people", "")
    for one in standing:
        of = "; ".join(plain(words) for words, _, _ in one.of)
        value = f" to “{plain(one.value)}”" if one.value else ""
        yield f"- {one.what}{value}: {of} ({plain(one.by or 'not named')}, {one.made})"


def _left_out(among: Index) -> Iterator[str]:
    facts = pile(among)
    yield from ("", "## Left out, and why", "")
    if not facts.dropped and not facts.unread:
        yield "Nothing."
    for page in facts.unread:
        yield f"- {plain(page.name)}: {plain('; '.join(page.problems))}"
    for reason, count in facts.dropped:
        yield f"- {plain(reason)}: {count:,}"


def plain(words: str) -> str:
    """The words in one line, with nothing in them that Markdown would act upon."""
    line = _ACTIVE.sub(r"\\\1", " ".join(words.split()))
    return _LIST.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)
