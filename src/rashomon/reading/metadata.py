"""What an HTML page says about itself in its head and its structured data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from rashomon.reading.html_entities import decoded
from rashomon.reading.html_tree import Node, Tree
from rashomon.reading.metadata_json import objects_of
from rashomon.reading.wordset import word_set

ARTICLE_TYPES = word_set(
    "article newsarticle reportagenewsarticle blogposting opinionnewsarticle analysisnewsarticle backgroundnewsarticle "
    "reviewnewsarticle askpublicnewsarticle advertisercontentarticle liveblogposting socialmediaposting report "
    "scholarlyarticle techarticle satiricalarticle creativework"
)


@dataclass(slots=True)
class Facts:
    """``meta`` maps names and properties (lower case) to their values in order, ``links`` rel to href; ``objects`` are
    the structured data objects about articles; ``items`` are (itemprop, value, node) of microdata."""

    meta: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    objects: list[dict[str, Any]] = field(default_factory=list)
    others: list[dict[str, Any]] = field(default_factory=list)
    items: list[tuple[str, str, Node]] = field(default_factory=list)
    title: str = ""
    language: str | None = None
    headings: list[Node] = field(default_factory=list)

    def first(self, *names: str) -> str | None:
        """The first value of the first name that has one."""
        for name in names:
            for value in self.meta.get(name, ()):
                if value.strip():
                    return value.strip()
        return None


def facts_of(source: str, tree: Tree) -> Facts:
    """Everything the page says about itself, unjudged."""
    facts = Facts()
    for node in tree.root.walk():
        tag, attrs = node.tag, node.attrs
        if tag == "meta":
            _meta(facts, attrs)
        elif tag == "link":
            if attrs.get("href"):
                facts.links.setdefault(attrs.get("rel", "").lower(), attrs["href"])
        elif tag == "script":
            if "ld+json" in attrs.get("type", "").lower():
                _structured(facts, source, node)
        elif tag == "title":
            if not facts.title and not any(parent.tag == "svg" for parent in node.ancestors()):
                facts.title = " ".join(text_of(source, node).split())
        elif tag == "html":
            facts.language = attrs.get("lang") or attrs.get("xml:lang") or facts.language
        elif tag == "h1":
            facts.headings.append(node)
        if "itemprop" in attrs:
            _item(facts, source, node)
    if not facts.objects:  # some systems describe the article as the page that holds it
        facts.objects = [one for one in facts.others if "author" in one and "datePublished" in one]
    _resolve(facts)
    return facts


def text_of(source: str, node: Node) -> str:
    """All text below an element, decoded, as it stands."""
    parts = [decoded(source, *child) for below in node.walk() for child in below.children if isinstance(child, tuple)]
    return "".join(parts)


def names_in(value: Any) -> Iterator[str]:
    """The names in a structured value: a string, an object with a name, or a list of these."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value[:50]:
            yield from names_in(one)
    elif isinstance(value, dict):
        yield from names_in(value.get("name"))


def _meta(facts: Facts, attrs: dict[str, str]) -> None:
    value = attrs.get("content") or attrs.get("value") or ""
    if not value or len(value) > 20_000:
        return
    for key in ("property", "name", "itemprop", "http-equiv"):
        name = attrs.get(key, "").lower().strip()
        if name:
            facts.meta.setdefault(name, []).append(value)


def _structured(facts: Facts, source: str, node: Node) -> None:
    for child in node.children:
        if isinstance(child, tuple):
            for one in objects_of(source[child[0] : child[1]]):
                kinds = {kind.rsplit("/", 1)[-1].lower() for kind in names_in(one.get("@type"))}
                (facts.objects if kinds & ARTICLE_TYPES else facts.others).append(one)


def _resolve(facts: Facts) -> None:
    """Persons and publishers that an article's data name by reference only, put in their places."""
    known = {str(one["@id"]): one for one in [*facts.others, *facts.objects] if "@id" in one and "name" in one}
    for one in facts.objects if known else ():
        for key in ("author", "creator", "publisher"):
            value = one.get(key)
            if isinstance(value, dict) and "name" not in value:
                one[key] = known.get(str(value.get("@id")), value)
            elif isinstance(value, list):
                one[key] = [known.get(str(v.get("@id")), v) if isinstance(v, dict) and "name" not in v else v
                            for v in value[:50]]  # fmt: skip


def _item(facts: Facts, source: str, node: Node) -> None:
    attrs = node.attrs
    value = attrs.get("content") or attrs.get("datetime") or ""
    if not value and node.tag not in ("meta", "link", "img") and node.end - node.start < 3000:
        value = " ".join(text_of(source, node).split())
    if value:
        for name in attrs["itemprop"].lower().split():
            facts.items.append((name, value, node))
