"""Names in headlines where every word has a capital."""

from __future__ import annotations

import pytest

from rashomon.attribution.cast import cast

BODY = "Mayor Peter Holt of London said on Monday that the bridge was safe. Mr. Holt left on Tuesday."


@pytest.mark.parametrize(
    "headline", ["Holt Returns To Trail With Bridge Focus", "Elbonia Holt Cancels Talks Over Bridge"]
)
def test_the_body_knows_the_name(headline, parse):
    people = [n.name for n in cast(parse(f"{headline}\n\n{BODY}")) if n.kind == "person"]
    assert people == ["Peter Holt"]


def test_a_whole_name_stays(parse):
    people = [n for n in cast(parse(f"Anna Roe Calls For Bridge Inquiry Today\n\n{BODY}")) if n.kind == "person"]
    assert "Anna Roe" in [n.name for n in people]


def test_a_place_before_a_name_is_not_part_of_it(parse):
    text = "Foreign Minister Lavrin met Mr. Roe in London. They spoke of Syria. On Syria Lavrin was lecturing Roe."
    names = {n.name for n in cast(parse(text))}
    assert "Lavrin" in names
    assert "Syria Lavrin" not in names


def test_a_paper_is_no_man(parse):
    text = "According to The Hill, Peter Roe of London left. The Hill’s Ann Lee asked Mr. Roe. So said The Hill."
    assert all(n.name != "Hill" for n in cast(parse(text)))
