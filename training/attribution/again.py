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
from training.attribution.examples import load, load_tokenizer
from training.attribution.net import Net
from training.attribution.train import DATA, Lessons, batches

SEED = 7
RATE, HEAD_RATE, FALL, AVERAGE = 1e-4, 4e-4, 0.85, 0.99
SHARE = 0.6  # of the gold's articles


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
    gold, labelled = load(DATA / "polnear-train.jsonl", tokenizer), load(args.labelled, tokenizer)
    rng = np.random.default_rng(SEED)
    part = [gold[k] for k in rng.permutation(len(gold))[: int(SHARE * len(gold))]]
    before = torch.load(args.start)
    net = Net()
    net.load_state_dict(before)
    plan = batches(part + labelled, 8, rng)
    lessons = Lessons(net, len(plan), RATE, HEAD_RATE, FALL, AVERAGE)
    lessons.run(plan, 1)
    torch.save({name: (value.float() + lessons.mean[name].float()) / 2 for name, value in before.items()}, args.out)


if __name__ == "__main__":
    main()
