"""A day of work at the desk, in Chromium, on the sample story."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from rashomon.door.build import rebuild
from rashomon.record import Record
from rashomon.story import Story
from rashomon.views.claim import account_key, disputes, heading
from rashomon.views.index import index
from tests.browser import opened
from tests.desk.conftest import served

LATER = b"""The Lantern
A second beacon
12 November 2021

The inspector Karl Stenmark said on Thursday that a second beacon near Skarrow had failed.

"Nobody told me," said the harbour clerk Odile Brink.
"""


def record_of(story: Path) -> Record:
    with Story(story) as found:
        return found.record


def go(page: Page, address: str, where: str) -> None:
    page.goto(address.split("?")[0] + where)


def test_a_day_of_work(chrome: Browser, marin: Path) -> None:
    before = record_of(marin)
    among = index(before)
    with served(marin) as address, opened(chrome, address) as (page, trouble):
        # Search as one types, and go to who was found.
        page.keyboard.press("/")
        page.keyboard.type("stenm")
        expect(page.locator("#found [role=option]", has_text="Karl Stenmark").first).to_be_visible()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text("Karl Stenmark")

        # Check a dispute: why so many origins, and from an account to its words.
        go(page, address, f"claim/{disputes(among)[0].id}")
        page.locator("details.why > summary").click()
        expect(page.locator("details.why li").first).to_be_visible()
        page.locator(".account a.words").first.click()
        expect(page.locator(".clean .run.flash").first).to_be_in_viewport()

        # Two lines are checked, the one behind the other; both are shown at once and kept.
        page.keyboard.press("j")
        page.keyboard.press("c")
        page.keyboard.press("j")
        page.keyboard.press("c")
        expect(page.locator(".note .checked:not(.pending)")).to_have_count(2)
        page.reload()
        expect(page.locator(".note .checked")).to_have_count(2)

        # A line gets another speaker, in the dialog; that is taken back, and restored.
        page.locator(".note a.acts").first.click()
        dialog = page.locator("dialog#part")
        dialog.get_by_label("Speaker").fill("Piet Lauwers")
        dialog.locator("form", has=page.get_by_label("Speaker")).get_by_role("button").click()
        expect(page.locator(".told-you")).to_have_text("Speaker set: Piet Lauwers")
        page.wait_for_load_state()
        page.keyboard.press("u")
        expect(page.locator(".told-you")).to_have_text("Taken back: Speaker set: Piet Lauwers")
        page.wait_for_load_state()
        page.keyboard.press("r")
        expect(page.locator(".told-you")).to_have_text("Restored: Speaker set: Piet Lauwers")

        # A line gets a note and a day.
        page.locator(".note a.acts").nth(1).click()
        dialog.get_by_label("Note").fill("heard on tape")
        dialog.locator("form", has=page.get_by_label("Note")).get_by_role("button").click()
        expect(page.locator(".note-text", has_text="heard on tape")).to_be_visible()
        page.locator(".note a.acts").nth(1).click()
        dialog.get_by_label("Said on").fill("2021-03")
        dialog.locator("form", has=page.get_by_label("Said on")).get_by_role("button").click()
        expect(page.locator(".note", has_text="March 2021").first).to_be_visible()
        assert trouble == []


def test_people_and_claims_are_split_and_joined_and_it_survives_a_rebuild(chrome: Browser, marin: Path) -> None:
    before = record_of(marin)
    person = next(one for one in before.entities if "MR. STENMARK" in one.names)
    first, second = disputes(index(before))[:2]
    with served(marin) as address, opened(chrome, address) as (page, trouble):
        # Some of the names are somebody else's.
        go(page, address, f"person/{person.id}")
        page.get_by_text("Split: some of this is somebody else").click()
        page.get_by_label("MR. STENMARK").check()
        page.get_by_role("button", name="Split").click()
        expect(page.locator(".told-you")).to_have_text("Name split")
        expect(page.locator("#people .item", has_text="MR. STENMARK")).to_be_visible()

        # Two claims are one.
        go(page, address, "claims")
        for claim in (first, second):
            page.get_by_label(f"Choose {heading(claim.text)[:90]}").first.check()
        page.get_by_role("button", name="Join the chosen").click()
        expect(page.locator(".told-you")).to_have_text("Claims joined")

        # One of its accounts is about something else.
        joined = next(
            one
            for one in record_of(marin).claims
            if {account_key(first.accounts[0]), account_key(second.accounts[0])}
            <= {account_key(a) for a in one.accounts}
        )
        go(page, address, f"claim/{joined.id}")
        page.get_by_text("Split it: some accounts are about something else").click()
        page.locator(f".repair input[value='{account_key(second.accounts[0])}']").check()
        page.get_by_role("button", name="Split").click()
        expect(page.locator(".told-you")).to_have_text("Claim split")

        # A title, a byline, an outlet and a date are set right.
        article = before.articles[0].id
        go(page, address, f"article/{article}")
        for label, value in (
            ("Title", "What the beacon showed"),
            ("Outlet", "The Skarrow Bell"),
            ("Authors, one a line", "Ada Lind\nOdd Berg"),
            ("Date of printing", "2021-03"),
        ):
            page.get_by_text("Correct title, byline, outlet or date").click()
            page.get_by_label(label, exact=True).fill(value)
            page.locator("form", has=page.get_by_label(label, exact=True)).get_by_role("button").click()
            expect(page.locator(".told-you")).to_contain_text(value.split("\n")[0])
        expect(page.locator("h1")).to_have_text("What the beacon showed")
        expect(page.locator(".reading .byline")).to_contain_text(
            "The Skarrow Bell · by Ada Lind, Odd Berg · March 2021"
        )

        # All of it survives a rebuild, and the log tells it.
        rebuild(marin).close()
        page.reload()
        expect(page.locator("h1")).to_have_text("What the beacon showed")
        go(page, address, "people")
        expect(page.locator("#people .item", has_text="MR. STENMARK")).to_be_visible()
        after = record_of(marin)
        homes = [
            next(c.id for c in after.claims if account_key(k.accounts[0]) in map(account_key, c.accounts))
            for k in (first, second)
        ]
        assert homes[0] != homes[1]
        page.get_by_role("link", name="Corrections").click()
        expect(page.locator("tbody tr")).to_have_count(7)
        expect(page.locator("tbody")).to_contain_text("Ruth")
        assert trouble == []


def test_a_page_is_added_and_the_story_taken_out(chrome: Browser, marin: Path) -> None:
    before = record_of(marin)
    with served(marin) as address, opened(chrome, address) as (page, trouble):
        go(page, address, f"article/{before.articles[0].id}")
        page.get_by_text("Correct title, byline, outlet or date").click()
        page.get_by_label("Title", exact=True).fill("What the beacon showed")
        page.get_by_label("Title", exact=True).press("Enter")
        expect(page.locator("h1")).to_have_text("What the beacon showed")

        go(page, address, "add")
        page.locator("#file").set_input_files({"name": "lantern.txt", "mimeType": "text/plain", "buffer": LATER})
        page.get_by_role("button", name="Read them").click()
        expect(page.get_by_text("1 page given, 1 of them new and read.")).to_be_visible(timeout=120_000)
        page.get_by_role("link", name=re.compile("^Articles")).click()
        expect(page.locator("tbody tr")).to_have_count(len(before.articles) + 1)
        expect(page.get_by_text("What the beacon showed")).to_be_visible()

        page.get_by_role("link", name="Take out").click()
        with page.expect_download() as dossier:
            page.get_by_role("link", name="Dossier").click()
        assert "What the beacon showed" in dossier.value.path().read_text(encoding="utf-8")
        with page.expect_download() as whole:
            page.get_by_role("link", name="Record").click()
        told = json.loads(whole.value.path().read_text(encoding="utf-8"))
        assert [one["value"] for one in told["corrections"]] == ["What the beacon showed"]
        assert trouble == []


def test_all_of_it_by_keyboard_alone(chrome: Browser, marin: Path) -> None:
    before = record_of(marin)
    claim = disputes(index(before))[0]
    with served(marin) as address, opened(chrome, address) as (page, trouble):
        keys = page.keyboard
        keys.press("Tab")
        expect(page.get_by_text("Skip to the content")).to_be_focused()

        # To the claims, to the first dispute, to its first line, into the dialog.
        keys.press("g")
        keys.press("c")
        expect(page.locator("h1")).to_have_text("Claims")
        page.wait_for_load_state()
        keys.press("j")
        expect(page.get_by_role("link", name=heading(claim.text)).first).to_be_focused()
        keys.press("Enter")
        expect(page.locator("article.dispute h1")).to_have_text(heading(claim.text))
        page.wait_for_load_state()
        keys.press("j")
        keys.press("e")
        dialog = page.get_by_role("dialog", name="Correct a line")
        expect(dialog).to_be_visible()
        keys.press("Tab")
        expect(dialog.get_by_label("Speaker")).to_be_focused()
        keys.press("Control+A")
        keys.type("Piet Lauwers")
        keys.press("Enter")
        expect(page.locator(".told-you")).to_have_text("Speaker set: Piet Lauwers")
        page.wait_for_load_state()
        keys.press("u")
        expect(page.locator(".told-you")).to_contain_text("Taken back")

        # Two people are chosen and joined.
        page.wait_for_load_state()
        keys.press("g")
        keys.press("p")
        expect(page.locator("h1")).to_have_text("People and bodies")
        page.wait_for_load_state()
        for _ in range(2):
            keys.press("j")
            keys.press("x")
        join = page.get_by_role("button", name="Join the chosen")
        expect(join).to_be_enabled()
        for _ in range(40):
            keys.press("Shift+Tab")
            if join.evaluate("one => one === document.activeElement"):
                break
        expect(join).to_be_focused()
        keys.press("Enter")
        expect(page.locator(".told-you")).to_contain_text("Names joined")

        # The timeline is zoomed and moved in place; a dialog is left with Escape.
        page.wait_for_load_state()
        keys.press("g")
        keys.press("t")
        expect(page.locator("h1")).to_have_text("Timeline")
        page.wait_for_load_state()
        keys.press("+")
        expect(page).to_have_url(re.compile("first="))
        keys.press("0")
        expect(page).not_to_have_url(re.compile("first="))
        keys.press("?")
        expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
        keys.press("Escape")
        expect(page.get_by_role("dialog", name="Keyboard")).to_be_hidden()
        assert trouble == []
