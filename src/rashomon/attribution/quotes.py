"""Paragraphs, and the stretches of a text that stand inside quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.record import Quotation, Span

# Where blank lines separate blocks, a single line break ends a block only after a sentence (text may be wrapped).
_BLANK_LINE = re.compile(r"\n[ \t\r\f\v]*\n")
_BLANK = re.compile(r"\n[ \t\r\f\v]*\n\s*|(?<=[.!?:\"”])[ \t\r]*\n\s*")
_LINE = re.compile(r"\n\s*(?![a-z\s])")
# `"..." — Name` ends its line whatever follows.
_AFTER_SIGNATURE = re.compile(r"(?<=\w)[^\S\n]*\n(?=[“”\"])")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_DOUBLE = re.compile(r"[“”\"„«»]|''|``|‘‘|’’")
_SINGLE_OPEN = re.compile(r"(?:(?<=[\s(\[,:;—–-])|(?<![\s\S]))[‘'](?=[A-Z\[…])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])[’'](?![\w])")
_MARKS = "“”\"„«»'`‘’ "
# Shorter stretches without sentence punctuation are scare quotes, names and titles far more often than speech.
SPEECH_WORDS = 4


@dataclass(frozen=True, slots=True)
class Quoted:
    """Characters ``start:end``, marks included. ``closed`` is False where the paragraph ends before the closing
    mark; ``continues`` says that it takes up a quotation left open by the paragraph before."""

    start: int
    end: int
    closed: bool
    continues: bool
    paragraph: int
    speech: bool
    title: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def paragraphs_of(text: str) -> list[Span]:
    """Stretches between blank lines, or between line breaks in a text that has no blank line."""
    breaks = _BLANK if _BLANK_LINE.search(text) else _LINE
    out, at = [], 0
    for match in sorted((*breaks.finditer(text), *_AFTER_SIGNATURE.finditer(text)), key=lambda m: m.start()):
        if match.start() < at:
            continue
        if text[at : match.start()].strip():
            out.append(Span(at, match.start()))
        at = match.end()
    if text[at:].strip() or not out:
        out.append(Span(at, len(text)))
    return out


def quoted_in(text: str, paragraphs: list[Span]) -> list[Quoted]:
    """The quotations of a text in order; nested ones belong to the outer one."""
    out: list[Quoted] = []
    open_before = False
    for number, paragraph in enumerate(paragraphs):
        stretches = _double(text, paragraph) or _single(text, paragraph)
        for start, end, closed in stretches:
            continues = open_before and not text[paragraph.start : start].strip()
            inner = text[start:end].strip(_MARKS)
            out.append(Quoted(start, end, closed, continues, number, _is_speech(inner), _is_title(inner)))
            open_before = False
        open_before = bool(stretches) and not stretches[-1][2]
    return out


def _double(text: str, paragraph: Span) -> list[tuple[int, int, bool]]:
    out: list[tuple[int, int, bool]] = []
    opened: int | None = None
    for match in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        mark = match.group()
        if opened is None:
            if mark in "”»" and match.start() != paragraph.start:
                continue
            opened = match.start()
        elif mark not in "“„«":
            out.append((opened, match.end(), True))
            opened = None
    if opened is not None and text[opened : paragraph.end].strip("“”\"„«»'`‘’ "):
        out.append(
            (opened, len(text[: paragraph.end].rstrip()) if paragraph.end == len(text) else paragraph.end, False)
        )
    return out


def _single(text: str, paragraph: Span) -> list[tuple[int, int, bool]]:
    """Stretches in single marks, only in paragraphs that have no double ones."""
    out: list[tuple[int, int, bool]] = []
    at = paragraph.start
    while opening := _SINGLE_OPEN.search(text, at, paragraph.end):
        closing = _last_close(text, opening.end(), paragraph.end)
        if closing is None:
            break
        out.append((opening.start(), closing, True))
        at = closing
    return out


def _last_close(text: str, start: int, end: int) -> int | None:
    """Where a single-marked stretch ends: at the first mark after a word that no letter follows."""
    match = _SINGLE_CLOSE.search(text, start, end)
    return match.end() if match else None


def _is_speech(inner: str) -> bool:
    if _is_title(inner):
        return False
    words = len(_WORD.findall(inner))
    return words >= SPEECH_WORDS or (words >= 1 and inner[-1:] in ",.?!…")


def _is_title(inner: str) -> bool:
    """ "The Long Winter Road": every longer word has a capital, and nothing ends a sentence."""
    long = [w for w in inner.split() if len(w) > 3 and w[0].isalpha()]
    if (
        len(inner.split()) < 2
        or inner[-1:] in ".?!…"
        or len(long) < 2
        or (inner.rstrip(",") != inner and len(long) < 3)
    ):
        return False
    return all(w[0].isupper() for w in long) and not inner.isupper()


def quotation_of(quotes: list[Quoted], content: list[Span], text: str) -> Quotation:
    """Direct where every word stands in quotation marks, indirect where none does."""
    inside = total = 0
    for span in content:
        for word in _WORD.finditer(text, span.start, span.end):
            total += 1
            inside += any(q.start <= word.start() < q.end for q in quotes)
    if not inside:
        return Quotation.INDIRECT
    return Quotation.DIRECT if inside == total else Quotation.MIXED
