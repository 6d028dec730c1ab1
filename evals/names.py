"""Are two names of one person or body: 826 pairs of OpenSanctions' name-bench."""

from __future__ import annotations

import csv
from pathlib import Path

from evals.figure import Figure
from rashomon.naming.same import SAME, same_name
from rashomon.record import EntityKind

CORPUS = ["names/name-bench/cases.csv"]
DIGEST = ""
_KINDS = {
    "Person": EntityKind.PERSON,
    "Company": EntityKind.ORGANISATION,
    "Organization": EntityKind.ORGANISATION,
    "LegalEntity": EntityKind.GROUP,
    "Vessel": EntityKind.GROUP,
}


def measure(data: Path) -> list[Figure]:
    with (data / CORPUS[0]).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    truth = [row["is_match"] == "true" for row in rows]
    scores = [same_name(row["name1"], row["name2"], kind=_KINDS[row["schema"]])[0] for row in rows]
    people = [k for k, row in enumerate(rows) if row["schema"] == "Person"]
    exact = [float(row["name1"].casefold() == row["name2"].casefold()) for row in rows]
    everyone = list(range(len(rows)))
    return [
        Figure("F1", _f1(scores, truth, everyone), floor=0.825, want=0.82, note=f"{len(rows)} pairs"),
        Figure("F1, persons", _f1(scores, truth, people), floor=0.76, note=f"{len(people)} pairs"),
        Figure("F1, logic-v2", 0.79, note="published by its makers' bench"),
        Figure("F1, the same letters", _f1(exact, truth, everyone), note="baseline"),
    ]


def _f1(scores: list[float], truth: list[bool], chosen: list[int]) -> float:
    hits = sum(scores[k] >= SAME and truth[k] for k in chosen)
    said = sum(scores[k] >= SAME for k in chosen)
    real = sum(truth[k] for k in chosen)
    return 2 * hits / (said + real)
