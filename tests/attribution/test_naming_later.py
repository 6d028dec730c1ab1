"""Somebody described first and named by the next paragraph."""

from __future__ import annotations

import pytest

FIRST = "The harbour master of Skerry says he warned the ministry two months ago that the beacon was failing."


def test_the_newcomer_is_the_one_described(hear):
    heard = hear(f"{FIRST}\n\nIn an interview on Friday, Tomas Roe said he wrote to the ministry in January.")
    assert heard.by("The harbour master of Skerry", "says").speaker.name == "Tomas Roe"


@pytest.mark.parametrize(
    "after",
    [
        "In an interview on Friday, Ann Lee, a lawyer, said she wrote to the ministry.",
        "Mayor Ann Lee said she wrote to the ministry.",
        "Tomas Roe and Ann Lee said they wrote to the ministry.",
        "The mayor said nothing. Tomas Roe said he wrote to the ministry.",
        "The ministry did not answer.\n\nTomas Roe said he wrote to the ministry.",
    ],
)
def test_anyone_else_leaves_it_open(after, hear):
    heard = hear(f"{FIRST}\n\n{after}")
    assert heard.by("The harbour master of Skerry", "says").speaker.name == "The harbour master of Skerry"
