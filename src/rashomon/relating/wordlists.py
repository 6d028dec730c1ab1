"""The word lists of this room, read once from its data files."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from rashomon.language.lists import lines_of


def _lines(name: str) -> list[str]:
    return lines_of("rashomon.relating", name)


@cache
def stopwords() -> frozenset[str]:
    return frozenset(word for line in _lines("stopwords.txt") for word in line.split())


@cache
def irregular() -> dict[str, str]:
    """Irregular form -> base form."""
    return {form: line.split()[0] for line in _lines("irregular.txt") for form in line.split()[1:]}


@cache
def synonyms() -> dict[str, str]:
    """Word -> name of its class, marked so that no plain word can be taken for one."""
    out: dict[str, str] = {}
    for line in _lines("synonyms.txt"):
        name, members = line.split(":")
        for member in members.split():
            out.setdefault(member, f"~{name}")
    return out


@cache
def antonyms() -> frozenset[tuple[str, str]]:
    """Pairs of classes, in both orders, one of which turns a statement with the other into its opposite."""
    pairs = [line.split() for line in _lines("antonyms.txt")]
    return frozenset((f"~{x}", f"~{y}") for a, b in pairs for x, y in ((a, b), (b, a)))


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Class -> the classes that are its antonyms."""
    out: dict[str, set[str]] = defaultdict(set)
    for one, two in antonyms():
        out[one].add(two)
    return {name: frozenset(others) for name, others in out.items()}


@cache
def common() -> dict[str, tuple[float, float]]:
    """Stem -> the share of news sentences, and of news articles, it stands in; stems that are not in it are rare."""
    out = {}
    for line in _lines("common.txt"):
        word, sentences, articles = line.split()
        out[word] = (float(sentences) / 10_000, float(articles) / 1_000)
    return out


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list in lists.txt."""
    return frozenset(_lists()[name])


@cache
def _lists() -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for line in _lines("lists.txt"):
        words = line
        if line[0] != " ":
            name, words = line.split(":")
            out[name] = []
        out[name] += words.split()
    return out
