"""The authors of an article and the outlet it appeared in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit

from rashomon.reading.bylines import clean_authors
from rashomon.reading.bylines_dated import authors_behind_date
from rashomon.reading.html_blocks import Block
from rashomon.reading.html_tree import Node
from rashomon.reading.metadata import Facts, names_in
from rashomon.reading.wordset import word_set

_AUTHOR_TAGS = (
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "citation_author",
    "article_author",
    "article:author_name",
    "creator",
    "web_author",
    "analyticsattributes.author",
    "cxenseparse:author",
    "authors",
    "twitter:data1-none",
    "rnews:author",
    "byline",
    "dc.contributor",
)
_SAYS_BY = re.compile(
    r"^\W*(?:(?:written|posted|story|reporting|words|report|analysis|opinion|submitted|published|"
    r"reported)\s+)?by[:\s]+\S|"
    r"^\W*(?:authors?|reporter|writer|autor(?:in)?|auteur|автор|текст)\s*:\s*\S|^(?:von|par|por)\s+[A-Z]|"
    r"^(?:publicado|escrito|pubblicato|scritto|publié|écrit)\s+(?:por|da|par)\s*:?\s*\S",
    re.IGNORECASE,
)
# A date of numbers before the byline, in an order that need not be known here.
_NUMBERS = re.compile(r"^[\d\s/.:|–-]+(?=[^\W\d])")
_NAMED_BY = re.compile(r"byline|author|(?:^|[\s_-])by(?:$|[\s_-])|contributor|writer|reporter")
_LONGEST_OUTLET = 60
_VERSION = re.compile(r"^(?:www|amp|m|mobile)\.(?=[^.]+\.)")
_SMALL = word_set("of and the in on for & de la le el der die das")
_SECTIONS = word_set(
    "news politics sport sports opinion opinions editorial editorials comment commentary analysis business economy "
    "money markets world national local regional international us uk eu europe asia africa culture arts life "
    "lifestyle science health technology tech climate environment education weather travel video videos photos "
    "pictures gallery live updates update blog breaking latest exclusive transcript interview interviews statement "
    "statements press release releases home page article articles story stories archive archives print version"
)
_REST_OF_BAR = re.compile(r"\s+[|–—:-]\s+((?:[^\W\d_][\w.'&-]*\s?){1,4})")
_BIO = re.compile(r"bio|desc|about|social|follow|twitter|image|photo|avatar|email|title|job|role|meta-info|count")


def authors_of(
    facts: Facts, objects: Sequence[dict[str, Any]], head: Sequence[Block], tail: Sequence[Block], outlet: str | None
) -> list[str]:
    """The persons the page names as authors: a visible "By ..." first, then its data, then what it calls an author."""
    spoken = _spoken(head, outlet)
    told = _told(facts, objects, outlet)
    if spoken:
        return told if {name.casefold() for name in spoken} <= {name.casefold() for name in told} else spoken
    if told:
        return told
    for block in [*head, *tail[:6]]:
        if len(block.words) < 120 and _is_named(block):
            names = clean_authors(block.words, outlet)
            if names:
                return names
    return _spoken(tail[:3], outlet)


def outlet_of(facts: Facts, objects: Sequence[dict[str, Any]], url: str | None) -> str | None:
    """The outlet as the page names it, else the host of its address."""
    named = facts.first(
        "og:site_name", "application-name", "al:ios:app_name", "apple-mobile-web-app-title", "dc.publisher", "publisher"
    )
    published_by = next((n for one in objects for n in names_in(one.get("publisher")) if n.strip()), None)
    if facts.first("og:site_name") is None:
        named = published_by or named
    elif named and published_by and not _is_like(named, url) and _is_like(published_by, url):
        named = published_by
    if named and all(word.lower().replace(".", "") in _SECTIONS for word in named.split()):
        named = None  # "U.S." is an edition, not a paper
    if named and len(named) < 200 and not named.startswith(("http", "@")):
        short = re.split(r"\s+[|–—-]\s+|\s*[|•»]\s*", " ".join(named.split()))[0]
        if 1 < len(short) < 80:
            return short
    return host_of(url or facts.first("og:url") or facts.links.get("canonical"))


def outlet_in_bar(bar: str, title: str | None) -> str | None:
    """The outlet where the title bar reads "title - outlet"."""
    if not title or not bar.startswith(title) or len(bar) > len(title) + _LONGEST_OUTLET:
        return None
    match = _REST_OF_BAR.fullmatch(bar[len(title) :])
    return match[1] if match and _may_be_outlet(match[1]) else None


def _may_be_outlet(name: str) -> bool:
    """Whether the words are written as a name, and are more than a section or a kind of page."""
    words = [word for word in name.split() if word not in _SMALL]
    return all(word[0].isupper() for word in words) and not all(word.lower() in _SECTIONS for word in words)


def host_of(url: str | None) -> str | None:
    """The host of an address, without "www." and what marks versions for telephones."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return _VERSION.sub("", host) if host else None


def _is_like(name: str, url: str | None) -> bool:
    """Whether an outlet's name can be seen in its address."""
    flat = re.sub(r"\W", "", (host_of(url) or "").lower())
    return re.sub(r"\W|^the\s", "", name.lower()) in flat if len(name) > 2 else False


def _spoken(blocks: Iterable[Block], outlet: str | None) -> list[str]:
    found: list[str] = []
    for block in blocks:
        line = _NUMBERS.sub("", block.words)
        if len(line) < 200 and _SAYS_BY.match(line):
            names = clean_authors(line, outlet)
        else:
            names = authors_behind_date(block.words, outlet)
            if found and not names:
                break
        found += [name for name in names if name not in found]
    return found


def _told(facts: Facts, objects: Sequence[dict[str, Any]], outlet: str | None) -> list[str]:
    for one in objects:
        names = _clean(names_in(one.get("author")), outlet) or _clean(names_in(one.get("creator")), outlet)
        if names:
            return names
    names = _clean((value for name, value, node in facts.items if name == "author" and _is_article(node)), outlet)
    if names:
        return names
    for tag in _AUTHOR_TAGS:
        names = _clean((v for v in facts.meta.get(tag, ()) if not v.startswith(("http", "/", "www"))), outlet)
        if names:
            return names
    return []


def _clean(raw: Iterable[str], outlet: str | None) -> list[str]:
    found: list[str] = []
    for value in raw:
        if not value.startswith("http"):
            found += [name for name in clean_authors(value, outlet) if name not in found]
    return found


def _is_article(node: Node) -> bool:
    """Not the author of a comment or review below the article."""
    return not any(
        re.search(r"comment|review|reply", parent.label) for parent in node.ancestors() if parent.tag != "body"
    )


def _is_named(block: Block) -> bool:
    for step, node in enumerate((block.node, *block.node.ancestors())):
        if step > 2:
            return False
        if node.attrs.get("rel") == "author" or "author" in node.attrs.get("itemprop", ""):
            return True
        if _NAMED_BY.search(node.label):
            return not _BIO.search(node.label) or "byline" in node.label
    return False
