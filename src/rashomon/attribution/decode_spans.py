"""From votes on word pieces to attributions: which cues hold, and which words each of them claims."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.attribution.decode_cues import CONTENT, CUE, SOURCE
from rashomon.attribution.decode_pieces import Pieces
from rashomon.attribution.decode_votes import CueVotes, Votes
from rashomon.record import Attribution, Span

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Thresholds, set on half of PolNeAR's dev articles and checked on the other half.

    ``cue``: a cue less certain than this is dropped. ``word``: a word is claimed at this chance. ``gap``: this many
    pieces between two claimed runs are bridged. ``first``: the weight of the first pass's opinion of a word.
    """

    cue: float = 0.5
    word: float = 0.5
    gap: int = 2
    first: float = 0.25


@dataclass(slots=True)
class _Claim:
    """One cue with what it claims: ``source`` and ``content`` are chances, one a piece of ``at``."""

    votes: CueVotes
    verdict: float
    source: Floats
    content: Floats


def decide(text: str, votes: Votes, bounds: Bounds = Bounds()) -> list[Attribution]:
    """Attributions in text order; no two share a word of their contents."""
    claims = [claim for cue in votes.cues if (claim := _claim(votes, cue, bounds)).verdict >= bounds.cue]
    owners = _owners(len(votes.pieces), claims, bounds)
    out: list[Attribution] = []
    for number, claim in enumerate(claims):
        content = _runs(owners == number, bounds.gap)
        if not content:
            continue
        source = _source(votes, claim, owners, bounds)
        cue = [(claim.votes.start, claim.votes.end)]
        out.append(
            Attribution(
                source=_spans(votes.pieces, source),
                cue=_spans(votes.pieces, cue),
                content=_spans(votes.pieces, content),
                confidence=round(claim.verdict, 4),
            )
        )
    return out


def _claim(votes: Votes, cue: CueVotes, bounds: Bounds) -> _Claim:
    at, second = cue.at, cue.chances
    mine = (at >= cue.start) & (at < cue.end)
    said = second[mine][:, CUE : CUE + 2].sum(1)
    first = votes.chances[at]
    roles = []
    for role in (SOURCE, CONTENT):
        chance = second[:, role : role + 2].sum(1)
        before = first[:, role : role + 2].sum(1)
        roles.append(np.where(mine, 0.0, (1 - bounds.first) * chance + bounds.first * np.minimum(before, 2 * chance)))
    return _Claim(cue, float(said.mean()), roles[0].astype(np.float32), roles[1].astype(np.float32))


def _owners(total: int, claims: list[_Claim], bounds: Bounds) -> Ints:
    """For every piece, the number of the claim whose content it is; -1 where it is nobody's, or rather a source."""
    best = np.full(total, bounds.word, dtype=np.float32)
    owners = np.full(total, -1, dtype=np.int32)
    for claim in claims:
        best[claim.votes.at] = np.maximum(best[claim.votes.at], claim.source)
    for number, claim in enumerate(claims):
        won = claim.content > best[claim.votes.at]
        pieces = claim.votes.at[won]
        best[pieces] = claim.content[won]
        owners[pieces] = number
    for claim in claims:
        owners[claim.votes.start : claim.votes.end] = -1
    return owners


def _source(votes: Votes, claim: _Claim, owners: Ints, bounds: Bounds) -> list[tuple[int, int]]:
    """The run of pieces most certain to be the claim's source, if any: annotators name one. Claims may share it."""
    at = claim.votes.at
    chances = np.zeros(len(votes.pieces), dtype=np.float32)
    chances[at] = np.where(owners[at] < 0, claim.source, 0.0)
    chances[claim.votes.start : claim.votes.end] = 0.0
    runs = _runs(chances > bounds.word, bounds.gap)
    return [max(runs, key=lambda run: float(chances[run[0] : run[1]].max()))] if runs else []


def _runs(owned: NDArray[np.bool_], gap: int) -> list[tuple[int, int]]:
    """Runs of owned pieces (start, end), short gaps bridged."""
    numbers = np.flatnonzero(owned)
    if not len(numbers):
        return []
    cuts = np.flatnonzero(np.diff(numbers) > gap + 1)
    starts = numbers[np.insert(cuts + 1, 0, 0)].tolist()
    ends = (numbers[np.append(cuts, len(numbers) - 1)] + 1).tolist()
    return list(zip(starts, ends, strict=True))


def _spans(pieces: Pieces, runs: list[tuple[int, int]]) -> list[Span]:
    return [Span(int(pieces.starts[a]), int(pieces.ends[b - 1])) for a, b in runs]
