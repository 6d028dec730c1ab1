from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser import opened


def test_a_hostile_page_does_nothing_but_show(chrome: Browser, hostile_page: Path) -> None:
    with opened(chrome, hostile_page) as (page, trouble):
        assert page.evaluate("window.hit") is None
        assert page.locator("h1").inner_text().startswith("<script>window.hit=1</script>")
        assert trouble == []


def test_a_line_leads_to_its_words_and_back(chrome: Browser, sample_page: Path) -> None:
    with opened(chrome, sample_page) as (page, trouble):
        line = page.locator("#acc-s7 .words")
        line.click()
        words = page.locator(".run.content[data-m~='at-s7']").first
        expect(words).to_be_in_viewport()
        expect(words).to_have_class(re.compile(r"\bflash\b"))
        page.locator("#back").click()
        expect(line).to_be_in_viewport()
        expect(line).to_be_focused()
        assert trouble == []


def test_what_a_large_story_keeps_folded_is_made_when_it_is_opened(chrome: Browser, folded_page: Path) -> None:
    with opened(chrome, folded_page) as (page, trouble):
        assert page.locator(".leaf").count() == 0
        page.locator("details.article summary").first.click()
        expect(page.locator(".leaf h3")).to_contain_text("<script>window.hit=1</script>")
        page.locator("#acc-s7 .words").click()
        words = page.locator(".run.content[data-m~='at-s7']").first
        expect(words).to_be_in_viewport()
        expect(words).to_have_class(re.compile(r"\bflash\b"))
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        expect(page.locator("script[type='text/html']")).to_have_count(0)
        assert page.evaluate("window.hit") is None
        assert trouble == []


def test_it_works_by_keyboard(chrome: Browser, sample_page: Path) -> None:
    with opened(chrome, sample_page) as (page, _):
        page.keyboard.press("Tab")
        expect(page.get_by_text("Skip to the disputes")).to_be_focused()
        page.keyboard.press("Enter")
        page.locator("#acc-s3 .words").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".run.content[data-m~='at-s3']").first).to_be_in_viewport()
        page.keyboard.press("Escape")
        expect(page.locator("#acc-s3 .words")).to_be_focused()


def test_light_and_dark_can_be_switched(chrome: Browser, sample_page: Path) -> None:
    with opened(chrome, sample_page) as (page, _):
        before = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.locator("#theme").click()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_nothing_sticks_out_of_the_page(chrome: Browser, sample_page: Path, width: int) -> None:
    with opened(chrome, sample_page, width=width) as (page, _):
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_accessibility_checker_finds_nothing(chrome: Browser, sample_page: Path, theme: str) -> None:
    with opened(chrome, sample_page) as (page, _):
        page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        assert [(v["id"], [n["html"][:150] for n in v["nodes"][:3]]) for v in found.response["violations"]] == []
