"""The picture of who rests on whom: what rests on something stands to its right, what is alike stands together."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from rashomon.views.index import Index
from rashomon.views.layers import columns
from rashomon.views.network import ALIKE, CARRIERS, Named, Network, network

WIDTH = 960.0
# Room for the labels beside the first and the last column, and the least between two columns.
_LEFT, _RIGHT, _BETWEEN = 225.0, 215.0, 220.0
# The height of a line of labels, and the least room between two nodes.
_LINE, _GAP = 17.0, 11.0
_TOP = 14.0
# A picture of more lines than this is no longer seen as one: bundles then show fewer names each.
_LINES = 72
# More edges than this are a thicket; these are the numbers of nodes tried until there are fewer.
_EDGES = 190
_THINNED = (110, 80, 60, 45, 35, 26)
_SHOWN = (30, 16, 10, 6, 4, 3, 2, 1)


@dataclass(frozen=True, slots=True)
class Node:
    """One node, or a bundle of ``members`` that the same outlets rest on. ``y`` is the middle of its ``labels``, which
    stand left of it in the ``first`` column; ``more`` counts members without a label."""

    number: int
    key: str
    name: str
    kind: str
    origin: str
    articles: int
    members: tuple[Named, ...]
    labels: tuple[Named, ...]
    x: float
    y: float
    first: bool
    middle: bool = False

    @property
    def more(self) -> int:
        return len(self.members) - len(self.labels)

    @property
    def lines(self) -> list[float]:
        """Where each of its labels stands, the one that counts the rest last."""
        count = len(self.labels) + bool(self.more)
        return [round(self.y + (k - (count - 1) / 2) * _LINE, 1) for k in range(count)]


@dataclass(frozen=True, slots=True)
class Edge:
    """``right`` rests on ``left`` in ``count`` articles."""

    left: Node
    right: Node
    count: int

    @property
    def path(self) -> str:
        """The curve as SVG path data."""
        start, end = self.left.x + 6, self.right.x - 6
        bend = max(30.0, abs(end - start) / 2)
        from_left = f"M{start:.0f},{self.left.y:.0f} C{start + bend:.0f},{self.left.y:.0f}"
        return f"{from_left} {end - bend:.0f},{self.right.y:.0f} {end:.0f},{self.right.y:.0f}"


@dataclass(frozen=True, slots=True)
class SourcesView:
    """``shown`` are the nodes the picture holds, alone or in bundles, the weightiest first; ``hidden`` counts those
    it leaves out."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    shown: tuple[Named, ...]
    width: float
    height: float
    hidden: int


def sources(among: Index, *, most: int = 60, least: int = 1, about: str = "") -> SourcesView:
    """The picture of the ``most`` connected nodes, of edges with at least ``least`` articles; or of the node ``about``
    and what stands next to it."""
    return picture(network(among), most=most, least=least, about=about)


def picture(whole: Network, *, most: int = 60, least: int = 1, about: str = "") -> SourcesView:
    """The same of a network that is at hand. A thicket is thinned to what can be told apart."""
    near = whole.within(whole.around(about) if about else set(whole.nodes), 1 if about else least)
    listed = net = near.within(_chosen(near, most, about))
    bundles = _bundles(net, about)
    for count in _THINNED:
        if len(_weights(net, bundles)) <= _EDGES:
            break
        net = near.within(_chosen(near, most, about, count))
        bundles = _bundles(net, about)
    weights = _weights(net, bundles)
    made = columns(sorted(bundles), weights)
    nodes, width, height = _place(made, bundles, net, _names_each(made, bundles))
    if about in nodes:
        nodes[about] = replace(nodes[about], middle=True)
    edges = tuple(
        Edge(nodes[left], nodes[right], count)
        for (left, right), count in sorted(weights.items())
        if nodes[left].x < nodes[right].x
    )
    shown = tuple(listed.nodes[key] for key in sorted(listed.nodes, key=lambda n: (-whole.degree[n], n)))
    return SourcesView(tuple(nodes.values()), edges, shown, width, height, len(near.nodes) - len(net.nodes))


def _weights(net: Network, bundles: dict[str, list[str]]) -> Counter[tuple[str, str]]:
    home = {member: key for key, members in bundles.items() for member in members}
    weights: Counter[tuple[str, str]] = Counter()
    for (left, right), articles in net.edges.items():
        weights[home[left], home[right]] += len(articles)
    return weights


def _chosen(net: Network, most: int, about: str, thinned: int | None = None) -> set[str]:
    """The most connected outlets and the most connected of the rest, so that neither crowds the other out. Where it is
    ``thinned``, no more than so many; but what only one outlet rests on stays, since a bundle has room for it."""
    ranked = sorted(net.degree, key=lambda n: (n != about, -net.degree[n], n))
    outlets = [n for n in ranked if net.nodes[n].kind in CARRIERS]
    others = [n for n in ranked if net.nodes[n].kind not in CARRIERS]
    kept = outlets[: max(most // 2, most - len(others))]
    kept += others[: most - len(kept)]
    if thinned is None:
        return set(kept)
    few = [n for n in kept if net.nodes[n].kind in CARRIERS][: max(thinned // 3, 8)]
    shared = [n for n in kept if net.nodes[n].kind not in CARRIERS and len(net.after.get(n, ())) > 1]
    alone = [n for n in kept if net.bundles(n) and len(net.after.get(n, ())) == 1]
    return {*few, *shared[: thinned - len(few)], *alone}


def _bundles(net: Network, about: str) -> dict[str, list[str]]:
    """Nodes by what they are drawn as: those on which the same outlets rest, and no other, are one; so are articles of
    no known outlet that rest on the same."""
    alike: dict[tuple[bool, frozenset[str], frozenset[str]], list[str]] = defaultdict(list)
    made: dict[str, list[str]] = {}
    apart = set(net.alike(about.removeprefix(ALIKE))) if about.startswith(ALIKE) else {about}
    for key in net.nodes:
        if net.bundles(key) and key not in apart:
            alike[net.beside(key)].append(key)
        else:
            made[key] = [key]
    for members in alike.values():
        members.sort(key=lambda n: (-net.degree[n], n))
        made[members[0] if len(members) == 1 else ALIKE + members[0]] = members
    return made


def _names_each(made: list[list[str]], bundles: dict[str, list[str]]) -> int:
    """How many names a bundle may show so that the picture stays one."""

    def tallest(most: int) -> int:
        return max((sum(min(len(bundles[n]), most + 1) for n in column) for column in made), default=0)

    return next((most for most in _SHOWN if tallest(most) <= _LINES), _SHOWN[-1])


def _place(
    made: list[list[str]], bundles: dict[str, list[str]], net: Network, names: int
) -> tuple[dict[str, Node], float, float]:
    tall = {key: min(len(members), names + (len(members) > names)) * _LINE for key, members in bundles.items()}
    need = [sum(tall[n] + _GAP for n in column) for column in made]
    height = max(need, default=0.0)
    step = max(_BETWEEN, (WIDTH - _LEFT - _RIGHT) / max(1, len(made) - 1))
    placed: dict[str, Node] = {}
    for k, column in enumerate(made):
        spare = (height - need[k]) / max(1, len(column))
        y = _TOP
        for key in column:
            room = tall[key] + _GAP + spare
            members = tuple(net.nodes[one] for one in bundles[key])
            placed[key] = _node(len(placed), key, members, names, _LEFT + k * step, y + room / 2, k == 0)
            y += room
    return placed, _LEFT + step * max(1, len(made) - 1) + _RIGHT, _TOP + height + 6


def _node(number: int, key: str, members: tuple[Named, ...], names: int, x: float, y: float, first: bool) -> Node:
    one = members[0]
    kinds = {member.kind for member in members}
    return Node(
        number,
        key,
        one.name if len(members) == 1 else f"{one.name} and {len(members) - 1} more",
        kinds.pop() if len(kinds) == 1 else "mixed",
        one.origin,
        one.articles,
        members,
        members[:names] if len(members) > names else members,
        round(x, 1),
        round(y, 1),
        first,
    )
