"""The story half alone: growth with the pile, peak memory, one page more, a search; piles of `benchmarks.worlds`."""

from __future__ import annotations

import math
import os
import tempfile
from pathlib import Path

from benchmarks.build import searched
from benchmarks.child import measure as run
from benchmarks.pile import Pile
from benchmarks.worlds import tell
from evals.figure import Figure

# So many pages are read; the piles are made of their readings.
READ = 300
SIZES = tuple(int(size) for size in os.environ.get("RASHOMON_BENCH_STORY_SIZES", "300 1000 3000").split())


def measure(pile: Pile) -> list[Figure]:
    """Processor seconds, so that a busy machine does not show, but for the search."""
    figures: list[Figure] = []
    took: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        pages, one, read = place / "pages", place / "one", place / "read.rashomon"
        pile.write(pages, READ)
        Pile(pile.data, pile.seed + 1).write(one, 1)
        run("-m", "rashomon", "build", str(pages), "-o", str(read), "-q")
        for size in SIZES:
            story = place / f"{size}.rashomon"
            tell(read, story, size)
            made = run("-m", "rashomon", "build", "-o", str(story), "-q")
            more = run("-m", "rashomon", "build", str(one), "-o", str(story), "-q")
            took.append((made.cpu, made.peak))
            figures += [
                Figure(f"story half of {size:,} articles, s", made.cpu, want=_wanted(size), lower=True),
                Figure(f"story half of {size:,} articles, peak MiB", made.peak, lower=True),
                Figure(
                    f"one page more to {size:,} articles, s",
                    more.cpu,
                    want=5.0,
                    lower=True,
                    note=f"{more.wall:.1f} s wall",
                ),
                searched(story, size),
            ]
            story.unlink()
    if len(SIZES) > 1:
        for what, k in (("processor time", 0), ("peak memory", 1)):
            exponent = math.log(took[-1][k] / took[0][k]) / math.log(SIZES[-1] / SIZES[0])
            want = 1.1 if k == 0 else 1.0
            figures.append(Figure(f"growth of {what}, exponent", exponent, want=want, lower=True))
    return figures


def _wanted(size: int) -> float | None:
    return 60.0 if size == 1000 else None
