"""To whom something was said, and on what occasion."""

from __future__ import annotations

import pytest

# text, source, cue, addressee, the words of it
ADDRESSED = [
    ("Holt told the Elbonian Post that the bridge was safe.", "Holt", "told", "Elbonian Post", "the Elbonian Post"),
    ("Holt said to Ruth Lee that the bridge was safe.", "Holt", "said", "Ruth Lee", "Ruth Lee"),
    ("Holt asked Ruth Lee whether the bridge was safe.", "Holt", "asked", "Ruth Lee", "Ruth Lee"),
    ("Ruth Lee left. Holt told Lee that the bridge was safe.", "Holt", "told", "Ruth Lee", "Lee"),
    ("Holt warned the council that the bridge could fall.", "Holt", "warned", "the council", "the council"),
    ("Holt urged Ruth Lee to close the bridge.", "Holt", "urged", "Ruth Lee", "Ruth Lee"),
    ("Holt told reporters that the bridge was safe.", "Holt", "told", "reporters", "reporters"),
]


@pytest.mark.parametrize(("text", "source", "cue", "name", "words"), ADDRESSED, ids=[a[0] for a in ADDRESSED])
def test_addressee(text, source, cue, name, words, hear):
    heard = hear(text)
    found = heard.by(source, cue)
    assert found.addressee == name
    assert heard.words(found.addressed) == words


def test_nobody_is_addressed_where_nobody_is_named(hear):
    found = hear("Holt said that the bridge was safe.").by("Holt", "said")
    assert found.addressee is None
    assert found.addressed == []


OCCASIONS = [
    ("Holt said in a closed meeting that the bridge was safe.", "in a closed meeting"),
    (
        "In an interview with the Elbonian Post, Holt said that the bridge was safe.",
        "In an interview with the Elbonian Post",
    ),
    ("Holt said on Twitter that the bridge was safe.", "on Twitter"),
    ("Holt said at a rally in Elm that the bridge was safe.", "at a rally in Elm"),
    ("Holt said on Monday that the bridge was safe.", ""),
]


@pytest.mark.parametrize(("text", "occasion"), OCCASIONS, ids=[o[0] for o in OCCASIONS])
def test_occasion(text, occasion, hear):
    heard = hear(text)
    assert heard.words(heard.by("Holt", "said").occasion) == occasion


def test_an_interview_is_with_somebody(hear):
    heard = hear("In an interview with the Elbonian Post, Holt said that the bridge was safe.")
    assert heard.by("Holt", "said").addressee == "Elbonian Post"


def test_who_was_asked_did_not_ask(hear):
    heard = hear("Asked whether the bridge was safe, Ruth Lee said that it was.")
    asked = [a for a in heard.found if "Asked" in heard.words(a.cue)]
    assert all(a.source == [] and a.speaker is None for a in asked)
    assert heard.by("Ruth Lee", "said").speaker.name == "Ruth Lee"
