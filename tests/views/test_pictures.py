from __future__ import annotations

from datetime import date
from itertools import pairwise

from rashomon.views.axis import axis
from rashomon.views.claim import claim_view
from rashomon.views.index import Index
from rashomon.views.layers import columns
from rashomon.views.sources import sources
from rashomon.views.strip import strip
from rashomon.views.timeline import timeline


def ordinal(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_empty_years_are_cut_out_and_the_cut_is_known() -> None:
    days = [ordinal("1967-06-05"), ordinal("2016-12-23"), ordinal("2016-12-29"), ordinal("2020-06-18")]
    scale = axis([(day, day) for day in days], 0, 900)
    places = [scale.x(day) for day in days]
    assert places == sorted(places)
    assert len(scale.cuts) == 2
    assert places[2] - places[1] > 20


def test_a_story_of_one_day_has_an_axis() -> None:
    day = ordinal("2021-06-04")
    scale = axis([(day, day)], 0, 900)
    assert 0 < scale.x(day) < 900
    assert scale.ticks()


def test_ticks_keep_apart_and_name_what_they_stand_for() -> None:
    scale = axis([(ordinal("2016-01-01"), ordinal("2021-12-31"))], 0, 900)
    ticks = scale.ticks()
    assert all(b.at - a.at >= 88 for a, b in pairwise(ticks))
    assert "2019" in " ".join(tick.text for tick in ticks)


def test_what_rests_on_something_stands_right_of_it() -> None:
    made = columns(["a", "b", "c"], [("a", "b"), ("b", "c"), ("a", "c")])
    assert made == [["a"], ["b"], ["c"]]


def test_outlets_that_cite_each_other_still_get_a_place() -> None:
    made = columns(["a", "b"], [("a", "b"), ("b", "a")])
    assert sorted(node for column in made for node in column) == ["a", "b"]


def test_a_day_is_a_dot_and_a_month_a_bar(among: Index) -> None:
    marks = {mark.event.id: mark for mark in timeline(among).marks}
    assert marks["v1"].wide == 0
    assert 0 < marks["v2"].wide < marks["v3"].wide


def test_the_weightiest_events_are_numbered_in_time_order(among: Index) -> None:
    view = timeline(among, important=2)
    assert [event.id for event in view.important] == ["v1", "v2"]
    assert [event.id for event in view.rest] == ["v3"]
    assert {mark.event.id: mark.number for mark in view.marks} == {"v1": 1, "v2": 2, "v3": 0}


def test_outlets_stand_right_of_whom_they_rest_on(among: Index) -> None:
    view = sources(among)
    places = {node.name: node.x for node in view.nodes}
    assert places["Tomas Brandt"] < places["Orlen Courier"] < places["Valley Herald"]
    assert {rest.on for rest in view.rests} == {
        "Orlen Courier: Mayor knew bridge was unsafe, engineer says",
        "Orlen Courier",
    }


def test_the_smaller_sources_are_left_to_the_list(among: Index) -> None:
    view = sources(among, most=2)
    assert len(view.nodes) == 2
    assert view.hidden > 0
    assert len(view.origins) == 4


def test_denials_hang_below_the_line(among: Index) -> None:
    picture = strip(claim_view(among.claims["c1"], among))
    assert picture is not None
    below = {bead.account.key for bead in picture.beads if bead.y > picture.line}
    assert below == {"s3", "s4", "s7"}
