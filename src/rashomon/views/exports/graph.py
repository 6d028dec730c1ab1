"""Who draws on whom, as a graph for Gephi and its like (GEXF 1.3)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias
from xml.etree import ElementTree as ET

from rashomon.record import Record
from rashomon.views.index import Index, index

Node: TypeAlias = tuple[str, str, str]
Edge: TypeAlias = tuple[str, str, str]
_NAMESPACE = "http://gexf.net/1.3"
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(record: Record) -> bytes:
    """GEXF: outlets, speakers and origins; an outlet *quotes* a speaker, a speaker *passes on* another, a link of the
    record leads from an article's outlet, an account *rests on* its origin. An edge's weight is how often."""
    among = index(record)
    edges = Counter(_edges(among))
    names = dict(_nodes(among))
    used = {end for source, target, _ in edges for end in (source, target)}
    root = ET.Element("gexf", {"xmlns": _NAMESPACE, "version": "1.3"})
    meta = ET.SubElement(root, "meta")
    ET.SubElement(meta, "creator").text = f"Rashomon {record.story.version}"
    ET.SubElement(meta, "description").text = clean(record.story.title)
    graph = ET.SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    columns = ET.SubElement(graph, "attributes", {"class": "node"})
    ET.SubElement(columns, "attribute", {"id": "kind", "title": "kind", "type": "string"})
    nodes = ET.SubElement(graph, "nodes")
    for node in sorted(used):
        name, kind = names[node]
        made = ET.SubElement(nodes, "node", {"id": node, "label": clean(name)})
        values = ET.SubElement(made, "attvalues")
        ET.SubElement(values, "attvalue", {"for": "kind", "value": kind})
    drawn = ET.SubElement(graph, "edges")
    for number, ((source, target, label), count) in enumerate(sorted(edges.items())):
        about = {"id": str(number), "source": source, "target": target, "label": label, "weight": str(count)}
        ET.SubElement(drawn, "edge", about)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _nodes(among: Index) -> Iterator[tuple[str, tuple[str, str]]]:
    for article in among.record.articles:
        yield _outlet(article.id, among), (among.outlet(article.id), "outlet")
    for entity in among.record.entities:
        yield entity.id, (entity.name, str(entity.kind))
    for origin in among.record.origins:
        yield origin.id, (origin.name, f"origin: {origin.kind}")


def _edges(among: Index) -> Iterator[Edge]:
    record = among.record
    for one in record.attributions:
        speaker = one.source.entity
        if speaker is None:
            continue
        outer = among.attributions.get(one.inside or "")
        if outer is None:
            yield _outlet(one.article, among), speaker, "quotes"
        elif outer.source.entity is not None and outer.source.entity != speaker:
            yield outer.source.entity, speaker, "passes on"
    for link in record.links:
        target = _outlet(link.to, among) if link.to in among.articles else link.to
        if target != _outlet(link.source, among):
            yield _outlet(link.source, among), target, str(link.kind)
    for claim in record.claims:
        for account in claim.accounts:
            if account.origin in among.origins:
                yield _outlet(account.article, among), account.origin, "rests on"


def _outlet(article: str, among: Index) -> str:
    return f"outlet:{among.outlet(article)}"


def clean(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _UNFIT.sub(" ", text)
