"""spaCy's attribute ruler by table: the same parts of speech and morphology in a tenth of the time.

The ruler tries each of its patterns at every token. All but a few of them look at one token's tag, word and label
alone, so what they decide is worked out once for each such triple and looked up afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, MorphAnalysis, Token

Triple: TypeAlias = tuple[str, str, str]
Test: TypeAlias = Callable[[Triple], bool]
_FIELDS = {"TAG": 0, "LOWER": 1, "DEP": 2, "IS_SPACE": 1}
_PLAIN = {"POS": "pos_", "TAG": "tag_", "DEP": "dep_", "LEMMA": "lemma_"}
_SETS = frozenset({*_PLAIN, "MORPH"})


@dataclass(frozen=True, slots=True)
class Rule:
    """Tokens in a row that pass ``tests`` get ``sets`` at the place ``index``; ``words`` are the tests of a word."""

    tests: tuple[Test, ...]
    index: int
    sets: Mapping[str, str]
    words: tuple[Callable[[str], bool], ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """What is set on a token; ``rest`` are (attribute, value)."""

    pos: int | None
    morph: MorphAnalysis | None
    rest: tuple[tuple[str, str], ...]


class TableRuler:
    """A pipeline component in the place of spaCy's attribute ruler."""

    def __init__(self, rules: list[Rule]) -> None:
        self._rules = rules
        # By the hashes of tag, word and label: (part of speech, morphology, whatever else is set), None for a triple
        # that a rule for several tokens may reach.
        self._known: dict[tuple[int, int, int], Ready | None] = {}
        # Words that no rule tells from any other word, as one: else nearly every triple would be new.
        self._alike: dict[int, int] = {}

    def __call__(self, doc: Doc) -> Doc:
        keys: list[list[int]] = doc.to_array(["TAG", "LOWER", "DEP"]).tolist()
        known, alike = self._known, self._alike
        later: list[int] = []
        for token, key in zip(doc, keys, strict=True):
            word = key[1]
            if word not in alike:
                alike[word] = word if self._matters(token.lower_) else 0
            triple = (key[0], alike[word], key[2])
            if triple not in known:
                known[triple] = self._work_out(token)
            ready = known[triple]
            if ready is None:
                later.append(token.i)
                continue
            if ready.pos is not None:
                token.pos = ready.pos
            if ready.morph is not None:
                token.morph = ready.morph
            for name, value in ready.rest:
                setattr(token, name, value)
        if later:
            self._in_company(doc, later)
        return doc

    def _matters(self, word: str) -> bool:
        """Whether a rule names the word."""
        return any(test(word) for rule in self._rules for test in rule.words)

    def _work_out(self, token: Token) -> Ready | None:
        """What the rules for one token set on such a token; sets it, too."""
        triple = (token.tag_, token.lower_, token.dep_)
        sets: dict[str, str] = {}
        for rule in self._rules:
            if len(rule.tests) > 1 and rule.tests[rule.index](triple):
                return None
            if len(rule.tests) == 1 and rule.tests[0](triple):
                sets.update(rule.sets)
        _set(token, sets)
        rest = tuple((_PLAIN[name], value) for name, value in sets.items() if name in _PLAIN and name != "POS")
        return Ready(token.pos if "POS" in sets else None, token.morph if "MORPH" in sets else None, rest)

    def _in_company(self, doc: Doc, places: list[int]) -> None:
        """Every rule at the places that a rule for several tokens may reach."""
        triples: list[Triple] = [(token.tag_, token.lower_, token.dep_) for token in doc]
        for at in places:
            sets: dict[str, str] = {}
            for rule in self._rules:
                first = at - rule.index
                stretch = triples[first : first + len(rule.tests)] if first >= 0 else []
                if len(stretch) == len(rule.tests) and all(t(one) for t, one in zip(rule.tests, stretch, strict=True)):
                    sets.update(rule.sets)
            _set(doc[at], sets)


def _set(token: Token, sets: Mapping[str, str]) -> None:
    for name, value in sets.items():
        if name == "MORPH":
            token.set_morph(value)  # type: ignore[attr-defined]  # spaCy's stubs leave it out
        else:
            setattr(token, _PLAIN[name], value)


def replace_ruler(pipeline: Language) -> None:
    """Puts a `TableRuler` in the place of the pipeline's attribute ruler, if it has one whose every pattern it
    understands; else the pipeline stays as it is."""
    from spacy.pipeline import AttributeRuler

    for k, (name, component) in enumerate(pipeline._components):
        if isinstance(component, AttributeRuler):
            rules = _rules(component.patterns)
            if rules is not None:
                pipeline._components[k] = (name, TableRuler(rules))


def _rules(patterns: list[dict[str, Any]]) -> list[Rule] | None:
    rules: list[Rule] = []
    for pattern in patterns:
        for tokens in pattern["patterns"]:
            tests = tuple(_test(token) for token in tokens)
            understood = [test for test in tests if test is not None]
            if (
                len(understood) < len(tests)
                or not set(pattern["attrs"]) <= _SETS
                or not 0 <= pattern["index"] < len(tests)
            ):
                return None
            rules.append(Rule(tuple(understood), pattern["index"], pattern["attrs"], _words(tokens)))
    return rules


def _words(tokens: list[dict[str, Any]]) -> tuple[Callable[[str], bool], ...]:
    named = [token.get(field) for token in tokens for field in ("LOWER", "IS_SPACE")]
    # A rule for whatever is not this or that word, or no space, tells the named ones from the rest as well.
    wanted = [_named(one) for one in named if one is not None]
    return tuple(matcher for one in wanted if (matcher := _matcher(one)) is not None)


def _named(wanted: Any) -> Any:
    if wanted is False:
        return True
    return {"IN": wanted["NOT_IN"]} if isinstance(wanted, dict) and "NOT_IN" in wanted else wanted


def _test(token: dict[str, Any]) -> Test | None:
    parts: list[Test] = []
    for field, wanted in token.items():
        place = _FIELDS.get(field)
        matcher = _matcher(wanted)
        if place is None or matcher is None:
            return None
        parts.append(lambda triple, place=place, matcher=matcher: matcher(triple[place]))  # type: ignore[misc]
    return lambda triple: all(part(triple) for part in parts)


def _matcher(wanted: Any) -> Callable[[str], bool] | None:
    if isinstance(wanted, str):
        return lambda value: value == wanted
    if isinstance(wanted, bool):
        return lambda value: value.isspace() is wanted
    if not isinstance(wanted, dict):
        return None
    if set(wanted) == {"IN"}:
        return frozenset(wanted["IN"]).__contains__
    if set(wanted) == {"NOT_IN"}:
        unwanted = frozenset(wanted["NOT_IN"])
        return lambda value: value not in unwanted
    if set(wanted) == {"REGEX"}:
        pattern = re.compile(wanted["REGEX"])
        return lambda value: pattern.search(value) is not None
    return None
