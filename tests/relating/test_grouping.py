"""Which articles tell one story."""

from __future__ import annotations

from datetime import date

from rashomon.record import LinkKind
from rashomon.relating.grouping import LEAST_SMALL, Paper, likest, stories_and_vectors, stories_of
from tests.relating.pages import Told, story

FIRE = "A fire destroyed the Skarn paper mill on the Lune. Brigades from Tarn fought the flames at the mill all night."
MILL = "The Skarn mill burned down. Flames were seen from Tarn, and brigades on the Lune could not save the paper mill."
VOTE = "Norland elected Ada Lund its first regent. Turnout in the regent election was the highest since the war."
REGENT = "Ada Lund is regent of Norland. The election of a regent drew the highest turnout since the war in Norland."


def test_two_stories_told_twice_are_two_stories():
    papers = [Paper(n, "", t, None) for n, t in (("a", FIRE), ("b", VOTE), ("c", MILL), ("d", REGENT))]
    assert stories_of(papers) == [["a", "c"], ["b", "d"]]


def test_articles_years_apart_are_not_one_story():
    papers = [
        Paper("a", "", FIRE, date(2030, 1, 1)),
        Paper("b", "", MILL, date(2034, 1, 1)),
        Paper("c", "", VOTE, None),
    ]
    assert stories_of(papers) == [["a"], ["b"], ["c"]]


BUDGET = (
    "Regent Ada Lund of Norland signed the budget on Monday. Schools in Tarn and the ferries on the Lune will get more "
    "money this year, while the tax on paper from the Skarn mill falls. Farmers asked for lower fees at the grain "
    "harbour and got none. Teachers welcomed the rise, which pays for smaller classes, new roofs and a library boat. "
    "Shipowners called the lower tax a gift, and a museum of glass in the north must close its doors before winter."
)


def test_in_a_small_pile_the_names_of_its_country_make_no_story():
    papers = [Paper(n, "", t, None) for n, t in (("a", FIRE), ("b", BUDGET), ("c", MILL))]
    assert stories_of(papers) == [["a", "b", "c"]]
    assert stories_of(papers, least=LEAST_SMALL) == [["a", "c"], ["b"]]


def test_small_piles_link_only_what_tells_one_story():
    record = story(*(Told(text, "Nordpost", name=text[:9]) for text in (FIRE, BUDGET, MILL)))
    texts = {article.id: article.text for article in record.articles}
    (link,) = [link for link in record.links if link.kind is LinkKind.SAME_STORY]
    assert {texts[link.source], texts[link.to]} == {FIRE, MILL}


def test_the_likest_is_the_one_that_shares_most():
    papers = [Paper(n, "", t, None) for n, t in (("a", FIRE), ("b", BUDGET), ("c", MILL))]
    _, vectors = stories_and_vectors(papers)
    assert likest("c", ["b", "a"], vectors) == "a"
