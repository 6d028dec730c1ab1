"""Finding the stories of a corpus: growth of time and memory with its articles.

Articles are made of the words of real ones, drawn anew for each, and of terms that its story alone has.
"""

from __future__ import annotations

import math
import os
import random
import time
from datetime import date, timedelta

import numpy as np

from benchmarks.pile import Pile
from evals.figure import Figure
from rashomon.door.silent import Silent
from rashomon.finding import Seen, find_stories
from rashomon.finding.seen import SLOTS
from rashomon.relating.grouping import terms_of

SIZES = tuple(int(size) for size in os.environ.get("RASHOMON_BENCH_STORIES", "3000 10000 30000").split())
# Articles a day and articles a story as in a crawl of some hundred outlets.
A_DAY, A_STORY, OWN, SHARED = 500, 6, 60, 150


def measure(pile: Pile) -> list[Figure]:
    """Processor time of grouping alone; reading the articles comes on top and grows with their number."""
    figures: list[Figure] = []
    spent: list[float] = []
    pool = [_terms(text) for text in pile.texts[:400]]
    for size in SIZES:
        papers, truth = _corpus(pool, size, random.Random(pile.seed))
        began = time.process_time()
        stories = find_stories(papers, Silent())
        spent.append(time.process_time() - began)
        right = sum(len({truth[one.id] for one in story.articles}) == 1 for story in stories) / len(stories)
        kept = sum(one.terms.nbytes + one.counts.nbytes for one in papers) / size
        about = f"{kept / 1024:.1f} KiB an article, {right:.3f} of {len(stories):,} stories of one kind"
        figures.append(Figure(f"stories of {size:,} articles, s", spent[-1], lower=True, note=about))
    if len(SIZES) > 1:
        exponent = math.log(spent[-1] / spent[0]) / math.log(SIZES[-1] / SIZES[0])
        figures.append(Figure("growth with articles, exponent", exponent, want=1.2, lower=True))
    return figures


def _terms(text: list[str]) -> dict[str, float]:
    return terms_of("", "\n\n".join(text))


def _corpus(pool: list[dict[str, float]], size: int, chance: random.Random) -> tuple[list[Seen], dict[str, int]]:
    from rashomon.finding.seen import slot_of

    slots = [[(slot_of(term), count) for term, count in terms.items()] for terms in pool if len(terms) >= SHARED]
    papers, truth = [], {}
    for number in range(size):
        story = number // A_STORY
        own = random.Random(story)
        day = date(2020, 1, 1) + timedelta(days=story * A_STORY // A_DAY + chance.randrange(3))
        held = dict(item for _ in range(3) for item in chance.sample(chance.choice(slots), SHARED // 3))
        held.update({own.randrange(SLOTS): float(own.randrange(1, 6)) for _ in range(OWN)})
        terms = sorted(held)
        counts = np.array([held[term] for term in terms], np.float32)
        key = f"{number:08}"
        papers.append(Seen(key, key, "", f"outlet {number % 90}", day, False, np.array(terms, np.uint32), counts))
        truth[key] = story
    return papers, truth
