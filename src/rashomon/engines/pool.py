"""The page half in several processes."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from rashomon.engines.job import Job, Outcome
from rashomon.engines.same import run_job
from rashomon.options import Options
from rashomon.pipeline import Tools, load_tools

# Jobs waiting per worker: enough to keep a worker busy, few enough that memory does not grow with the pile.
AHEAD = 4

# A worker process serves one pool with one set of models; set once by `_start`, in the worker only.
_tools: list[Tools] = []


def _start(options: Options) -> None:
    # One thread a worker: the workers are the parallelism, and more threads only fight over the cores.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    _tools.append(load_tools(options))


def _work(job: Job) -> Outcome:
    return run_job(job, _tools[0])


class ProcessEngine:
    """Reads pages in ``workers`` processes; memory is bounded by the pages under way.

    A page that kills its worker (out of memory, a crash in a library) is found by running the pages under way
    again one by one, is reported as an outcome of its own, and the pile goes on.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def read(self, jobs: Iterable[Job], options: Options) -> Iterator[Outcome]:
        """One outcome a job, in the order of the jobs."""
        waiting = iter(jobs)
        under_way: deque[tuple[Job, Future[Outcome]]] = deque()
        pool = self._pool(self._workers, options)
        try:
            while True:
                while len(under_way) < self._workers * AHEAD and (job := next(waiting, None)) is not None:
                    under_way.append((job, pool.submit(_work, job)))
                if not under_way:
                    return
                job, future = under_way.popleft()
                try:
                    outcome = future.result()
                except BrokenProcessPool:
                    pool.shutdown(wait=False, cancel_futures=True)
                    again = [job, *(other for other, _ in under_way)]
                    under_way.clear()
                    for one in again:
                        yield self._alone(one, options)
                    pool = self._pool(self._workers, options)
                    continue
                yield outcome
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _alone(self, job: Job, options: Options) -> Outcome:
        with self._pool(1, options) as pool:
            try:
                return pool.submit(_work, job).result()
            except BrokenProcessPool:
                message = f"{job.name}: reading it killed the process; the page is left out (is memory short?)"
                return Outcome(job, None, "killed its reader", message)

    def _pool(self, workers: int, options: Options) -> ProcessPoolExecutor:
        # A spawned process shares no half-loaded state with this one, on every system alike.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(options,))
