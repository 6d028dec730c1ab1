"""The network: a small encoder, a head that tags roles, and two smaller layers that read the page again for one cue."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from training.transformer import DEEP, HEADS, LAYERS, WIDTH, Layer, load_bert

from rashomon.attribution.decode_pieces import CASES, STANDINGS

SLIM, SLIM_HEADS = 256, 4
LABELS = 7  # O, then B and I of cue, source, content
DISTANCES = 32


class Net(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.cases = nn.Embedding(CASES, WIDTH)
        self.standings = nn.Embedding(STANDINGS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, DEEP) for _ in range(LAYERS))
        self.tag = nn.Linear(WIDTH, LABELS)
        self.slim = nn.Linear(WIDTH, SLIM)
        self.distances = nn.Embedding(DISTANCES, SLIM)
        self.slim_norm = nn.LayerNorm(SLIM, eps=1e-12)
        self.again = nn.ModuleList(Layer(SLIM, SLIM_HEADS, 3 * SLIM) for _ in range(2))
        self.link = nn.Linear(SLIM, LABELS)
        nn.init.zeros_(self.cases.weight)
        nn.init.zeros_(self.standings.weight)
        nn.init.normal_(self.distances.weight, std=0.1)

    def encode(self, ids: Tensor, cases: Tensor, standings: Tensor, mask: Tensor) -> Tensor:
        place = torch.arange(ids.shape[1])
        x = self.words(ids) + self.positions(place) + self.cases(cases) + self.standings(standings)
        x = F.dropout(self.norm(x), 0.1, self.training)
        wide = mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, wide)
        return x

    def relate(self, slim: Tensor, distances: Tensor, mask: Tensor) -> Tensor:
        """Labels for gathered windows (cues, length, SLIM)."""
        x = self.slim_norm(slim + self.distances(distances))
        wide = mask[:, None, None, :]
        for layer in self.again:
            x = layer(x, wide)
        return self.link(x)

    def load_base(self, weights: dict[str, Tensor]) -> None:
        """Takes over a BERT checkpoint of the same shape."""
        load_bert(weights, self.words, self.positions, None, self.norm, self.layers)
