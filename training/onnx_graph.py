"""An ONNX graph of transformer layers, written node by node so that every product is an 8-bit one of our choosing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Floats = NDArray[np.float32]
# Weights keep 7 bits: with all 8, processors without VNNI saturate when they add two products, and answers differ
# from machine to machine.
LARGEST = 63


class Graph:
    """Nodes and weights in the making; every method adds nodes and returns the name of their output."""

    def __init__(self, exact: bool = False) -> None:
        self.exact = exact  # keep all weights as floats
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def save(
        self, path: Path, inputs: dict[str, tuple[int, list[str | int]]], outputs: dict[str, list[str | int]]
    ) -> None:
        graph = helper.make_graph(
            self.nodes,
            path.stem,
            [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in inputs.items()],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs.items()],
            self.weights,
        )
        sets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
        onnx.save(helper.make_model(graph, opset_imports=sets, ir_version=9), path)

    def constant(self, value: NDArray[np.generic]) -> str:
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def constant_ints(self, *values: int, scalar: bool = False) -> str:
        return self.constant(np.array(values[0] if scalar else values, dtype=np.int64))

    def add(self, kind: str, *inputs: str, domain: str = "", out: str = "", **attributes: object) -> str:
        out = out or f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [out], domain=domain, **attributes))
        return out

    def split(self, x: str, parts: int) -> list[str]:
        outs = [f"n{len(self.nodes)}_{k}" for k in range(parts)]
        self.nodes.append(helper.make_node("Split", [x], outs, axis=-1))
        return outs

    def linear(self, x: str, weight: Floats, bias: Floats, out: str = "", exact: bool = False) -> str:
        """``x`` times a weight of shape (to, from), plus bias; in 8 bits, one scale an output column."""
        if self.exact or exact:
            return self.add("Add", self.add("MatMul", x, self.constant(weight.T)), self.constant(bias), out=out)
        scale = best_scale(weight)
        rounded = np.clip(np.round(weight / scale[:, None]), -LARGEST, LARGEST).astype(np.int8)
        names = (rounded.T, scale.astype(np.float32), np.zeros(len(scale), np.int8), bias)
        return self.add("DynamicQuantizeMatMul", x, *(self.constant(n) for n in names), domain="com.microsoft", out=out)

    def lookup(self, ids: str, table: Floats) -> str:
        """Rows of a table by number; a large table is kept in 8 bits with one scale a row."""
        if self.exact or len(table) < 100:
            return self.add("Gather", self.constant(table), ids)
        scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
        rounded = self.add("Gather", self.constant(np.round(table / scale).astype(np.int8)), ids)
        return self.add(
            "Mul",
            self.add("Cast", rounded, to=TensorProto.FLOAT),
            self.add("Gather", self.constant(scale.astype(np.float32)), ids),
        )

    def norm(self, x: str, gamma: Floats, beta: Floats) -> str:
        return self.add("LayerNormalization", x, self.constant(gamma), self.constant(beta), epsilon=1e-12, axis=-1)

    def places(self, ids: str, table: Floats) -> str:
        """The rows of the position table for the length of ``ids`` (batch, length)."""
        length = self.add("Gather", self.add("Shape", ids), self.constant_ints(1), axis=0)
        zero = self.constant_ints(0)
        return self.add("Slice", self.constant(table), zero, length, zero)

    def layer(self, x: str, w: dict[str, Floats], prefix: str, heads: int) -> str:
        """One post-norm transformer layer; every position sees every other."""

        def get(name: str) -> tuple[Floats, Floats]:
            return w[f"{prefix}.{name}.weight"], w[f"{prefix}.{name}.bias"]

        q, k, v = self.split(self.linear(x, *get("qkv")), 3)
        y = self.add("MultiHeadAttention", q, k, v, "", "", domain="com.microsoft", num_heads=heads)
        x = self.joined(x, self.linear(y, *get("out")), *get("norm1"))
        y = self.add("Gelu", self.linear(x, *get("up")), domain="com.microsoft")
        return self.joined(x, self.linear(y, *get("down")), *get("norm2"))

    def joined(self, x: str, y: str, gamma: Floats, beta: Floats) -> str:
        """The norm of a sum; two nodes, because ONNX Runtime's one for both takes four times as long (1.32)."""
        return self.norm(self.add("Add", x, y), gamma, beta)


def best_scale(weight: Floats) -> Floats:
    """For every row the scale that rounds it with the least square error; the largest weights may be clipped."""
    most = np.maximum(np.abs(weight).max(1), 1e-8)
    best, error = most / LARGEST, np.full(len(weight), np.inf)
    for part in np.linspace(0.5, 1.0, 26):
        scale = part * most / LARGEST
        rounded = np.clip(np.round(weight / scale[:, None]), -LARGEST, LARGEST) * scale[:, None]
        off = np.square(weight - rounded).sum(1)
        best, error = np.where(off < error, scale, best), np.minimum(off, error)
    return best.astype(np.float32)
