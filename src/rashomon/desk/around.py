"""The network of sources as it is asked for: all of it, or one node with what stands next to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.desk.shown import NODES, Shown
from rashomon.views.network import ALIKE, Named, end_key, outlet_key
from rashomon.views.rests import OriginLine, Rest, origin_line, rest, rests
from rashomon.views.sources import SourcesView, picture

_RESTS = 60
# What the list of weights offers, as far as the story has any edge of so many articles.
_WEIGHTS = (1, 2, 3, 5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class Beside:
    """A node in the list beside the picture: how many articles, how many known outlets rest on it."""

    node: Named
    articles: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Around:
    """``about`` is the node in the middle, None for the whole; ``origin`` tells of it in words. ``least`` is the number
    of articles an edge must have, ``weights`` what can be chosen for it; ``more`` counts rests not listed."""

    about: Named | None
    alike: bool
    origin: OriginLine | None
    picture: SourcesView
    listed: tuple[Beside, ...]
    rests: tuple[Rest, ...]
    more: int
    least: int
    weights: tuple[int, ...]


def around(shown: Shown, asked: Mapping[str, str]) -> Around:
    """What an address asks for; a node that there is not counts as none."""
    net, among = shown.network, shown.among
    given = asked.get("about", "")
    about = net.nodes.get(given.removeprefix(ALIKE))
    key = given if about else ""
    heaviest = max((len(articles) for articles in net.edges.values()), default=1)
    weights = tuple(one for one in _WEIGHTS if one <= heaviest)
    least = next((one for one in weights if str(one) == asked.get("least")), 1)
    seen = picture(net, most=NODES, least=least, about=key) if key or least > 1 else shown.sources
    links = [one for one in rests(among) if not key or key in (outlet_key(one.source, among), end_key(one, among))]
    origin = among.origins.get(about.origin) if about and not given.startswith(ALIKE) else None
    return Around(
        about=about,
        alike=bool(about) and given.startswith(ALIKE),
        origin=origin_line(origin, among) if origin else None,
        picture=seen,
        listed=tuple(
            Beside(
                node,
                len(net.articles[node.key]),
                sum(net.nodes[on].kind == "outlet" for on in net.after.get(node.key, ())),
            )
            for node in seen.shown
        ),
        rests=tuple(rest(one, among) for one in links[:_RESTS]),
        more=max(0, len(links) - _RESTS),
        least=least,
        weights=weights,
    )
