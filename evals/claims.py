"""ClaimDiff (train part): does claim B strengthen, or weaken, claim A of another outlet; five folds by topic, macro F1.

Each figure is of a balanced logistic regression on what the story half sees in a pair, with the threshold that is best
on the training folds (each of them judged by the others). The folds are the topics in order of name, dealt in turn, so
that no topic stands on both sides.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.figure import Figure
from rashomon.errors import MissingExtra
from rashomon.relating.likeness import longest_run
from rashomon.relating.marks import amounts_of
from rashomon.relating.negation import denied_stems
from rashomon.relating.wordlists import antonyms, common
from rashomon.relating.words import Word, words_of

CORPUS = ["relations/claimdiff/ClaimDiff-strength-train.json", "relations/claimdiff/ClaimDiff-weak-train.json"]
DIGEST = ""
FOLDS = 5
Floats = NDArray[np.float64]
_CONTRAST = frozenset(["but", "however", "although", "though", "despite", "while", "whereas", "yet", "instead"])


def measure(data: Path) -> list[Figure]:
    out = []
    for name, path, rival, floor, want in (
        ("strengthen", CORPUS[0], 0.63, 0.61, 0.70),
        ("weaken", CORPUS[1], 0.49, 0.555, 0.60),
    ):
        rows = json.loads((data / path).read_text(encoding="utf-8"))["data"]
        truth = np.array([row["relation"] for row in rows])
        topics = {topic: k % FOLDS for k, topic in enumerate(sorted({row["topic"] for row in rows}))}
        folds = np.array([topics[row["topic"]] for row in rows])
        pairs = [(row["claim_a"], row["claim_b"]) for row in rows]
        features = np.array([features_of(a, b) for a, b in pairs])
        judged = judgements(pairs)
        if judged is not None:
            features = np.hstack([features, judged])
        note = f"{len(rows)} pairs" + ("" if judged is not None else ", without the pair model")
        out += [
            Figure(f"{name}, macro F1", folded(features, truth, folds), floor, want, note),
            Figure(f"{name}, macro F1, cosine alone", folded(features[:, :1], truth, folds), note="baseline"),
            Figure(f"{name}, macro F1, published baseline", rival, note="on the test part"),
        ]
    return out


def judgements(pairs: list[tuple[str, str]]) -> Floats | None:
    """The pair model's six chances for each pair, both ways; None where it is not installed."""
    from rashomon.models.pairs import PairModel

    try:
        model = PairModel()
    except MissingExtra:
        return None
    there, back = model.judge(pairs), model.judge([(b, a) for a, b in pairs])
    return np.array([[*x, *y, min(x[2], y[2]), max(x[0], y[0])] for x, y in zip(there, back, strict=True)])


def features_of(a: str, b: str) -> list[float]:
    """Likeness, negation, contrast and amounts of a pair."""
    one, two = words_of(a), words_of(b)
    x, y = _stems(one), _stems(two)
    shared = set(x) & set(y)
    size = (sum(x.values()) * sum(y.values())) ** 0.5 or 1.0
    amounts, others = amounts_of(one), amounts_of(two)
    mixed = sum(not amounts[t] & others[t] for t in set(amounts) & set(others))
    turned = sum((s, t) in antonyms() for s in set(x) - shared for t in set(y) - shared)
    run = longest_run([w.plain for w in one], [w.plain for w in two])
    return [
        sum(x[s] for s in shared) / size,
        len(shared) / max(1, len(set(x) | set(y))),
        len(shared) / max(1, min(len(x), len(y))),
        run / max(1, min(len(one), len(two))),
        float(bool(denied_stems(one)) != bool(denied_stems(two))),
        float(len(denied_stems(two) & shared) + len(denied_stems(one) & shared)),
        float(turned),
        float(mixed),
        float(any(w.plain in _CONTRAST for w in two)),
        float(any(w.plain in _CONTRAST for w in one)),
        len(two) / 40,
        len(one) / 40,
    ]


def _stems(words: list[Word]) -> Counter[str]:
    """Stems with how rare each is in news."""
    out: Counter[str] = Counter()
    for word in words:
        if word.weighty:
            out[word.stem] = float(-np.log(common().get(word.stem, (0.0002, 0.0))[0] + 1e-6))  # type: ignore[assignment]
    return out


def folded(features: Floats, truth: NDArray[np.int64], folds: NDArray[np.int64]) -> float:
    """Macro F1 over all pairs, each judged by a regression and a threshold that saw no pair of its fold."""
    said = np.zeros(len(truth), dtype=bool)
    for fold in range(FOLDS):
        held = folds == fold
        chances = np.zeros(len(truth))
        for other in set(range(FOLDS)) - {fold}:
            inner = folds == other
            chances[inner] = chances_of(features[~held & ~inner], truth[~held & ~inner], features[inner])
        least = threshold(chances[~held], truth[~held])
        said[held] = chances_of(features[~held], truth[~held], features[held]) > least
    return macro_f1(truth, said)


def threshold(chances: Floats, truth: NDArray[np.int64]) -> float:
    """The least chance that makes a pair one, at the middle of where macro F1 is best over five steps."""
    steps = np.arange(0.3, 0.8, 0.02)
    scores = np.array([macro_f1(truth, chances > step) for step in steps])
    smooth = np.convolve(np.pad(scores, 2, "edge"), np.ones(5) / 5, "valid")
    return float(steps[smooth.argmax()])


def chances_of(known: Floats, truth: NDArray[np.int64], asked: Floats) -> Floats:
    """What a regression trained on ``known`` gives each of ``asked``."""
    mean, spread = known.mean(0), known.std(0) + 1e-9
    weights = regression((known - mean) / spread, truth)
    chances: Floats = 1 / (1 + np.exp(-with_one((asked - mean) / spread) @ weights))
    return chances


def macro_f1(truth: NDArray[np.int64], said: NDArray[np.bool_]) -> float:
    return float(np.mean([_f1(truth == side, said == side) for side in (0, 1)]))


def with_one(features: Floats) -> Floats:
    return np.hstack([features, np.ones((len(features), 1))])


def regression(features: Floats, truth: NDArray[np.int64], ridge: float = 20.0) -> Floats:
    """Balanced logistic regression by Newton's method."""
    x = with_one(features)
    balance = np.where(truth == 1, 0.5 / max(1, truth.sum()), 0.5 / max(1, (1 - truth).sum())) * len(truth)
    penalty = ridge * np.eye(x.shape[1])
    penalty[-1, -1] = 0.0
    weights = np.zeros(x.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (balance * (chance - truth)) + penalty @ weights
        bend = (x * (balance * chance * (1 - chance))[:, None]).T @ x + penalty
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def _f1(truth: NDArray[np.bool_], said: NDArray[np.bool_]) -> float:
    hits = float((truth & said).sum())
    return 2 * hits / float(truth.sum() + said.sum()) if hits else 0.0
