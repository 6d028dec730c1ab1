"""Trains the attribution network: `python -m training.attribution.train --base DIR --out DIR`.

``RASHOMON_DATA`` is the data folder; ``--base`` holds the encoder's ``model.safetensors`` and ``tokenizer.json``.
Seeded; writes ``epoch-N.pt`` (averaged weights) and ``run.json`` (arguments, digests, losses) to ``--out``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor
from training.attribution.examples import (
    Example,
    Gold,
    answers,
    distances,
    examples,
    load,
    load_tokenizer,
    stretch_of,
    true_cues,
)
from training.attribution.net import Net
from training.transformer import LAYERS

from rashomon.attribution.decode_cues import Stretch, find_cues

DATA = Path(os.environ.get("RASHOMON_DATA", "../shared/data")) / "attribution/polnear"
SUSPECT = 0.1  # a word this likely to be a cue is shown to the second pass as a false one


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--fall", type=float, default=0.85, help="factor of the rate from one layer to the one below")
    parser.add_argument("--average", type=float, default=0.99)
    parser.add_argument("--articles", type=int, default=None, help="train on the first N only (to try things)")
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer(args.base / "tokenizer.json")
    train = load(DATA / "polnear-train.jsonl", tokenizer)[: args.articles]
    net = Net()
    net.load_base(load_file(args.base / "model.safetensors"))
    log = {"arguments": {k: str(v) for k, v in vars(args).items()}, "digests": digests(args.base), "losses": []}
    run(net, train, args, log)


def digests(base: Path) -> dict[str, str]:
    files = (DATA / "polnear-train.jsonl", base / "model.safetensors", base / "tokenizer.json")
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def run(net: Net, train: list[Gold], args: argparse.Namespace, log: dict[str, object]) -> None:
    rng = np.random.default_rng(args.seed)
    groups = parameter_groups(net, args.rate, args.head_rate, args.fall)
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)
    plan = [batches(train, args.batch, rng) for _ in range(args.epochs)]
    total = sum(len(epoch) for epoch in plan)
    mean = {k: v.detach().clone() for k, v in net.state_dict().items()}
    step = 0
    start = time.time()
    for number, epoch in enumerate(plan, 1):
        sums = np.zeros(3)
        net.train()
        for k, batch in enumerate(epoch):
            share = min(1.0, step / (0.06 * total), (total - step) / (0.94 * total))
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * share
            tag, link = losses(net, batch)
            (tag + link).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            keep = min(args.average, step / (step + 10))
            with torch.no_grad():
                for name, value in net.state_dict().items():
                    mean[name].mul_(keep).add_(value, alpha=1 - keep)
            sums += (tag.item(), link.item(), 1)
            if k % 25 == 24:
                print(f"{number} {k + 1}/{len(epoch)} tag {sums[0] / sums[2]:.4f} link {sums[1] / sums[2]:.4f} "
                      f"{time.time() - start:.0f} s", flush=True)  # fmt: skip
                log["losses"].append([step, *(sums[:2] / sums[2]).round(5).tolist()])  # type: ignore[attr-defined]
                sums[:] = 0
        torch.save(mean, args.out / f"epoch-{number}.pt")
        (args.out / "run.json").write_text(json.dumps(log, indent=1))


def parameter_groups(net: Net, rate: float, head_rate: float, fall: float) -> list[dict[str, object]]:
    groups: list[dict[str, object]] = []
    for name, parameter in net.named_parameters():
        part = name.split(".")
        if part[0] == "layers":
            peak = rate * fall ** (LAYERS - 1 - int(part[1]))
        elif part[0] in ("words", "positions", "norm"):
            peak = rate * fall**LAYERS
        else:
            peak = head_rate
        decay = 0.01 if parameter.ndim > 1 and part[0] not in ("words", "positions") else 0.0
        groups.append({"params": [parameter], "peak": peak, "weight_decay": decay})
    return groups


def batches(train: list[Gold], size: int, rng: np.random.Generator) -> list[list[Example]]:
    """One epoch's batches of windows of like length; the windows are cut anew every time."""
    windows = [e for gold in train for e in examples(gold, int(rng.integers(240, 345)), int(rng.integers(32, 65)))]
    order = rng.permutation(len(windows))
    out = []
    for chunk in np.array_split(order, max(1, len(order) // (size * 16))):
        chunk = sorted(chunk, key=lambda i: len(windows[i].reading.ids))
        out += [[windows[i] for i in chunk[k : k + size]] for k in range(0, len(chunk), size)]
    rng.shuffle(out)  # type: ignore[arg-type]
    return out


def losses(net: Net, batch: list[Example]) -> tuple[Tensor, Tensor]:
    ids, cases, standings, mask = padded(batch)
    with torch.autocast("cpu", torch.bfloat16):
        hidden = net.encode(ids, cases, standings, mask)
        logits = net.tag(hidden).float()
        slim = net.slim(hidden)
    core = stacked([e.core for e in batch], ids.shape[1]).bool()
    tag = F.cross_entropy(logits[core], stacked([e.labels for e in batch], ids.shape[1])[core])
    chances = logits.detach().softmax(-1).numpy()
    jobs = []
    for row, example in enumerate(batch):
        jobs += [(row, stretch, True) for stretch in true_cues(example)]
        jobs += [(row, stretch, False) for stretch in false_cues(example, chances[row])]
    jobs.sort(key=lambda job: job[1].right - job[1].left)
    total, count = torch.zeros(()), 0
    for k in range(0, len(jobs), 32):
        part = jobs[k : k + 32]
        answer = answered(net, slim, part)
        gold, far = laid_out([answers(batch[row], stretch, true) for row, stretch, true in part])
        total = total + F.cross_entropy(answer[far], gold[far], reduction="sum")
        count += int(far.sum())
    return tag, total / max(1, count)


def answered(net: Net, slim: Tensor, jobs: list[tuple[int, Stretch, bool]]) -> Tensor:
    """The second pass's logits for some cues, padded to the longest stretch."""
    steps, mask = laid_out([distances(stretch) for _, stretch, _ in jobs])
    rows = torch.tensor([row for row, _, _ in jobs])[:, None]
    left = torch.tensor([stretch.left for _, stretch, _ in jobs])[:, None]
    at = (left + torch.arange(steps.shape[1])).clamp(max=slim.shape[1] - 1)
    with torch.autocast("cpu", torch.bfloat16):
        return net.relate(slim[rows, at], steps, mask).float()


def false_cues(example: Example, chances: np.ndarray, least: float = SUSPECT) -> list[Stretch]:
    core = np.flatnonzero(example.core)
    if not len(core):
        return []
    cue = (example.labels == 1) | (example.labels == 2)
    found = find_cues(chances, int(core[0]), int(core[-1]) + 1, least)
    likely = sorted((f for f in found if not cue[f[0] : f[1]].any()), key=lambda f: -f[2])
    return [stretch_of(example, *f) for f in likely[:12]]


def padded(batch: list[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    longest = max(len(e.reading.ids) for e in batch)
    ids, cases, standings = (
        stacked([getattr(e.reading, name) for e in batch], longest) for name in ("ids", "cases", "standings")
    )
    lengths = torch.tensor([len(e.reading.ids) for e in batch])
    return ids, cases, standings, torch.arange(longest) < lengths[:, None]


def stacked(rows: list[np.ndarray], length: int) -> Tensor:
    out = np.zeros((len(rows), length), dtype=np.int64)
    for k, row in enumerate(rows):
        out[k, : len(row)] = row
    return torch.from_numpy(out)


def laid_out(rows: list[np.ndarray]) -> tuple[Tensor, Tensor]:
    longest = max(len(row) for row in rows)
    lengths = torch.tensor([len(row) for row in rows])
    return stacked(rows, longest), torch.arange(longest) < lengths[:, None]


if __name__ == "__main__":
    main()
