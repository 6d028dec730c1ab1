"""Finds time expressions: every rule looks at the letters, and where readings overlap the longest stands."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.temporal.letters import Words, words_of
from rashomon.temporal.meaning import Meaning
from rashomon.temporal.rule import Hit, Rule
from rashomon.temporal.rules_dates import DATE_RULES
from rashomon.temporal.rules_lengths import LENGTH_RULES
from rashomon.temporal.rules_periods import PERIOD_RULES
from rashomon.temporal.rules_spans import SPAN_RULES

RULES: tuple[Rule, ...] = (*DATE_RULES, *PERIOD_RULES, *SPAN_RULES, *LENGTH_RULES)


@dataclass(frozen=True, slots=True)
class Found:
    """Words ``first`` up to ``last`` mean ``meaning``; ``rule`` names the rule that says so."""

    first: int
    last: int
    meaning: Meaning
    rule: str


def find(text: str) -> tuple[Words, list[Found]]:
    """The time expressions of a text in order, none overlapping another."""
    words = words_of(text)
    found = [one for rule in RULES for one in _hits(rule, words)]
    return words, _longest(found)


def _hits(rule: Rule, words: Words) -> list[Found]:
    out: list[Found] = []
    narrow = "x" if "x" in rule.pattern.groupindex else 0
    for match in rule.pattern.finditer(words.kinds):
        meaning = rule.build(Hit(words, match))
        if meaning is not None:
            first, last = match.span(narrow)
            out.append(Found(first, last, meaning, rule.name))
    return out


def _longest(found: list[Found]) -> list[Found]:
    """Of overlapping readings the longest, of equal ones the one whose rule stands first."""
    taken: set[int] = set()
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: one.first - one.last):
        if taken.isdisjoint(range(one.first, one.last)):
            taken.update(range(one.first, one.last))
            kept.append(one)
    return sorted(kept, key=lambda one: one.first)
