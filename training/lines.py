"""Trains the model that tells body lines from furniture: `python -m training.lines DATA`.

DATA is the folder with pages/text-only. Needs lightgbm, which Rashomon itself does not. Writes the shipped model
(src/rashomon/reading/data/lines.npz) and the five host-grouped fold models that the evaluation runs
(training/lines_folds.npz), so that no page is ever judged by a model that has seen its site.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm as lgb
import numpy as np

from evals._lines import TextPage, pages
from rashomon.reading.lines import Line
from rashomon.reading.lines_context import context_of
from rashomon.reading.lines_neighbours import Sheet, sheet_of
from rashomon.reading.lines_trees import Trees

SEED = 17
FOLDS = 5
# Made-up pages count less than saved ones: they keep the model from leaning on the layout of the dev pages' text.
MADE_UP = 0.15
FIRST, SECOND = 170, 140
COMMON = {
    "objective": "binary", "learning_rate": 0.07, "num_leaves": 15, "min_data_in_leaf": 30, "feature_fraction": 0.3,
    "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5.0, "max_bin": 63, "verbose": -1, "num_threads": 1,
    "deterministic": True, "force_row_wise": True, "seed": SEED,
}  # fmt: skip
# Two forests, one of them split at random thresholds; their odds are averaged.
FORESTS = ({}, {"extra_trees": True, "learning_rate": 0.1, "feature_fraction": 0.5})
HERE = Path(__file__).parent
SHIPPED = HERE.parent / "src/rashomon/reading/data/lines.npz"


@dataclass(slots=True)
class Example:
    """A page to learn from, saved or made up, and the fold its site is in."""

    fold: int
    weight: float
    sheet: Sheet
    body: np.ndarray


def folds_of(found: Sequence[TextPage]) -> dict[str, int]:
    """The fold of each host."""
    hosts = sorted({page.host for page in found})
    random.Random(SEED).shuffle(hosts)
    return {host: k % FOLDS for k, host in enumerate(hosts)}


def main(data: Path) -> None:
    found = pages(data)
    fold = folds_of(found)
    examples = list(_examples(found, fold))
    print(f"{len(found)} pages, {len(examples)} examples, {sum(len(e.body) for e in examples)} lines", flush=True)
    first = Learner(examples, [e.sheet.columns for e in examples], FIRST)
    arrays: dict[str, np.ndarray] = {}
    for out in [*range(FOLDS), None]:
        name = "whole" if out is None else f"fold{out}"
        contexts = [
            context_of(e.sheet, first.without({out, e.fold}).chances(e.sheet.columns)) if e.fold != out else None
            for e in examples
        ]
        kept = [k for k, context in enumerate(contexts) if context is not None]
        second = Learner([examples[k] for k in kept], [contexts[k] for k in kept], SECOND)
        _store(arrays, f"{name}.first", first.without({out}))
        _store(arrays, f"{name}.second", second.without(set()))
        print(name, flush=True)
    whole = {key.removeprefix("whole."): value for key, value in arrays.items() if key.startswith("whole.")}
    SHIPPED.parent.mkdir(exist_ok=True)
    np.savez_compressed(SHIPPED, **whole)
    hosts = sorted(fold)
    rest = {key: value for key, value in arrays.items() if not key.startswith("whole.")}
    np.savez_compressed(
        HERE / "lines_folds.npz", hosts=np.array(hosts), folds=np.array([fold[h] for h in hosts]), **rest
    )


class Learner:
    """Fits forests to the examples outside given folds; each set of folds once."""

    def __init__(self, examples: Sequence[Example], rows: Sequence[np.ndarray], rounds: int) -> None:
        self._rounds = rounds
        self._fold = np.concatenate([np.full(len(e.body), e.fold) for e in examples])
        weights = np.concatenate([np.full(len(e.body), e.weight) for e in examples])
        labels = np.concatenate([e.body for e in examples]).astype(float)
        self._data = lgb.Dataset(np.vstack(rows), label=labels, weight=weights, params=COMMON, free_raw_data=False)
        self._data.construct()
        self._made: dict[frozenset[int], Trees] = {}

    def without(self, folds: Iterable[int | None]) -> Trees:
        """The forest that has not seen the pages of ``folds``."""
        key = frozenset(fold for fold in folds if fold is not None)
        if key not in self._made:
            kept = np.flatnonzero(~np.isin(self._fold, list(key)))
            part = self._data.subset(kept.tolist()) if key else self._data
            boosters = [lgb.train(COMMON | own, part, self._rounds) for own in FORESTS]
            self._made[key] = _trees(boosters)
        return self._made[key]


def _trees(boosters: Sequence[Any]) -> Trees:
    feature, threshold, left, right, roots = [], [], [], [], []

    def add(node: dict[str, Any]) -> int:
        here = len(feature)
        for column in (feature, threshold, left, right):
            column.append(0)
        if "leaf_value" in node:
            feature[here], threshold[here], left[here], right[here] = -1, node["leaf_value"] / len(boosters), here, here
            return here
        if node["decision_type"] != "<=":
            raise ValueError(f"cannot store a split of type {node['decision_type']}")
        feature[here], threshold[here] = node["split_feature"], node["threshold"]
        left[here], right[here] = add(node["left_child"]), add(node["right_child"])
        return here

    for booster in boosters:
        for tree in booster.dump_model()["tree_info"]:
            roots.append(add(tree["tree_structure"]))
    return Trees(
        np.array(feature, np.int16),
        np.array(threshold, np.float64),
        np.array(left, np.int32),
        np.array(right, np.int32),
        np.array(roots, np.int32),
    )


def _store(arrays: dict[str, np.ndarray], name: str, trees: Trees) -> None:
    for key in ("feature", "threshold", "left", "right", "roots"):
        arrays[f"{name}.{key}"] = np.asarray(getattr(trees, key))


def _examples(found: Sequence[TextPage], fold: dict[str, int]) -> Iterable[Example]:
    chance = random.Random(SEED)
    for page in found:
        own = fold[page.host]
        yield Example(own, 1.0, sheet_of(page.lines), np.array(page.body))
        if not any(page.body):
            continue
        others = [other for other in found if fold[other.host] == own and any(other.body)]
        for lines, body in (_varied(page, chance), _glued(page, chance.choice(others), chance)):
            yield Example(own, MADE_UP, sheet_of(lines), np.array(body))


def _varied(page: TextPage, chance: random.Random) -> tuple[list[Line], list[bool]]:
    """The page as another crawl might have kept it."""
    lines, body = page.lines, page.body
    if chance.random() < 0.5:
        lines, body = _cropped(lines, body, chance)
    if chance.random() < 0.3:
        lines, body = _menus_joined(lines, body, chance)
    if chance.random() < 0.6:
        lines = _respaced(lines, chance.choice([0, 1]))
    return lines, body


def _glued(page: TextPage, other: TextPage, chance: random.Random) -> tuple[list[Line], list[bool]]:
    """Two pages as one."""
    first, body = _cropped(page.lines, page.body, chance)
    second, more = _cropped(other.lines, other.body, chance)
    lines = list(first) + list(second)
    return (_respaced(lines, chance.choice([0, 1])) if chance.random() < 0.5 else lines), list(body) + list(more)


def _respaced(lines: Sequence[Line], gap: int) -> list[Line]:
    return [Line(line.start, line.end, line.text, gap if k else 0) for k, line in enumerate(lines)]


def _cropped(lines: Sequence[Line], body: Sequence[bool], chance: random.Random) -> tuple[list[Line], list[bool]]:
    inside = [k for k, is_body in enumerate(body) if is_body]
    start = max(0, inside[0] - chance.choice([1, 2, 3, 4, 6, 10]))
    end = min(len(body), inside[-1] + 1 + chance.choice([0, 0, 1, 2, 4, 10, 20]))
    return list(lines[start:end]), list(body[start:end])


def _menus_joined(lines: Sequence[Line], body: Sequence[bool], chance: random.Random) -> tuple[list[Line], list[bool]]:
    """Runs of short furniture as the long lines some crawls make of them."""
    out: list[Line] = []
    flags: list[bool] = []
    k = 0
    while k < len(lines):
        end = k
        while end < len(lines) and not body[end] and len(lines[end].text) < 30:
            end += 1
        size = min(end - k, chance.choice([5, 8, 12, 20]))
        if size >= 4:
            part = lines[k : k + size]
            out.append(Line(part[0].start, part[-1].end, " ".join(one.text for one in part), part[0].gap))
            flags.append(False)
            k += size
        else:
            out.append(lines[k])
            flags.append(body[k])
            k += 1
    return out, flags


if __name__ == "__main__":
    main(Path(sys.argv[1]))
