from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from rashomon.views.axis import axis
from rashomon.views.claim import claim_view
from rashomon.views.index import Index, index
from rashomon.views.layers import columns
from rashomon.views.network import Named, Network, name_key
from rashomon.views.rests import rest, rests
from rashomon.views.sources import picture, sources
from rashomon.views.strip import strip
from rashomon.views.timeline import timeline
from tests.views.sample import day


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


def test_between_given_ends_the_axis_runs_from_end_to_end() -> None:
    ends = ordinal("2021-06-01"), ordinal("2021-06-30")
    scale = axis([(ordinal("2021-01-01"), ordinal("2021-12-31")), (ordinal("2021-06-04"),) * 2], 0, 900, ends=ends)
    assert (scale.day(0), scale.day(900)) == ends
    assert all(abs(scale.day(scale.x(day)) - day) <= 1 for day in range(*ends))
    assert scale.day(-900) < ends[0] - 20


def test_what_goes_on_beyond_the_ends_runs_out_of_the_picture(among: Index) -> None:
    view = timeline(among, ends=(ordinal("2021-07-10"), ordinal("2021-07-20")), keep={"v2"})
    (mark,) = view.marks
    assert mark.x < 0
    assert mark.x + mark.wide > view.width
    assert 0 < mark.middle < view.width


def test_a_crowd_of_days_is_few_dots_that_say_how_many_they_are(among: Index) -> None:
    one = among.record.events[0]
    days = [date.fromordinal(ordinal("2021-01-01") + k).isoformat() for k in range(400)]
    events = [replace(one, id=f"v{k}", date=day(value), weight=1.0) for k, value in enumerate(days)]
    view = timeline(index(replace(among.record, events=events)), important=10)
    small = [mark for mark in view.marks if not mark.number]
    assert sum(mark.count for mark in small) == 390
    assert len(small) < 80


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
    places = {node.name: node.x for node in sources(among).nodes}
    assert places["Tomas Brandt"] < places["Orlen Courier"] < places["Valley Herald"]
    assert {rest(link, among).on for link in rests(among)} == {
        "Orlen Courier: Mayor knew bridge was unsafe, engineer says",
        "Orlen Courier",
    }


def test_the_smaller_sources_are_left_to_the_list(among: Index) -> None:
    view = sources(among, most=2)
    assert len(view.nodes) == 2
    assert view.hidden > 0


def test_an_outlet_with_and_without_its_article_is_one() -> None:
    assert name_key("The Orlen Courier", "outlet") == name_key("Orlen Courier", "outlet")
    assert name_key("The report", "document") != name_key("The report", "outlet")


def thicket(shared: int, alone: int, outlets: int = 20) -> Network:
    """Sources that several outlets rest on, and sources of one outlet each."""
    nodes = {f"outlet:{k}": Named(f"outlet:{k}", f"Outlet {k}", "outlet", 3) for k in range(outlets)}
    edges = {}
    for k in range(shared + alone):
        key = f"other:{k}"
        nodes[key] = Named(key, f"Source {k}", "person", 1)
        for n in range(4 if k < shared else 1):
            edges[key, f"outlet:{(k * 7 + n * 3 + k // outlets) % outlets}"] = frozenset({f"a{k}-{n}"})
    return Network(nodes, edges)


def test_sources_of_the_same_outlets_stand_together() -> None:
    view = picture(thicket(shared=0, alone=180), most=200)
    assert len(view.edges) == 20
    assert sum(len(node.members) for node in view.nodes) == 200
    assert view.hidden == 0
    assert max(len(node.labels) for node in view.nodes) > 1


def test_articles_of_no_known_outlet_that_rest_on_the_same_stand_together() -> None:
    nodes = {f"article:{k}": Named(f"article:{k}", f"Report {k}", "article", 1) for k in range(9)}
    nodes |= {f"other:{k}": Named(f"other:{k}", f"Source {k}", "person", 1) for k in range(2)}
    edges = {(f"other:{k % 2}", f"article:{k}"): frozenset({f"a{k}"}) for k in range(9)}
    view = picture(Network(nodes, edges), most=60)
    assert sorted(len(node.members) for node in view.nodes) == [1, 1, 4, 5]
    assert len(view.edges) == 2
    assert {node.name for node in view.nodes if len(node.members) > 1} == {"Report 0 and 4 more", "Report 1 and 3 more"}
    alone = picture(Network(nodes, edges), about="alike:article:0")
    assert {node.key for node in alone.nodes} == {"other:0", *(f"article:{k}" for k in range(0, 9, 2))}


def test_two_hundred_nodes_are_a_picture_whose_labels_do_not_meet() -> None:
    view = picture(thicket(shared=60, alone=120), most=200)
    assert len(view.shown) == 200
    assert len(view.edges) <= 190
    places = sorted((node.x, y) for node in view.nodes for y in node.lines)
    assert all(b[1] - a[1] >= 16.9 for a, b in pairwise(places) if a[0] == b[0])
    assert max(y for _, y in places) < view.height


def test_one_node_is_seen_with_its_neighbours_alone() -> None:
    net = thicket(shared=60, alone=120)
    view = picture(net, most=200, about="other:3")
    assert {node.key for node in view.nodes} == {"other:3", *net.after["other:3"]}
    assert [node.key for node in view.nodes if node.middle] == ["other:3"]
    several = picture(net, most=200, about="alike:other:70")
    assert {node.kind for node in several.nodes} == {"outlet", "person"}
    assert all(len(node.members) == 1 for node in several.nodes)


def test_only_edges_of_enough_articles_are_drawn() -> None:
    net = thicket(shared=4, alone=4)
    assert picture(net, least=2).edges == ()
    assert len(picture(net, least=1).edges) > 4


def test_denials_hang_below_the_line(among: Index) -> None:
    picture = strip(claim_view(among.claims["c1"], among))
    assert picture is not None
    below = {bead.account.key for bead in picture.beads if bead.y > picture.line}
    assert below == {"s3", "s4", "s7"}
