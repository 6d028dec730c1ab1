"""From votes on word pieces to attributions: which cues hold, and which words each of them claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.attribution.decode_cues import CONTENT, CUE, SOURCE
from rashomon.attribution.decode_pieces import Pieces
from rashomon.attribution.decode_votes import CueVotes, Votes
from rashomon.record import Attribution, Span

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

_EDGES = ",;:–— \t\n\r\xa0"


@dataclass(frozen=True, slots=True)
class Bounds:
    """Thresholds, set on PolNeAR's dev articles; either half of them asks for nearly the same.

    ``cue``: a cue less certain than this is dropped. ``switch``: what beginning or ending a span costs, in log odds of
    one piece: short gaps are bridged and stray pieces dropped where that is cheaper. ``lean``: added to every piece's
    log odds of being content, ``source`` to those of being source. ``first``: the weight of the first pass's opinion.
    """

    cue: float = 0.75
    switch: float = 2.0
    lean: float = 0.0
    first: float = 0.25
    source: float = 1.0


@dataclass(frozen=True, slots=True)
class _Claim:
    """What the cue at ``start`` to ``end`` claims: ``source`` and ``content`` are chances, one a piece of ``at``."""

    at: Ints
    start: int
    end: int
    verdict: float
    source: Floats
    content: Floats


def decide(text: str, votes: Votes, bounds: Bounds = Bounds()) -> list[Attribution]:
    """Attributions in text order; no two share a word of their contents."""
    words = words_of(text, votes.pieces)
    claims = [claim for cue in votes.cues if (claim := _claim(votes, cue, words, bounds)).verdict >= bounds.cue]
    owners = _owners(len(votes.pieces), claims, bounds)
    out: list[Attribution] = []
    for number, claim in enumerate(claims):
        content = _bare(text, _spans(votes.pieces, _runs(np.flatnonzero(owners == number))))
        if not any(c.isalnum() for span in content for c in span.of(text)):
            continue
        out.append(
            Attribution(
                source=_bare(text, _spans(votes.pieces, _source(claim, owners, bounds))),
                cue=_spans(votes.pieces, [(claim.start, claim.end)]),
                content=content,
                confidence=round(claim.verdict, 4),
            )
        )
    return out


def words_of(text: str, pieces: Pieces) -> Ints:
    """For every piece, the number of its word: letters and digits with nothing, a point or a hyphen between them."""
    out = np.zeros(len(pieces), dtype=np.int32)
    number, before, joined = -1, -1, False
    for k, (start, end) in enumerate(zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True)):
        letter = text[start].isalnum()
        joins = text[start:end] in (".", "-") and text[end : end + 1].isalnum()
        if not (start == before and joined and (letter or joins)):
            number += 1
        out[k] = number
        before, joined = end, letter or (joins and start > 0 and text[start - 1].isalnum())
    return out


def _claim(votes: Votes, cue: CueVotes, words: Ints, bounds: Bounds) -> _Claim:
    at, second = cue.at, _by_word(cue.chances, words[cue.at])
    own = words[cue.start : cue.end]
    mine = (words[at] >= own[0]) & (words[at] <= own[-1])
    said = second[mine][:, CUE : CUE + 2].sum(1)
    first = votes.chances[at]
    roles = []
    for role in (SOURCE, CONTENT):
        chance = second[:, role : role + 2].sum(1)
        before = first[:, role : role + 2].sum(1)
        chance = (1 - bounds.first) * chance + bounds.first * np.minimum(before, 2 * chance)
        roles.append(np.where(mine, 0.0, chance).astype(np.float32))
    # A cue holds when both passes think so and it has found something that was said.
    verdict = (cue.score * said.max() * roles[1].max()) ** (1 / 3)
    whole = at[mine]
    return _Claim(at, int(whole[0]), int(whole[-1]) + 1, float(verdict), roles[0], roles[1])


def _by_word(chances: Floats, words: Ints) -> Floats:
    """The same chances for all pieces of a word: their mean."""
    begins = np.flatnonzero(np.diff(words, prepend=words[0] - 1))
    lengths = np.diff(np.append(begins, len(words)))
    means = np.add.reduceat(chances, begins, axis=0) / lengths[:, None]
    return np.repeat(means, lengths, axis=0).astype(np.float32)


def _owners(total: int, claims: list[_Claim], bounds: Bounds) -> Ints:
    """For every piece, the number of the claim whose content it is; -1 where it is nobody's, or rather a source."""
    first, second = _rivals(total, claims)
    best = np.zeros(total, dtype=np.float32)
    owners = np.full(total, -1, dtype=np.int32)
    for number, claim in enumerate(claims):
        at = claim.at
        own = np.maximum(claim.content, claim.source)
        others = np.maximum(np.where(own >= first[at], second[at], first[at]), claim.source)
        chance = np.where(others > claim.content, np.minimum(claim.content, 1 - others), claim.content)
        chosen = _smooth(_odds(chance) + bounds.lean, bounds.switch)
        won = chosen & (chance > best[at])
        best[at[won]] = chance[won]
        owners[at[won]] = number
    for claim in claims:
        owners[claim.start : claim.end] = -1
    return owners


def _rivals(total: int, claims: list[_Claim]) -> tuple[Floats, Floats]:
    """For every piece, the highest and the second highest chance at which a claim wants it; its own cue it has."""
    first, second = np.zeros(total, dtype=np.float32), np.zeros(total, dtype=np.float32)
    for claim in claims:
        at = claim.at
        wanted = np.maximum(claim.content, claim.source)
        wanted[(at >= claim.start) & (at < claim.end)] = 1.0
        second[at] = np.maximum(second[at], np.minimum(first[at], wanted))
        first[at] = np.maximum(first[at], wanted)
    return first, second


def _source(claim: _Claim, owners: Ints, bounds: Bounds) -> list[tuple[int, int]]:
    """The run of pieces most certain to be the claim's source, if any: annotators name one. Claims may share it."""
    at = claim.at
    chance = np.where(owners[at] < 0, claim.source, 0.0)
    places = np.flatnonzero(_odds(chance) + bounds.source > 0)
    runs = _runs(at[places])
    if not runs:
        return []
    sure = dict(zip(at.tolist(), chance.tolist(), strict=True))
    return [max(runs, key=lambda run: max(sure.get(k, 0.0) for k in range(*run)))]


def _odds(chance: Floats) -> Floats:
    kept = np.clip(chance, 0.002, 0.998)
    odds: Floats = np.log(kept / (1 - kept))
    return odds


def _smooth(odds: Floats, switch: float) -> NDArray[np.bool_]:
    """The choice of pieces whose odds add up to most when every span after the first costs twice ``switch``."""
    if odds.max(initial=-1.0) <= 0:
        return np.zeros(len(odds), dtype=bool)
    odds = np.where(odds == odds.max(), odds + 2 * switch, odds)
    outside, inside = 0.0, -switch
    entered, left = [], []  # whether the best way to be inside came from outside, and the reverse
    for value in odds.tolist():
        entered.append(outside - switch > inside)
        left.append(inside - switch > outside)
        outside, inside = max(outside, inside - switch), max(inside, outside - switch) + value
    chosen = np.zeros(len(odds), dtype=bool)
    state = inside - switch > outside
    for k in range(len(odds) - 1, -1, -1):
        chosen[k] = state
        state = (not entered[k]) if state else left[k]
    return chosen


def _runs(numbers: NDArray[np.integer[Any]]) -> list[tuple[int, int]]:
    """Runs of consecutive numbers, as (start, end)."""
    if not len(numbers):
        return []
    cuts = np.flatnonzero(np.diff(numbers) > 1)
    starts = numbers[np.insert(cuts + 1, 0, 0)].tolist()
    ends = (numbers[np.append(cuts, len(numbers) - 1)] + 1).tolist()
    return list(zip(starts, ends, strict=True))


def _spans(pieces: Pieces, runs: list[tuple[int, int]]) -> list[Span]:
    return [Span(int(pieces.starts[a]), int(pieces.ends[b - 1])) for a, b in runs]


def _bare(text: str, spans: list[Span]) -> list[Span]:
    """The spans without commas and the like at their ends; one that is nothing else is dropped."""
    out = []
    for span in spans:
        words = span.of(text)
        start = span.start + len(words) - len(words.lstrip(_EDGES))
        end = span.end - len(words) + len(words.rstrip(_EDGES))
        if start < end:
            out.append(Span(start, end))
    return out
