"""Which part of a record the terminal is to show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from rashomon.errors import UsageError
from rashomon.record import ArticleRow, AttributionRow, Claim, Event
from rashomon.views.index import Index
from rashomon.views.when import When, when

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")


@dataclass(frozen=True, slots=True)
class Filter:
    """``speaker``, ``outlet`` and ``article`` are pieces of names in lower case; ``since`` and ``until`` proleptic
    days. None lets everything through."""

    speaker: str | None = None
    outlet: str | None = None
    since: int | None = None
    until: int | None = None
    article: str | None = None

    @classmethod
    def of(
        cls,
        *,
        speaker: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        article: str | None = None,
    ) -> Filter:
        """From what somebody typed. Raises ``UsageError`` for a date that is none."""
        return cls(
            speaker.casefold() if speaker else None,
            outlet.casefold() if outlet else None,
            None if since is None else _days(since)[0],
            None if until is None else _days(until)[1],
            article.casefold() if article else None,
        )

    @property
    def narrow(self) -> bool:
        """Whether anything is asked for at all."""
        return self != Filter()

    def article_passes(self, row: ArticleRow, among: Index) -> bool:
        """Whether the article is of the outlet, time and name asked for; with a speaker, whether they speak in it."""
        if not self._place_passes(row, among) or not self.day_passes(when(row.published)):
            return False
        return self.speaker is None or any(self._speaks(one, among) for one in among.said_in.get(row.id, []))

    def said_passes(self, one: AttributionRow, among: Index) -> bool:
        """Whether it is of the speaker, in the articles, and said (or where that is not known printed) in the time."""
        row = among.articles[one.article]
        said = when(one.said)
        day = said if said.known else when(row.published)
        return self._speaks(one, among) and self._place_passes(row, among) and self.day_passes(day)

    def claim_passes(self, claim: Claim, among: Index) -> bool:
        """Whether at least one of its accounts passes."""
        for account in claim.accounts:
            row = among.articles[account.article]
            said = among.attributions.get(account.attribution or "")
            day = when(account.said)
            spoken = self.speaker is None or (said is not None and self._speaks(said, among))
            in_time = self.day_passes(day if day.known else when(row.published))
            if spoken and in_time and self._place_passes(row, among):
                return True
        return False

    def event_passes(self, event: Event, among: Index) -> bool:
        """Whether an article that passes tells it, and it may have been in the time; with a speaker, whether they took
        part."""
        names = [among.entities[one].name for one in event.participants if one in among.entities]
        if self.speaker is not None and not any(self.speaker in name.casefold() for name in names):
            return False
        told = {one.article for one in event.evidence}
        rows = [among.articles[one] for one in told if one in among.articles]
        return any(self._place_passes(row, among) for row in rows) and self.day_passes(when(event.date))

    def day_passes(self, moment: When) -> bool:
        """Whether the date may lie in the time asked for; a date that is not known does not."""
        if self.since is None and self.until is None:
            return True
        if moment.first is None or moment.last is None:
            return False
        return (self.since is None or moment.last >= self.since) and (self.until is None or moment.first <= self.until)

    def _place_passes(self, row: ArticleRow, among: Index) -> bool:
        if self.outlet is not None and self.outlet not in (row.outlet or "").casefold():
            return False
        return self.article is None or self.article == row.id or self.article in among.title(row.id).casefold()

    def _speaks(self, one: AttributionRow, among: Index) -> bool:
        if self.speaker is None:
            return True
        entity = among.entities.get(one.source.entity or "")
        names = [among.speaker(one), *(entity.names if entity else [])]
        return any(self.speaker in name.casefold() for name in names)


def _days(typed: str) -> tuple[int, int]:
    """The first and the last day that a typed date stands for."""
    found = _DAY.match(typed.strip())
    year, month, day = (int(part) if part else None for part in found.groups()) if found else (0, None, None)
    try:
        first = date(year or 0, month or 1, day or 1)
        if day is not None:
            return first.toordinal(), first.toordinal()
        after = date(first.year + 1, 1, 1) if month is None else date(first.year + month // 12, month % 12 + 1, 1)
    except ValueError:
        raise UsageError(f"{typed!r} is not a date; write 2016-12-29, 2016-12 or 2016") from None
    return first.toordinal(), after.toordinal() - 1
