"""The log of corrections in words, for the desk and for what is taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.record import Correction, CorrectionKind
from rashomon.story import Entry
from rashomon.views.index import Index

K = CorrectionKind
_SAID = {
    K.SET_SPEAKER: "speaker set",
    K.SET_POSITION: "position set",
    K.SET_SAID: "date of saying set",
    K.SET_PUBLISHED: "date of printing set",
    K.SET_TITLE: "title set",
    K.SET_AUTHORS: "authors set",
    K.SET_OUTLET: "outlet set",
    K.REJECT: "line rejected",
    K.CHECK: "line checked",
    K.NOTE: "note made",
    K.JOIN_ENTITIES: "names joined",
    K.SPLIT_ENTITY: "name split",
    K.RENAME_ENTITY: "renamed",
    K.JOIN_CLAIMS: "claims joined",
    K.SPLIT_CLAIM: "claim split",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of the log in words; ``of`` are (words, "line", "article" or nothing, id) of what it is about."""

    number: int
    made: str
    by: str
    what: str
    value: str
    of: tuple[tuple[str, str, str], ...]
    undone: str


def told(log: Sequence[Entry], among: Index) -> list[Told]:
    """The log, newest first."""
    return [_told(entry, among) for entry in reversed(log)]


def sentence(correction: Correction) -> str:
    """What a correction did, for the line that confirms it."""
    value = correction.value
    shown = "" if value is None else f": {value or 'not known'}"
    return f"{_SAID[correction.kind].capitalize()}{shown}"


def _told(entry: Entry, among: Index) -> Told:
    correction = entry.correction
    return Told(
        number=entry.number,
        made=entry.made[:19].replace("T", " "),
        by=entry.by,
        what=_SAID[correction.kind],
        value=("not known" if correction.value == "" else correction.value) or "",
        of=tuple(_of(target, among) for target in correction.targets),
        undone=(entry.undone or "")[:19].replace("T", " "),
    )


def _of(target: str, among: Index) -> tuple[str, str, str]:
    if target in among.attributions:
        words = " … ".join(one.text for one in among.attributions[target].content)
        return f"{among.speaker(among.attributions[target])}: “{words[:120]}”", "line", target
    if target in among.articles:
        return among.title(target), "article", target
    return target, "", ""
