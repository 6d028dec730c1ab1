"""The page half on a local Ray cluster against the pool of processes: the same pages, two workers each.

Both have a cost of starting (processes, models) that a large pile does not feel; the difference of two sizes leaves it
out of the ratio, and it is told on its own. Processor time, for a machine that does something else meanwhile.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.pile import Pile
from benchmarks.tree import TreeTime
from evals.figure import Figure
from rashomon.door.silent import Silent
from rashomon.engines import Job, ProcessEngine
from rashomon.options import Options

SIZES = tuple(int(size) for size in os.environ.get("RASHOMON_BENCH_RAY_SIZES", "20 80").split())
WORKERS = 2
OPTIONS = Options(finder="rules")


def measure(pile: Pile) -> list[Figure]:
    """Pages a second of processor time, that of Ray's own processes included."""
    try:
        import ray  # noqa: F401 (whether it is there)
    except ImportError:
        return [Figure("Ray against the pool", 0.0, note="not measured: Ray is not installed")]
    took: dict[str, list[float]] = {"pool": [], "Ray": []}
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            pages = Path(folder) / f"pages-{size}"
            pile.write(pages, size)
            took["pool"].append(_timed(_pool, pages))
            took["Ray"].append(_timed(_ray, pages))
    pages_more = SIZES[-1] - SIZES[0]
    rate = {name: pages_more / (times[-1] - times[0]) for name, times in took.items()}
    start = {name: times[0] - SIZES[0] / rate[name] for name, times in took.items()}
    about = f"{rate['Ray']:.2f} and {rate['pool']:.2f} pages a CPU-second, {WORKERS} workers"
    about += f", start {start['Ray']:.0f} and {start['pool']:.0f} CPU-s"
    return [Figure("Ray against the pool, pages a CPU-second", rate["Ray"] / rate["pool"], want=0.85, note=about)]


def _timed(read: Callable[[Path], int], pages: Path) -> float:
    with TreeTime() as spent:
        read(pages)
    return spent.seconds


def _pool(pages: Path) -> int:
    files = sorted(pages.iterdir())
    jobs = [Job(str(file), hashlib.sha256(file.read_bytes()).hexdigest(), file) for file in files]
    return sum(outcome.reading is not None for outcome in ProcessEngine(WORKERS).read(jobs, OPTIONS))


def _ray(pages: Path) -> int:
    from rashomon.engines.landing import Landing
    from rashomon.engines.ray import land

    landing = Landing(str(pages.parent / f"{pages.name}-readings"))
    return land([str(pages)], landing, OPTIONS, workers=WORKERS, progress=Silent())
