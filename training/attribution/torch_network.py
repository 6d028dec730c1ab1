"""The trained network run by PyTorch, to measure what exporting and rounding cost."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from training.attribution.net import Net

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
    def second(self, vectors: Floats, distances: Ints) -> Floats:
        steps = torch.from_numpy(distances.astype(np.int64))[None]
        with torch.autocast("cpu", torch.bfloat16, enabled=self.half):
            out = self.net.relate(torch.from_numpy(vectors)[None], steps, torch.ones_like(steps, dtype=torch.bool))
        answer: Floats = out[0].float().softmax(-1).numpy()
        return answer
