"""The pictures of the desk moved by hand: the timeline zoomed and dragged, a source seen alone."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import opened
from tests.desk.conftest import served

ZOOMED = re.compile("first=")


def middle(place: Locator) -> tuple[float, float]:
    box = place.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def days(page: Page) -> tuple[str, str]:
    return page.locator("#t-first").input_value(), page.locator("#t-last").input_value()


def test_the_wheel_zooms_and_dragging_moves(chrome: Browser, marin: Path) -> None:
    with served(marin) as address, opened(chrome, address) as (page, trouble):
        page.goto(address.split("?")[0] + "timeline")
        picture = page.locator("svg.timeline")
        x, y = middle(picture)
        page.mouse.move(x, y)
        page.keyboard.down("Control")
        page.mouse.wheel(0, -300)
        page.keyboard.up("Control")
        expect(page).to_have_url(ZOOMED)
        page.wait_for_timeout(400)  # a wheel turns on for a moment
        first, last = days(page)
        assert first < last
        x, y = middle(picture)
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 150, y, steps=4)
        page.mouse.up()
        expect(page.locator("#t-last")).not_to_have_value(last)
        moved = days(page)
        assert (moved[0] < first, moved[1] < last) == (True, True)
        page.reload()  # the address keeps what is looked at
        assert days(page) == moved
        assert trouble == []


def test_two_fingers_zoom(chrome: Browser, marin: Path) -> None:
    with served(marin) as address, opened(chrome, address, width=390) as (page, trouble):
        page.goto(address.split("?")[0] + "timeline")
        expect(page.locator("svg.timeline")).to_have_attribute("viewBox", re.compile(r"0 0 3\d\d "))
        box = page.locator("svg.timeline").bounding_box()
        assert box is not None
        y = box["y"] + 20
        for kind, left, right in (("pointerdown", 180, 200), ("pointermove", 120, 260), ("pointerup", 120, 260)):
            for pointer, x in ((1, left), (2, right)):
                about = {"pointerId": pointer, "clientX": x, "clientY": y, "bubbles": True, "button": 0}
                page.locator("svg.timeline").dispatch_event(kind, about)
        expect(page).to_have_url(ZOOMED)
        assert trouble == []


def test_the_picture_is_moved_with_the_arrows(chrome: Browser, marin: Path) -> None:
    with served(marin) as address, opened(chrome, address) as (page, _):
        page.goto(address.split("?")[0] + "timeline")
        box = page.get_by_role("region", name="Picture of the timeline")
        box.focus()
        page.keyboard.press("+")
        expect(page).to_have_url(ZOOMED)
        expect(box).to_be_focused()
        before = days(page)
        page.keyboard.press("ArrowRight")
        expect(page.locator("#t-first")).not_to_have_value(before[0])
        assert days(page)[0] > before[0]
        page.keyboard.press("Home")
        expect(page).not_to_have_url(ZOOMED)


def test_a_filter_is_followed_at_once(chrome: Browser, marin: Path) -> None:
    with served(marin) as address, opened(chrome, address) as (page, _):
        page.goto(address.split("?")[0] + "timeline")
        every = page.locator(".moves [role=status]").inner_text()
        page.get_by_label("Outlet").select_option(index=1)
        expect(page).to_have_url(re.compile("outlet="))
        expect(page.locator(".moves [role=status]")).not_to_have_text(every)


def test_a_source_is_seen_alone_with_its_neighbours(chrome: Browser, marin: Path) -> None:
    with served(marin) as address, opened(chrome, address) as (page, trouble):
        page.goto(address.split("?")[0] + "sources")
        every = page.locator(".net-list li").count()
        page.locator("svg.graph").get_by_role("link", name="Karl Stenmark, person").click()
        expect(page.locator("h1")).to_have_text("Karl Stenmark")
        assert 1 < page.locator(".net-list li").count() < every
        page.go_back()
        page.get_by_placeholder(re.compile("^Filter the")).fill("courier")
        assert 0 < page.locator(".net-list li:visible").count() < every
        node = page.locator(".graph [data-node]", has_text="Halvern Courier").first
        node.get_by_role("link").first.focus()
        expect(page.locator(".graph .edge.mine").first).to_be_attached()
        assert trouble == []
