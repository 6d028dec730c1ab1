"""Whether what was changed since a form was made stands in the way of what it asks for."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from rashomon.desk.shown import Shown
from rashomon.record import Correction, CorrectionKind

# Marks on a line that change nothing else: another line's do not stand in the way of anything.
_MARKS = frozenset({CorrectionKind.CHECK, CorrectionKind.NOTE})
# A form older than so many changes counts as made from a state nobody remembers.
_KEPT = 500


@dataclass(frozen=True, slots=True)
class _State:
    """``undone`` by the number of each entry of the log."""

    pages: tuple[str, ...]
    undone: dict[int, str | None]


class Meanwhile:
    """Remembers the states that forms were made from."""

    def __init__(self) -> None:
        self._states: OrderedDict[str, _State] = OrderedDict()

    def remember(self, shown: Shown) -> None:
        """Keeps what a form made now rests on."""
        if shown.version not in self._states:
            pages = tuple(page.id for page in shown.record.pages)
            self._states[shown.version] = _State(pages, {one.number: one.undone for one in shown.log})
            while len(self._states) > _KEPT:
                self._states.popitem(last=False)

    def forbids(self, version: str, shown: Shown, correction: Correction | None) -> bool:
        """Whether ``correction`` (None for an undo or a redo) from a form of ``version`` must be looked at again."""
        if version == shown.version:
            return False
        old = self._states.get(version)
        if old is None or correction is None or old.pages != tuple(page.id for page in shown.record.pages):
            return True
        changed = [one for one in shown.log if old.undone.get(one.number, "new") != one.undone]
        targets = set(correction.targets)
        return any(one.correction.kind not in _MARKS or targets & set(one.correction.targets) for one in changed)
