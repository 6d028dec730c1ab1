"""How common words are in news: `python training/relating/common_words.py POLNEAR_TRAIN.jsonl`.

Writes src/rashomon/relating/data/common.txt: a stem, in how many of 10,000 sentences and of 1,000 articles it stands.
Only counts of single stems that ten articles and more share are kept; names are left out.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

from rashomon.relating.words import words_of

OUT = Path(__file__).parents[2] / "src/rashomon/relating/data/common.txt"
LEAST = 10
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n+")


def main(path: Path) -> None:
    sentences: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    lines = docs = 0
    with path.open(encoding="utf-8") as file:
        for line in file:
            text = json.loads(line)["text"]
            seen: set[str] = set()
            docs += 1
            for sentence in _SENTENCE.split(text):
                words = [w for w in words_of(sentence) if w.weighty]
                lines += 1
                sentences.update({w.stem for w in words})
                capital.update({w.stem for w in words if w.start and sentence[w.start].isupper()})
                seen.update(w.stem for w in words)
            articles.update(seen)
    kept = [s for s in articles if articles[s] >= LEAST and capital[s] < 0.5 * sentences[s] and not s[0].isdigit()]
    rows = [f"{s} {10_000 * sentences[s] / lines:.2f} {1_000 * articles[s] / docs:.1f}" for s in sorted(kept)]
    OUT.write_text("# stem, sentences of 10,000, articles of 1,000\n" + "\n".join(rows) + "\n", encoding="utf-8")
    print(len(rows), "stems from", docs, "articles")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
