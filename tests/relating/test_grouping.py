"""Which articles tell one story."""

from __future__ import annotations

from datetime import date

from rashomon.relating.grouping import Paper, stories_of

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
