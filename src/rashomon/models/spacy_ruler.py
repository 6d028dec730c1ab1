"""spaCy's attribute ruler by table: the same parts of speech and morphology in a tenth of the time.

The ruler tries each of its patterns at every token. All but a few of them look at one token's tag, word and label
alone, so what they decide is worked out once for each such triple and looked up afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

Triple: TypeAlias = tuple[str, str, str]
Test: TypeAlias = Callable[[Triple], bool]
_FIELDS = {"TAG": 0, "LOWER": 1, "DEP": 2, "IS_SPACE": 1}
_PLAIN = {"POS": "pos_", "TAG": "tag_", "DEP": "dep_", "LEMMA": "lemma_"}
_SETS = frozenset({*_PLAIN, "MORPH"})


@dataclass(frozen=True, slots=True)
class Rule:
    """Tokens in a row that pass ``tests`` get ``sets`` at the place ``index``; ``words`` is what they name of words."""

    tests: tuple[Test, ...]
    index: int
    sets: Mapping[str, str]
    words: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """What is set on a token, the numbers spaCy keeps; None: nothing. ``rest`` are (attribute, value).

    ``company`` are the rules for several tokens that may set something else here.
    """

    pos: int | None
    morph: int | None
    rest: tuple[tuple[str, str], ...]
    company: tuple[Rule, ...]


class TableRuler:
    """A pipeline component in the place of spaCy's attribute ruler."""

    def __init__(self, rules: list[Rule]) -> None:
        self._rules = rules
        self._matters = _one_of([named for rule in rules for named in rule.words])
        # By the hashes of tag, word and label.
        self._known: dict[tuple[int, int, int], Ready] = {}
        # Words that no rule tells from any other word, as one: else nearly every triple would be new.
        self._alike: dict[int, int] = {}

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        both: Any = doc.to_array(["POS", "MORPH"])
        pos, morph = both.T.tolist()
        odd: list[tuple[int, Ready]] = []
        for i, ready in enumerate(self._ready(doc)):
            if ready.pos is not None:
                pos[i] = ready.pos
            if ready.morph is not None:
                morph[i] = ready.morph
            if ready.rest or ready.company:
                odd.append((i, ready))
        both[:] = list(zip(pos, morph, strict=True))
        # Before anything else is set: where several tokens decide, they decide by what stood there.
        together = [i for i, ready in odd if any(_reaches(rule, doc, i) for rule in ready.company)]
        apart = [(i, self._sets_at(doc, i)) for i in together]
        doc.from_array(["POS", "MORPH"], both)
        for i, ready in odd:
            for name, value in ready.rest:
                setattr(doc[i], name, value)
        for i, sets in apart:
            _set(doc[i], sets)
        return doc

    def _ready(self, doc: Doc) -> Iterator[Ready]:
        known, alike = self._known, self._alike
        for i, (tag, word, label) in enumerate(doc.to_array(["TAG", "LOWER", "DEP"]).tolist()):
            if word not in alike:
                alike[word] = word if self._matters(doc[i].lower_) else 0
            triple = (tag, alike[word], label)
            if triple not in known:
                known[triple] = self._work_out(doc[i])
            yield known[triple]

    def _work_out(self, token: Token) -> Ready:
        """What the rules for one token set on such a token; sets it, too."""
        triple = _triple(token)
        sets: dict[str, str] = {}
        for rule in self._rules:
            if len(rule.tests) == 1 and rule.tests[0](triple):
                sets.update(rule.sets)
        _set(token, sets)
        rest = tuple((_PLAIN[name], value) for name, value in sets.items() if name in _PLAIN and name != "POS")
        company = tuple(rule for rule in self._rules if len(rule.tests) > 1 and rule.tests[rule.index](triple))
        morph: Any = token.morph
        return Ready(token.pos if "POS" in sets else None, morph.key if "MORPH" in sets else None, rest, company)

    def _sets_at(self, doc: Doc, at: int) -> dict[str, str]:
        """What all rules set at a place."""
        sets: dict[str, str] = {}
        for rule in self._rules:
            if _reaches(rule, doc, at):
                sets.update(rule.sets)
        return sets


def _triple(token: Token) -> Triple:
    return token.tag_, token.lower_, token.dep_


def _reaches(rule: Rule, doc: Doc, at: int) -> bool:
    """Whether the rule sets something at the place."""
    first = at - rule.index
    if first < 0 or first + len(rule.tests) > len(doc):
        return False
    return all(test(_triple(doc[first + k])) for k, test in enumerate(rule.tests))


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


def _words(tokens: list[dict[str, Any]]) -> tuple[Any, ...]:
    # A rule for whatever is not this or that word, or no space, tells the named ones from the rest as well.
    return tuple(_named(token[field]) for token in tokens for field in ("LOWER", "IS_SPACE") if field in token)


def _one_of(named: list[Any]) -> Callable[[str], bool]:
    """Whether a word is among those that rules name, one by one or by a pattern."""
    words = {one for one in named if isinstance(one, str)}
    words.update(word for one in named if isinstance(one, dict) for word in one.get("IN", ()))
    patterns = [m for one in named if not isinstance(one, str) and "IN" not in _keys(one) and (m := _matcher(one))]
    return lambda word: word in words or any(pattern(word) for pattern in patterns)


def _keys(wanted: Any) -> set[str]:
    return set(wanted) if isinstance(wanted, dict) else set()


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
        parts.append(_at(place, matcher))
    return lambda triple: all(part(triple) for part in parts)


def _at(place: int, matcher: Callable[[str], bool]) -> Test:
    return lambda triple: matcher(triple[place])


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
