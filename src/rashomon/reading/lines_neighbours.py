"""What stands around each line of a page, in numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.reading.lines import Line
from rashomon.reading.lines_features import ALONE, Numbers, alone, first_word, kinds, label_of, shape_of
from rashomon.reading.text_furniture import reasons

SHIFTED = (
    "log chars",
    "small word share",
    "ends sentence",
    "sentence",
    "gap before",
    "capital share",
    "kind",
    "mark",
    "twins",
)
SHIFTS = (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)
WINDOWS = (3, 6, 12, 25)
# Furniture that closes an article, and how far from one a line is counted.
ENDS = (
    "comment form", "share buttons", "related link", "tags", "copyright", "newsletter or subscription",
    "cookie or terms text", "author note",
)  # fmt: skip
FAR = 60
_WORD = re.compile(r"[^\W_]{4,}")
# A line's words are looked for in the prose of so many lines around it.
_REACH = 15


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's lines in numbers: ``columns`` for the first pass, the rest for the second."""

    columns: Numbers
    chars: Numbers
    marks: Numbers
    furniture: Numbers
    ends: Numbers


def sheet_of(lines: Sequence[Line]) -> Sheet:
    """The page in numbers, one row a line; the order of the columns is the trained model's."""
    own, kind = alone(lines), kinds(lines)
    column = {name: own[:, k] for k, name in enumerate(ALONE)}
    chars = np.array([len(line.text) for line in lines], dtype=np.float32)
    ends = kind[:, [reasons().index(name) for name in ENDS]].max(1)
    column["kind"] = kind.max(1)
    column["mark"] = np.maximum.reduce([column["holds date"], column["byline"], column["label"]])
    columns = [
        own,
        kind,
        np.column_stack([_shift(column[name], by) for name in SHIFTED for by in SHIFTS]),
        _windows(column, chars),
        _distances(column, ends),
        _passed(kind),
        _position(column, chars),
        _shared_words(lines, column["sentence"]),
        _likeness(lines, column["log chars"]),
    ]
    return Sheet(np.column_stack(columns).astype(np.float32), chars, column["mark"], column["kind"], ends)


def sums(values: Numbers, size: int) -> tuple[Numbers, Numbers]:
    """Sums of the ``size`` values before each place, and of the ``size`` after it."""
    total = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    at = np.arange(len(values))
    before = total[at] - total[np.maximum(at - size, 0)]
    after = total[np.minimum(at + 1 + size, len(values))] - total[at + 1]
    return before.astype(np.float32), after.astype(np.float32)


def _shift(values: Numbers, by: int) -> Numbers:
    """``values[k + by]`` at k, -1 beyond the page."""
    out = np.full_like(values, -1)
    if by > 0:
        out[:-by] = values[by:]
    else:
        out[-by:] = values[:by]
    return out


def _windows(column: dict[str, Numbers], chars: Numbers) -> Numbers:
    prose = (column["sentence"] * chars / 100).astype(np.float32)
    short = (chars < 40).astype(np.float32)
    return np.column_stack(
        [part for size in WINDOWS for values in (column["sentence"], prose, short) for part in sums(values, size)]
    )


def _since(flags: Numbers) -> Numbers:
    """How many lines ago the last flagged line was (this one not counted), at most ``FAR``."""
    out = np.full(len(flags), FAR, dtype=np.float32)
    last = -FAR
    for k, flag in enumerate(flags):
        out[k] = min(k - last, FAR)
        if flag:
            last = k
    return out


def _distances(column: dict[str, Numbers], ends: Numbers) -> Numbers:
    flags = (column["sentence"], column["mark"], column["byline"], ends, column["kind"])
    return np.column_stack([part for flag in flags for part in (_since(flag), _since(flag[::-1])[::-1])])


def _passed(kind: Numbers) -> Numbers:
    """How much of some furniture has been passed from the top, and is still to come."""
    names = ("comment form", "related link", "share buttons", "copyright", "author note")
    own = kind[:, [reasons().index(name) for name in names]]
    above = np.cumsum(own, axis=0) - own
    passed: Numbers = np.minimum(np.column_stack([above, own.sum(0) - above - own]), 10)
    return passed


def _position(column: dict[str, Numbers], chars: Numbers) -> Numbers:
    count = len(chars)
    at = np.arange(count, dtype=np.float32)
    prose = np.cumsum(column["sentence"] * chars)
    total = max(float(prose[-1]), 1.0)
    return np.column_stack(
        [
            at / count,
            np.minimum(at, 300),
            np.minimum(count - at, 300),
            prose / total,
            np.full(count, np.log1p(count)),
            np.full(count, total / max(float(chars.sum()), 1.0)),
        ]
    )


def _shared_words(lines: Sequence[Line], prose: Numbers) -> Numbers:
    """What share of a line's longer words stands in the prose before it, after it, and in either."""
    words = [{word.lower() for word in _WORD.findall(line.text)} for line in lines]
    rows = []
    for k, own in enumerate(words):
        if not own or len(own) > FAR:
            rows.append((0.5, 0.5, 0.5))
            continue
        before = own & set().union(*(words[j] for j in range(max(0, k - _REACH), k) if prose[j]))
        after = own & set().union(*(words[j] for j in range(k + 1, min(len(words), k + 1 + _REACH)) if prose[j]))
        rows.append((len(before) / len(own), len(after) / len(own), len(before | after) / len(own)))
    return np.array(rows, dtype=np.float32)


def _likeness(lines: Sequence[Line], log_chars: Numbers) -> Numbers:
    """How many of the six lines before and after are built like this one, and how their lengths differ."""
    shapes = [shape_of(line) for line in lines]
    built = [(shape[:4], shape[-2:]) for shape in shapes]
    labels = [label_of(line) for line in lines]
    firsts = [first_word(line) for line in lines]
    count = len(lines)
    rows = np.zeros((count, 9), dtype=np.float32)
    for k in range(count):
        above, below = range(max(0, k - 6), k), range(k + 1, min(count, k + 7))
        near = (*above[-3:], *below[:3])
        rows[k] = (
            sum(built[j] == built[k] for j in above),
            sum(built[j] == built[k] for j in below),
            sum(labels[j] == labels[k] != "" for j in above),
            sum(labels[j] == labels[k] != "" for j in below),
            sum(shapes[j][:3] == shapes[k][:3] for j in (k - 2, k + 2) if 0 <= j < count),
            float(np.mean([abs(log_chars[j] - log_chars[k]) for j in near])) if near else 0.0,
            float(log_chars[max(0, k - 3) : k].mean()) if k else -1.0,
            float(log_chars[k + 1 : k + 4].mean()) if k + 1 < count else -1.0,
            len(set(firsts[k + 1 : k + 6])),
        )
    return rows
