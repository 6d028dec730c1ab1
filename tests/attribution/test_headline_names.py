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
