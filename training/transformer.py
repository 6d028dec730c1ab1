"""The transformer layers that both trained models are made of, with BERT's arithmetic."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

WIDTH, HEADS, DEEP, LAYERS, WORDS, PLACES = 384, 12, 1536, 6, 30522, 512


class Layer(nn.Module):
    """One post-norm transformer layer."""

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


def load_bert(
    weights: dict[str, Tensor],
    words: nn.Embedding,
    positions: nn.Embedding,
    kinds: nn.Embedding | None,
    norm: nn.LayerNorm,
    layers: nn.ModuleList,
) -> None:
    """Takes over a BERT checkpoint; without ``kinds``, all words are of the first kind and the positions say so."""
    w = {k.removeprefix("bert."): v.float() for k, v in weights.items()}
    e = "embeddings."
    with torch.no_grad():
        words.weight.copy_(w[e + "word_embeddings.weight"])
        positions.weight.copy_(w[e + "position_embeddings.weight"])
        if kinds is None:
            positions.weight.add_(w[e + "token_type_embeddings.weight"][0])
        else:
            kinds.weight.copy_(w[e + "token_type_embeddings.weight"])
        norm.weight.copy_(w[e + "LayerNorm.weight"])
        norm.bias.copy_(w[e + "LayerNorm.bias"])
        for i, layer in enumerate(layers):
            load_layer(w, f"encoder.layer.{i}.", layer)


def load_layer(w: dict[str, Tensor], prefix: str, layer: nn.Module) -> None:
    for kind in ("weight", "bias"):
        parts = [w[f"{prefix}attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
        getattr(layer.qkv, kind).copy_(torch.cat(parts))
        getattr(layer.out, kind).copy_(w[f"{prefix}attention.output.dense.{kind}"])
        getattr(layer.norm1, kind).copy_(w[f"{prefix}attention.output.LayerNorm.{kind}"])
        getattr(layer.up, kind).copy_(w[f"{prefix}intermediate.dense.{kind}"])
        getattr(layer.down, kind).copy_(w[f"{prefix}output.dense.{kind}"])
        getattr(layer.norm2, kind).copy_(w[f"{prefix}output.LayerNorm.{kind}"])
