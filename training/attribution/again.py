"""Trains the network once more, on labelled news beside the gold:
`python -m training.attribution.again --base DIR --start CHECKPOINT --labelled FILE --out CHECKPOINT`.

Self-training: ``FILE`` is what `training.attribution.label` wrote. One pass over it and `SHARE` of the gold from the
checkpoint of `training.attribution.train`, at half its rate; what is written is the mean of the weights before and
after. Seeded.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from training.attribution.examples import Gold, load, load_tokenizer
from training.attribution.net import Net
from training.attribution.train import DATA, batches, losses, parameter_groups

SEED = 7
RATE, HEAD_RATE, FALL = 1e-4, 4e-4, 0.85
SHARE = 0.6  # of the gold's articles
WORDS = 230_000  # of labelled news, at most


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--labelled", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    tokenizer = load_tokenizer(args.base / "tokenizer.json")
    gold = load(DATA / "polnear-train.jsonl", tokenizer)
    rng = np.random.default_rng(SEED)
    part = [gold[k] for k in rng.permutation(len(gold))[: int(SHARE * len(gold))]]
    before = torch.load(args.start)
    after = trained(before, part + first_of(load(args.labelled, tokenizer)), rng)
    torch.save({name: (value.float() + after[name].float()) / 2 for name, value in before.items()}, args.out)


def first_of(labelled: list[Gold]) -> list[Gold]:
    words = np.cumsum([len(one.text.split()) for one in labelled])
    return labelled[: int(np.searchsorted(words, WORDS, side="right")) + 1]


def trained(start: dict[str, Tensor], articles: list[Gold], rng: np.random.Generator) -> dict[str, Tensor]:
    """The running mean of the weights over one pass."""
    net = Net()
    net.load_state_dict(start)
    net.train()
    groups = parameter_groups(net, RATE, HEAD_RATE, FALL)
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)
    plan = batches(articles, 8, rng)
    mean = {name: value.detach().clone() for name, value in net.state_dict().items()}
    for step, batch in enumerate(plan):
        share = min(1.0, (step + 1) / (0.06 * len(plan)), (len(plan) - step) / (0.94 * len(plan)))
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * share
        tag, link = losses(net, batch)
        (tag + link).backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        keep = min(0.99, (step + 1) / (step + 11))
        with torch.no_grad():
            for name, value in net.state_dict().items():
                mean[name].mul_(keep).add_(value, alpha=1 - keep)
        if step % 25 == 24:
            print(f"{step + 1}/{len(plan)} tag {tag.item():.4f} link {link.item():.4f}", flush=True)
    return mean


if __name__ == "__main__":
    main()
