"""Where the page half runs."""

import os

from rashomon.engines.job import Job, Outcome
from rashomon.engines.pool import ProcessEngine
from rashomon.engines.same import SameProcessEngine, run_job

__all__ = ["Job", "Outcome", "ProcessEngine", "SameProcessEngine", "engine_for", "run_job", "usual_workers"]

# A worker costs about two seconds to start; below this many pages one process is sooner done.
PAGES_WORTH_A_POOL = 12


def usual_workers(pages: int) -> int:
    """As many as there are cores to use, one where there is little to read."""
    return (
        1
        if pages < PAGES_WORTH_A_POOL
        else len(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else (os.cpu_count() or 1)
    )


def engine_for(workers: int) -> SameProcessEngine | ProcessEngine:
    """This process for one worker, a pool for more."""
    return SameProcessEngine() if workers <= 1 else ProcessEngine(workers)
