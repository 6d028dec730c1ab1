"""Which days of a story matter."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.temporal import Reference, rank_dates
from rashomon.temporal.ranking import relevance, topic_names

DAY = date(2019, 3, 5)


def test_a_day_that_later_articles_come_back_to_comes_first() -> None:
    same_day = [Reference(DAY, f"a{k}", DAY) for k in range(3)]
    later = [Reference(DAY + timedelta(days=1), f"b{k}", DAY + timedelta(days=9)) for k in range(2)]
    first, second = rank_dates([*same_day, *later])
    assert (first.day, first.mentions, first.articles, first.returned) == (DAY + timedelta(days=1), 2, 2, 2)
    assert (second.day, second.mentions, second.articles, second.returned) == (DAY, 3, 3, 0)


def test_articles_of_another_topic_weigh_less() -> None:
    other = [Reference(DAY, f"a{k}", None, 0.1) for k in range(4)]
    ours = [Reference(DAY + timedelta(days=1), "b", None)]
    assert [one.day for one in rank_dates([*other, *ours])] == [DAY + timedelta(days=1), DAY]


def test_nothing_to_rank() -> None:
    assert rank_dates([]) == []


REFERENCES = st.lists(
    st.builds(
        Reference,
        st.dates(DAY, DAY + timedelta(days=5)),
        st.sampled_from("abcdef"),
        st.none() | st.dates(DAY, DAY + timedelta(days=9)),
        st.floats(0, 1),
    ),
    max_size=20,
)


@settings(deadline=None)
@given(REFERENCES, st.randoms())
def test_the_order_of_the_input_has_no_effect(references: list[Reference], random: object) -> None:
    shuffled = list(references)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert [one.day for one in rank_dates(references)] == [one.day for one in rank_dates(shuffled)]


def test_topic_names_and_relevance() -> None:
    texts = ["In the town Tarn met the envoy, Varga said.", "A boat to Tarn sank.", "For once the sun shone."]
    names = topic_names(texts)
    assert names == ["Tarn", "Varga"]
    assert [relevance(text, names) for text in texts] == [1.0, 0.5, 0.0]
    assert relevance("anything", []) == 1.0
