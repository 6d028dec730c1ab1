"""Labels news nobody annotated: `python -m training.attribution.label FOLDER OUT.jsonl`.

``RASHOMON_DATA`` is the data folder, ``FOLDER`` holds what `training.attribution.export` made. That model and the rules
read the articles together; what they are sure of becomes an annotation, what they doubt is masked and teaches nothing.
Texts alone are used: article bodies of FNC-1's train part, up to `WORDS` words.
"""

from __future__ import annotations

import csv
import json
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from rashomon.attribution.cast import cast
from rashomon.attribution.decode_spans import Bounds, claim_of, words_of
from rashomon.attribution.decode_votes import gather
from rashomon.attribution.find import find
from rashomon.models.attribution import AttributionModel
from rashomon.models.spacy import SpacyParser
from rashomon.record import Span

WORDS = 230_000
SURE = 0.8  # an attribution at least this likely is taken for an annotation
SUSPECT = 0.15  # a word this likely to be a cue is looked at
DOUBT = 0.25  # a cue at least this likely, which no sure attribution has, is masked
PART = 0.3  # and with it the words this likely to be its source or content
ROOT = Path(os.environ.get("RASHOMON_DATA", "../shared/data"))


def main() -> None:
    csv.field_size_limit(10**7)
    folder, target = map(Path, sys.argv[1:])
    parser, model = SpacyParser(), AttributionModel(folder=folder)
    with target.open("w", encoding="utf-8") as out:
        for name, text in articles():
            out.write(json.dumps({"doc": name, "text": text, **labelled(text, parser, model)}) + "\n")


def articles() -> Iterator[tuple[str, str]]:
    with (ROOT / "relations/fnc1/train_bodies.csv").open(encoding="utf-8") as rows:
        bodies = [row["articleBody"] for row in csv.DictReader(rows)]
    bodies = [text for text in bodies if 150 < len(text.split()) < 1100]
    random.Random(4).shuffle(bodies)
    words, seen = 0, set()
    for number, text in enumerate(bodies):
        start = text[:60].lower()
        if start not in seen:
            seen.add(start)
            yield f"fnc{number}", text
            words += len(text.split())
        if words > WORDS:
            return


def labelled(text: str, parser: SpacyParser, model: AttributionModel) -> dict[str, list[object]]:
    pieces = model.cut(text)
    votes = gather(pieces, model.network, SUSPECT)
    (parse,) = parser.parse([text])
    found, _ = find(parse, tagger=model, names=cast(parse))
    sure, masked = [], []
    for one in found:
        if one.inside is not None:
            continue
        parts = {"source": spans(one.source), "cue": spans(one.cue), "content": spans(one.content)}
        if one.confidence >= SURE and one.cue and one.content:
            sure.append(parts)
        else:
            masked += [span for part in parts.values() for span in part]
    words = words_of(text, pieces)
    for cue in votes.cues:
        claim = claim_of(votes, cue, words, Bounds())
        start, end = int(pieces.starts[claim.start]), int(pieces.ends[claim.end - 1])
        if claim.verdict < DOUBT or any(a < end and start < b for parts in sure for a, b in parts["cue"]):
            continue
        masked.append([start, end])
        for likely in (claim.source, claim.content):
            masked += [[int(pieces.starts[p]), int(pieces.ends[p])] for p in claim.at[likely > PART]]
    return {"attributions": sure, "masked": masked}  # type: ignore[dict-item]


def spans(of: tuple[Span, ...]) -> list[list[int]]:
    return [[one.start, one.end] for one in of]


if __name__ == "__main__":
    main()
