"""What a person who corrects a claim wants beside it: claims in nearly the same words, and its words in print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from heapq import nlargest

from rashomon.record import Claim
from rashomon.views.claim import account_key
from rashomon.views.quotes import QuoteView

_WORD = re.compile(r"\w{3,}")
# As many as a list can offer without becoming a list to search in.
_OFFERED = 80


def likest(claim: Claim, claims: Sequence[Claim]) -> list[tuple[str, str]]:
    """(account key, text) of other claims, the ones that share most words with it first."""
    own = _words(claim.text)

    def shared(other: Claim) -> tuple[float, int, str]:
        words = _words(other.text)
        return len(own & words) / max(1, len(own | words)), len(other.accounts), other.id

    ranked = nlargest(_OFFERED, (one for one in claims if one.id != claim.id and one.accounts), key=shared)
    return [(account_key(one.accounts[0]), one.text) for one in ranked]


def quotes_claim(quote: QuoteView, claim: Claim) -> bool:
    """Whether an account of the claim rests on words of the quotation."""
    spans = [(one.article, one.start, one.end) for account in claim.accounts for one in account.evidence]
    return any(
        printing.article == article and printing.start < end and start < printing.end
        for printing in quote.printings
        for article, start, end in spans
    )


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
