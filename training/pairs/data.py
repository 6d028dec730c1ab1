"""The pairs of sentences the model learns from: sets whose terms allow it, and pairs made from them by rule."""

from __future__ import annotations

import csv
import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

DATA = Path(os.environ.get("RASHOMON_DATA", "../shared/data")) / "relations/nli"

ENTAILMENT, NEUTRAL, CONTRADICTION = range(3)
# What a label allows; "not entailment" leaves open which of the other two it is.
LABELS = {
    "entailment": (ENTAILMENT,),
    "neutral": (NEUTRAL,),
    "contradiction": (CONTRADICTION,),
    "not_entailment": (NEUTRAL, CONTRADICTION),
}
# SICK is left out of training: its terms forbid commercial use. It is measured on instead, unseen.
SETS = (
    "mnli-dev",
    "snli-dev",
    "rte-train",
    "scitail-dev",
    "add_one_rte-train",
    "joci-train",
    "fracas-train",
    "mpe-train",
)
# Sets of a narrow kind are taken in part only, so that they do not outweigh the others.
MOST = {"mpe-train": 3000, "joci-train": 3000, "add_one_rte-train": 2500}
FOLDED = ("mnli-dev", "snli-dev")
FOLDS = 10


@dataclass(frozen=True, slots=True)
class Pair:
    premise: str
    hypothesis: str
    allowed: tuple[int, ...]
    origin: str


def load(folder: Path, name: str) -> list[Pair]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as rows:
        return [
            Pair(clean(r["premise"]), clean(r["hypothesis"]), LABELS[r["label"]], name)
            for r in csv.DictReader(rows)
            if r["label"] in LABELS
        ]


def clean(text: str) -> str:
    text = re.sub(r"</?[a-z]+>", "", text)
    text = re.sub(r"\d+jpg\d", "", text)  # caption numbers
    return " ".join(text.split())


def fold_of(pair: Pair) -> int:
    """All hypotheses of one premise are in one fold."""
    return int(hashlib.sha256(pair.premise.encode()).hexdigest(), 16) % FOLDS


def split(folder: Path) -> tuple[list[Pair], dict[str, list[Pair]]]:
    """Training pairs, and for each folded set the pairs of fold 0, which are held out."""
    train: list[Pair] = []
    held: dict[str, list[Pair]] = {}
    for name in SETS:
        pairs = load(folder, name)
        if name in FOLDED:
            held[name] = [p for p in pairs if fold_of(p) == 0]
            pairs = [p for p in pairs if fold_of(p) != 0]
        train += pairs[:: max(1, len(pairs) // MOST[name])][: MOST[name]] if name in MOST else pairs
    return train, held


_AUXILIARY = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|can|could|should|must|does|did)\b(?! (?:not|never|no|n't))",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,])(\d{1,3}(?:,\d{3})*|\d+)(?![\w.,]*\d)")
_SMALL = (
    " a all an at both each every few five four he her his in it its many most my no one our she some that the their "
    "there these they this those three two we when while you your people men women "
)
_DENIALS = (
    "It is not true that {}.", "It is false that {}.", "The report that {} is untrue.",
    "There is no truth in the claim that {}.",
    "The story that {} is made up.", "It never happened that {}.", "No, it is not the case that {}.",
)  # fmt: skip
_AFFIRMATIONS = (
    "It is true that {}.", "It has been confirmed that {}.", "The report that {} is correct.",
    "Yes, {}.", "In fact, {}.",
)  # fmt: skip


def negated(sentence: str) -> str | None:
    """The sentence with "not" after its first auxiliary, where it has one and says no other no."""
    if re.search(r"\b(?:not|no|never|none|nobody|nothing|neither|nor)\b|n't|\?", sentence, re.IGNORECASE):
        return None
    found = _AUXILIARY.search(sentence)
    return None if found is None else f"{sentence[: found.end()]} not{sentence[found.end() :]}"


def made(pairs: list[Pair], rng: np.random.Generator, many: int) -> list[Pair]:
    """Pairs made from others by rule: "not" put in, the whole denied or affirmed, numbers changed, sides swapped."""
    out: list[Pair] = []
    for k in rng.permutation(len(pairs)):
        if len(out) >= many:
            break
        out += _made_from(pairs[k], rng)
    return out


def _made_from(pair: Pair, rng: np.random.Generator) -> list[Pair]:
    out: list[Pair] = []
    hypothesis, no = pair.hypothesis, negated(pair.hypothesis)
    bare = _lowered(hypothesis)
    choice = rng.random()
    if pair.allowed == (CONTRADICTION,) and choice < 0.3:
        out.append(Pair(hypothesis, pair.premise, (CONTRADICTION,), "swapped"))
    if pair.allowed == (ENTAILMENT,):
        if no and choice < 0.4:
            out.append(Pair(pair.premise, no, (CONTRADICTION,), "negated"))
        elif choice < 0.55:
            out.append(Pair(pair.premise, _said(_DENIALS, bare, rng), (CONTRADICTION,), "denied"))
        elif choice < 0.65:
            out.append(Pair(pair.premise, _said(_AFFIRMATIONS, bare, rng), (ENTAILMENT,), "affirmed"))
        elif choice < 0.75:
            out.append(
                Pair(_said(_DENIALS, _lowered(pair.premise), rng), hypothesis, (NEUTRAL, CONTRADICTION), "denied")
            )
    if pair.allowed == (NEUTRAL,) and no and choice < 0.2:
        out.append(Pair(pair.premise, no, (NEUTRAL,), "negated"))
    if choice > 0.9:
        out.append(Pair(hypothesis, no or _said(_DENIALS, bare, rng), (CONTRADICTION,), "negated"))
        out.append(Pair(no or _said(_DENIALS, bare, rng), hypothesis, (CONTRADICTION,), "negated"))
        out.append(Pair(hypothesis, _said(_AFFIRMATIONS, bare, rng), (ENTAILMENT,), "affirmed"))
    if (changed := _renumbered(hypothesis, rng)) and pair.allowed == (ENTAILMENT,):
        out.append(Pair(pair.premise, changed, (CONTRADICTION,), "number"))
        out.append(Pair(hypothesis, changed, (CONTRADICTION,), "number"))
    return out


def _said(templates: tuple[str, ...], bare: str, rng: np.random.Generator) -> str:
    return templates[int(rng.integers(len(templates)))].format(bare)


def _lowered(sentence: str) -> str:
    """Without its full stop, and with a small letter where only a sentence's start made it large."""
    sentence = sentence.rstrip(" .!")
    first = sentence.split(" ")[0]
    return first.lower() + sentence[len(first) :] if f" {first.lower()} " in _SMALL else sentence


def _renumbered(sentence: str, rng: np.random.Generator) -> str | None:
    found = _NUMBER.search(sentence)
    if found is None:
        return None
    value = int(found.group().replace(",", ""))
    other = value + int(rng.choice([-3, -2, -1, 1, 2, 3, 5, 10])) if value > 3 else value + int(rng.integers(1, 5))
    return f"{sentence[: found.start()]}{other}{sentence[found.end() :]}"
