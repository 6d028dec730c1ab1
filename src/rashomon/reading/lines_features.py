"""What a line looks like by itself, in numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.lines import Line
from rashomon.reading.text_furniture import kind_of, reasons
from rashomon.reading.text_marks import byline_of, holds_date, is_bare_name, is_label

Numbers = NDArray[np.floating[Any]]

_YOU = frozenset(("you", "your", "yours", "us", "our", "we", "my"))
_SPEECH = re.compile(r"\b(?:said|says|told|added|according|wrote|asked|announced|reported|denied)\b", re.IGNORECASE)
_END = re.compile(r"[.!?…。][\"'”’»)\]]*$")
_INNER = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]?[A-ZÀ-ÞА-Я]")
_AGO = re.compile(
    r"\b(?:\d+|an?)\s*(?:min(?:ute)?s?|hours?|hrs?|h|days?|d|weeks?|months?|years?)\s+(?:ago|read)\b", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?:|www\.|\S@\S|\S\.(?:com|org|net|gov)\b", re.IGNORECASE)
_CREDIT = re.compile(r"\b(?:photo|image|picture|getty|reuters|afp|courtesy|shutterstock|credit|via)\b|©", re.IGNORECASE)
_LONG_WORD = re.compile(r"[^\W_\u3040-\u30ff\u3400-\u9fff]{4,}")
_UNSPACED_RUN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,}")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_LABELLED = re.compile(r"(\w{1,12})[:.)]|[•*·–-]|\d{1,2}[.)]")
# A sentence is closed and has this many words, or is very long.
_SENTENCE = 8
# Lines are looked for in at most so much of the page's longer ones, which keeps the cost in proportion to the page.
_MOST_PROSE = 200_000
_VERY_LONG = 40

ALONE = (
    "log chars", "words", "mean word", "capital share", "shouted share", "small word share", "digit share",
    "mark share", "ends sentence", "ends colon", "ends comma", "ends ellipsis", "ends question",
    "starts capital", "starts lower", "starts quote", "starts bullet", "starts digit", "commas", "inner ends",
    "quotes", "address", "handle", "bar", "tabs", "wrapped", "speech", "you share", "money", "ago", "credit",
    "holds date", "byline", "bare name", "label", "sentence", "gap before", "gap after", "twins",
    "part of other", "latin", "labelled", "same first word", "same shape",
)  # fmt: skip


@cache
def _small_words() -> frozenset[str]:
    text = files("rashomon.reading").joinpath("data/small_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def alone(lines: Sequence[Line]) -> Numbers:
    """One row a line, the columns `ALONE`."""
    twins = Counter(line.text for line in lines)
    firsts = Counter(first_word(line) for line in lines)
    shapes = Counter(shape_of(line) for line in lines)
    prose = "\n".join(line.text for line in lines if len(line.text) > 60)[:_MOST_PROSE]
    rows = []
    for k, line in enumerate(lines):
        after = lines[k + 1].gap if k + 1 < len(lines) else 2
        counts: list[float] = [
            min(line.gap, 3),
            min(after, 3),
            min(twins[line.text] - 1, 4),
            _is_part(line.text, prose, twins[line.text]),
            any(c.isascii() and c.isalpha() for c in line.text),
            bool(label_of(line)),
            min(firsts[first_word(line)], 20),
            min(shapes[shape_of(line)], 20),
        ]
        rows.append(_words(line.text) + _signs(line.text) + _marks(line) + counts)
    return np.array(rows, dtype=np.float32)


def kinds(lines: Sequence[Line]) -> Numbers:
    """One row a line, one column a reason of `text_furniture`."""
    names = reasons()
    found = np.zeros((len(lines), len(names)), dtype=np.float32)
    for k, line in enumerate(lines):
        kind = kind_of(line)
        if kind is not None:
            found[k, names.index(kind)] = 1
    return found


def first_word(line: Line) -> str:
    """The line's first word, without its case."""
    return line.text.partition(" ")[0].lower()


def shape_of(line: Line) -> str:
    """The line with every number as 9 and every word as a or A, runs of these as one."""
    text = re.sub(r"\d+", "9", line.text[:200])
    text = re.sub(r"[^\W\d_]+", lambda match: "A" if match[0][0].isupper() else "a", text)
    return re.sub(r"(?:a ?){2,}", "a+", re.sub(r"(?:A ?){2,}", "A+", text))


def label_of(line: Line) -> str:
    """What opens the line like an item of a list or a turn in an interview ("Q:", "3)", "•"), numbers as 9."""
    match = _LABELLED.match(line.text)
    return re.sub(r"\d+", "9", match[0]) if match else ""


def _is_part(text: str, prose: str, twins: int) -> bool:
    """Whether a line of middling length stands word for word within a longer one."""
    return 20 <= len(text) <= 160 and prose.count(text) - (twins if len(text) > 60 else 0) > 0


def word_count(text: str) -> int:
    """How many words ``text`` has; scripts that set no spaces count two characters as one."""
    return max(len(text.split()), len(_UNSPACED.findall(text)) // 2)


def topic_words(text: str) -> list[str]:
    """The words that tell what ``text`` is about, in lower case; of scripts without spaces each two characters."""
    words = [word.lower() for word in _LONG_WORD.findall(text)]
    return words + [run[k : k + 2] for run in _UNSPACED_RUN.findall(text) for k in range(len(run) - 1)]


def _words(text: str) -> list[float]:
    words = text.split()
    count = len(words)
    lettered = [word for word in words if word[0].isalpha()] or words
    lower = [word.strip(".,;:!?\"'“”‘’()").lower() for word in words]
    return [
        float(np.log1p(len(text))),
        min(word_count(text), 150),
        sum(map(len, words)) / count,
        sum(word[0].isupper() for word in lettered) / len(lettered),
        sum(len(word) > 1 and word.isupper() for word in words) / count,
        sum(word in _small_words() for word in lower) / count,
        sum(c.isdigit() for c in text) / len(text),
        sum(not c.isalnum() and not c.isspace() for c in text) / len(text),
    ]


def _signs(text: str) -> list[float]:
    words = [word.lower() for word in text.split()]
    return [
        bool(_END.search(text)),
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
        min(text.count("@") + text.count("#"), 8),
        min(sum(text.count(c) for c in "|»›•·/"), 8),
        min(text.count("\t"), 8),
        text[0] in "([{" and text[-1] in ")]}",
        bool(_SPEECH.search(text)),
        sum(word in _YOU for word in words) / len(words),
        min(sum(text.count(c) for c in "$%£€"), 8),
        bool(_AGO.search(text)),
        bool(_CREDIT.search(text)),
    ]


def _marks(line: Line) -> list[float]:
    count = word_count(line.text)
    return [
        holds_date(line),
        byline_of(line) is not None,
        is_bare_name(line),
        is_label(line),
        (bool(_END.search(line.text)) and count >= _SENTENCE) or count >= _VERY_LONG,
    ]
