"""Who wrote the development pages, when, and under what title, as read by hand: only digests, no words of the pages."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.figure import Figure
from rashomon.record import Article

HEADS = Path(__file__).parent / "heads.json"


@dataclass(frozen=True, slots=True)
class Head:
    """Digests of the title, the authors and the day of publication (None where the page states none)."""

    title: str
    authors: str
    day: str | None


def heads() -> dict[str, Head]:
    """The head of each page, by its name in the corpus."""
    return {key: Head(*values) for key, values in json.loads(HEADS.read_text("ascii")).items()}


def figures(
    found: Mapping[str, Article | None], floors: tuple[float, float, float], want: float | None = None
) -> list[Figure]:
    """Titles, authors and days right, and days where there is none; ``found`` is each page's main article."""
    gold = heads()
    pairs = [(gold[key], article) for key, article in found.items()]
    dated = [(head, article) for head, article in pairs if head.day]
    titles = sum(article is not None and digest([article.title or ""]) == head.title for head, article in pairs)
    authors = sum(digest(article.authors if article else []) == head.authors for head, article in pairs)
    days = sum(_day(article) == head.day for head, article in dated)
    wrong = sum(_day(article) not in (None, head.day) for head, article in dated)
    invented = sum(_day(article) is not None for head, article in pairs if not head.day)
    note = f"of {len(pairs)} pages, read by hand"
    return [
        Figure("titles right", titles / len(pairs), floors[0], None, note),
        Figure("authors right, all and no others", authors / len(pairs), floors[1], None, note),
        Figure("dates right", days / len(dated), floors[2], want, f"of {len(dated)} pages that state one"),
        Figure("dates wrong", wrong, note=f"of {len(dated)}", lower=True),
        Figure("dates invented on pages that state none", invented, 0, 0, f"{len(pairs) - len(dated)} pages",
               lower=True),
    ]  # fmt: skip


def digest(values: Iterable[str]) -> str:
    """What stands for the words of names or titles, whatever their case and marks."""
    flat = "|".join(sorted(" ".join(re.findall(r"\w+", value.casefold())) for value in values))
    return hashlib.sha256(flat.encode()).hexdigest()[:12]


def _day(article: Article | None) -> str | None:
    return digest([article.published.value[:10]]) if article is not None and article.published else None
