"""Where the page half runs."""

import os

from rashomon.engines.job import Engine, Job, Outcome
from rashomon.engines.pool import ProcessEngine
from rashomon.engines.same import SameProcessEngine, page_of, run_job

__all__ = [
    "Engine",
    "Job",
    "Outcome",
    "ProcessEngine",
    "SameProcessEngine",
    "cores",
    "engine_for",
    "page_of",
    "run_job",
]

# A worker costs about two seconds to start; below this many pages one process is sooner done.
PAGES_WORTH_A_POOL = 12


def engine_for(workers: int | None, pages: int) -> Engine:
    """A pool of ``workers`` processes, this process for one; None: as many as fit the machine and so many pages."""
    if workers is None:
        workers = cores() if pages >= PAGES_WORTH_A_POOL else 1
    return SameProcessEngine() if workers <= 1 else ProcessEngine(workers)


def cores() -> int:
    """How many this process may use, which a container or `taskset` can make less than what the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
