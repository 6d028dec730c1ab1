"""The text-only pages of the dev data, and how body lines and article texts are compared."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from rashomon.reading.lines import Line, lines_of

CORPUS = "pages/text-only"
_TOKEN = re.compile(r"\w+")
_GRAM = 4


@dataclass(frozen=True, slots=True)
class TextPage:
    """One page: its text with the empty lines put back, its lines, which of them are body, and the article's text."""

    name: str
    host: str
    url: str
    text: str
    lines: list[Line]
    body: list[bool]
    article: str


def pages(data: Path) -> list[TextPage]:
    """The pages of the dev data, in the file's order."""
    rows: dict[str, list[dict[str, object]]] = {}
    with (data / CORPUS / "lines.jsonl").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            rows.setdefault(row["file"], []).append(row)
    told = json.loads((data / "pages/article-bodies/ground-truth.json").read_text(encoding="utf-8"))
    return [_page(name, found, told[name]["articleBody"]) for name, found in rows.items()]


def _page(name: str, rows: Sequence[dict[str, object]], article: str) -> TextPage:
    parts: list[str] = []
    body: list[bool] = []
    for row in rows:
        parts += [""] * (int(str(row["line_no"])) - 1 - len(parts))
        text = str(row["text"])
        parts.append(text)
        if lines_of(text):
            body.append(row["label"] == "body")
    whole = "\n".join(parts)
    lines = lines_of(whole)
    if len(lines) != len(body):
        raise ValueError(f"{name}: {len(lines)} lines, {len(body)} labels")
    url = str(rows[0]["url"])
    return TextPage(name, urlsplit(url).netloc.removeprefix("www."), url, whole, lines, body, article)


def line_f1(pairs: Iterable[tuple[Sequence[bool], Sequence[bool]]]) -> tuple[float, float]:
    """F1 over all lines of all pages, and the mean of the pages' own; pairs are (gold, found)."""
    right = found = wanted = 0
    own = []
    for gold, guess in pairs:
        both = sum(a and b for a, b in zip(gold, guess, strict=True))
        right, found, wanted = right + both, found + sum(guess), wanted + sum(gold)
        own.append(2 * both / (sum(guess) + sum(gold)) if sum(guess) + sum(gold) else 1.0)
    return 2 * right / (found + wanted), sum(own) / len(own)


def gram_f1(pairs: Iterable[tuple[str, str]]) -> tuple[float, list[float]]:
    """4-gram F1 as the article-extraction benchmark has it (every page counts the same), and each page's own."""
    totals = [0.0, 0.0, 0.0]
    own = []
    for gold, guess in pairs:
        a, b = _grams(gold), _grams(guess)
        both = sum((a & b).values())
        counts = (both, sum(b.values()) - both, sum(a.values()) - both)
        whole = sum(counts) or 1
        totals = [total + count / whole for total, count in zip(totals, counts, strict=True)]
        own.append(2 * both / (2 * both + counts[1] + counts[2]) if both else 0.0)
    return 2 * totals[0] / (2 * totals[0] + totals[1] + totals[2]), own


def _grams(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    return Counter(tuple(tokens[k : k + _GRAM]) for k in range(max(len(tokens) - _GRAM + 1, 1)))
