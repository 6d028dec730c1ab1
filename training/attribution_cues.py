"""Learn the cue weights of the rules from PolNeAR's train part: one command, seeded, no accelerator.

    RASHOMON_DATA=../shared/data python training/attribution_cues.py [--cache FILE]

Writes src/rashomon/attribution/data/weights.json: verbs and nouns that serve as cues in the train part, and the
weights of a logistic regression over the shapes the rules propose. Only counts of words in shapes are kept, no text,
and no word that is mostly a name.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import json
import os
import pickle
import re
import sys
from pathlib import Path

import numpy as np

from rashomon.attribution.candidate import Candidate
from rashomon.attribution.rules import candidates
from rashomon.attribution.syntax import Syntax
from rashomon.attribution.weights import Weights
from rashomon.models.spacy import SpacyParser
from rashomon.record import Span

TARGET = Path(__file__).parent.parent / "src/rashomon/attribution/data/weights.json"
EPOCHS, RATE, DECAY, SEED, RARE = 12, 0.3, 2e-5, 1, 4
NAMED = re.compile(r"[=:]")
WORD = re.compile(r"\w+(?:['’]\w+)*")


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--cache", type=Path, help="a pickle of (documents, parses), to parse only once")
    cache = options.parse_args().cache
    data = Path(os.environ.get("RASHOMON_DATA", "../shared/data")) / "attribution/polnear/polnear-train.jsonl"
    if not data.exists():
        print(f"skipped: {data} is absent (set RASHOMON_DATA)")
        return 0
    raw = data.read_bytes()
    if cache and cache.exists():
        docs, parses = pickle.loads(cache.read_bytes())
    else:
        docs = [json.loads(line) for line in raw.decode().splitlines() if line.strip()]
        parses = list(SpacyParser().parse(d["text"] for d in docs))
    syntaxes = [Syntax(p) for p in parses]
    names = names_in(syntaxes)
    speaks, nouns = (found - names for found in words(docs, syntaxes))
    rows, labels = examples(docs, syntaxes, Weights(speaks, nouns, 0.0, {}))
    rows = [[f for f in row if not names & set(NAMED.split(f))] for row in rows]
    bias, weights = fit(rows, labels)
    about = (
        "Trained statistics: written by training/attribution_cues.py from PolNeAR train "
        f"(sha256 {hashlib.sha256(raw).hexdigest()[:16]}), {len(rows)} candidates, {int(sum(labels))} of them right."
    )
    content = {"about": about, "speaks": sorted(speaks), "nouns": sorted(nouns), "bias": bias, "weights": weights}
    TARGET.write_text(json.dumps(content, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(about, f"{len(weights)} weights")
    return 0


def names_in(syntaxes: list[Syntax]) -> frozenset[str]:
    """Words that are names in most places where they stand: what was said of whom is not to be learnt."""
    every, named, small = collections.Counter(), collections.Counter(), collections.Counter()
    for s in syntaxes:
        for t in s.tokens:
            every[s.lemma(t.i)] += 1
            small[s.lemma(t.i)] += t.text.islower()
            named[s.lemma(t.i)] += t.ent in ("PERSON", "GPE", "ORG", "NORP", "LOC", "FAC")
    return frozenset(w for w, n in every.items() if (2 * named[w] > n or not small[w]) and w[:1].isalpha())


def words(docs: list, syntaxes: list[Syntax]) -> tuple[frozenset[str], frozenset[str]]:
    """Verbs that are cues of quotations at least twice, nouns that are the head of a cue at least four times."""
    speaks, nouns = collections.Counter(), collections.Counter()
    for doc, s in zip(docs, syntaxes, strict=True):
        starts = {t.start: t.i for t in s.tokens}
        for a in doc["attributions"]:
            cue = [t for t in s.tokens if any(b <= t.start < e for b, e in a["cue"])] if a["cue"] else []
            opening = {doc["text"][b] for b, _ in a["content"] if b in starts}
            heads = [t for t in cue if not any(t.head == o.i for o in cue if o.i != t.i)]
            for t in heads:
                if s.is_verb(t.i) and opening & set("“\"'"):
                    speaks[s.lemma(t.i)] += 1
                elif t.pos == "NOUN":
                    nouns[s.lemma(t.i)] += 1
    return (
        frozenset(w for w, n in speaks.items() if n >= 2 and w.isalpha() and w not in ("be", "have", "do")),
        frozenset(w for w, n in nouns.items() if n >= 4 and w.isalpha()),
    )


def examples(docs: list, syntaxes: list[Syntax], lexicon: Weights) -> tuple[list[list[str]], list[float]]:
    """Features and truth of every candidate whose cue does not stand in another one's content (the corpus is flat)."""
    rows, labels = [], []
    for doc, s in zip(docs, syntaxes, strict=True):
        gold = [Gold(doc["text"], a) for a in doc["attributions"]]
        for candidate in candidates(s, lexicon):
            if candidate.sure is not None:
                continue
            matched = any(g.matches(candidate) for g in gold)
            here = s.tokens[candidate.head].start
            if not matched and any(b <= here < e for g in gold for b, e in g.content):
                continue
            rows.append(candidate.features)
            labels.append(float(matched))
    return rows, labels


class Gold:
    """One annotated attribution, ready to compare."""

    def __init__(self, text: str, raw: dict) -> None:
        self.text = text
        self.source, self.cue, self.content = raw["source"], raw["cue"], raw["content"]
        self.words = _words(text, self.content)

    def matches(self, c: Candidate) -> bool:
        mine = _words(self.text, [(x.start, x.end) for x in c.content])
        both = len(mine & self.words)
        if not both or 2 * both < len(mine) or 2 * both < len(self.words):
            return False
        if bool(c.source) != bool(self.source) or (c.source and not _meet(c.source, self.source)):
            return False
        return _meet(c.cue, self.cue)


def _words(text: str, spans: list) -> set[int]:
    return {b + m.start() for b, e in spans for m in WORD.finditer(text[b:e])}


def _meet(mine: list[Span], theirs: list) -> bool:
    return any(m.start < e and b < m.end for m in mine for b, e in theirs)


def fit(rows: list[list[str]], labels: list[float]) -> tuple[float, dict[str, float]]:
    """Logistic regression by AdaGrad; rare features are left out."""
    count = collections.Counter(f for row in rows for f in row)
    names = sorted(f for f, n in count.items() if n >= RARE)
    index = {f: i for i, f in enumerate(names)}
    coded = [np.array([index[f] for f in row if f in index], dtype=np.int64) for row in rows]
    weights, seen = np.zeros(len(names) + 1), np.full(len(names) + 1, 1e-6)
    total = np.zeros_like(weights)
    rng = np.random.default_rng(SEED)
    for epoch in range(EPOCHS):
        for k in rng.permutation(len(coded)):
            at = np.append(coded[k], len(names))
            error = 1.0 / (1.0 + np.exp(-weights[at].sum())) - labels[k]
            gradient = error + DECAY * 50 * weights[at]
            seen[at] += gradient**2
            weights[at] -= RATE * gradient / np.sqrt(seen[at])
        if epoch >= EPOCHS // 2:
            total += weights
    total /= EPOCHS - EPOCHS // 2
    kept = {f: round(float(total[i]), 3) for f, i in index.items() if abs(total[i]) >= 0.02}
    return round(float(total[-1]), 3), kept


if __name__ == "__main__":
    sys.exit(main())
