"""Which articles are one story: the 151 stories of BASIL (dated) and SEESAW (undated), mixed.

Two in three of the articles have no date, so that the figure "with dates" is mostly one of articles without; that of
the dated ones alone stands beside it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from pathlib import Path

from evals.figure import Figure
from rashomon.relating.grouping import Paper, stories_of

CORPUS = ["stories/basil", "stories/seesaw"]
DIGEST = ""


def measure(data: Path) -> list[Figure]:
    papers, truth = load(data)
    dated = [p for p in papers if p.day is not None]
    known = {p.id: truth[p.id] for p in dated}
    undated = [Paper(p.id, p.title, p.text, None) for p in papers]
    note = f"{len(papers)} articles, {len(set(truth.values()))} stories"
    return [
        Figure("B-cubed F1, with dates", bcubed(stories_of(papers), truth), floor=0.955, want=0.98, note=note),
        Figure("B-cubed F1, without dates", bcubed(stories_of(undated), truth), floor=0.945, want=0.94, note=note),
        Figure("B-cubed F1, the dated articles alone", bcubed(stories_of(dated), known), note=f"{len(dated)} articles"),
        Figure("B-cubed F1, each article alone", bcubed([[p.id] for p in papers], truth), note="baseline"),
    ]


def load(data: Path) -> tuple[list[Paper], dict[str, str]]:
    papers, truth = [], {}
    for path in sorted((data / CORPUS[0]).glob("*.json")):
        one = json.loads(path.read_text(encoding="utf-8"))
        text = "\n\n".join(" ".join(paragraph) for paragraph in one["body-paragraphs"])
        papers.append(Paper(path.name, one["title"], text, date.fromisoformat(one["date"][:10])))
        truth[path.name] = one["triplet-uuid"]
    for path in sorted((data / CORPUS[1]).glob("*.json")):
        one = json.loads(path.read_text(encoding="utf-8"))
        papers.append(Paper(path.name, one["title"], "\n\n".join(s["text"] for s in one["text"]), None))
        truth[path.name] = path.name.split("_DOCUMENT")[0]
    return papers, truth


def bcubed(groups: list[list[str]], truth: dict[str, str]) -> float:
    gold: dict[str, set[str]] = defaultdict(set)
    for paper, story in truth.items():
        gold[story].add(paper)
    precision = recall = 0.0
    for group in groups:
        for paper in group:
            shared = len(gold[truth[paper]].intersection(group))
            precision += shared / len(group)
            recall += shared / len(gold[truth[paper]])
    precision, recall = precision / len(truth), recall / len(truth)
    return 2 * precision * recall / (precision + recall)
