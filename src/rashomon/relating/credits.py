"""Which outlet or agency an article rests on, by what it credits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rashomon.naming.fold import fold
from rashomon.naming.wordlists import outlets
from rashomon.record import AttributionRow, EntityKind, Evidence, Link, LinkKind, Span
from rashomon.relating.people import People
from rashomon.relating.pile import Pile, Told
from rashomon.relating.wordlists import listed
from rashomon.relating.words import stem

_PRESS = r"(?:agency|newspaper|paper|broadcaster|daily|weekly|magazine|website|station|network)"
_REPORTED = re.compile(
    r"\b(?:(?:first|originally|exclusively)\s+)?(?:reported|published|revealed|disclosed|obtained|seen|broken)\s+"
    r"(?:\w+\s+)?(?:in|by|on)\s+(?:the\s+)?$|\b(?:via|citing|according\s+to|quoted\s+by|told|courtesy\s+of|"
    r"a\s+report\s+(?:in|by)|interview\s+(?:with|in))\s+(?:the\s+)?(?:(?:news\s+)?" + _PRESS + r"\s+)?$",
    re.IGNORECASE,
)
# "GENEVA (Agency) -" before the first words.
_WIRE = re.compile(r"^[A-Z][^.\n(]{1,50}\($")
_DASH = re.compile(r"^\)\s*[-–—]")
_PRESSED = re.compile(_PRESS + r"\s+$", re.IGNORECASE)
_BARE = re.compile(r"the\s+\w+$", re.IGNORECASE)
# An article that credits another outlet within its first sentences tells what that outlet told.
LEAD = 3


def credits_of(told: Told, people: People, rows: Sequence[AttributionRow]) -> list[Link]:
    """reports_from links from an article to outlets, agencies and documents, one each with all its words, by place."""
    links: dict[str, Link] = {}
    found = [*_attributed(told, people, rows), *_mentioned(told, people)]
    fuller = _fuller({entity for entity, _, _ in found}, people)
    for entity, words, reason in sorted(found, key=lambda f: (f[1].start, f[0])):
        if is_own(told, entity, people):
            continue
        end = fuller.get(entity, entity)
        why = reason.replace(people.name[entity], people.name[end])
        link = links.setdefault(end, Link(LinkKind.REPORTS_FROM, told.id, end, [], why))
        if words not in link.evidence:
            link.evidence.append(words)
    return [links[end] for end in sorted(links)]


def _fuller(entities: set[str], people: People) -> dict[str, str]:
    """For each document called by its bare noun ("the report") the one document of that noun that a fuller name has."""
    named: dict[str, list[str]] = {}
    for entity in entities:
        if people.kind[entity] is EntityKind.DOCUMENT:
            for noun in _nouns(people.name[entity]):
                named.setdefault(noun, []).append(entity)
    out = {}
    for entity in sorted(entities):
        bare = _BARE.match(people.name[entity])
        if bare is None or people.kind[entity] is not EntityKind.DOCUMENT:
            continue
        others = [e for noun in _nouns(people.name[entity]) for e in named[noun] if not _BARE.match(people.name[e])]
        if len(set(others)) == 1:
            out[entity] = others[0]
    return out


def _nouns(name: str) -> list[str]:
    return [stem(word) for word in fold(name).split() if word in listed("documents")]


def _is_document(name: str) -> bool:
    """Whether a name is that of one document: it holds a word for one, and what is only "a letter" has a name in it."""
    words = fold(name).split()
    if not listed("documents").intersection(words) or "record" in words:  # "the record of their meetings shows"
        return False
    return words[0] not in ("a", "an", "some") or any(word[0].isupper() for word in name.split()[1:])


def is_own(told: Told, entity: str, people: People) -> bool:
    """Whether the entity is the outlet that published the article."""
    if told.article.outlet is None:
        return False
    mine, name = fold(told.article.outlet), people.name[entity]
    return (
        mine == fold(name)
        or outlet_name(told.article.outlet) == outlet_name(name)
        or (people.kind[entity] is EntityKind.OUTLET and set(fold(name).split()) < set(mine.split()))
    )


def outlet_name(name: str) -> str:
    """The usual name of a known outlet, else the name."""
    folded = fold(name)
    return fold(outlets().get(folded, folded))


def _attributed(told: Told, people: People, rows: Iterable[AttributionRow]) -> list[tuple[str, Evidence, str]]:
    out = []
    for row in rows:
        entity = row.source.entity
        if (
            entity is not None
            and row.source.evidence
            and (
                people.kind[entity] is EntityKind.OUTLET
                or (people.kind[entity] is EntityKind.DOCUMENT and _is_document(people.name[entity]))
            )
        ):
            out.append(
                (
                    entity,
                    _naming(row.source.evidence, people.name[entity]),
                    f"the article gives {people.name[entity]} as its source",
                )
            )
        heard = row.addressee
        if heard is not None and people.kind[heard] is EntityKind.OUTLET and row.addressed:
            out.append((heard, row.addressed[0], f"it was said to {people.name[heard]}"))
    return out


def _naming(evidence: Sequence[Evidence], name: str) -> Evidence:
    """The first words that hold a word of the name, else the first: not "which" where the name stands too."""
    words = set(fold(name).split())
    return next((one for one in evidence if words.intersection(fold(one.text).split())), evidence[0])


def _mentioned(told: Told, people: People) -> list[tuple[str, Evidence, str]]:
    text = told.article.text
    out = []
    for span, entity in people.within(told.id, Span(0, len(text))):
        name, before = people.name[entity], text[max(0, span.start - 55) : span.start]
        if _WIRE.match(text[: span.start]) and _DASH.match(text[span.end :]):
            out.append((entity, told.evidence(span), f"{name} stands in the dateline"))
        match = _REPORTED.search(before)
        if match is None:
            continue
        pressed = people.kind[entity] is EntityKind.ORGANISATION and _PRESSED.search(before) is not None
        if people.kind[entity] is EntityKind.OUTLET or pressed:
            out.append((entity, told.evidence(span), f"“{' '.join(match.group().split())}” stands before {name}"))
    return out


def leading_credits(pile: Pile, people: People, links: Sequence[Link]) -> dict[str, tuple[str, Evidence]]:
    """For each article that credits one outlet in its first sentences, and no second one there: that outlet."""
    found: dict[str, dict[str, Evidence]] = {}
    told = pile.by_id()
    for link in links:
        words = link.evidence[0]
        if people.kind[link.to] is EntityKind.OUTLET and _leads(told[link.source], words):
            found.setdefault(link.source, {}).setdefault(link.to, words)
    return {article: next(iter(one.items())) for article, one in sorted(found.items()) if len(one) == 1}


def _leads(told: Told, words: Evidence) -> bool:
    sentence = told.sentence_at(words.start)
    return sentence is not None and sentence < LEAD
