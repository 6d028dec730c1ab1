"""The page half in this process."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.engines.job import Job, Outcome
from rashomon.errors import UnreadablePage
from rashomon.options import Options
from rashomon.pipeline import Tools, hear_page, load_tools
from rashomon.reading.read import read_page
from rashomon.record import Page
from rashomon.record.codec import encode_reading


def run_job(job: Job, tools: Tools) -> Outcome:
    """One page read and heard; a page that cannot be read is an outcome too, and so is one the program fails on."""
    done = without_source(job)
    try:
        page = page_of(job)
        if page.id != job.id:
            message = f"{job.name}: it was changed while it was read; build once more"
            return Outcome(done, None, "changed while it was read", message, lasting=False)
        return Outcome(done, encode_reading(hear_page(page, tools)))
    except UnreadablePage as error:
        return Outcome(done, None, error.reason, str(error))
    except MemoryError:
        message = f"{job.name}: it needs more memory than there is; left out, build again with fewer workers"
        return Outcome(done, None, "short of memory", message, lasting=False)
    except Exception as error:
        if os.environ.get("RASHOMON_TRACEBACK"):
            traceback.print_exc()
        what = " ".join(f"{type(error).__name__}: {error}".split())
        message = f"{job.name}: a fault in Rashomon ({what}); please report it with the page"
        return Outcome(done, None, "a fault in Rashomon", message, lasting=False)


def page_of(job: Job) -> Page:
    """The page a job names, read. Raises ``UnreadablePage``."""
    page = job.source
    if not isinstance(page, Page):
        page = read_page(page, media_type=job.media_type, url=job.url, name=job.name)
    return replace(page, name=job.name, captured=page.captured or job.captured)


def without_source(job: Job) -> Job:
    """The job without its bytes, which need not travel back."""
    return replace(job, source=b"")


class SameProcessEngine:
    """Reads pages one after the other; loads the models at the first page, keeps them until it is dropped."""

    def __init__(self) -> None:
        self._tools: Tools | None = None

    def read(self, jobs: Iterable[Job], options: Options) -> Iterator[Outcome]:
        """One outcome a job, in the order of the jobs."""
        for job in jobs:
            if self._tools is None or self._tools.options != options:
                self._tools = load_tools(options)
            yield run_job(job, self._tools)
