"""Which stories a large corpus holds: BASIL and SEESAW mixed into some five thousand other articles.

The others are no gold: each of them in a labelled story counts against it, though some do tell of it.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from evals.figure import Figure
from evals.stories import load
from rashomon.door.silent import Silent
from rashomon.finding import Found, Seen, find_stories, seen_in
from rashomon.record import Article, Basis, Date, Page, Precision
from rashomon.relating.grouping import Paper

CORPUS = [
    "stories/basil",
    "stories/seesaw",
    "timelines/t17",
    "attribution/polnear",
    "relations/fnc1",
    "times/timebank",
    "times/aquaint",
    "coreference/ecb",
]
DIGEST = ""


def measure(data: Path) -> list[Figure]:
    papers, truth = load(data)
    others = list(_others(data))
    dated = [_seen(paper) for paper in [*papers, *others]]
    undated = [replace(one, day=None) if one.id in truth else one for one in dated]
    note = f"{len(papers)} articles of {len(set(truth.values()))} stories among {len(others):,} others"
    figures = []
    for seen, name, floor, want in ((dated, "as dated", 0.935, 0.93), (undated, "without dates", 0.925, None)):
        precision, recall, f1 = bcubed(find_stories(seen, Silent()), truth)
        about = f"{note}; precision {precision:.3f}, recall {recall:.3f}"
        figures.append(Figure(f"B-cubed F1, {name}", f1, floor=floor, want=want, note=about))
    alone = [Found(one.title, [one]) for one in dated]
    figures.append(Figure("B-cubed F1, each article alone", bcubed(alone, truth)[2], note="baseline"))
    return figures


def bcubed(stories: list[Found], truth: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over the labelled articles; what else stands in their stories counts as wrong."""
    gold: dict[str, set[str]] = defaultdict(set)
    for paper, story in truth.items():
        gold[story].add(paper)
    precision = recall = 0.0
    for story in stories:
        members = {one.id for one in story.articles}
        for paper in members & truth.keys():
            shared = len(gold[truth[paper]] & members)
            precision += shared / len(members)
            recall += shared / len(gold[truth[paper]])
    precision, recall = precision / len(truth), recall / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _seen(paper: Paper) -> Seen:
    published = None if paper.day is None else Date(paper.day.isoformat(), Precision.DAY, Basis.STATED)
    article = Article(paper.id, paper.id, 1, paper.text, [], title=paper.title, published=published, language="en")
    return seen_in(Page(paper.id, paper.id, "", articles=[article]))[0]


def _others(data: Path) -> Iterator[Paper]:
    for file in sorted((data / "timelines" / "t17").rglob("*.txt")):
        day = re.match(r"\d{4}-\d\d-\d\d", file.parent.name)
        lines = [line for line in file.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
        if lines:
            when = date.fromisoformat(day.group()) if day else None
            yield Paper(str(file.relative_to(data)), lines[0], "\n\n".join(lines), when)
    for file in sorted((data / "attribution" / "polnear").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            yield Paper(one["doc"], one["title"] or "", one["text"], _day(one["date"] or ""))
    csv.field_size_limit(sys.maxsize)
    with (data / "relations" / "fnc1" / "train_bodies.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            yield Paper(f"fnc1/{row['Body_ID']}", "", row["articleBody"], None)
    for name in ("timebank", "aquaint"):
        for file in sorted((data / "times" / name).glob("*.tml")):
            text = re.search(r"<TEXT>(.*?)</TEXT>", file.read_text(encoding="utf-8"), re.DOTALL)
            if text:
                yield Paper(file.name, "", re.sub(r"<[^>]+>", " ", text.group(1)), None)
    words: dict[str, list[str]] = defaultdict(list)
    for file in sorted((data / "coreference" / "ecb").glob("*_corpus.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 3:
                words[cells[0]].append(cells[3])
    for name, held in words.items():
        yield Paper(name, "", " ".join(held), None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
