"""Who rests on whom: the persons, papers and outlets that the reports come from."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from rashomon.record import Link, LinkKind, Origin
from rashomon.views.claim import evidence_anchor, origin_words
from rashomon.views.index import Index
from rashomon.views.layers import columns
from rashomon.views.line import words

WIDTH = 960.0
# Room for the labels beside the first and the last column.
_LEFT, _RIGHT = 245.0, 240.0
_ROW = 28.0
_TOP = 14.0


@dataclass(frozen=True, slots=True)
class Node:
    """``kind``: outlet, document, person or anonymous. Its label stands left of it in the ``first`` column."""

    number: int
    name: str
    kind: str
    articles: int
    x: float
    y: float
    first: bool


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
class Rest:
    """One article resting on something, with the words that say so."""

    kind: str
    article: str
    title: str
    outlet: str
    on: str
    reason: str
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class OriginLine:
    """An origin and the articles that come from it."""

    id: str
    name: str
    kind: str
    articles: tuple[tuple[str, str, str], ...]
    words: tuple[tuple[str, str, str], ...]

    @property
    def several(self) -> bool:
        """Whether more than one article comes from it."""
        return len(self.articles) > 1


@dataclass(frozen=True, slots=True)
class SourcesView:
    """``hidden`` counts nodes that the picture leaves to the list."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    origins: tuple[OriginLine, ...]
    rests: tuple[Rest, ...]
    height: float
    hidden: int


def sources(among: Index, *, most: int = 26) -> SourcesView:
    """The picture of the ``most`` connected nodes, and everything as lists."""
    names, weights = _graph(among)
    degree: Counter[str] = Counter()
    for (left, right), count in weights.items():
        degree[left] += count
        degree[right] += count
    chosen = _chosen(degree, names, most)
    made = columns(chosen, weights)
    nodes = _place(made, names)
    edges = tuple(
        Edge(nodes[left], nodes[right], count)
        for (left, right), count in sorted(weights.items())
        if left in nodes and right in nodes and nodes[left].x < nodes[right].x
    )
    tallest = max((len(column) for column in made), default=0)
    return SourcesView(
        nodes=tuple(nodes.values()),
        edges=edges,
        origins=tuple(_origin_line(o, among) for o in _ranked(among)),
        rests=tuple(_rest(link, among) for link in among.record.links if link.kind in _RESTING),
        height=_TOP + tallest * _ROW + 10,
        hidden=len(degree) - len(chosen),
    )


def _chosen(degree: Counter[str], names: dict[str, tuple[str, str, int]], most: int) -> list[str]:
    """The most connected outlets and the most connected of the rest, so that neither crowds the other out."""
    ranked = sorted(degree, key=lambda n: (-degree[n], n))
    outlets = [n for n in ranked if names[n][1] == "outlet"]
    others = [n for n in ranked if names[n][1] != "outlet"]
    room = max(most // 2, most - len(others))
    return sorted(outlets[:room] + others[: most - len(outlets[:room])])


_RESTING = {LinkKind.REPORTS_FROM, LinkKind.COPIES}


def _ranked(among: Index) -> list[Origin]:
    return sorted(among.record.origins, key=lambda o: (-len(o.articles), o.name, o.id))


def _graph(among: Index) -> tuple[dict[str, tuple[str, str, int]], Counter[tuple[str, str]]]:
    """Names, kinds and sizes of nodes, and how many articles stand behind each edge."""
    names: dict[str, tuple[str, str, int]] = {}
    edges: dict[tuple[str, str], set[str]] = defaultdict(set)
    for origin in among.record.origins:
        node = _key(origin.name, str(origin.kind))
        names[node] = (origin.name, str(origin.kind), len(origin.articles))
        for article in origin.articles:
            edges[node, _outlet(article, among)].add(article)
    for link in among.record.links:
        if link.kind in _RESTING:
            edges[_end(link, among, names), _outlet(link.source, among)].add(link.source)
    for row in among.record.articles:
        node = _outlet(row.id, among)
        count = names[node][2] if node in names and names[node][1] == "outlet" else 0
        names[node] = (row.outlet or among.title(row.id), "outlet", count + 1)
    return names, Counter({pair: len(articles) for pair, articles in edges.items() if pair[0] != pair[1]})


def _key(name: str, kind: str) -> str:
    return f"{'outlet' if kind == 'outlet' else 'other'}:{name.casefold()}"


def _outlet(article: str, among: Index) -> str:
    """The node of an article: its outlet's, or one of its own where no outlet is known."""
    row = among.articles.get(article)
    return _key(row.outlet, "outlet") if row and row.outlet else f"article:{article}"


def _end(link: Link, among: Index, names: dict[str, tuple[str, str, int]]) -> str:
    if link.to in among.articles:
        return _outlet(link.to, among)
    entity = among.entities.get(link.to)
    name, kind = (entity.name, str(entity.kind)) if entity else (link.to, "document")
    node = _key(name, kind)
    names.setdefault(node, (name, kind, 1))
    return node


def _place(made: list[list[str]], names: dict[str, tuple[str, str, int]]) -> dict[str, Node]:
    tallest = max((len(column) for column in made), default=0)
    step = (WIDTH - _LEFT - _RIGHT) / max(1, len(made) - 1)
    placed: dict[str, Node] = {}
    for k, column in enumerate(made):
        spread = tallest / max(1, len(column))
        for n, node in enumerate(column):
            name, kind, count = names[node]
            y = _TOP + (n + 0.5) * spread * _ROW
            placed[node] = Node(len(placed), name, kind, count, round(_LEFT + k * step, 1), round(y, 1), k == 0)
    return placed


def _origin_line(origin: Origin, among: Index) -> OriginLine:
    return OriginLine(
        origin.id,
        origin.name,
        among.origin_kind(origin),
        tuple((a, among.outlet(a), among.title(a)) for a in origin.articles if a in among.articles),
        origin_words(origin, among),
    )


def _rest(link: Link, among: Index) -> Rest:
    first = next((e for e in link.evidence if e.article == link.source), None)
    entity = among.entities.get(link.to)
    on = f"{among.outlet(link.to)}: {among.title(link.to)}" if link.to in among.articles else ""
    return Rest(
        "copies" if link.kind is LinkKind.COPIES else "reports from",
        link.source,
        among.title(link.source),
        among.outlet(link.source),
        on or (entity.name if entity else link.to),
        link.reason,
        words(link.evidence[:1]),
        evidence_anchor(first.article, first.start, first.end) if first else "",
    )
