"""Which lines of a text-only page are the body of an article."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rashomon.reading.lines import Line
from rashomon.reading.lines_model import LineModel
from rashomon.reading.lines_trees import Array
from rashomon.reading.text_captions import is_given_twice, names_alone
from rashomon.reading.text_furniture import kind_of

# Measured over 92 pages by folds of sites (evals/pages_text.py): .4 gave line F1 .904, .5 gave .901.
LEAST = 0.4
# The model has seen saved pages; a text of so few lines in which it finds no body is read by its sentences.
A_NOTE = 30
A_SENTENCE = 6
A_PARAGRAPH = 12
# Words that name furniture outweigh the model up to this chance.
_SURE = 0.9
_NEVER = frozenset(
    {"copyright", "disclaimer", "comment form", "share buttons", "newsletter or subscription", "advertisement"}
)
_SELDOM = frozenset({"related link", "tags", "photo credit", "caption", "cookie or terms text", "source credit"})


def body_of(lines: Sequence[Line], model: LineModel) -> tuple[list[bool], Array]:
    """For each line whether it is body, and the model's chance for it."""
    chances = model.chances(lines)
    body = [
        bool(chance >= LEAST) and not _is_furniture(line, chance) and any(map(str.isalnum, line.text))
        for line, chance in zip(lines, chances, strict=True)
    ]
    for k in range(1, len(lines)):
        if body[k - 1] != body[k] and is_given_twice(lines[k - 1].text, lines[k].text):
            body[k - 1] = body[k] = False
    for k in names_alone(lines, body):
        body[k] = False
    if len(lines) <= A_NOTE:
        _read_as_note(lines, body)
    return body, chances


def _read_as_note(lines: Sequence[Line], body: list[bool]) -> None:
    """Keeps the sentences of a page of a few lines: all where the model found no body, else those beside its body."""
    if not any(body):
        body[:] = [_is_prose(line) for line in lines]
        return
    first = body.index(True)
    last = len(body) - 1 - body[::-1].index(True)
    for beyond in (range(first - 1, -1, -1), range(last + 1, len(lines))):
        for k in beyond:
            if not _is_prose(lines[k]) or len(lines[k].text.split()) < A_PARAGRAPH:
                break
            body[k] = True


def _is_prose(line: Line) -> bool:
    """A sentence, and no furniture: what a note of a few lines is read by, which has no page around it to go by."""
    text = line.text.rstrip("\"'”’»)] \t")
    return len(text.split()) >= A_SENTENCE and text.endswith((".", "!", "?", "…")) and kind_of(line) is None


def _is_furniture(line: Line, chance: np.float64) -> bool:
    kind = kind_of(line)
    return kind in _NEVER or (kind in _SELDOM and bool(chance < _SURE))
