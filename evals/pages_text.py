"""Text-only pages: which lines are body, how good the largest article's text is, how many articles there are.

Every page is read with the model of the fold that has not seen its site (training/lines_folds.npz, made by
training/lines.py). The rival is the line rule that web-scale corpora are cleaned with: a line is kept when it ends in
terminal punctuation and has five words.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from evals._heads import digest, figures
from evals._lines import CORPUS as LINES
from evals._lines import TextPage, gram_f1, line_f1, pages
from evals.figure import Figure
from rashomon.reading.lines_model import LineModel
from rashomon.reading.text import read_text
from rashomon.reading.text_head import head_of
from rashomon.reading.text_marks import is_mark
from rashomon.record import Article

CORPUS = [LINES]
DIGEST = "a28e690a5b6fd82f"
FOLDS = Path(__file__).parent.parent / "training/lines_folds.npz"
REAL = "pages/resolution-2334"
NOBODY = digest([])
SEED = 3
GLUED = 8
# The five real pages as read by hand: for each article the lines of its body (first and last, from 1).
REAL_BODIES = (
    [[(14, 38)]],
    [[(4, 22)]],
    [
        [(21, 67)],
        [(95, 95), (104, 104), (108, 122), (126, 150), (154, 154)],
        [(176, 188)],
        [(207, 227)],
    ],
    [[(8, 17)]],
    [[(7, 37)]],
)
# The line of each title (0: none), the digest of its authors and of its day.
REAL_HEADS = (
    [(5, "ac6284d50d85", "1b0a3c2b1d58")],
    [(0, NOBODY, None)],
    [(9, "d58a34660b3a", None), (85, "cdd1b7cb2c00", None), (161, NOBODY, None), (195, "c1c767dd6bfd", None)],
    [(1, NOBODY, None)],
    [(3, NOBODY, None)],
)
_WORD = re.compile(r"\w+")
_ENDS = re.compile(r"[.!?\"”’']$")


def measure(data: Path) -> list[Figure]:
    found = pages(data)
    read = [(page, read_text(page.text, page_id="p", model=model).articles) for page, model in judged(found)]
    kept = [(page.body, kept_lines(page, articles)) for page, articles in read]
    rule = [(page.body, [by_rule(line.text) for line in page.lines]) for page in found]
    micro, macro = line_f1(kept)
    rule_micro, rule_macro = line_f1(rule)
    grams, _ = gram_f1((page.article, largest(articles)) for page, articles in read)
    rule_grams, _ = gram_f1(
        (page.article, "\n".join(line.text for line in page.lines if by_rule(line.text))) for page in found
    )
    alone = sum(len(articles) == 1 for _, articles in read) / len(read)
    note = f"{len(found)} pages, folds of sites"
    return [
        Figure("line F1", micro, 0.915, 0.90, note),
        Figure("line F1, mean of pages", macro, 0.89, None, note),
        Figure("4-gram F1 of the largest article", grams, 0.935, 0.93, note),
        Figure("one article on a page that has one", alone, 1.0, 1.0, note),
        Figure("line F1, punctuation rule", rule_micro),
        Figure("line F1, mean of pages, punctuation rule", rule_macro),
        Figure("4-gram F1, punctuation rule", rule_grams),
        *figures({page.name: main(articles) for page, articles in read}, (0.91, 0.89, 0.7)),
        *glued(found),
        *real(data.parent),
    ]


def judged(found: list[TextPage]) -> Iterator[tuple[TextPage, LineModel]]:
    """Each page with the model that has not seen its site."""
    with np.load(FOLDS, allow_pickle=False) as arrays:
        fold = dict(zip(arrays["hosts"].tolist(), arrays["folds"].tolist(), strict=True))
        models = {k: LineModel.load(arrays, f"fold{k}.") for k in set(fold.values())}
    for page in found:
        yield page, models[fold[page.host]]


def glued(found: list[TextPage]) -> list[Figure]:
    """Three pages of one fold as one, without what stood above their titles: how often three articles are found."""
    by_model: dict[int, tuple[LineModel, list[str]]] = {}
    for page, model in judged(found):
        part = from_title(page)
        if part is not None:
            by_model.setdefault(id(model), (model, []))[1].append(part)
    chance = random.Random(SEED)
    right = 0
    for model, parts in by_model.values():
        for _ in range(GLUED):
            text = "\n\n".join(("Home", "News", *chance.sample(parts, 3), "About us"))
            right += len(read_text(text, page_id="p", model=model).articles) == 3
    count = GLUED * len(by_model)
    return [
        Figure("three pages glued, three articles found", right / count, 0.8, 1.0, f"{count} glued, folds of sites")
    ]


def from_title(page: TextPage) -> str | None:
    """The page from its title to a little below its body, where a byline or a date stands between."""
    body = [k for k, is_body in enumerate(page.body) if is_body]
    head = head_of(page.text, page.lines, 0, body) if len(body) > 3 else None
    if head is None or head.title_line is None:
        return None
    if not any(is_mark(page.text, page.lines[k]) for k in range(head.title_line + 1, body[0])):
        return None
    last = page.lines[min(body[-1] + 4, len(page.lines) - 1)]
    return page.text[page.lines[head.title_line].start : last.end]


def main(articles: list[Article]) -> Article | None:
    return max(articles, key=lambda article: len(article.text), default=None)


def largest(articles: list[Article]) -> str:
    best = main(articles)
    return best.text if best else ""


def kept_lines(page: TextPage, articles: list[Article]) -> list[bool]:
    """Which lines of the page stand in its largest article."""
    best = main(articles)
    segments = best.segments if best else []
    starts = {segment.page_start for segment in segments}
    return [any(place in starts for place in range(line.start, line.end)) for line in page.lines]


def by_rule(text: str) -> bool:
    return bool(_ENDS.search(text)) and not text.endswith("...") and len(text.split()) >= 5


def real(shared: Path) -> list[Figure]:
    """The five real pages, where they are at hand: articles, bodies and heads as a reader finds them."""
    files = sorted((shared / REAL).glob("*.txt"))
    if len(files) != len(REAL_BODIES):
        return []
    counts = heads = wrong = 0
    bodies: list[float] = []
    for file, ranges, told in zip(files, REAL_BODIES, REAL_HEADS, strict=True):
        text: str = file.read_bytes().decode("utf-8", "replace")
        lines = text.split("\n")
        articles = read_text(text, page_id=file.name).articles
        counts += len(articles) == len(ranges)
        for article, body, (line, authors, day) in zip(articles, ranges, told, strict=False):
            gold = "\n".join(row for first, last in body for row in lines[first - 1 : last])
            bodies.append(word_f1(gold, article.text))
            found = digest([article.published.value[:10]]) if article.published else None
            title = (article.title or "") == (lines[line - 1].strip() if line else "")
            heads += title and digest(article.authors) == authors
            wrong += found != day
    total = sum(map(len, REAL_BODIES))
    bodies += [0.0] * (total - len(bodies))
    note = f"{total} articles, lines marked by hand"
    return [
        Figure("real pages with the right number of articles", counts, len(files), len(files)),
        Figure("real pages, word F1 of bodies", sum(bodies) / total, 0.99, 0.98, note),
        Figure("real pages, worst article's word F1", min(bodies), 0.98, None, note),
        Figure("real pages, title and authors right", heads, total, total),
        Figure("real pages, dates wrong or invented", wrong, 0, 0, lower=True),
    ]


def word_f1(gold: str, found: str) -> float:
    a, b = Counter(_WORD.findall(gold)), Counter(_WORD.findall(found))
    return 2 * (a & b).total() / max(1, a.total() + b.total())
