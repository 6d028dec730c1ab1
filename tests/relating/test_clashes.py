"""Statements that are the same but for a value are two claims, each of which names the other."""

from __future__ import annotations

import pytest

from rashomon.record import Record
from tests.relating.pages import Told, story


def told(
    one: str, other: str, days: tuple[str | None, str | None] = ("2031-04-02", "2031-04-03"), **more: object
) -> Record:
    """What two papers tell in their own voice."""
    return story(
        Told(f"{one}.", "The Tarn Courier", days[0], **more), Told(f"{other}.", "Westmark Daily", days[1], **more)
    )


STORM = "The autumn storm killed 12 fishermen off the northern coast"


def test_another_number_is_a_contradiction_with_its_reason():
    claims = told(STORM, STORM.replace("12", "19")).claims
    assert [len(claim.accounts) for claim in claims] == [1, 1]
    assert all("another number: " in claim.reason for claim in claims)
    assert "19 fishermen" in next(c for c in claims if "12" in c.text).reason


def test_another_day_is_a_contradiction():
    one, other = "The great ferry sank on May 3 with all its grain", "The great ferry sank on May 9 with all its grain"
    record = story(
        Told(f"{one}.", "The Tarn Courier", "2031-06-02", times={"May 3": "2031-05-03"}),
        Told(f"{other}.", "Westmark Daily", "2031-06-02", times={"May 9": "2031-05-09"}),
    )
    assert {"another date" in claim.reason for claim in record.claims} == {True}


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        pytest.param(STORM, STORM.replace("12", "19"), ("2031-04-02", "2031-04-20"), id="a later count"),
        pytest.param(STORM, STORM.replace("12", "19"), ("2031-04-02", None), id="told who knows when"),
        pytest.param(STORM, STORM.replace("12", "at least 19"), ("2031-04-02", "2031-04-03"), id="at least"),
        pytest.param(
            STORM,
            "The spring flood drowned 19 fishermen below the northern coast",
            ("2031-04-02",) * 2,
            id="another storm",
        ),
    ],
)
def test_what_is_no_contradiction(one: str, other: str, days: tuple[str | None, str | None]):
    assert not any("contradicted" in claim.reason for claim in told(one, other, days).claims)
