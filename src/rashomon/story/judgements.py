"""What the pair model has judged, kept so that no pair is judged twice and a rebuild needs no model."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from typing import TypeAlias

from rashomon.ports import Entailer
from rashomon.story.file import transaction

Judgement: TypeAlias = tuple[float, float, float]

# SQLite takes at most 999 parameters a statement in its older builds.
_AT_ONCE = 500


class CachedEntailer:
    """The entailer port over the story file; the real model is loaded when a pair is met that it has not judged.

    ``name`` names the model and its version: another model's judgements are not taken for its own.
    """

    def __init__(self, connection: sqlite3.Connection, name: str, load: Callable[[], Entailer]) -> None:
        self._connection = connection
        self._name = name
        self._load = load
        self._model: Entailer | None = None
        self._used: set[bytes] = set()

    @property
    def name(self) -> str:
        return self._name

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Judgement]:
        """For each (premise, hypothesis): probabilities of entailment, neutral, contradiction."""
        keys = [self._key(premise, hypothesis) for premise, hypothesis in pairs]
        self._used.update(keys)
        known = self._known(sorted(set(keys)))
        new = {key: pair for key, pair in zip(keys, pairs, strict=True) if key not in known}
        if new:
            known.update(self._judge_new(new))
        return [known[key] for key in keys]

    def forget_unused(self) -> None:
        """Drops the judgements of pairs that were not asked for: their pages have left the story."""
        held = {row[0] for row in self._connection.execute("SELECT pair FROM judgements")}
        unused = [(pair,) for pair in sorted(held - self._used)]
        self._connection.executemany("DELETE FROM judgements WHERE pair = ?", unused)

    def _judge_new(self, new: dict[bytes, tuple[str, str]]) -> dict[bytes, Judgement]:
        if self._model is None:
            self._model = self._load()
        # In an order of their own, so that no model that pads a batch can make the order of pages felt.
        keys = sorted(new)
        judged = self._model.judge([new[key] for key in keys])
        found = {key: _rounded(values) for key, values in zip(keys, judged, strict=True)}
        with transaction(self._connection):
            self._insert(found)
        return found

    def _known(self, keys: list[bytes]) -> dict[bytes, Judgement]:
        known: dict[bytes, Judgement] = {}
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            rows = self._connection.execute(f"SELECT * FROM judgements WHERE pair IN ({marks})", some)  # noqa: S608
            known.update({row[0]: (row[1], row[2], row[3]) for row in rows})
        return known

    def _insert(self, judgements: dict[bytes, Judgement]) -> None:
        rows = [(key, *values) for key, values in sorted(judgements.items())]
        self._connection.executemany("INSERT OR REPLACE INTO judgements VALUES (?, ?, ?, ?)", rows)

    def _key(self, premise: str, hypothesis: str) -> bytes:
        joined = "\0".join((self._name, premise, hypothesis))
        return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _rounded(values: Judgement) -> Judgement:
    # Four places: what a model says beyond them changes with the company a pair keeps in its batch.
    a, b, c = (round(float(value), 4) for value in values)
    return a, b, c
