"""What a million and a billion pages would take: unit costs as measured, and a simulation of the cluster.

`python -m benchmarks scale` measures nothing on this machine; it plays the page half through with the costs below, with
pages of very different lengths, workers that die and machines that are taken away, to see whether the arithmetic of
docs/scale.md holds.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from heapq import heapify, heapreplace

from benchmarks.pile import Pile
from evals.figure import Figure

# Measured on pages of 835 words; see docs/scale.md.
PAGE_S, START_S = 0.25, 8.0
DRIVER_S = 0.0015  # submitting a batch, waiting for it and its answer
BATCH = 16


@dataclass(frozen=True, slots=True)
class Cluster:
    """``drivers`` share the pages out; ``killed`` is the chance that a batch kills its worker, ``taken`` that a
    worker's machine is taken away within an hour, to be replaced after ``back`` seconds."""

    workers: int
    drivers: int = 1
    killed: float = 1e-4
    taken: float = 0.05
    back: float = 180.0


@dataclass(frozen=True, slots=True)
class Played:
    """``used`` is the part of the workers' time that went into pages that count."""

    hours: float
    used: float
    core_hours: float


def play(pages: int, cluster: Cluster, chance: random.Random) -> Played:
    """One driver's share, batch by batch; all drivers do the same."""
    workers = max(1, cluster.workers // cluster.drivers)
    batches = -(-pages // cluster.drivers // BATCH)
    free = [START_S] * workers
    heapify(free)
    driver = useful = 0.0
    for _ in range(batches):
        driver += DRIVER_S
        begin = max(free[0], driver)
        work = sum(chance.lognormvariate(0, 0.8) for _ in range(4)) / 4 * BATCH * PAGE_S / 1.377
        useful += work
        end = begin + work
        if chance.random() < cluster.killed:
            end += work + 2 * START_S  # once more, in a process that loads its models anew; then page by page
        if chance.random() < cluster.taken * work / 3600:
            end += work + cluster.back + START_S
        heapreplace(free, end)
    last = max(free)
    return Played(last / 3600, useful / (last * workers), last * workers * cluster.drivers / 3600)


def measure(pile: Pile) -> list[Figure]:
    chance = random.Random(pile.seed)
    figures = []
    for pages, cluster in (
        (1_000_000, Cluster(32)),
        (1_000_000, Cluster(1000)),
        (1_000_000, Cluster(8000)),
        (1_000_000_000, Cluster(10_000, drivers=1)),
        (1_000_000_000, Cluster(10_000, drivers=200)),
    ):
        # A billion pages are told by the first five million of each driver: the rest goes on as they do.
        part = min(pages, 5_000_000 * cluster.drivers)
        played = play(part, cluster, chance)
        hours = played.hours * pages / part
        about = (
            f"{played.used:.3f} of {cluster.workers:,} workers used, {played.core_hours * pages / part:,.0f} core-hours"
        )
        name = f"{pages:,} pages, {cluster.workers:,} workers, {cluster.drivers} drivers, hours"
        figures.append(Figure(name, hours, lower=True, note=about))
    return figures
