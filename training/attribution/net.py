"""The network: a small encoder, a head that tags roles, and two smaller layers that read the page again for one cue."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from rashomon.attribution.decode_pieces import CASES, STANDINGS
from torch import Tensor, nn

WIDTH, HEADS, DEEP, LAYERS, SLIM, SLIM_HEADS = 384, 12, 1536, 6, 256, 4
LABELS = 7  # O, then B and I of cue, source, content
DISTANCES = 32


class Layer(nn.Module):
    """One post-norm transformer layer, with BERT's arithmetic."""

    def __init__(self, width: int, heads: int, deep: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, deep)
        self.down = nn.Linear(deep, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        y = self.out(y.transpose(1, 2).reshape(b, n, w))
        x = self.norm1(x + F.dropout(y, self.drop, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(y, self.drop, self.training))


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
        w = {k.removeprefix("bert."): v.float() for k, v in weights.items()}
        e = "embeddings."
        with torch.no_grad():
            self.words.weight.copy_(w[e + "word_embeddings.weight"])
            self.positions.weight.copy_(w[e + "position_embeddings.weight"] + w[e + "token_type_embeddings.weight"][0])
            self.norm.weight.copy_(w[e + "LayerNorm.weight"])
            self.norm.bias.copy_(w[e + "LayerNorm.bias"])
            for i, layer in enumerate(self.layers):
                p = f"encoder.layer.{i}."
                for kind in ("weight", "bias"):
                    parts = [w[f"{p}attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
                    getattr(layer.qkv, kind).copy_(torch.cat(parts))
                    getattr(layer.out, kind).copy_(w[f"{p}attention.output.dense.{kind}"])
                    getattr(layer.norm1, kind).copy_(w[f"{p}attention.output.LayerNorm.{kind}"])
                    getattr(layer.up, kind).copy_(w[f"{p}intermediate.dense.{kind}"])
                    getattr(layer.down, kind).copy_(w[f"{p}output.dense.{kind}"])
                    getattr(layer.norm2, kind).copy_(w[f"{p}output.LayerNorm.{kind}"])
