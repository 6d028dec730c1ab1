"""A checkpoint as the ONNX graph that ships: `python -m training.pairs.export CHECKPOINT FILE [--exact]`."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from onnx import TensorProto
from training.onnx_graph import Graph
from training.transformer import HEADS, LAYERS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--exact", action="store_true", help="keep floats, to measure what rounding costs")
    args = parser.parse_args()
    w = {k: v.float().numpy() for k, v in torch.load(args.checkpoint).items()}
    g = Graph(args.exact)
    x = g.add("Add", g.lookup("ids", w["words.weight"]), g.places("ids", w["positions.weight"]))
    x = g.norm(g.add("Add", x, g.lookup("kinds", w["kinds.weight"])), w["norm.weight"], w["norm.bias"])
    for k in range(LAYERS):
        x = g.layer(x, w, f"layers.{k}", HEADS)
    first, second = (g.add("Squeeze", g.add("MatMul", s, x), g.constant_ints(1)) for s in ("premise", "hypothesis"))
    start = g.add("Gather", x, g.constant_ints(0, scalar=True), axis=1)
    far = g.add("Abs", g.add("Sub", first, second))
    both = g.add("Concat", start, first, second, g.add("Mul", first, second), far, axis=-1)
    y = g.add("Gelu", g.linear(both, w["compare.weight"], w["compare.bias"]), domain="com.microsoft")
    g.add("Softmax", g.linear(y, w["judge.weight"], w["judge.bias"], exact=True), axis=-1, out="chances")
    shape: list[str | int] = ["pairs", "length"]
    inputs = dict.fromkeys(("ids", "kinds"), (TensorProto.INT32, shape))
    # Rows that average the pieces of one side: (pairs, 1, length), each summing to one.
    shares = dict.fromkeys(("premise", "hypothesis"), (TensorProto.FLOAT, ["pairs", 1, "length"]))
    g.save(args.file, {**inputs, **shares}, {"chances": ["pairs", 3]})


if __name__ == "__main__":
    main()
