"""Makes src/rashomon/reading/data/html_body.json: trees that tell body blocks of HTML pages from furniture.

    python -m training.html_body features DATA numbers.npz     (the project's environment)
    python -m training.html_body train numbers.npz OUT.json     (any environment with lightgbm)
    python -m training.html_body folds numbers.npz evals/html_body_folds.json

DATA is the folder of article-bodies: saved pages and their article texts. A block is body where most of its word runs
stand in the article text. Each page is shown three times: with trafilatura's vote, without any (so that the trees stand
on their own where trafilatura fails), and with a vote for a stretch of furniture.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np

PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.08,
    "num_leaves": 12,
    "min_data_in_leaf": 15,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 3,
    "verbose": -1,
    "num_threads": 2,
    "seed": 0,
}
ROUNDS = 90
DAMAGED_WEIGHT = 0.4
FOLDS = 5
WORD = re.compile(r"\w+")


def features(data: Path, out: Path) -> None:
    """Numbers, labels, weights and hosts of every block of every page."""
    from rashomon.reading.html_blocks import blocks_of
    from rashomon.reading.html_features import features_of, survey
    from rashomon.reading.html_tree import build_tree
    from rashomon.reading.html_vote import vote
    from rashomon.reading.html_votes import Votes
    from rashomon.reading.metadata import facts_of

    gold = json.loads((data / "ground-truth.json").read_text("utf-8"))
    made: dict[str, list[np.ndarray]] = {"X": [], "none": [], "more": [], "y": [], "w": [], "page": []}
    keys, hosts = sorted(gold), []
    for number, key in enumerate(keys):
        source = gzip.decompress((data / "html" / f"{key}.html.gz").read_bytes()).decode("utf-8", "replace")
        tree = build_tree(source)
        blocks, facts = blocks_of(source, tree), facts_of(source, tree)
        votes = vote(source, tree, blocks)
        title, description = facts.first("og:title") or facts.title, facts.first("og:description", "description") or ""
        size = len(blocks)
        silent = Votes([0.0] * size, [False] * size, votes.structured)
        chance = random.Random(key)
        low = chance.randrange(size)
        high = min(size, low + chance.randrange(3, 25))
        loud = Votes(
            [1.0 if low <= k < high else share for k, share in enumerate(votes.shares)],
            [low <= k < high or exact for k, exact in enumerate(votes.exact)],
            votes.structured,
        )
        for name, votes_shown in (("X", votes), ("none", silent), ("more", loud)):
            made[name].append(features_of(blocks, survey(blocks, votes_shown, title, description)))
        labels = np.array(_labels(gold[key]["articleBody"], [block.words for block in blocks]))
        made["y"].append(labels)
        made["w"].append(_weights(labels, [block.words for block in blocks]))
        made["page"].append(np.full(size, number))
        hosts.append(".".join((urlsplit(gold[key]["url"]).hostname or "").split(".")[-2:]))
    np.savez_compressed(
        out, keys=np.array(keys), hosts=np.array(hosts), **{k: np.concatenate(v) for k, v in made.items()}
    )


def train(numbers: Path, out: Path) -> None:
    """The trees on every page, written as plain JSON."""
    data = np.load(numbers)
    content = _plain(data, _fit(data, np.ones(len(data["y"]), dtype=bool)))
    out.write_text(json.dumps(content, separators=(",", ":")) + "\n", "ascii")


def folds(numbers: Path, out: Path) -> None:
    """Trees that saw no page of a host, for every host: what the evaluation reads pages with."""
    data = np.load(numbers)
    hosts = data["hosts"]
    order = {host: k for k, host in enumerate(np.random.RandomState(0).permutation(np.unique(hosts)))}
    fold_of_page = np.array([order[host] % FOLDS for host in hosts])
    models = [_plain(data, _fit(data, (fold_of_page != k)[data["page"]])) for k in range(FOLDS)]
    pages = {str(key): int(fold) for key, fold in zip(data["keys"], fold_of_page, strict=True)}
    out.write_text(json.dumps({"pages": pages, "folds": models}, separators=(",", ":")) + "\n", "ascii")


def _plain(data: np.lib.npyio.NpzFile, model) -> dict:  # type: ignore[no-untyped-def]
    trees = [_flat(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    depth = max(tree.pop("depth") for tree in trees)
    return {"width": int(data["X"].shape[1]), "depth": depth, "trees": trees}


def _fit(data: np.lib.npyio.NpzFile, rows: np.ndarray):  # type: ignore[no-untyped-def]
    import lightgbm

    numbers = np.vstack([data[name][rows] for name in ("X", "none", "more")])
    labels = np.concatenate([data["y"][rows]] * 3)
    weights = np.concatenate([data["w"][rows], *[data["w"][rows] * DAMAGED_WEIGHT] * 2])
    return lightgbm.train(PARAMETERS, lightgbm.Dataset(numbers, label=labels, weight=weights), ROUNDS)


def _flat(root: dict) -> dict:
    """One tree as lists; a leaf points at itself."""
    flat: dict = {"feature": [], "threshold": [], "left": [], "right": [], "value": [], "depth": 0}

    def add(node: dict, depth: int) -> int:
        at = len(flat["feature"])
        flat["depth"] = max(flat["depth"], depth)
        for name, value in (("feature", 0), ("threshold", 0.0), ("left", at), ("right", at), ("value", 0.0)):
            flat[name].append(value)
        if "leaf_value" in node:
            flat["value"][at] = round(node["leaf_value"], 6)
            return at
        flat["feature"][at], flat["threshold"][at] = node["split_feature"], float(f"{node['threshold']:.9g}")
        flat["left"][at] = add(node["left_child"], depth + 1)
        flat["right"][at] = add(node["right_child"], depth + 1)
        return at

    add(root, 0)
    return flat


def _labels(gold: str, blocks: list[str]) -> list[bool]:
    whole, lines = _squeezed(gold), {_squeezed(line) for line in gold.split("\n")}
    words = WORD.findall(gold)
    runs = set(zip(words, words[1:], words[2:], words[3:], strict=False))
    labels = []
    for block in blocks:
        flat = _squeezed(block)
        if len(flat) < 20:
            labels.append(flat in lines)
            continue
        mine = WORD.findall(block)
        own = list(zip(mine, mine[1:], mine[2:], mine[3:], strict=False))
        labels.append(flat in whole or sum(run in runs for run in own) > 0.6 * max(1, len(own)))
    return labels


def _weights(labels: np.ndarray, blocks: list[str]) -> np.ndarray:
    """Pages count alike, blocks by their words."""
    sizes = np.array([max(1, len(WORD.findall(block))) for block in blocks], dtype=float)
    return np.minimum(sizes / max(60.0, sizes[labels].sum()), 1) * 60 + 0.15


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


if __name__ == "__main__":
    {"features": features, "train": train, "folds": folds}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
