"""The one spoken to is not what was said."""

from __future__ import annotations

import pytest

from tests.attribution.test_merge import FakeTagger

CONTENTS = [
    (("An aide", "told", "him he was right"), "", "he was right"),
    (("Ruth Lee", "told", "Dan Roe that the bridge was shut"), "", "that the bridge was shut"),
    (("Ruth Lee", "lectured", "Dan Roe on the price of tolls"), "", "on the price of tolls"),
    (("Ruth Lee", "asked", "Dan Roe to open the bridge"), "", "Dan Roe to open the bridge"),
    (("Mayor Ruth Lee", "spoke about", "the tolls to Dan Roe"), " during a call", "the tolls"),
    (("Mayor Ruth Lee", "spoke about", "the tolls to Dan Roe during a call"), "", "the tolls"),
    (("Mayor Ruth Lee", "spoke about", "the tolls to the islands"), " during a call", "the tolls to the islands"),
]


@pytest.mark.parametrize(("parts", "rest", "said"), CONTENTS, ids=[f"{c[0][1]}: {c[2]}" for c in CONTENTS])
def test_the_content_without_the_one_spoken_to(parts, rest, said, hear):
    heard = hear(f"{' '.join(parts)}{rest}.", FakeTagger(parts))
    (found,) = [a for a in heard.found if heard.words(a.cue) == parts[1]]
    assert heard.words(found.content) == said


def test_who_a_thing_was_said_about_to_is_spoken_to(hear):
    text = "Mayor Ruth Lee spoke about the tolls to Dan Roe."
    heard = hear(text, FakeTagger(("Mayor Ruth Lee", "spoke about", "the tolls to Dan Roe")))
    assert heard.by("Mayor Ruth Lee", "spoke").addressee == "Dan Roe"


def test_comments_to_someone_are_about_the_rest(hear):
    text = "It was Roe’s comments to Lee about misuse of the bridge that mattered."
    heard = hear(text, FakeTagger(("Roe", "comments to", "Lee about misuse of the bridge")))
    (found,) = [a for a in heard.found if "comments" in heard.words(a.cue)]
    assert heard.words(found.content) == "about misuse of the bridge"
