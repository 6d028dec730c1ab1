from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import browser


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    """One Chromium for the whole session: Playwright allows no second one beside it."""
    with browser() as made:
        yield made
