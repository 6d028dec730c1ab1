"""The formats a record can be exported to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from rashomon.record import Record
from rashomon.story import Entry


@dataclass(frozen=True, slots=True)
class Format:
    """``module`` holds ``render(record) -> bytes``, or ``render(record, log)`` where the format is ``logged``: it tells
    who corrected what. It is imported when the format is asked for."""

    name: str
    ending: str
    about: str
    module: str
    text: bool = True
    logged: bool = False

    def render(self, record: Record, log: Sequence[Entry] = ()) -> bytes:
        """The record in this format."""
        render: Callable[..., bytes] = import_module(f"rashomon.views.exports.{self.module}").render
        return render(record, log) if self.logged else render(record)


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("json", ".json", "the whole record, one JSON object (record.json)", "record_json", logged=True),
        Format("csv", ".csv", "one table, who said what unless --table names another", "table_csv"),
        Format("xlsx", ".xlsx", "a workbook with a sheet a table", "workbook", text=False, logged=True),
        Format("markdown", ".md", "a report to read, with its sources", "report", logged=True),
        Format("timelinejs", ".json", "the dated events for TimelineJS", "timelinejs"),
        Format("gexf", ".gexf", "who reports from whom, and who says what of whom, for Gephi", "graph"),
        Format("ftm", ".ftm.json", "FollowTheMoney entities, one JSON line each, for OpenAleph", "followthemoney"),
        Format("claimreview", ".jsonld", "the disputed claims as schema.org ClaimReview drafts", "claimreview"),
        Format("annotations", ".jsonld", "every attribution as a W3C Web Annotation", "annotations"),
    )
}


def export(record: Record, name: str, *, table: str | None = None, log: Sequence[Entry] = ()) -> bytes:
    """The record in the format called ``name``; ``table`` chooses the table of the csv format, ``log`` are the
    corrections made to it."""
    if table is not None:
        from rashomon.views.exports.table_csv import render_table

        return render_table(record, table, log)
    return FORMATS[name].render(record, log)
