"""The trained network run by PyTorch, to measure what exporting and rounding cost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from training.attribution.net import Net
from training.attribution.train import laid_out

from rashomon.attribution.decode_pieces import Reading

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]


class TorchNetwork:
    """`rashomon.attribution.decode_votes.Network` over a checkpoint of `train.py`."""

    def __init__(self, checkpoint: Path, half: bool = False) -> None:
        self.net = Net()
        self.net.load_state_dict(torch.load(checkpoint))
        self.net.eval()
        self.half = half

    @torch.no_grad()
    def first(self, reading: Reading) -> tuple[Floats, Floats]:
        ids, cases, standings = (
            torch.from_numpy(a.astype(np.int64))[None] for a in (reading.ids, reading.cases, reading.standings)
        )
        with torch.autocast("cpu", torch.bfloat16, enabled=self.half):
            hidden = self.net.encode(ids, cases, standings, torch.ones_like(ids, dtype=torch.bool))
            tag, slim = self.net.tag(hidden), self.net.slim(hidden)
        return tag[0].float().softmax(-1).numpy(), slim[0].float().numpy()

    @torch.no_grad()
    def second(self, jobs: Sequence[tuple[Floats, Ints]]) -> list[Floats]:
        if not jobs:
            return []
        steps, mask = laid_out([steps for _, steps in jobs])
        slim = torch.zeros(*steps.shape, jobs[0][0].shape[1])
        for k, (vectors, _) in enumerate(jobs):
            slim[k, : len(vectors)] = torch.from_numpy(vectors)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.half):
            out = self.net.relate(slim, steps, mask).float().softmax(-1).numpy()
        return [out[k, : len(vectors)] for k, (vectors, _) in enumerate(jobs)]
