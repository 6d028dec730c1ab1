"""A record in the terminal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from rashomon.record import Record
from rashomon.views.article import in_order
from rashomon.views.claim import AccountView, ClaimView, claim_view, corroborated, denied, disputes, plural, single
from rashomon.views.index import Index, index
from rashomon.views.line import Line, lines
from rashomon.views.pile import pile
from rashomon.views.speaker import speakers
from rashomon.views.terminal_filter import Filter
from rashomon.views.timeline import timeline
from rashomon.views.when import When, when

USUAL = ("articles", "disputes", "denied", "timeline")
# Rows of a list before the rest is only counted.
MOST = 40
_SIDES = {"affirms": "green", "denies": "red", "doubts": "yellow", "unclear": "cyan"}
# A page may hold signs that steer a terminal; they are shown as what they are not.
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
# Where a text is shown whole it is still no more than this.
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Asked:
    """What to show of a record: ``ids`` with the names that corrections use, ``everything`` without a limit."""

    among: Index
    filter: Filter
    ids: bool
    everything: bool

    def key(self, key: str) -> str:
        return f"  [{key}]" if self.ids else ""

    def cut(self, rows: Sequence[Row]) -> tuple[Sequence[Row], int]:
        return (rows, 0) if self.everything or len(rows) <= MOST else (rows[:MOST], len(rows) - MOST)


@dataclass(frozen=True, slots=True)
class Row:
    """A line to print: how far in, and its text."""

    indent: int
    text: Text


def show(
    record: Record,
    asked: Filter,
    *,
    sections: Sequence[str] = (),
    ids: bool = False,
    everything: bool = False,
    console: Console | None = None,
) -> None:
    """Prints the sections asked for, or the usual ones."""
    console = console or Console(highlight=False, soft_wrap=False)
    among = index(record)
    about = Asked(among, asked, ids, everything)
    chosen = list(sections) or [*USUAL, *(["said"] if asked.speaker or asked.article else [])]
    _print(console, Row(0, Text(clean(record.story.title), "bold")))
    _print(console, Row(0, Text(_head(among), "dim")))
    for name in chosen:
        heading, rows = SECTIONS[name]
        groups = list(rows(about))
        shown, rest = about.cut(groups) if name not in ("disputes", "claims") else (groups, 0)
        console.print()
        _print(console, Row(0, Text(heading, "bold underline")))
        for row in shown:
            _print(console, row)
        if rest:
            _print(console, Row(2, Text(f"... and {rest:,} more; --all shows them", "dim")))
        if not groups:
            _print(console, Row(2, Text("none" + (" that passes the filters" if asked.narrow else ""), "dim")))


def clean(words: str) -> str:
    """The words in one line, with nothing in them that steers a terminal."""
    return " ".join(_STEERING.sub(" ", words).split())


def _print(console: Console, row: Row) -> None:
    console.print(Padding(row.text, (0, 0, 0, row.indent), expand=False))


def _head(among: Index) -> str:
    facts = pile(among)
    span = f", {facts.span}" if facts.span else ""
    return f"{plural(facts.pages, 'page')}, {plural(facts.articles, 'article')}{span}, built {facts.built}"


def _articles(about: Asked) -> Iterator[Row]:
    among = about.among
    for row in in_order(among.record.articles):
        if about.filter.article_passes(row, among):
            authors = f", {', '.join(row.authors)}" if row.authors else ""
            title = Text(clean(among.title(row.id)), "bold")
            where = clean(f"  {among.outlet(row.id)}{authors}, ")
            said = plural(len(among.said_in.get(row.id, [])), "statement")
            rest = f"  {where}, {when(row.published).text}, {row.genre}, {said}{about.key(row.id)}"
            yield Row(2, title.append(rest.replace(",,", ","), "not bold"))


def _disputes(about: Asked) -> Iterator[Row]:
    for claim in disputes(about.among):
        if about.filter.claim_passes(claim, about.among):
            yield from _claim(claim_view(claim, about.among), about)


def _denied(about: Asked) -> Iterator[Row]:
    for claim in denied(about.among):
        if about.filter.claim_passes(claim, about.among):
            yield from _claim(claim_view(claim, about.among), about)


def _claims(about: Asked) -> Iterator[Row]:
    among = about.among
    for claim in (*disputes(among), *denied(among), *corroborated(among), *single(among)):
        if len(claim.accounts) > 1 and about.filter.claim_passes(claim, about.among):
            yield from _claim(claim_view(claim, about.among), about)


def _claim(claim: ClaimView, about: Asked) -> Iterator[Row]:
    rests = f"  {claim.status}, {claim.rests}{about.key(claim.id)}"
    yield Row(2, Text(clean(claim.text), "bold").append(rests, "not bold"))
    for side, accounts in claim.sides:
        for account in accounts:
            yield _account(account, side, about)


def _account(account: AccountView, side: str, about: Asked) -> Row:
    text = Text(f"{side:<8} ", _SIDES.get(side, ""))
    text.append(clean(account.speaker), "bold not dim").append(f", {_dated(account.when, account.only_printed)}: ")
    text.append(f"“{_short(account.words)}”")
    text.append(f"  {clean(account.outlet)}{_from(account)}{about.key(account.key)}", "dim")
    return Row(4, text)


def _from(account: AccountView) -> str:
    return (
        f", from {clean(account.origin_name)}" if account.origin_name and account.origin_name != account.outlet else ""
    )


def _said(about: Asked) -> Iterator[Row]:
    among = about.among
    chosen = [one for one in among.record.attributions if about.filter.said_passes(one, among)]
    for line in lines(chosen, among):
        yield Row(2, _spoken(line, about))


def _spoken(line: Line, about: Asked) -> Text:
    text = Text(f"{_dated(line.when, line.only_printed)}  ", "dim")
    text.append(clean(line.speaker), "bold not dim")
    text.append(f" {line.verb}", "red" if line.denies else "not dim")
    text.append((f" ({clean(line.resolved)})" if line.resolved else "") + ": ", "not dim")
    text.append(f"“{_short(line.words)}”", "not dim")
    return text.append(f"  {clean(', '.join(line.chain))}{about.key(line.id)}")


def _timeline(about: Asked) -> Iterator[Row]:
    among = about.among
    passing = {event.id for event in among.record.events if about.filter.event_passes(event, among)}
    for event in timeline(among, keep=passing).events:
        text = Text(f"{event.when.text}  ", "bold").append(_short(event.text), "not bold")
        if event.label:
            text.append(f"  ({clean(event.label)})", "not bold italic")
        told = plural(len({article for _, article, _ in event.sources}), "article")
        yield Row(2, text.append(f"  {clean(', '.join(event.outlets))}, {told}{about.key(event.id)}", "not bold dim"))


def _speakers(about: Asked) -> Iterator[Row]:
    for entity in speakers(about.among):
        said = about.among.said_by[entity.id]
        if any(about.filter.said_passes(one, about.among) for one in said):
            other = [name for name in entity.names if name != entity.name]
            forms = f", also {', '.join(other)}" if other else ""
            text = Text(clean(entity.name), "bold").append(clean(f" {forms}").replace(" ,", ","), "not bold dim")
            yield Row(2, text.append(f"  {entity.kind}, {plural(len(said), 'statement')}", "not bold"))


def _left_out(about: Asked) -> Iterator[Row]:
    facts = pile(about.among)
    for page in (*facts.unread, *facts.noted):
        yield Row(2, Text(f"{clean(page.name)}: {clean('; '.join(page.problems))}"))
    for reason, count in facts.dropped:
        yield Row(2, Text(f"{count:>7,}  {clean(reason)}"))


def _dated(moment: When, only_printed: bool) -> str:
    return f"printed {moment.text}" if only_printed else moment.text


def _short(words: str) -> str:
    line = clean(words)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


SECTIONS: dict[str, tuple[str, Callable[[Asked], Iterator[Row]]]] = {
    "articles": ("Articles", _articles),
    "disputes": ("Disputes", _disputes),
    "denied": ("Denied here, affirmed by nobody in these pages", _denied),
    "claims": ("Claims told more than once", _claims),
    "said": ("Said", _said),
    "timeline": ("Timeline", _timeline),
    "speakers": ("Speakers", _speakers),
    "left-out": ("Left out", _left_out),
}
