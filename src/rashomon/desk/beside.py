"""What a person who corrects a claim wants beside it: claims in nearly the same words, and its words in print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from heapq import nlargest

from rashomon.record import Claim
from rashomon.views.claim import account_key
from rashomon.views.quotes import QuoteView

_WORD = re.compile(r"\w{3,}")
# As many as a list can offer without becoming a list to search in.
_OFFERED = 80


def likest(claim: Claim, claims: Mapping[str, Claim], words: Mapping[str, frozenset[str]]) -> list[tuple[str, str]]:
    """(account key, text) of other claims, the ones that share most words with it first; ``words`` are `words_of`."""
    own = words[claim.id]

    def shared(other: str) -> tuple[float, int, str]:
        common = len(own & words[other])
        return common / (len(own) + len(words[other]) - common or 1), len(claims[other].accounts), other

    ranked = nlargest(_OFFERED, (one for one in words if one != claim.id and claims[one].accounts), key=shared)
    return [(account_key(claims[one].accounts[0]), claims[one].text) for one in ranked]


def words_of(claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    """The words of each claim, by its id."""
    return {one.id: frozenset(_WORD.findall(one.text.casefold())) for one in claims}


def quotes_claim(quote: QuoteView, claim: Claim) -> bool:
    """Whether an account of the claim rests on words of the quotation."""
    spans = [(one.article, one.start, one.end) for account in claim.accounts for one in account.evidence]
    return any(
        printing.article == article and printing.start < end and start < printing.end
        for printing in quote.printings
        for article, start, end in spans
    )
