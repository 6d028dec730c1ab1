"""What a line looks like, alone and among its neighbours, in numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.lines import Line
from rashomon.reading.text_furniture import kind_of, reasons
from rashomon.reading.text_marks import byline_of, holds_date, is_bare_name, is_label

Numbers = NDArray[np.float32]

# The commonest words of the languages most pages are in: prose has them, menus do not.
_STOP = frozenset(
    "the of and to in a is that for it as was with be by on not he i this are or his from at which but have an had they you "
    "were their one all we can her has there been if more when will would who so no she what up said its about than into "
    "them only other some could these two may then do first any my now such like our over me even most after also did many "
    "de la que el en y los se del las un por con una su para es al lo como más o pero sus le ha sobre este entre cuando "
    "et les des est dans qui une pas pour au sur plus par avec ce il sont der die und den von zu das mit dem nicht ein eine "
    "auch auf für ist im sich als bei di che è per non con sono della e i da si come anche do os das não mais uma em no na "
    "и в не на что с по как из у это его к а но за то от о для".split()
)
_YOU = frozenset("you your yours us our we my".split())
_SPEECH = re.compile(r"\b(?:said|says|told|added|according|wrote|asked|announced|reported|denied)\b", re.IGNORECASE)
_END = re.compile(r"[.!?…。][\"'”’»)\]]*$")
_INNER = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]?[A-ZÀ-ÞА-Я]")
_AGO = re.compile(
    r"\b(?:\d+|an?)\s*(?:min(?:ute)?s?|hours?|hrs?|h|days?|d|weeks?|months?|years?)\s+(?:ago|read)\b", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?:|www\.|\S@\S|[^\s]\.(?:com|org|net|gov)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_CREDIT = re.compile(
    r"\b(?:photo|image|picture|getty|reuters|afp|courtesy|shutterstock|credit|via|©)\b|©", re.IGNORECASE
)

ALONE = (
    "log chars", "words", "mean word", "capital share", "shouted share", "stop share", "digit share", "mark share",
    "ends sentence", "ends colon", "ends comma", "ends ellipsis", "ends question", "starts capital", "starts lower", "starts quote",
    "starts bullet", "starts digit", "commas", "inner ends", "quotes", "address", "handle", "bar", "tabs", "wrapped", "speech",
    "you share", "money", "ago", "credit", "holds date", "byline", "bare name", "label", "sentence", "gap before", "gap after",
    "twins", "part of other", "latin",
)  # fmt: skip
SHIFTED = (
    "log chars",
    "stop share",
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


def features_of(lines: Sequence[Line]) -> Numbers:
    """One row a line; the columns are `COLUMNS` in number, and their order is the trained model's."""
    if not lines:
        return np.zeros((0, width()), dtype=np.float32)
    alone = _alone(lines)
    kinds = _kinds(lines)
    column = {name: alone[:, k] for k, name in enumerate(ALONE)}
    column["kind"] = (kinds.sum(1) > 0).astype(np.float32)
    column["mark"] = np.maximum.reduce([column["holds date"], column["byline"], column["label"]])
    chars = np.array([len(line.text) for line in lines], dtype=np.float32)
    return np.column_stack(
        [
            alone,
            kinds,
            _shifted(column),
            _windows(column, chars),
            _distances(column, kinds),
            _position(column, chars),
            _shared_words(lines, column["sentence"]),
        ]
    ).astype(np.float32)


def width() -> int:
    """How many columns `features_of` gives."""
    return len(ALONE) + len(reasons()) + len(SHIFTED) * len(SHIFTS) + 6 * len(WINDOWS) + 10 + 6 + 3


def _alone(lines: Sequence[Line]) -> Numbers:
    times = Counter(line.text for line in lines)
    longest = "\n".join(line.text for line in lines if len(line.text) > 60)
    rows = []
    for k, line in enumerate(lines):
        after = lines[k + 1].gap if k + 1 < len(lines) else 2
        rows.append(_row(line, after, times[line.text], longest))
    return np.array(rows, dtype=np.float32)


def _row(line: Line, after: int, twins: int, longest: str) -> list[float]:
    text = line.text
    size = len(text)
    words = text.split()
    count = len(words)
    letters = [word for word in words if word[0].isalpha()] or words
    marks = sum(not c.isalnum() and not c.isspace() for c in text)
    lower = [word.strip(".,;:!?\"'“”‘’()").lower() for word in words]
    ends = bool(_END.search(text))
    stop = sum(word in _STOP for word in lower) / count
    return [
        float(np.log1p(size)),
        min(count, 150),
        sum(map(len, words)) / count,
        sum(word[0].isupper() for word in letters) / len(letters),
        sum(len(word) > 1 and word.isupper() for word in words) / count,
        stop,
        sum(c.isdigit() for c in text) / size,
        marks / size,
        ends,
        text.endswith(":"),
        text.endswith(","),
        text.endswith(("...", "…", "..")),
        text.endswith("?"),
        text[0].isupper(),
        text[0].islower(),
        text[0] in "\"'“‘«",
        text[0] in "•*-–—·»>▶|",
        text[0].isdigit(),
        min(text.count(","), 20),
        min(len(_INNER.findall(text)), 15),
        min(text.count('"') + text.count("“") + text.count("”"), 8),
        bool(_ADDRESS.search(text)),
        text.count("@") + text.count("#"),
        min(sum(text.count(c) for c in "|»›•·/"), 8),
        min(text.count("\t"), 8),
        text[0] in "([{" and text[-1] in ")]}",
        bool(_SPEECH.search(text)),
        sum(word in _YOU for word in lower) / count,
        text.count("$") + text.count("%") + text.count("£") + text.count("€"),
        bool(_AGO.search(text)),
        bool(_CREDIT.search(text)),
        holds_date(line),
        byline_of(line) is not None,
        is_bare_name(line),
        is_label(line),
        (ends and count >= 8) or count >= 40,
        min(line.gap, 3),
        min(after, 3),
        min(twins - 1, 4),
        20 <= size <= 160 and longest.count(text) - (twins if size > 60 else 0) > 0,
        any(c.isascii() and c.isalpha() for c in text),
    ]


def _kinds(lines: Sequence[Line]) -> Numbers:
    found = np.zeros((len(lines), len(reasons())), dtype=np.float32)
    for k, line in enumerate(lines):
        kind = kind_of(line)
        if kind is not None:
            found[k, reasons().index(kind)] = 1
    return found


def _shift(values: Numbers, by: int) -> Numbers:
    """``values[k + by]`` at k, -1 beyond the page."""
    out = np.full_like(values, -1)
    if by > 0:
        out[:-by] = values[by:]
    else:
        out[-by:] = values[:by]
    return out


def _shifted(column: dict[str, Numbers]) -> Numbers:
    return np.column_stack([_shift(column[name], by) for name in SHIFTED for by in SHIFTS])


def sums(values: Numbers, size: int) -> tuple[Numbers, Numbers]:
    """Sums of the ``size`` values before each place, and of the ``size`` after it."""
    total = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    at = np.arange(len(values))
    before = total[at] - total[np.maximum(at - size, 0)]
    after = total[np.minimum(at + 1 + size, len(values))] - total[at + 1]
    return before.astype(np.float32), after.astype(np.float32)


def _windows(column: dict[str, Numbers], chars: Numbers) -> Numbers:
    prose = column["sentence"] * chars / 100
    short = (chars < 40).astype(np.float32)
    return np.column_stack(
        [part for size in WINDOWS for values in (column["sentence"], prose, short) for part in sums(values, size)]
    )


def _since(flags: Numbers, cap: int = 60) -> Numbers:
    """How many lines ago the last flagged line was (this one not counted), at most ``cap``."""
    out = np.full(len(flags), cap, dtype=np.float32)
    last = -cap
    for k, flag in enumerate(flags):
        out[k] = min(k - last, cap)
        if flag:
            last = k
    return out


def _distances(column: dict[str, Numbers], kinds: Numbers) -> Numbers:
    ends = kinds[
        :, [reasons().index(k) for k in ("comment form", "share buttons", "related link", "tags", "copyright")]
    ].sum(1)
    flags = (column["sentence"], column["mark"], column["byline"], ends, column["kind"])
    both = [(_since(flag), _since(flag[::-1])[::-1]) for flag in flags]
    return np.column_stack([part for pair in both for part in pair])


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


def _shared_words(lines: Sequence[Line], prose: Numbers, reach: int = 15) -> Numbers:
    """What share of a line's longer words stands in the prose before it, after it, or either, within ``reach`` lines."""
    words = [{w.lower() for w in _WORD.findall(line.text) if len(w) > 3} for line in lines]
    rows = []
    for k, own in enumerate(words):
        if not own or len(own) > 60:
            rows.append((0.5, 0.5, 0.5))
            continue
        before = own & set().union(*(words[j] for j in range(max(0, k - reach), k) if prose[j]))
        after = own & set().union(*(words[j] for j in range(k + 1, min(len(words), k + 1 + reach)) if prose[j]))
        rows.append((len(before) / len(own), len(after) / len(own), len(before | after) / len(own)))
    return np.array(rows, dtype=np.float32)
