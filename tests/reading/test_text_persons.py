from __future__ import annotations

import pytest

from rashomon.reading.lines import lines_of
from rashomon.reading.text_captions import names_alone
from rashomon.reading.text_persons import persons_of, says_ago


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("Ola Brandt @olabrandt", ["Ola Brandt"]),
        ("Ola Brandt@OBrandt / 2 days", ["Ola Brandt"]),
        ("Ola Brandt @HalvernFerry", []),
        ("Inga Solheim Senior Contributor", ["Inga Solheim"]),
        ("Inga Solheim, Sports Writer", ["Inga Solheim"]),
        ("Inga Solheim and Karl Nygaard HALVERN TODAY", ["Inga Solheim", "Karl Nygaard"]),
        ("INGA SOLHEIM, GAZETTE", ["Inga Solheim"]),
        ("Inga Solheim Associated Press", ["Inga Solheim"]),
        ("Inga Solheim 27/09/2018", ["Inga Solheim"]),
        ("March 5, 2019 Inga Solheim", ["Inga Solheim"]),
        ("The mayor met the writer", []),
        ("Halvern votes", []),
    ],
)
def test_a_name_is_a_byline_by_what_stands_beside_it(line: str, persons: list[str]) -> None:
    (one,) = lines_of(line)
    assert persons_of(line, one, None) == persons


@pytest.mark.parametrize(
    ("line", "ago"), [("2 days ago", True), ("an hour ago", True), ("Two days ago he left", False)]
)
def test_how_long_ago(line: str, ago: bool) -> None:
    assert says_ago(lines_of(line)[0]) is ago


def test_a_name_between_paragraphs_about_its_bearer_is_a_caption() -> None:
    text = "\n\n".join(
        (
            "The council of Halvern denied on Monday that it had seen the report, which Ola Brandt had asked for.",
            "Mayor Ola Brandt",
            "Brandt said she would welcome an inquiry, and that a letter could be shown if one had been sent at all.",
            "The Long Road",
            "The road around the bridge takes an hour, and a shopkeeper said that half of her customers stay away.",
        )
    )
    lines = lines_of(text)
    assert names_alone(lines, [True] * len(lines)) == {1}
    # Names before each turn say who speaks.
    many = lines_of("\n\n".join([text] * 6))
    assert names_alone(many, [True] * len(many)) == set()
