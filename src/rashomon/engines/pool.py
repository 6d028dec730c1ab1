"""The page half in several processes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from rashomon.engines.job import Job, Outcome
from rashomon.engines.same import run_job
from rashomon.options import Options
from rashomon.pipeline import Tools, load_tools

# Jobs waiting per worker: enough to keep a worker busy, few enough that memory does not grow with the pile.
AHEAD = 4
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")

# A worker process serves one pool with one set of models; set once by `_start`, in the worker only.
_tools: list[Tools] = []


def _start(options: Options) -> None:
    # One thread a worker: the workers are the parallelism, and more threads only fight over the cores.
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    # Ctrl-C goes to the whole group; the process that owns the pool ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _tools.append(load_tools(options))


def _work(job: Job) -> Outcome:
    return run_job(job, _tools[0])


@contextmanager
def _no_main() -> Iterator[None]:
    """A new process runs the caller's script again unless it is hidden: a script without the usual guard would build
    once more in every worker. The workers need nothing of it."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


class ProcessEngine:
    """Reads pages in ``workers`` processes; memory is bounded by the pages under way.

    A page that kills its worker (out of memory, a crash in a library) is found by running the pages under way again
    one by one, is reported as an outcome of its own, and the pile goes on. ``start`` prepares a worker, ``work`` does
    a job in it.
    """

    def __init__(
        self,
        workers: int,
        *,
        start: Callable[[Options], None] = _start,
        work: Callable[[Job], Outcome] = _work,
    ) -> None:
        self._workers = workers
        self._start = start
        self._work = work

    def read(self, jobs: Iterable[Job], options: Options) -> Iterator[Outcome]:
        """One outcome a job, in the order of the jobs."""
        waiting = iter(jobs)
        under_way: deque[tuple[Job, Future[Outcome]]] = deque()
        pool = self._pool(self._workers, options)
        try:
            while True:
                self._fill(pool, under_way, waiting)
                if not under_way:
                    return
                job, future = under_way.popleft()
                try:
                    outcome = future.result()
                except BrokenProcessPool:
                    pool.shutdown(wait=False, cancel_futures=True)
                    yield from self._one_by_one([(job, future), *under_way], options)
                    under_way.clear()
                    pool = self._pool(self._workers, options)
                else:
                    yield outcome
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _fill(
        self, pool: ProcessPoolExecutor, under_way: deque[tuple[Job, Future[Outcome]]], waiting: Iterator[Job]
    ) -> None:
        while len(under_way) < self._workers * AHEAD and (job := next(waiting, None)) is not None:
            try:
                under_way.append((job, self._submit(pool, job)))
            except BrokenProcessPool as error:
                # It broke between two results; the job waits with the others to be run alone.
                broken: Future[Outcome] = Future()
                broken.set_exception(error)
                under_way.append((job, broken))
                return

    def _one_by_one(self, under_way: list[tuple[Job, Future[Outcome]]], options: Options) -> Iterator[Outcome]:
        """The outcomes of the jobs that a broken pool held; those that were finished are not done again."""
        pool: ProcessPoolExecutor | None = None
        for job, future in under_way:
            if future.done() and not future.cancelled() and future.exception() is None:
                yield future.result()
                continue
            pool = pool or self._pool(1, options)
            try:
                yield self._submit(pool, job).result()
            except BrokenProcessPool:
                message = f"{job.name}: reading it killed the process, short of memory perhaps; left out, build again"
                yield Outcome(job, None, "killed its reader", message, lasting=False)
                pool.shutdown(wait=False)
                pool = None
        if pool is not None:
            pool.shutdown()

    def _submit(self, pool: ProcessPoolExecutor, job: Job) -> Future[Outcome]:
        with _no_main():  # a worker is started here when there is none to spare
            return pool.submit(self._work, job)

    def _pool(self, workers: int, options: Options) -> ProcessPoolExecutor:
        # A spawned process shares no half-loaded state with this one, on every system alike.
        context: Any = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers, mp_context=context, initializer=self._start, initargs=(options,))
