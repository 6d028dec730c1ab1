"""What is known from annotated news about cue words: which speak, and how far each shape can be trusted."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Weights:
    """``speaks`` are verbs that stand beside quotations, ``nouns`` nouns of saying and thinking; ``of`` a feature's
    weight in the log-odds that a candidate is an attribution."""

    speaks: frozenset[str]
    nouns: frozenset[str]
    bias: float
    of: dict[str, float]

    def trust(self, features: Iterable[str]) -> float:
        """The probability that a candidate with these features is an attribution."""
        score = self.bias + sum(self.of.get(f, 0.0) for f in features)
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def weights() -> Weights:
    """The weights that ship with the package."""
    raw = json.loads(files("rashomon.attribution").joinpath("data/weights.json").read_text(encoding="utf-8"))
    return Weights(frozenset(raw["speaks"]), frozenset(raw["nouns"]), raw["bias"], raw["weights"])
