"""Trains the pair model: `python -m training.pairs.train --base DIR --out DIR`.

``RASHOMON_DATA`` is the data folder; ``--base`` holds the encoder's ``model.safetensors`` and ``tokenizer.json``.
Seeded; writes ``epoch-N.pt`` (averaged weights) and ``run.json`` (arguments, digests, figures) to ``--out``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor
from training.pairs.data import DATA, SETS, Pair, load, made, split
from training.pairs.net import PairNet
from training.transformer import LAYERS

LONGEST = 160
Coded = tuple[list[int], int, tuple[int, ...]]  # ids, how many of them are the premise's, allowed labels


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=5e-4)
    parser.add_argument("--fall", type=float, default=0.9, help="factor of the rate from one layer to the one below")
    parser.add_argument("--average", type=float, default=0.995)
    parser.add_argument("--made", type=int, default=9000, help="how many pairs are made by rule, an epoch")
    parser.add_argument("--pairs", type=int, default=None, help="train on the first N only (to try things)")
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    train, held = split(DATA)
    held["sick-dev"] = load(DATA, "sick-dev")
    net = PairNet()
    net.load_base(load_file(args.base / "model.safetensors"))
    log = {"arguments": {k: str(v) for k, v in vars(args).items()}, "digests": digests(args.base), "figures": {}}
    run(net, tokenizer, train[: args.pairs], held, args, log)


def digests(base: Path) -> dict[str, str]:
    files = [*(DATA / f"{name}.csv" for name in SETS), base / "model.safetensors", base / "tokenizer.json"]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def run(
    net: PairNet,
    tokenizer: Tokenizer,
    train: list[Pair],
    held: dict[str, list[Pair]],
    args: argparse.Namespace,
    log: dict[str, object],
) -> None:
    rng = np.random.default_rng(args.seed)
    optimizer = torch.optim.AdamW(
        parameter_groups(net, args.rate, args.head_rate, args.fall), betas=(0.9, 0.98), eps=1e-6, fused=True
    )
    plan = [batches(coded(train + made(train, rng, args.made), tokenizer), args.batch, rng) for _ in range(args.epochs)]
    total = sum(len(epoch) for epoch in plan)
    mean = {k: v.detach().clone() for k, v in net.state_dict().items()}
    step, start = 0, time.time()
    for number, epoch in enumerate(plan, 1):
        net.train()
        sums = 0.0
        for k, batch in enumerate(epoch):
            share = min(1.0, step / (0.06 * total), (total - step) / (0.94 * total))
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * share
            loss = loss_of(logits_of(net, batch), batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            average(mean, net, min(args.average, step / (step + 10)))
            sums += loss.item()
            if k % 50 == 49:
                print(f"{number} {k + 1}/{len(epoch)} loss {sums / 50:.4f} {time.time() - start:.0f} s", flush=True)
                sums = 0.0
        torch.save(mean, args.out / f"epoch-{number}.pt")
        averaged = PairNet()
        averaged.load_state_dict(mean)
        figures = {name: accuracy(averaged, coded(pairs, tokenizer)) for name, pairs in held.items()}
        print(number, figures, flush=True)
        log["figures"][number] = figures  # type: ignore[index]
        (args.out / "run.json").write_text(json.dumps(log, indent=1))


def average(mean: dict[str, Tensor], net: PairNet, keep: float) -> None:
    with torch.no_grad():
        for name, value in net.state_dict().items():
            mean[name].mul_(keep).add_(value, alpha=1 - keep)


def parameter_groups(net: PairNet, rate: float, head_rate: float, fall: float) -> list[dict[str, object]]:
    groups: list[dict[str, object]] = []
    for name, parameter in net.named_parameters():
        part = name.split(".")
        if part[0] == "layers":
            peak = rate * fall ** (LAYERS - 1 - int(part[1]))
        elif part[0] in ("compare", "judge"):
            peak = head_rate
        else:
            peak = rate * fall**LAYERS
        groups.append({"params": [parameter], "peak": peak, "weight_decay": 0.01 if parameter.ndim > 1 else 0.0})
    return groups


def coded(pairs: list[Pair], tokenizer: Tokenizer) -> list[Coded]:
    """Pairs as word pieces; a premise too long is cut at its end."""
    texts = [text for p in pairs for text in (p.premise, p.hypothesis)]
    ids = [e.ids for e in tokenizer.encode_batch(texts, add_special_tokens=False)]
    out: list[Coded] = []
    for pair, a, b in zip(pairs, ids[::2], ids[1::2], strict=True):
        b = b[: LONGEST // 2]
        a = a[: LONGEST - 3 - len(b)]
        out.append(([101, *a, 102, *b, 102], len(a) + 2, pair.allowed))
    return out


def batches(rows: list[Coded], size: int, rng: np.random.Generator) -> list[list[Coded]]:
    order = rng.permutation(len(rows))
    out: list[list[Coded]] = []
    for chunk in np.array_split(order, max(1, len(order) // (size * 32))):
        likely = sorted(chunk, key=lambda i: len(rows[i][0]))
        out += [[rows[i] for i in likely[k : k + size]] for k in range(0, len(likely), size)]
    rng.shuffle(out)  # type: ignore[arg-type]
    return out


def logits_of(net: PairNet, batch: list[Coded]) -> Tensor:
    longest = max(len(ids) for ids, _, _ in batch)
    ids = np.zeros((len(batch), longest), np.int64)
    kinds = np.zeros_like(ids)
    mask = np.zeros(ids.shape, bool)
    for row, (codes, first, _) in enumerate(batch):
        ids[row, : len(codes)] = codes
        kinds[row, first : len(codes)] = 1
        mask[row, : len(codes)] = True
    with torch.autocast("cpu", torch.bfloat16):
        return net(torch.from_numpy(ids), torch.from_numpy(kinds), torch.from_numpy(mask)).float()


def loss_of(logits: Tensor, batch: list[Coded]) -> Tensor:
    """Minus the log chance that the answer is among those the label allows."""
    allowed = torch.tensor([[k in labels for k in range(3)] for _, _, labels in batch])
    return -(logits.log_softmax(-1).masked_fill(~allowed, -1e9).logsumexp(-1)).mean()


@torch.no_grad()
def accuracy(net: PairNet, rows: list[Coded]) -> float:
    net.eval()
    rows = sorted(rows, key=lambda row: len(row[0]))
    right = 0
    for k in range(0, len(rows), 64):
        batch = rows[k : k + 64]
        chosen = logits_of(net, batch).argmax(-1).tolist()
        right += sum(answer in labels for answer, (_, _, labels) in zip(chosen, batch, strict=True))
    return round(right / len(rows), 4)


if __name__ == "__main__":
    main()
