"""The baseline anybody could write: the nearest name to a quotation or to "said"."""

from __future__ import annotations

import re

from evals._attribution_scorer import Triple

_QUOTE = re.compile(r"[“\"]([^“”\"\n]{15,})[”\"]|''([^\n]{15,}?)''")
_SAID = re.compile(r"\b(?:said|says|told|added|wrote|asked|tweeted|according to)\b", re.IGNORECASE)
_NAME = re.compile(r"\b(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*|he|she|they)\b")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")


def naive(text: str) -> list[Triple]:
    """One attribution for every long quotation, and one for every "said" outside of one."""
    out, covered = [], []
    for m in _QUOTE.finditer(text):
        start, end = text.rfind("\n", 0, m.start()) + 1, text.find("\n", m.end())
        around = (start, end if end > 0 else len(text))
        cue = _nearest(_SAID, text, around, m.span())
        out.append(Triple(_nearest(_NAME, text, around, m.span()), cue, [m.span()]))
        covered += [m.span(), *cue]
    for sentence in _SENTENCE.finditer(text):
        for m in _SAID.finditer(text, *sentence.span()):
            if not any(a < m.end() and m.start() < b for a, b in covered) and m.end() + 2 < sentence.end():
                name = _nearest(_NAME, text, (sentence.start(), m.start()), m.span())
                out.append(Triple(name, [m.span()], [(m.end() + 1, sentence.end())]))
    return out


def _nearest(
    pattern: re.Pattern[str], text: str, around: tuple[int, int], span: tuple[int, int]
) -> list[tuple[int, int]]:
    found = [m.span() for m in pattern.finditer(text, *around) if m.end() <= span[0] or m.start() >= span[1]]
    return [min(found, key=lambda f: max(span[0] - f[1], f[0] - span[1]))] if found else []
