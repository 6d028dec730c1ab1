"""The whole build: growth with the pile, peak memory, one page more, two workers."""

from __future__ import annotations

import math
import os
import tempfile
import time
from pathlib import Path

from benchmarks.child import measure as run
from benchmarks.pile import Pile
from evals.figure import Figure
from rashomon.story import KINDS, Story

SIZES = tuple(int(size) for size in os.environ.get("RASHOMON_BENCH_SIZES", "100 300 1000").split())
TYPED = ("th", "the", "the pre", "president sa", "protest", "virus vaccine", "said on mon")


def measure(pile: Pile) -> list[Figure]:
    """Times are wall seconds of the command as a person runs it, but for the search."""
    figures: list[Figure] = []
    cpu: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            pages, story = Path(folder) / f"pages-{size}", Path(folder) / f"{size}.rashomon"
            words = pile.write(pages, size)
            built = run("-m", "rashomon", "build", str(pages), "-o", str(story), "-q")
            cpu.append(built.cpu)
            told = f"{words:,} words, {built.cpu:.0f} s of processor time, {words / built.cpu:,.0f} words/s of it"
            figures.append(Figure(f"build of {size:,} pages, s", built.wall, lower=True, note=told))
            want = 2048.0 if size == 1000 else None
            figures.append(Figure(f"build of {size:,} pages, peak MiB", built.peak, want=want, lower=True))
        if len(SIZES) > 1:
            exponent = math.log(cpu[-1] / cpu[0]) / math.log(SIZES[-1] / SIZES[0])
            figures.append(Figure("growth of processor time, exponent", exponent, want=1.1, lower=True))
        figures += _one_more(pile, pages, story)
        figures.append(searched(story, SIZES[-1]))
    return figures


def _one_more(pile: Pile, pages: Path, story: Path) -> list[Figure]:
    more = Pile(pile.data, pile.seed + 1)
    one = pages.parent / "one-more"
    more.write(one, 1)
    added = run("-m", "rashomon", "build", str(one), "-o", str(story), "-q")
    again = run("-m", "rashomon", "build", "-o", str(story), "-q")
    about = f"to {SIZES[-1]:,}; {again.wall:.1f} s of it the story half"
    return [Figure("adding one page, s", added.wall, lower=True, note=about)]


def searched(story: Path, articles: int) -> Figure:
    """The slowest of some searches, as somebody types them."""
    with Story(story) as opened:
        opened.search("warm", kinds=KINDS)
        worst = 0.0
        for typed in TYPED:
            start = time.perf_counter()
            opened.search(typed, kinds=KINDS)
            worst = max(worst, time.perf_counter() - start)
    return Figure("search, worst of seven, ms", worst * 1000, want=50, lower=True, note=f"{articles:,} articles")
