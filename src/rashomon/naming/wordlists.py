"""The name lists of this room, read once from its data files."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from rashomon.language.lists import lines_of


def _lines(name: str) -> list[str]:
    return lines_of("rashomon.naming", name)


@cache
def nicknames() -> dict[str, frozenset[int]]:
    """Given name -> the groups of interchangeable given names it belongs to."""
    out: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_lines("nicknames.txt")):
        for name in line.split():
            out[name].add(number)
    return {name: frozenset(groups) for name, groups in out.items()}


@cache
def countries() -> dict[str, str]:
    """A name of a country, folded ("united states", "us") -> the country."""
    out = {}
    for line in _lines("nations.txt"):
        country, rest = line.split("=")
        for name in (country.strip(), *rest.split(":")[0].split()):
            out[name.replace("-", " ")] = country.strip()
    return out


@cache
def nations() -> dict[str, str]:
    """Any word that stands for a nation or its government ("russian", "moscow", "russia") -> the country."""
    out = dict(countries())
    for line in _lines("nations.txt"):
        country, rest = line.split("=")
        for name in rest.split(":")[1].split():
            out.setdefault(name.replace("-", " "), country.strip())
    return out


@cache
def outlets() -> dict[str, str]:
    """Any name of a known outlet, folded and without "the" -> its usual name."""
    out = {}
    for line in _lines("outlets.txt"):
        names = [name.strip() for name in line.split(":", 1)[1].split("|")]
        for name in names:
            out[name.lower().removeprefix("the ")] = names[0]
    return out


@cache
def agencies() -> frozenset[str]:
    """The usual names of the news agencies."""
    return frozenset(line.split(":")[1].split("|")[0].strip() for line in _lines("outlets.txt") if line[0] == "a")


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
