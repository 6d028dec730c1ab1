"""The network: a small encoder over both sentences at once, and a head that compares them."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from training.transformer import DEEP, HEADS, LAYERS, PLACES, WIDTH, WORDS, Layer, load_bert

LABELS = 3  # entailment, neutral, contradiction


class PairNet(nn.Module):
    """``kinds`` is 0 over [CLS], the premise and its [SEP], 1 over the hypothesis and its [SEP]."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(WORDS, WIDTH)
        self.positions = nn.Embedding(PLACES, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, DEEP) for _ in range(LAYERS))
        self.compare = nn.Linear(5 * WIDTH, WIDTH)
        self.judge = nn.Linear(WIDTH, LABELS)

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        x = self.words(ids) + self.positions(torch.arange(ids.shape[1])) + self.kinds(kinds)
        x = F.dropout(self.norm(x), 0.1, self.training)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        first = mean_over(x, mask & (kinds == 0))
        second = mean_over(x, mask & (kinds == 1))
        both = torch.cat([x[:, 0], first, second, first * second, (first - second).abs()], -1)
        return self.judge(F.dropout(F.gelu(self.compare(both)), 0.1, self.training))

    def load_base(self, weights: dict[str, Tensor]) -> None:
        """Takes over a BERT checkpoint of the same shape."""
        load_bert(weights, self.words, self.positions, self.kinds, self.norm, self.layers)


def mean_over(x: Tensor, chosen: Tensor) -> Tensor:
    share = chosen.to(x.dtype)
    return (x * share[..., None]).sum(1) / share.sum(1, keepdim=True).clamp(min=1)
