"""What grouping keeps of an article: a few kilobytes, however long it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from rashomon.attribution.act_words import acts_of_words
from rashomon.record import Act, Article, Page, Precision
from rashomon.relating.grouping import terms_of

# Terms are numbered by their hash: no list of words grows with the corpus. Of a million terms some share a number,
# which weighs less than what two articles of a story have in common.
SLOTS = 1 << 22
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Seen:
    """An article of the corpus. ``terms`` are the slots of its weighty words and pairs of words in rising order,
    ``counts`` how often it has each (titles count more); ``denied`` says whether somebody denies something in it."""

    id: str
    page: str
    title: str
    outlet: str | None
    day: date | None
    denied: bool
    terms: NDArray[np.uint32]
    counts: NDArray[np.float32]


def seen_in(page: Page) -> list[Seen]:
    """The articles of a page that are in English and have words."""
    return [_seen(one) for one in page.articles if one.language in ("en", None) and one.text.strip()]


def slot_of(term: str) -> int:
    """The number of a term."""
    return crc32(term.encode("utf-8", "surrogatepass")) & (SLOTS - 1)


def _seen(article: Article) -> Seen:
    held: dict[int, float] = {}
    for term, count in terms_of(article.title or "", article.text).items():
        slot = slot_of(term)
        held[slot] = held.get(slot, 0.0) + count
    slots = sorted(held)
    denied = any(word in _denials() for word in _WORD.findall(article.text.lower()))
    return Seen(
        article.id,
        article.page,
        article.title or "",
        article.outlet,
        _day(article),
        denied,
        np.array(slots, np.uint32),
        np.array([held[slot] for slot in slots], np.float32),
    )


def _day(article: Article) -> date | None:
    when = article.published
    if when is None or when.precision not in (Precision.DAY, Precision.MINUTE):
        return None
    return date.fromisoformat(when.value[:10])


@cache
def _denials() -> frozenset[str]:
    """The forms of the verbs of denial: a sign of a dispute that costs nothing to look for."""
    verbs = [lemma for lemma, act in acts_of_words().items() if act is Act.DENY and lemma.isalpha()]
    return frozenset(form for verb in verbs for form in _forms(verb))


def _forms(verb: str) -> list[str]:
    stem = verb[:-1] if verb.endswith(("e", "y")) else verb
    inner = "i" if verb.endswith("y") else ""
    return [verb, f"{verb}s", f"{stem}{inner}es", f"{stem}{inner}ed", f"{verb}ing", f"{stem}ing"]
