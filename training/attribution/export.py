"""A checkpoint as two ONNX graphs: `python -m training.attribution.export CHECKPOINT FOLDER [--exact]`."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from onnx import TensorProto
from training.attribution.net import SLIM, SLIM_HEADS
from training.onnx_graph import Graph
from training.transformer import HEADS, LAYERS

Floats = NDArray[np.float32]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--exact", action="store_true", help="keep floats, to measure what rounding costs")
    args = parser.parse_args()
    w = {k: v.float().numpy() for k, v in torch.load(args.checkpoint).items()}
    args.folder.mkdir(parents=True, exist_ok=True)
    first(w, args.exact, args.folder / "attribution-first.onnx")
    second(w, args.exact, args.folder / "attribution-second.onnx")


def first(w: dict[str, Floats], exact: bool, path: Path) -> None:
    g = Graph(exact)
    x = g.add("Add", g.lookup("ids", w["words.weight"]), g.places("ids", w["positions.weight"]))
    x = g.add("Add", x, g.lookup("cases", w["cases.weight"]))
    x = g.add("Add", x, g.lookup("standings", w["standings.weight"]))
    x = g.norm(x, w["norm.weight"], w["norm.bias"])
    for k in range(LAYERS):
        x = g.layer(x, w, f"layers.{k}", HEADS)
    g.add("Softmax", g.linear(x, w["tag.weight"], w["tag.bias"], exact=True), axis=-1, out="chances")
    g.linear(x, w["slim.weight"], w["slim.bias"], out="vectors", exact=True)
    shape: list[str | int] = ["batch", "length"]
    inputs = dict.fromkeys(("ids", "cases", "standings"), (TensorProto.INT32, shape))
    g.save(path, inputs, {"chances": [*shape, len(w["tag.bias"])], "vectors": [*shape, SLIM]})


def second(w: dict[str, Floats], exact: bool, path: Path) -> None:
    g = Graph(exact)
    x = g.add("Add", "vectors", g.lookup("distances", w["distances.weight"]))
    x = g.norm(x, w["slim_norm.weight"], w["slim_norm.bias"])
    for k in range(2):
        x = g.layer(x, w, f"again.{k}", SLIM_HEADS)
    g.add("Softmax", g.linear(x, w["link.weight"], w["link.bias"], exact=True), axis=-1, out="chances")
    shape: list[str | int] = ["cues", "length"]
    inputs = {
        "vectors": (TensorProto.FLOAT, [*shape, SLIM]),
        "distances": (TensorProto.INT32, shape),
    }
    g.save(path, inputs, {"chances": [*shape, len(w["link.bias"])]})


if __name__ == "__main__":
    main()
