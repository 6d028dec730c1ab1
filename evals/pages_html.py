"""Article text from saved HTML pages, beside trafilatura in the same process on the same pages.

4-gram F1 as in scrapinghub's article-extraction-benchmark: precision and recall a page, their means, F1 of the means.
The shipped trees were trained on these pages, so each page is read with trees that saw no page of its host
(`html_body_folds.json`, made by `training/html_body.py folds`); the hand-written rules were looked at on these pages.
"""

from __future__ import annotations

import gzip
import json
import re
import time
from collections import Counter
from pathlib import Path
from statistics import fmean

import trafilatura

from evals._heads import figures
from evals.figure import Figure
from rashomon.reading.html import read_html
from rashomon.reading.html_model import trees_from
from rashomon.reading.metadata_dates import _SHORT
from rashomon.record import Article, Page

CORPUS = ["pages/article-bodies"]
DIGEST = "3a360863ca552707"
FOLDS = Path(__file__).parent / "html_body_folds.json"
_WORD = re.compile(r"\w+")


def measure(data: Path) -> list[Figure]:
    """Body text, what the head yields, dates only where the page has them, and speed."""
    folder = data / CORPUS[0]
    gold = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    sources = {
        key: gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()).decode("utf-8", "replace")
        for key in sorted(gold)
    }
    folds = json.loads(FOLDS.read_text("ascii"))
    trees = [trees_from(fold) for fold in folds["folds"]]
    read_html(sources[min(sources)], page_id="first", name="first")  # loads what is loaded once
    start = time.process_time()
    pages = {
        key: read_html(source, page_id=key, name=key, url=gold[key]["url"], trees=trees[folds["pages"][key]])
        for key, source in sources.items()
    }
    ours = len(sources) / (time.process_time() - start)
    start = time.process_time()
    rival = {
        key: trafilatura.extract(source, include_comments=False, favor_precision=True) or ""
        for key, source in sources.items()
    }
    theirs = len(sources) / (time.process_time() - start)
    told = {key: gold[key]["articleBody"] for key in gold}
    mine = Scores(told, {key: longest(page) for key, page in pages.items()})
    other = Scores(told, rival)
    note = f"{len(gold)} pages, trees that saw no page of the host"
    return [
        Figure("4-gram F1", mine.f1, 0.984, 0.975, note),
        Figure("precision", mine.precision, 0.98, note=note),
        Figure("recall", mine.recall, 0.985, note=note),
        Figure("worst page's F1", min(mine.pages.values()), 0.84, 0.5, mine.worst()),
        Figure("pages under .5", mine.under(0.5), 0, 0, lower=True),
        Figure("trafilatura 4-gram F1", other.f1, note="favor_precision"),
        Figure("trafilatura worst page's F1", min(other.pages.values()), note=other.worst()),
        *figures({key: largest(page.articles) for key, page in pages.items()}, (0.98, 0.97, 0.97), 0.92),
        Figure("dates right by the address", *dates_by_address(pages)),
        Figure("dates on pages without one", undated(sources), 0, 0, "dates taken out of every page", lower=True),
        Figure("pages a CPU-second", ours, want=40, note="load of the machine counts"),
        Figure("trafilatura pages a CPU-second", theirs, note="text alone, same process"),
        Figure("pages a CPU-second, ours for one of trafilatura's", ours / theirs, 0.6, note="whatever the machine"),
    ]  # fmt: skip


class Scores:
    """4-gram scores a page and over all."""

    def __init__(self, gold: dict[str, str], found: dict[str, str]) -> None:
        pairs = {key: _precision_recall(gold[key], found[key]) for key in gold}
        self.precision = fmean(p for p, _ in pairs.values())
        self.recall = fmean(r for _, r in pairs.values())
        self.f1 = _f1(self.precision, self.recall)
        self.pages = {key: _f1(*pair) for key, pair in pairs.items()}

    def worst(self) -> str:
        return ", ".join(
            f"{key[:6]} {self.pages[key]:.2f}" for key in sorted(self.pages, key=self.pages.__getitem__)[:10]
        )

    def under(self, bar: float) -> int:
        return sum(value < bar for value in self.pages.values())


def longest(page: Page) -> str:
    return max((article.text for article in page.articles), key=len, default="")


def largest(articles: list[Article]) -> Article | None:
    return max(articles, key=lambda article: len(article.text), default=None)


def dates_by_address(pages: dict[str, Page]) -> tuple[float, float, None, str]:
    """Pages whose address names the day and whose date was found elsewhere: within a day of it (time zones)."""
    right = total = 0
    for page in pages.values():
        match = re.search(r"/(20\d\d)/(\d\d|[a-z]{3})/(\d\d?)/", page.url or "")
        if match and page.articles and page.articles[0].published:
            months = list(_SHORT)
            month = months.index(match[2]) + 1 if match[2] in months else int(match[2])
            total += 1
            found = page.articles[0].published.value
            right += found[:7] == f"{match[1]}-{month:02d}" and abs(int(found[8:10] or 0) - int(match[3])) <= 1
    return right / max(1, total), 0.95, None, f"{total} pages"


def undated(sources: dict[str, str]) -> int:
    """How many pages still get a date when every year that could date them is taken out."""
    found = 0
    for key, source in sorted(sources.items())[::4]:
        page = read_html(re.sub(r"\b(?:19|20)\d\d\b", "", source), page_id=key, name=key)
        found += sum(article.published is not None for article in page.articles)
    return found


def _precision_recall(gold: str, found: str) -> tuple[float, float]:
    a, b = _grams(gold), _grams(found)
    right = sum((a & b).values())
    precision = right / b.total() if b else float(not a)
    return precision, right / a.total() if a else 1.0


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[k : k + 4]) for k in range(max(1, len(words) - 3))) if words else Counter()


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
