"""Words of a text as the story half compares them: without syntax, so that no model is needed to relate pages."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from rashomon.relating.wordlists import irregular, stopwords, synonyms

_WORD = re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([bdfgkmnprt])\1$")
_NOT_PLURAL = ("ss", "us", "is")


class Word(NamedTuple):
    """One word with its place; ``stem`` is its class of synonyms where it has one. ``plain`` is its lower-case form.

    A tuple, because a pile has millions of them.
    """

    start: int
    end: int
    plain: str
    stem: str
    weighty: bool


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of ``text[start:end]``, offsets into ``text``; a possessive ending is left out."""
    out = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        plain, cut, base, weighty = _form(match.group())
        if plain:
            # Half the time of calling the class, which has a function of its own in the way.
            out.append(tuple.__new__(Word, (match.start(), match.end() - cut, plain, base, weighty)))
    return out


@cache
def _form(written: str) -> tuple[str, int, str, bool]:
    """A word as written: its plain form, how many characters of its end are left out, its stem, and its weight."""
    plain, cut = written.lower().replace("’", "'"), 0
    if plain.endswith("'s"):
        plain, cut = plain[:-2], 2
    if plain.endswith("."):
        plain = plain.replace(".", "")
    return plain, cut, stem(plain) if plain else "", plain not in stopwords()


@cache
def stem(plain: str) -> str:
    """The class of a lower-case word: its synonyms' name, else its base form by rule."""
    base = base_form(plain)
    return synonyms().get(plain) or synonyms().get(base) or (base.removesuffix("e") if len(base) > 3 else base)


@cache
def base_form(plain: str) -> str:
    """A base form by rule and a list of irregular words; good enough to tell words apart, not a dictionary form."""
    if not plain[0].isalpha():
        return plain.replace(",", "")
    known = irregular().get(plain)
    if known is not None:
        return known
    if plain in synonyms() or len(plain) < 4:
        return plain
    return _without_ending(plain)


def _without_ending(plain: str) -> str:
    if plain.endswith(("ction", "ctions", "ption", "ptions")) and len(plain) > 8:
        return plain.removesuffix("s").removesuffix("ion")  # "inspection" is what "inspected" tells
    for ending, instead in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x")):
        if plain.endswith(ending) and len(plain) > len(ending) + 1:
            return plain[: -len(ending)] + instead
    for ending in ("ing", "ed"):
        bare = plain[: -len(ending)]
        if plain.endswith(ending) and len(bare) > 2 and _VOWEL.search(bare):
            return _whole(bare)
    if plain.endswith("s") and not plain.endswith(_NOT_PLURAL):
        if plain[:-1] in synonyms():
            return plain[:-1]
        if plain.endswith("ings"):
            return _without_ending(plain[:-1])
        return plain[:-1].removesuffix("e") if plain[:-1].endswith("e") and len(plain) > 5 else plain[:-1]
    return plain


def _whole(bare: str) -> str:
    # "stopped" -> "stop"; "planned" -> "plan"; but "called" -> "call", which is why l, s and z are left doubled.
    known = next((w for w in (bare, bare + "e", bare[:-1]) if w in synonyms()), None)
    if known is not None:
        return known
    return bare[:-1] if _DOUBLED.search(bare) and len(bare) > 3 else bare
