from __future__ import annotations

import pytest

from rashomon.reading.bylines import clean_authors, is_person_name
from rashomon.reading.bylines_dated import authors_behind_date


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("By ADA RENN  ", ["Ada Renn"]),
        ("By Ada Renn, Political Editor", ["Ada Renn"]),
        ("Ada Renn and Mary O'Vik-Holm | Brenna Gazette", ["Ada Renn", "Mary O'Vik-Holm"]),
        ("By Ada Renn, Jonas Vik and Per Holm, GAZ", ["Ada Renn", "Jonas Vik", "Per Holm"]),
        ("Submitted by Ada Renn on Monday", ["Ada Renn"]),
        ("By Ada Renn, MD, PhD", ["Ada Renn"]),
        ("By Ada Renn in Ostrand and Jonas Vik for the Gazette", ["Ada Renn", "Jonas Vik"]),
        ("Renn, Ada", ["Ada Renn"]),
        ("By TOM MCVIK, Associated Press", ["Tom McVik"]),
        ("Tom Vik Associated Press", ["Tom Vik"]),
        ("By Ada Renn ada@gazette.example", ["Ada Renn"]),
        ("Written by: Alexander van der Holm", ["Alexander van der Holm"]),
        ("By Ada Renn Photographs by Jonas Vik", ["Ada Renn"]),
        ("Ada Renn is a reporter in Ostrand", ["Ada Renn"]),
        ("Dr. Ada Renn", ["Ada Renn"]),
        ("Иван Петров", ["Иван Петров"]),
        ("By Voltaire", ["Voltaire"]),
        ("Ada Renn, Ostrandia", ["Ada Renn"]),
        ("Reuters", []),
        ("Staff", []),
        ("Gazette Staff", []),
        ("Brenna Gazette", []),
        ("Gazette.com", []),
        ("Jonas Vik, Editor-at-large", ["Jonas Vik"]),
        ("@adarenn", []),
        ("admin", []),
        ("https://gazette.example/ada", []),
        ("", []),
    ],
)
def test_bylines_become_persons(raw: str, names: list[str]) -> None:
    assert clean_authors(raw, "Brenna Gazette") == names


def test_a_person_s_name_is_told_from_a_phrase() -> None:
    assert is_person_name("Ada Renn")
    assert not is_person_name("The council of Brenna met today")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Posted on 3 May 2019 by Ada Renn", ["Ada Renn"]),
        (
            "Published Friday, May 3, 2019 at 9:15 am by Ada Renn and Per Holm in Local Affairs",
            ["Ada Renn", "Per Holm"],
        ),
        ("3 May 2019 | By Ada Renn | 4 comments", ["Ada Renn"]),
        ("Posted on 3 May 2019 by Editorial Staff", []),
        ("The vote was held on 3 May 2019 by Ada Renn", []),
        ("Due on 3 May 2019 by noon", []),
    ],
)
def test_a_byline_behind_a_date(words: str, names: list[str]) -> None:
    assert authors_behind_date(words, "Brenna Gazette") == names
