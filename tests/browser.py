"""A Chromium for tests that look at pages. Where there is none, such a test is skipped and says so."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def chromium() -> str | None:
    """The path of an installed Chromium, or None to try the one that Playwright keeps."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as player:
        try:
            made = player.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        except Error as error:
            pytest.skip(f"no Chromium to look with: {str(error).splitlines()[0]}")
        try:
            yield made
        finally:
            made.close()


@contextmanager
def opened(where: Browser, url: str | Path, *, width: int = 1280) -> Iterator[tuple[Page, list[str]]]:
    """The page at ``url``, and a list that fills with every error, refused script and outside request."""
    context = where.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    page.on("dialog", lambda dialog: (trouble.append(dialog.message), dialog.dismiss()))
    target = url.as_uri() if isinstance(url, Path) else url
    home = target.split("/")[2]
    page.on("request", lambda r: None if r.url.split("/")[2:3] == [home] or r.url == target else trouble.append(r.url))
    try:
        page.goto(target)
        yield page, trouble
    finally:
        context.close()
