"""Who rests on whom, as a graph: nodes are outlets and what they draw on, edges count the articles behind them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rashomon.record import Link
from rashomon.views.index import Index
from rashomon.views.rests import rests

# Before the key of one node: it and all others that stand beside the same ones.
ALIKE = "alike:"
# What rests on others: outlets, and articles of which the outlet is not known.
CARRIERS = ("outlet", "article")


@dataclass(frozen=True, slots=True)
class Named:
    """``kind``: outlet, article (its outlet is not known), document, person or anonymous; ``origin`` is the record's id
    of it, where it has one."""

    key: str
    name: str
    kind: str
    articles: int
    origin: str = ""


@dataclass(frozen=True)
class Network:
    """``edges`` are (what is rested on, who rests on it) to the articles that do."""

    nodes: dict[str, Named]
    edges: dict[tuple[str, str], frozenset[str]]

    @cached_property
    def degree(self) -> Counter[str]:
        """How many articles stand behind the edges of each node."""
        found: Counter[str] = Counter()
        for ends, articles in self.edges.items():
            for end in ends:
                found[end] += len(articles)
        return found

    @cached_property
    def articles(self) -> dict[str, frozenset[str]]:
        """The articles behind the edges of each node."""
        found: dict[str, set[str]] = defaultdict(set)
        for ends, articles in self.edges.items():
            for end in ends:
                found[end] |= articles
        return {key: frozenset(articles) for key, articles in found.items()}

    @cached_property
    def before(self) -> dict[str, set[str]]:
        """What each node rests on."""
        return _neighbours((right, left) for left, right in self.edges)

    @cached_property
    def after(self) -> dict[str, set[str]]:
        """What rests on each node."""
        return _neighbours(self.edges)

    def alike(self, key: str) -> list[str]:
        """The node and all others that may stand in one bundle with it, the weightiest first."""
        beside = self.beside(key)
        same = [n for n in self.nodes if self.bundles(n) and self.beside(n) == beside]
        return sorted(same, key=lambda n: (-self.degree[n], n))

    def bundles(self, key: str) -> bool:
        """Whether a node may stand in a bundle: it is an article of no known outlet, or no outlet and rests on nothing
        itself."""
        kind = self.nodes[key].kind
        return kind == "article" or (kind != "outlet" and key not in self.before)

    def beside(self, key: str) -> tuple[bool, frozenset[str], frozenset[str]]:
        """Nodes of which this is the same stand in one bundle: what they rest on, what rests on them."""
        article = self.nodes[key].kind == "article"
        return article, frozenset(self.before.get(key, ())), frozenset(self.after.get(key, ()))

    def around(self, key: str) -> set[str]:
        """A node, or a bundle of them, with its neighbours."""
        own = set(self.alike(key.removeprefix(ALIKE))) if key.startswith(ALIKE) else {key}
        near = (self.before.get(one, set()) | self.after.get(one, set()) for one in own)
        return own.union(*near)

    def within(self, keep: set[str], least: int = 1) -> Network:
        """The part between nodes of ``keep``, of edges with at least so many articles."""
        edges = {
            ends: articles
            for ends, articles in self.edges.items()
            if len(articles) >= least and ends[0] in keep and ends[1] in keep
        }
        ends = {end for pair in edges for end in pair}
        return Network({key: node for key, node in self.nodes.items() if key in ends}, edges)


def network(among: Index) -> Network:
    """All of it."""
    nodes: dict[str, Named] = {}
    edges: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in among.record.articles:
        key = outlet_key(row.id, among)
        known = nodes[key].articles if key in nodes else 0
        kind = "outlet" if row.outlet else "article"
        nodes[key] = Named(key, row.outlet or among.title(row.id), kind, known + 1)
    for origin in among.record.origins:
        key = name_key(origin.name, str(origin.kind))
        before = nodes.get(key)
        name, count = (before.name, before.articles) if before else (origin.name, len(origin.articles))
        nodes[key] = Named(key, name, str(origin.kind), count, origin.id)
        for article in origin.articles:
            edges[key, outlet_key(article, among)].add(article)
    for link in rests(among):
        edges[_end(link, among, nodes), outlet_key(link.source, among)].add(link.source)
    return Network(nodes, {ends: frozenset(a) for ends, a in sorted(edges.items()) if ends[0] != ends[1]})


def outlet_key(article: str, among: Index) -> str:
    """The node of an article: its outlet's, or one of its own where no outlet is known."""
    row = among.articles.get(article)
    return name_key(row.outlet, "outlet") if row and row.outlet else f"article:{article}"


def end_key(link: Link, among: Index) -> str:
    """The node that a link leads to."""
    if link.to in among.articles:
        return outlet_key(link.to, among)
    entity = among.entities.get(link.to)
    return name_key(entity.name, str(entity.kind)) if entity else name_key(link.to, "document")


def _end(link: Link, among: Index, nodes: dict[str, Named]) -> str:
    key = end_key(link, among)
    entity = among.entities.get(link.to)
    if key not in nodes:
        kind = str(entity.kind) if entity else "document"
        nodes[key] = Named(key, entity.name if entity else link.to, kind, 1)
    return key


def name_key(name: str, kind: str) -> str:
    """The node of a name: "The Courier" and "the Courier" are one."""
    plain = name.casefold().replace("’", "'").removeprefix("the ")
    return f"{'outlet' if kind == 'outlet' else 'other'}:{plain}"


def _neighbours(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
    return dict(found)
