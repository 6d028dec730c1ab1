"""Origins as rows of the record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.record import Claim, Evidence, Origin
from rashomon.relating.sources import Root


def origins_of(claims: Sequence[Claim], roots: Mapping[str, Sequence[Root]]) -> list[Origin]:
    """Every origin that an account rests on, with the articles that do and the words that say so, by name."""
    known: dict[str, Root] = {}
    articles: dict[str, set[str]] = defaultdict(set)
    words: dict[str, set[Evidence]] = defaultdict(set)
    for claim in claims:
        for account, root in zip(claim.accounts, roots[claim.id], strict=True):
            known.setdefault(root.id, root)
            articles[root.id].add(account.article)
            words[root.id].update(root.evidence or account.evidence[:1])
    return [
        Origin(root.id, root.kind, root.name, sorted(articles[root.id]), sorted(words[root.id]))
        for root in sorted(known.values(), key=lambda root: (root.name, root.kind, root.id))
    ]
