"""Who said what, on PolNeAR's dev articles: the trained model with the rules, the rules alone, and a naive baseline.

All three read the same texts in the same run. PolNeAR marks no nesting, so only outermost attributions are scored.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

from evals._attribution_naive import naive
from evals._attribution_scorer import Scores, Triple, score
from evals.figure import Figure
from rashomon.attribution.cast import cast
from rashomon.attribution.find import find
from rashomon.errors import MissingExtra
from rashomon.models.attribution import AttributionModel
from rashomon.models.spacy import SpacyParser
from rashomon.ports import Tagger
from rashomon.record import Span

CORPUS = ["attribution/polnear/polnear-dev.jsonl"]
DIGEST = "f36ab541b29623da"

Document = tuple[str, list[Triple]]
# What a second trained annotator reaches, on the same measure (PolNeAR's doubly annotated articles).
HUMAN = {"all": 74.7, "direct": 98.0, "indirect": 66.0, "mixed": 88.0}
SECOND = "one trained annotator against another, doubly annotated articles"
WANT = {"all": 75.0, "direct": 95.0, "indirect": 66.0, "mixed": 86.0}
FLOORS = {"all": 76.6, "direct": 94.1, "indirect": 69.0, "mixed": 86.2}
RULES_FLOORS = {"all": 66.0, "direct": 88.4, "indirect": 57.5, "mixed": 69.9}


def measure(data: Path) -> list[Figure]:
    """Full F1 by class, soft F1, source overlap, and words a second with the parse included."""
    documents = _read(data / CORPUS[0])
    parser = SpacyParser()
    list(parser.parse([documents[0][0]]))  # the first text pays for loading
    figures: list[Figure] = []
    tagger = _tagger()
    if tagger is not None:
        scores, speed = _run(documents, lambda text: _triples(text, parser, tagger))
        figures += _table("model and rules", scores, FLOORS, WANT)
        figures.append(Figure("model and rules: soft F1", scores["all"].soft, 83.5, 83.0))
        figures.append(Figure("model and rules: source overlap", scores["all"].source, 96.5, 95.0))
        figures.append(Figure("model and rules: words a second", speed, None, 4000, "parse included, one process"))
    scores, speed = _run(documents, lambda text: _triples(text, parser, None))
    figures += _table("rules alone", scores, RULES_FLOORS, {})
    figures.append(Figure("rules alone: soft F1", scores["all"].soft, 76.3))
    figures.append(Figure("rules alone: source overlap", scores["all"].source, 95.2, 95.0))
    figures.append(Figure("rules alone: words a second", speed, None, None, "parse included, one process"))
    scores, _ = _run(documents, naive)
    figures += _table("nearest name", scores, {}, {})
    figures += [Figure(f"a second annotator: full F1, {kind}", value, note=SECOND) for kind, value in HUMAN.items()]
    return figures


def _tagger() -> Tagger | None:
    try:
        return AttributionModel()
    except MissingExtra:
        return None


def _read(path: Path) -> list[Document]:
    raw = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(d["text"], [Triple(a["source"], a["cue"], a["content"]) for a in d["attributions"]]) for d in raw]


def _triples(text: str, parser: SpacyParser, tagger: Tagger | None) -> list[Triple]:
    (parse,) = parser.parse([text])
    found, _ = find(parse, tagger=tagger, names=cast(parse))
    return [Triple(_pairs(a.source), _pairs(a.cue), _pairs(a.content)) for a in found if a.inside is None]


def _pairs(spans: list[Span]) -> list[tuple[int, int]]:
    return [(x.start, x.end) for x in spans]


def _run(documents: list[Document], finder: Callable[[str], list[Triple]]) -> tuple[dict[str, Scores], float]:
    start = time.perf_counter()
    found = [finder(text) for text, _ in documents]
    speed = sum(len(text.split()) for text, _ in documents) / (time.perf_counter() - start)
    return score((text, gold, mine) for (text, gold), mine in zip(documents, found, strict=True)), speed


def _table(name: str, scores: dict[str, Scores], floors: dict[str, float], want: dict[str, float]) -> list[Figure]:
    return [
        Figure(
            f"{name}: full F1, {kind}",
            one.full,
            floors.get(kind),
            want.get(kind),
            f"{one.gold} annotated, {one.found} found",
        )
        for kind, one in scores.items()
    ]
