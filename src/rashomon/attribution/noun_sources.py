"""What kind of source a phrase without a name is: unnamed people, groups, bodies, texts."""

from __future__ import annotations

from rashomon.attribution.lexicon import words
from rashomon.attribution.mentions import is_outlet
from rashomon.attribution.syntax import Syntax
from rashomon.record import SourceKind

_INDEFINITE = frozenset(
    {"a", "an", "one", "another", "some", "two", "three", "four", "several", "many", "few", "most", "other"}
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_PLURAL = frozenset({"NNS", "NNPS"})
# "people familiar with the talks", "a person close to the campaign"
_KEPT = frozenset(
    {
        "familiar",
        "close",
        "briefed",
        "knowledge",
        "condition",
        "anonymity",
        "anonymously",
        "identified",
        "unnamed",
        "anonymous",
    }
)
_PAPERS = frozenset(
    {
        "newspaper",
        "paper",
        "magazine",
        "outlet",
        "network",
        "broadcaster",
        "channel",
        "station",
        "tabloid",
        "daily",
        "weekly",
        "website",
        "site",
        "blog",
    }
)
_BODIES = frozenset({"association", "firm", "business", "bank", "store", "union", "organizer", "industry"})


def is_indefinite(s: Syntax, head: int) -> bool:
    """ "a source", "one official", and bare plurals."""
    det = [
        s.tokens[k].text.lower()
        for k in s.kids[head]
        if s.tokens[k].dep in ("det", "poss", "nummod", "amod") and k < head
    ]
    if s.tokens[s.first[head]].text.lower() in _DEFINITE or _DEFINITE & set(det):
        return False
    if any(s.tokens[k].dep == "poss" for k in s.kids[head]):
        return False
    return bool(_INDEFINITE & set(det)) or s.tokens[head].tag in _PLURAL or not det


def is_plural(s: Syntax, head: int) -> bool:
    return s.tokens[head].tag in _PLURAL or any(s.tokens[k].dep == "conj" for k in s.kids[head])


def _kind_of_name(s: Syntax, head: int, first: int, last: int) -> tuple[SourceKind, bool]:
    """The kind of a name that the cast does not have."""
    own = [s.tokens[k].text.lower() for k in range(first, last + 1) if s.tokens[k].pos == "PROPN"]
    if is_outlet(own):
        return SourceKind.OUTLET, False
    if s.tokens[head].text.lower() in words("titles"):
        return SourceKind.UNKNOWN, False
    if s.tokens[head].text.isupper() and len(s.tokens[head].text) > 2:
        return SourceKind.ORGANISATION, False
    if s.tokens[head].text.lower() in words("organisation_words") or s.tokens[head].ent == "ORG":
        return SourceKind.ORGANISATION, False
    return SourceKind.UNKNOWN, False


def kind_of(s: Syntax, head: int) -> tuple[SourceKind, bool]:
    """The kind of an unnamed source, and whether it is one that the page keeps anonymous."""
    low = s.tokens[head].text.lower()
    lemma = s.lemma(head)
    first, last = s.subtree(head)
    around = {s.tokens[k].text.lower() for k in range(first, last + 1)}
    indefinite = is_indefinite(s, head)
    if s.tokens[head].pos == "PROPN":
        return _kind_of_name(s, head, first, last)
    if low in words("unnamed") or (low in words("anonymous") and around & _KEPT):
        return SourceKind.ANONYMOUS, True
    if low in words("anonymous") and indefinite and s.tokens[head].tag not in _PLURAL:
        return SourceKind.ANONYMOUS, True
    if lemma in _PAPERS:
        return SourceKind.OUTLET, False
    if low in words("groups"):
        return SourceKind.GROUP, False
    if low in words("documents") or lemma in words("documents"):
        return SourceKind.DOCUMENT, False
    if low in words("organisation_words") or lemma in words("organisation_words") or lemma in _BODIES:
        return SourceKind.ORGANISATION, False
    if (s.tokens[head].ent == "NORP" and is_plural(s, head)) or (
        s.tokens[head].tag in _PLURAL and lemma in words("titles")
    ):
        return SourceKind.GROUP, False
    return SourceKind.UNKNOWN, False
