"""The desk's pages in Chromium."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from rashomon.story import Story
from tests.browser import opened
from tests.desk.conftest import served
from tests.views.sample import hostile_record, sample_record, write_story


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.rashomon"
    write_story(path, sample_record())
    return path


def test_a_hostile_story_does_nothing(chrome: Browser, tmp_path: Path) -> None:
    path = tmp_path / "hostile.rashomon"
    write_story(path, hostile_record())
    with served(path) as address, opened(chrome, address) as (page, trouble):
        root = address.split("?")[0]
        for where in ("", "claims", "claim/c1", "article/a1", "people", "person/e1", "timeline", "sources", "line/s1"):
            page.goto(root + where)
            assert page.evaluate("window.hit") is None
        page.keyboard.press("/")
        page.keyboard.type("script")
        expect(page.locator("#found [role=option]").first).to_be_visible()
        assert page.evaluate("window.hit") is None
        assert trouble == []


def test_a_link_to_words_that_are_gone_says_so(chrome: Browser, sample: Path) -> None:
    with served(sample) as address, opened(chrome, address) as (page, _):
        page.goto(address.split("?")[0] + "article/a1#at-gone")
        expect(page.get_by_role("alert")).to_contain_text("not marked here any more")
        page.goto(address.split("?")[0] + "article/a1#at-s4")
        expect(page.locator("#gone")).to_be_hidden()


GIANT = (
    "<!doctype html><title>Council denies</title><base href='https://evil.example/'><script>window.hit=1</script>"
    "<body onload='window.hit=2'><article><h1>Council denies</h1><p>{body}</p><img src=x onerror='window.hit=3'>"
    "<table>{rows}</table></article>"
)
ROW = "<tr onclick='window.hit=4'><td>a cell</td><td style='background:url(https://evil.example/x)'>\u2067x\u202e</td></tr>"


def test_a_hostile_page_of_fifty_megabytes_is_text(chrome: Browser, tmp_path: Path) -> None:
    record = sample_record()
    body = record.articles[1].text
    text = GIANT.format(body=body, rows=ROW * (50_000_000 // len(ROW)))
    start = text.index(body)
    row = replace(record.articles[1], segments=[(0, len(body), start, start + len(body))])
    record = replace(record, articles=[record.articles[0], row, record.articles[2]])
    path = tmp_path / "giant.rashomon"
    write_story(path, record, {row.page: text})
    with served(path) as address, opened(chrome, address) as (page, trouble):
        page.goto(address.split("?")[0] + f"article/{row.id}#at-s8")
        expect(page.locator(".saved .flash").first).to_be_in_viewport()
        expect(page.locator(".saved .cut")).to_contain_text("characters not shown")
        page.get_by_label("markup").check()
        expect(page.locator(".saved .code", has_text="<script>window.hit=1</script>").first).to_be_visible()
        assert page.locator(".saved *").count() < 5_000
        assert page.evaluate("window.hit") is None
        assert trouble == []


def test_words_are_shown_on_the_saved_page_too(chrome: Browser, sample: Path) -> None:
    with served(sample) as address, opened(chrome, address) as (page, _):
        page.goto(address.split("?")[0] + "article/a1#at-s4")
        words = "No such paper ever reached my desk"
        expect(page.locator(".clean .flash", has_text=words)).to_be_in_viewport()
        expect(page.locator(".saved .flash", has_text=words)).to_be_in_viewport()
        page.locator(".saved .run", has_text="I handed her the report myself").click()
        expect(page.locator(".clean .flash", has_text="I handed her the report myself")).to_be_in_viewport()


def test_a_speakers_button_shows_all_their_lines(chrome: Browser, sample: Path) -> None:
    with served(sample) as address, opened(chrome, address) as (page, _):
        page.goto(address.split("?")[0] + "article/a1")
        button = page.get_by_role("button", name="Ilse Varga 2")
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(page.locator(".note.pinned")).to_have_count(2)
        expect(page.locator(".saved .run.pinned").first).to_be_visible()
        button.click()
        expect(page.locator(".pinned")).to_have_count(0)


def test_people_are_joined_from_the_list(chrome: Browser, story: Path) -> None:
    with Story(story) as before:
        names = [entity.name for entity in before.record.entities if entity.kind == "person"]
    assert len(names) > 1
    with served(story) as address, opened(chrome, address) as (page, _):
        page.goto(address.split("?")[0] + "people")
        join = page.get_by_role("button", name="Join the chosen")
        expect(join).to_be_hidden()
        for name in names[:2]:
            page.get_by_label(f"Choose {name}", exact=True).check()
        join.click()
        expect(page.locator(".told-you")).to_contain_text("Names joined")
    with Story(story) as after:
        assert any(set(names[:2]) <= {entity.name, *entity.names} for entity in after.record.entities)


def test_two_tabs_do_not_overwrite_each_other(chrome: Browser, story: Path) -> None:
    with Story(story) as before:
        article = before.record.articles[0].id
    with served(story) as address, opened(chrome, address) as (page, _):
        where = address.split("?")[0] + f"article/{article}"
        other = page.context.new_page()
        for tab, title in ((page, "Mine"), (other, "Theirs")):
            tab.goto(where)
            tab.get_by_text("Correct title, byline, outlet or date").click()
            tab.get_by_label("Title", exact=True).fill(title)
        for tab in (page, other):
            tab.locator("form", has=tab.get_by_label("Title", exact=True)).get_by_role("button").click()
        expect(page.locator("h1")).to_have_text("Mine")
        expect(other.locator("h1")).to_have_text("The story changed meanwhile")


def test_the_help_lists_the_keys_and_goes_away(chrome: Browser, sample: Path) -> None:
    with served(sample) as address, opened(chrome, address) as (page, _):
        page.keyboard.press("?")
        expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog", name="Keyboard")).to_be_hidden()
        page.keyboard.press("g")
        page.keyboard.press("t")
        expect(page.locator("h1")).to_have_text("Timeline")


PAGES = ("", "claims", "claim/c1", "article/a1", "articles", "people", "person/e1", "timeline", "sources", "line/s10")
PAGES += ("unnamed", "sources?about=outlet%3Aorlen%20courier", "log", "add", "take", "search?q=report")


RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


# What the dark theme changes is the colours.
@pytest.mark.parametrize(
    ("theme", "rules"), [("light", RULES), ("dark", {"type": "rule", "values": ["color-contrast"]})]
)
def test_an_accessibility_checker_finds_nothing(
    chrome: Browser, sample: Path, theme: str, rules: dict[str, object]
) -> None:
    with served(sample) as address, opened(chrome, address) as (page, _):
        page.evaluate(f"localStorage.setItem('rashomon-theme', '{theme}')")
        for where in PAGES:
            page.goto(address.split("?")[0] + where)
            page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
            found = Axe().run(page, options={"runOnly": rules})
            faults = [(v["id"], [n["html"][:150] for n in v["nodes"][:3]]) for v in found.response["violations"]]
            assert (where, faults) == (where, [])


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_nothing_sticks_out_of_the_page(chrome: Browser, sample: Path, width: int) -> None:
    with served(sample) as address, opened(chrome, address, width=width) as (page, _):
        for where in PAGES:
            page.goto(address.split("?")[0] + where)
            page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
            assert (where, page.evaluate("document.documentElement.scrollWidth") <= width) == (where, True)


def test_a_name_is_offered_while_one_types(chrome: Browser, sample: Path) -> None:
    with served(sample) as address, opened(chrome, address) as (page, trouble):
        page.goto(address.split("?")[0] + "line/s1")
        page.get_by_label("Speaker").fill("Varg")
        expect(page.locator("#line-names option[value='Ilse Varga']")).to_have_count(1)
        assert trouble == []


def test_what_is_chosen_stays_chosen_while_the_list_changes(chrome: Browser, sample: Path) -> None:
    with served(sample) as address, opened(chrome, address) as (page, _):
        page.goto(address.split("?")[0] + "people")
        page.get_by_label("Choose Ilse Varga").check()
        expect(page.get_by_role("button", name="Join the chosen")).to_be_disabled()
        page.get_by_label("Show only names that hold").fill("brandt")
        expect(page.locator("#people li")).to_have_count(1)
        page.get_by_label("Choose Tomas Brandt").check()
        expect(page.locator("[data-chosen] .chip")).to_have_text(["Ilse Varga ✕", "Tomas Brandt ✕"])
        expect(page.get_by_role("button", name="Join the chosen")).to_be_enabled()
        page.get_by_role("button", name="Do not choose Tomas Brandt").click()
        expect(page.get_by_label("Choose Tomas Brandt")).not_to_be_checked()
