"""A claim's text stands alone."""

from __future__ import annotations

import pytest

from rashomon.record import Quotation, SourceKind
from rashomon.relating.wording import plain
from tests.relating.pages import Said, Told, story
from tests.relating.test_claims import DENY

PEOPLE = {"Anna Lund": ["Lund"], "Robert Karn": ["Karn"]}


def text_of(*said: Said, text: str) -> list[str]:
    return [claim.text for claim in story(Told(text, "The Tarn Courier", "2031-04-02", list(said), PEOPLE)).claims]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("the suggestion that the ship was not seaworthy", "the ship was not seaworthy"),
        ("That sort of talk sinks ships", "That sort of talk sinks ships"),
        ("And certainly don’t wave from the pier", "Certainly don’t wave from the pier"),
        ("“It sank in an hour,” the harbour master said last week", "It sank in an hour"),
        ("I knew you'd say that,' before the talk moved on", "I knew you'd say that, before the talk moved on"),
    ],
)
def test_what_only_joins_or_frames_is_left_out(words: str, text: str):
    assert plain(words) == text


def test_i_is_told_with_the_speakers_name():
    quoted = Said("Lund", "said", "“I warned the harbour board twice,”", "Anna Lund", quotation=Quotation.DIRECT)
    assert text_of(quoted, text="Anna Lund came. “I warned the harbour board twice,” Lund said.") == [
        "[Anna Lund:] I warned the harbour board twice"
    ]


def test_she_is_the_speaker_where_nobody_else_may_be_meant():
    said = Said("Anna Lund", "said", "she warned the harbour board twice", "Anna Lund")
    assert text_of(said, text="Anna Lund said she warned the harbour board twice.") == [
        "[Anna Lund] warned the harbour board twice"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Robert Karn stood there. Anna Lund said he warned the harbour board twice.",  # another man
        "Anna Lund said he warned the harbour board twice.",  # no woman
    ],
)
def test_he_is_not_a_woman(text: str):
    said = Said("Anna Lund", "said", "he warned the harbour board twice", "Anna Lund")
    assert text_of(said, text=text) == ["he warned the harbour board twice"]


def test_another_woman_may_be_meant():
    people = PEOPLE | {"Mary Venn": ["Venn"]}
    said = Said("Anna Lund", "said", "she warned the harbour board twice", "Anna Lund")
    page = Told(
        "Mary Venn sat. Anna Lund said she warned the harbour board twice.", "Tarn Courier", None, [said], people
    )
    assert [claim.text for claim in story(page).claims] == ["she warned the harbour board twice"]


def test_what_is_called_false_is_the_thing():
    said = Said("Anna Lund", "called", "the story in the Westmark Daily “simply false”", "Anna Lund", **DENY)
    assert text_of(said, text="Anna Lund called the story in the Westmark Daily “simply false”.") == [
        "the story in the Westmark Daily"
    ]


def test_it_called_false_is_told_with_who_says_so():
    said = Said("Anna Lund", "called", "it “a plain fabrication”", "Anna Lund", **DENY)
    assert text_of(said, text="Anna Lund called it “a plain fabrication”.") == [
        "Anna Lund called it “a plain fabrication”"
    ]


def test_a_body_that_speaks_of_itself():
    said = Said("Tarn Ferries", "said", "it accepted the finding", "Tarn Ferries", kind=SourceKind.ORGANISATION)
    page = Told("Tarn Ferries said it accepted the finding.", "Tarn Courier", None, [said], {})
    assert [claim.text for claim in story(page).claims] == ["[Tarn Ferries] accepted the finding"]
