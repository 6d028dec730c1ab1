"""Where the page half runs."""

from rashomon.engines.job import Job, Outcome
from rashomon.engines.pool import ProcessEngine
from rashomon.engines.same import SameProcessEngine, run_job

__all__ = ["Job", "Outcome", "ProcessEngine", "SameProcessEngine", "engine_for", "run_job"]


def engine_for(workers: int) -> SameProcessEngine | ProcessEngine:
    """This process for one worker, a pool for more."""
    return SameProcessEngine() if workers <= 1 else ProcessEngine(workers)
