"""The same event over articles: ECB+ dev, gold mentions, CoNLL F1 (the mean of MUC, B-cubed and CEAF-e).

Documents are grouped by `rashomon.relating.grouping`; within a group, mentions whose head has one stem (or class of
synonyms) are one event.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from evals._clusters import conll
from evals.figure import Figure
from rashomon.relating.grouping import Paper, stories_of
from rashomon.relating.words import base_form, stem

CORPUS = ["coreference/ecb/ECB_Dev_corpus.txt", "coreference/ecb/ECB_Dev_Event_gold_mentions.json"]
DIGEST = ""
# The documents are a few sentences each, so that less is shared than by whole articles.
SHORT = 0.14


def measure(data: Path) -> list[Figure]:
    mentions = json.loads((data / CORPUS[1]).read_text(encoding="utf-8"))
    gold = {k: m["coref_chain"] for k, m in enumerate(mentions)}
    documents = _documents(data / CORPUS[0])
    groups = stories_of([Paper(name, "", text, None) for name, text in documents.items()], alike=SHORT)
    home = {name: str(k) for k, group in enumerate(groups) for name in group}
    topics = {name: name.split("_")[0] + ("+" if "plus" in name else "") for name in documents}

    def score(where: dict[str, str] | None, form: Callable[[str], str]) -> float:
        said = {k: (where[m["doc_id"]] if where else "", form(_head(m))) for k, m in enumerate(mentions)}
        return conll(gold, said)

    note = f"{len(mentions)} mentions, {len(groups)} groups of documents"
    return [
        Figure("CoNLL F1", score(home, stem), floor=0.755, want=0.82, note=note),
        Figure("CoNLL F1, base form in groups", score(home, base_form), note="baseline"),
        Figure("CoNLL F1, stem in gold sub-topics", score(topics, stem), note="were documents grouped without fault"),
        Figure("CoNLL F1, base form anywhere", score(None, base_form), note="baseline"),
    ]


def _head(mention: dict[str, str]) -> str:
    """The last word of a nominal, the first of a verb with its particle: good enough without a parse."""
    words = mention["tokens_str"].lower().split()
    return words[0] if len(words) == 2 and words[1] in ("up", "down", "out", "off", "in", "on", "over") else words[-1]


def _documents(path: Path) -> dict[str, str]:
    words: dict[str, list[str]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) >= 4:
            words[columns[0]].append(columns[3])
    return {name: " ".join(tokens) for name, tokens in words.items()}
