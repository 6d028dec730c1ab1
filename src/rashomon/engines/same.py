"""The page half in this process."""

from __future__ import annotations

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
    """One page read and heard; a page that cannot be read is an outcome too."""
    try:
        page = page_of(job)
    except UnreadablePage as error:
        return Outcome(job, None, error.reason, str(error))
    if page.id != job.id:
        message = f"{job.name}: it was changed while it was read; build once more"
        return Outcome(job, None, "changed while it was read", message, lasting=False)
    return Outcome(without_source(job), encode_reading(hear_page(page, tools)))


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
