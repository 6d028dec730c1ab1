"""The page half, stage by stage, against the bare parser on the same text in the same process; and in two processes."""

from __future__ import annotations

import hashlib
import os
import resource
import tempfile
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.language import Language

from benchmarks.pile import Pile
from evals.figure import Figure
from rashomon.engines import Job, Outcome, ProcessEngine, run_job
from rashomon.models.spacy import chosen_model
from rashomon.options import Options
from rashomon.pipeline import STAGES, Draft, Tools, load_tools
from rashomon.reading.read import read_page
from rashomon.record import Page

PAGES = 40
# Pages that one way of working does before the next one has its turn.
TOGETHER = 20
# Pages that only warm up: enough for all to be loaded, few enough that most words are still new to all.
WARM = 4
# Pages before the clock of two workers starts: each has loaded its models by then.
STARTED = 10


def measure(pile: Pile) -> list[Figure]:
    """Words a second of processor time, one thread."""
    with tempfile.TemporaryDirectory() as folder:
        pile.write(Path(folder), PAGES)
        files = sorted(Path(folder).iterdir())
        read_page(files[0])
        start = time.process_time()
        pages = [read_page(file) for file in files]
        reading = time.process_time() - start
    words = sum(len(article.text.split()) for page in pages for article in page.articles)
    figures = [Figure("reading, words/s", words / reading, note=f"{len(pages)} text-only pages of {pile.about}")]
    rules, model = load_tools(Options(finder="rules")), load_tools(Options())
    bare, spent = _spent(pages, {"rules": rules} if model.tagger is None else {"rules": rules, "model": model})
    figures.append(Figure("bare spaCy, words/s", words / bare, note=f"{words:,} words"))
    for finder, took in spent.items():
        figures += _figures(finder, words, bare, reading, took)
    if model.tagger is None:
        figures.append(Figure("page half with the model", 0.0, note="not measured: no model is installed"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [*figures, Figure("peak MiB with three parsers and the model loaded", peak, lower=True), *_workers(pile)]


def _figures(finder: str, words: int, bare: float, reading: float, took: dict[str, float]) -> list[Figure]:
    said = sum(took[name] for name in ("parse", "names", "attributions"))
    whole = reading + sum(took.values())
    bars = (4000, 0.6) if finder == "model" else (None, None)
    return [
        *(Figure(f"{finder}: {name}, words/s", words / seconds) for name, seconds in took.items()),
        Figure(f"{finder}: who said what, parse included, words/s", words / said, want=bars[0]),
        Figure(f"{finder}: page half, words/s", words / whole),
        Figure(f"{finder}: page half against bare spaCy", bare / whole, want=bars[1]),
    ]


def _spent(pages: list[Page], kinds: dict[str, Tools]) -> tuple[float, dict[str, dict[str, float]]]:
    """Seconds of the bare parser, and of each stage with each set of tools: a few pages by turns, so that what else
    the machine does falls on all alike."""
    pipeline = spacy.load(chosen_model())
    _round(pages[:WARM], pipeline, kinds)
    bare, spent = 0.0, {kind: defaultdict[str, float](float) for kind in kinds}
    for at in range(0, len(pages), TOGETHER):
        took, by_kind = _round(pages[at : at + TOGETHER], pipeline, kinds)
        bare += took
        for kind, stages in by_kind.items():
            for name, seconds in stages.items():
                spent[kind][name] += seconds
    return bare, {kind: dict(stages) for kind, stages in spent.items()}


def _round(pages: list[Page], bare: Language, kinds: dict[str, Tools]) -> tuple[float, dict[str, dict[str, float]]]:
    start = time.process_time()
    for _ in bare.pipe(article.text for page in pages for article in page.articles):
        pass
    took = time.process_time() - start
    return took, {kind: _stages(pages, tools) for kind, tools in kinds.items()}


def _stages(pages: list[Page], tools: Tools) -> dict[str, float]:
    spent: dict[str, float] = defaultdict(float)
    for page in pages:
        for article in page.articles:
            draft = Draft(article, page)
            for stage in STAGES:
                start = time.process_time()
                stage.run(draft, tools)
                spent[stage.name] += time.process_time() - start
    return spent


def _workers(pile: Pile) -> list[Figure]:
    """Two workers against one on the same pages. Wall time means little where others use the cores; so the processor
    time of a page is told, too: what two workers lose by sharing caches and memory shows there."""
    with tempfile.TemporaryDirectory() as folder:
        pile.write(Path(folder), STARTED + PAGES)
        data = [file.read_bytes() for file in sorted(Path(folder).iterdir())]
    jobs = [Job(f"{k}", hashlib.sha256(one).hexdigest(), one) for k, one in enumerate(data)]
    alone, together = _worked(jobs, 1), _worked(jobs, 2)
    about = f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    return [
        Figure("two workers against one, wall", alone[0] / together[0], want=1.7, note=about),
        Figure("... processor time of a page", together[1] / alone[1], want=2 / 1.7, lower=True),
    ]


def _worked(jobs: list[Job], workers: int) -> tuple[float, float]:
    """Wall seconds and processor seconds of the pages after the first ones."""
    start, spent = time.perf_counter(), 0.0
    for number, outcome in enumerate(ProcessEngine(workers, start=_load, work=_work).read(jobs, Options())):
        if number < STARTED:
            start = time.perf_counter()
        else:
            spent += float(outcome.message)
    return time.perf_counter() - start, spent


# A worker's models; set in the worker only.
_tools: list[Tools] = []


def _load(options: Options) -> None:
    _tools.append(load_tools(options))


def _work(job: Job) -> Outcome:
    start = time.process_time()
    outcome = run_job(job, _tools[0])
    if outcome.reading is None:
        raise RuntimeError(outcome.message)
    return replace(outcome, message=str(time.process_time() - start))
