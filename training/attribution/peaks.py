"""How large the inputs of the encoder's linear maps grow on annotated articles, for rounding them to 8 bits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from training.attribution.examples import Gold, examples
from training.attribution.net import Net

Floats = NDArray[np.float32]
# Maps whose inputs have a few that outgrow the others by far; elsewhere shrinking costs time and changes nothing.
SHRUNK = ("up", "down")


@torch.no_grad()
def peaks_of(checkpoint: Path, articles: list[Gold]) -> dict[str, Floats]:
    """By the map's name ("layers.0.up"), the largest absolute value each input took."""
    net = Net()
    net.load_state_dict(torch.load(checkpoint))
    net.eval()
    seen: dict[str, Tensor] = {}
    for number, layer in enumerate(net.layers):
        for name in SHRUNK:
            getattr(layer, name).register_forward_pre_hook(_note(seen, f"layers.{number}.{name}"))
    for gold in articles:
        for example in examples(gold, 200, 24, 16):
            r = example.reading
            ids, cases, standings = (torch.from_numpy(a.astype(np.int64))[None] for a in (r.ids, r.cases, r.standings))
            net.encode(ids, cases, standings, torch.ones_like(ids, dtype=torch.bool))
    return {name: value.numpy() for name, value in seen.items()}


def _note(seen: dict[str, Tensor], name: str) -> Callable[[nn.Module, tuple[Tensor]], None]:
    def hook(_: nn.Module, inputs: tuple[Tensor]) -> None:
        peak = inputs[0].flatten(0, -2).abs().amax(0)
        seen[name] = torch.maximum(seen[name], peak) if name in seen else peak

    return hook
