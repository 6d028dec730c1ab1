"""Journalists' timelines from dated articles (Timeline17, the seven sets here).

A set is a topic's dated articles of one outlet, and one or more timelines that journalists of the outlet wrote. The
days a timeline may choose from are those of its own stretch, first day to last, and it takes as many days as the
journalists' one has; the figure is the F1 of the days, averaged over the timelines. Counting mentions and counting
publications are the baselines, on the same days found by the same finder. Nothing is trained, so there are no folds.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evals.figure import Figure
from rashomon.record import TimeType
from rashomon.temporal import Reference, find_times, rank_dates
from rashomon.temporal.ranking import relevance, topic_names

CORPUS = ["timelines/t17"]
DIGEST = "780b95806b0278c3"


@dataclass(frozen=True, slots=True)
class Topic:
    name: str
    published: list[date]
    references: list[Reference]
    timelines: list[list[date]]


def topics(folder: Path) -> Iterable[Topic]:
    for path in sorted(p for p in folder.iterdir() if p.is_dir()):
        articles = [
            (date.fromisoformat(file.parent.name), file, file.read_text(encoding="utf-8", errors="replace"))
            for file in sorted((path / "articles").glob("*/*"))
        ]
        names = topic_names(text for _, _, text in articles)
        references = [
            Reference(day, f"{file.parent.name}/{file.name}", published, relevance(text, names))
            for published, file, text in articles
            for day in days_of(text, published)
        ]
        yield Topic(path.name, [published for published, _, _ in articles], references, _timelines(path))


def days_of(text: str, published: date) -> list[date]:
    """The days a text speaks of, one for each expression that names a day."""
    found = find_times(text, published=published)
    points = [one for one in found if one.type in (TimeType.DATE, TimeType.TIME) and one.edtf]
    return [date.fromisoformat(one.edtf[:10]) for one in points if one.edtf and len(one.edtf.split("T")[0]) == 10]


def _timelines(path: Path) -> list[list[date]]:
    lines = (path / "timelines.jsonl").read_text(encoding="utf-8").splitlines()
    return [sorted({date.fromisoformat(day[:10]) for day, _ in json.loads(line) if len(day) >= 10}) for line in lines]


def days_f1(ranked: Sequence[date], gold: Sequence[date]) -> float:
    inside = [day for day in ranked if gold[0] <= day <= gold[-1]][: len(gold)]
    return 2 * len(set(inside) & set(gold)) / (len(inside) + len(gold))


def by_count(counts: Mapping[date, int]) -> list[date]:
    return sorted(counts, key=lambda day: (-counts[day], day))


def measure(data: Path) -> list[Figure]:
    ours: list[float] = []
    mentions: list[float] = []
    publications: list[float] = []
    for topic in topics(data / CORPUS[0]):
        ranked = [one.day for one in rank_dates(topic.references)]
        mentioned = by_count(Counter(one.day for one in topic.references))
        published = by_count(Counter(topic.published))
        for gold in topic.timelines:
            ours.append(days_f1(ranked, gold))
            mentions.append(days_f1(mentioned, gold))
            publications.append(days_f1(published, gold))
    note = f"{len(ours)} timelines, as many days as the journalists chose"
    return [
        Figure("date F1", sum(ours) / len(ours), 0.635, 0.60, note),
        Figure("counting mentions: date F1", sum(mentions) / len(mentions), note=note),
        Figure("counting publications: date F1", sum(publications) / len(publications), note=note),
    ]
