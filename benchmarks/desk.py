"""The desk over a large story, as a person meets it: the first view, and every interaction, in Chromium.

``RASHOMON_BENCH_STORY`` names a story that is built already, of which a copy is worked on. Without it a pile of 1,000
pages is built first, which takes minutes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, expect

from benchmarks.child import measure as run
from benchmarks.pile import Pile
from evals.figure import Figure
from rashomon.story import Story
from rashomon.views.claim import disputes
from rashomon.views.index import Index, index
from rashomon.views.speaker import speakers
from tests.browser import browser

SIZE = 1000
TIMES = 5
_PATIENCE = 600_000


def measure(pile: Pile) -> list[Figure]:
    """Milliseconds are medians of five, from the key or click until what it asks for is on the screen."""
    with tempfile.TemporaryDirectory() as folder:
        story = _story(pile, Path(folder))
        with Story(story) as opened:
            among = index(opened.record)
        about = f"{len(among.articles):,} articles, {len(among.attributions):,} statements"
        start = time.perf_counter()
        with _desk(story) as address, browser() as chrome:
            ready = time.perf_counter() - start
            page = chrome.new_page(viewport={"width": 1440, "height": 900})
            first = _took(lambda: page.goto(address))
            figures = [
                Figure("from the command to its address, s", ready, lower=True, note=about),
                Figure("first view, s", first, want=1.0, lower=True),
            ]
            root = address.split("?")[0]
            figures += [_figure(f"page: {where or 'overview'}", ms) for where, ms in _pages(page, root, among)]
            figures += [_figure(name, ms) for name, ms in _gestures(page, root, among)]
            for name, seconds in zip(("first", "next"), _corrected(page, root, among), strict=True):
                figures.append(Figure(f"the {name} speaker set, until it is kept, s", seconds, lower=True))
    return figures


def _figure(name: str, seconds: float) -> Figure:
    return Figure(f"{name}, ms", seconds * 1000, want=200, lower=True)


def _story(pile: Pile, folder: Path) -> Path:
    story = folder / "story.rashomon"
    if built := os.environ.get("RASHOMON_BENCH_STORY"):
        shutil.copy(built, story)
        return story
    pile.write(folder / "pages", SIZE)
    run("-m", "rashomon", "build", str(folder / "pages"), "-o", str(story), "-q")
    return story


@contextmanager
def _desk(story: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "rashomon", "desk", str(story), "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        if desk.stdout is None:
            raise RuntimeError("the desk has no output")
        try:
            yield desk.stdout.readline().strip()
        finally:
            desk.terminate()


def _took(*steps: Callable[[], object]) -> float:
    start = time.perf_counter()
    for step in steps:
        step()
    return time.perf_counter() - start


def _pages(page: Page, root: str, among: Index) -> Iterator[tuple[str, float]]:
    article = max(among.articles, key=lambda one: len(among.said_in.get(one, ())))
    for where in (
        "",
        "claims",
        f"claim/{disputes(among)[0].id}",
        "articles",
        f"article/{article}",
        "people",
        f"person/{speakers(among)[0].id}",
        "timeline",
        "sources",
        "search?q=said",
    ):
        yield where.partition("/")[0], median(_took(lambda at=where: page.goto(root + at)) for _ in range(TIMES))  # type: ignore[misc]


def _gestures(page: Page, root: str, among: Index) -> Iterator[tuple[str, float]]:
    found = page.locator("#found")

    def search() -> float:
        page.goto(root)
        page.keyboard.press("/")
        page.keyboard.type("p")
        return _took(lambda: page.keyboard.type("r"), expect(found).to_be_visible)

    def names() -> float:
        page.goto(root + "people")
        page.get_by_label("Show only names").focus()
        return _took(lambda: page.keyboard.type("jo"), lambda: page.wait_for_url("**q=jo**"))

    def zoom() -> float:
        page.goto(root + "timeline")
        return _took(lambda: page.keyboard.press("+"), lambda: page.wait_for_url("**first=**"))

    def alone() -> float:
        page.goto(root + "sources")
        link = page.locator(".net-list a").nth(3)
        return _took(lambda: link.click(), expect(page.locator(".kicker a")).to_be_visible)

    line = next(one for one in among.attributions.values() if not one.inside)
    dialog = page.get_by_role("dialog", name="Correct a line")

    def opened() -> float:
        page.goto(f"{root}article/{line.article}")
        link = page.locator(f".note[data-for='at-{line.id}'] .acts")
        link.scroll_into_view_if_needed()
        return _took(lambda: link.click(), expect(dialog).to_be_visible)

    def checked() -> float:
        page.goto(f"{root}article/{line.article}")
        page.keyboard.press("j")
        spent = _took(lambda: page.keyboard.press("c"), expect(page.locator(".current .checked")).to_be_visible)
        expect(page.locator(".current .checked:not(.pending)")).to_be_visible(timeout=_PATIENCE)
        return spent

    for name, act, times in (
        ("search: the second letter", search, TIMES),
        ("people: a filter typed", names, TIMES),
        ("timeline: a zoom", zoom, TIMES),
        ("sources: one alone", alone, TIMES),
        ("a line opened to correct", opened, TIMES),
        ("a line checked, shown", checked, 1),
    ):
        yield name, median(act() for _ in range(times))


def _corrected(page: Page, root: str, among: Index) -> tuple[float, float]:
    """From the button until the page is back: the first correction since the story was built, and the one after it."""
    line = next(one for one in among.attributions.values() if not one.inside)

    def set_speaker(name: str) -> float:
        page.goto(f"{root}line/{line.id}")
        page.get_by_label("Speaker").fill(name)
        form = page.locator("form", has=page.get_by_label("Speaker"))

        def send() -> None:
            form.get_by_role("button").click(no_wait_after=True)
            expect(page.locator(".told-you")).to_have_text(f"Speaker set: {name}", timeout=_PATIENCE)

        return _took(send)

    return set_speaker("Petra Holm"), set_speaker("Odd Berg")
