"""What the shipped pair model gets right on pairs it was not trained on: `python -m training.pairs.measure`."""

from __future__ import annotations

import time
from collections import Counter

from training.pairs.data import CONTRADICTION, DATA, Pair, load, split

from rashomon.models.pairs import PairModel


def main() -> None:
    model = PairModel()
    _, held = split(DATA)
    held["sick-dev"] = load(DATA, "sick-dev")
    held["rte-dev"] = load(DATA, "rte-dev")
    for name, pairs in held.items():
        start = time.perf_counter()
        counts = counted(model, pairs)
        spent = 1000 * (time.perf_counter() - start) / len(pairs)
        precision = counts["against right"] / max(1, counts["against said"])
        recall = counts["against right"] / max(1, counts["against"])
        print(
            f"{name:10} {len(pairs):5} pairs, accuracy {counts['right'] / len(pairs):.3f}, "
            f"contradiction P {precision:.3f} R {recall:.3f}, {spent:.1f} ms a pair"
        )


def counted(model: PairModel, pairs: list[Pair]) -> Counter[str]:
    counts: Counter[str] = Counter()
    judged = model.judge([(pair.premise, pair.hypothesis) for pair in pairs])
    for pair, chances in zip(pairs, judged, strict=True):
        answer = chances.index(max(chances))
        counts["right"] += answer in pair.allowed
        counts["against"] += pair.allowed == (CONTRADICTION,)
        counts["against said"] += answer == CONTRADICTION
        counts["against right"] += answer == CONTRADICTION and pair.allowed == (CONTRADICTION,)
    return counts


if __name__ == "__main__":
    main()
