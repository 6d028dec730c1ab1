"""What "the story", "it" or "those allegations" refer to, where the article makes it plain."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.attribution.candidate import Candidate
from rashomon.attribution.dismissals import CLAIMS
from rashomon.attribution.lexicon import listed
from rashomon.attribution.syntax import Syntax
from rashomon.record import Act, Span

_CLAIMS = CLAIMS | listed("remark comment denial proposal plan revelation disclosure news")
_POINTING = frozenset({"the", "this", "that", "these", "those", "such", "both"})
_PRONOUNS = frozenset({"it", "that", "this", "them", "these", "those", "so"})
_ALSO = frozenset({"also", "too", "likewise", "similarly", "well"})
# How many sentences back a claim may stand.
_BACK = 3
_FAR_BACK = 25


def referent_of(s: Syntax, k: int, found: Sequence[Candidate], acts: Sequence[Act], names: Sequence[str]) -> list[Span]:
    """The spans of the claim that candidate ``k``'s nominal content points to, or [].

    ``acts`` and ``names`` are the act and the speaker's name of each candidate.
    """
    c = found[k]
    head = _nominal(s, c)
    if head is None:
        return []
    low = s.tokens[head].text.lower()
    if low not in _PRONOUNS:
        told = _told_before(s, head)
        if told is not None:
            return [told]
    return _claim_before(s, k, found, acts, names)


def _nominal(s: Syntax, c: Candidate) -> int | None:
    """The head of a content that only points: a pronoun, or a noun for a claim with "the" or "that" before it."""
    tokens = [t for x in c.content for t in s.within(x)]
    if not tokens or len(tokens) > 12:
        return None
    first = tokens[0]
    if (
        first.text.lower() in _PRONOUNS
        and first.pos in ("PRON", "DET")
        and (len(tokens) == 1 or c.frame.startswith("dobj+"))
    ):
        return first.i
    for token in tokens:
        if s.lemma(token.i) in _CLAIMS and token.pos == "NOUN":
            pointed = any(
                s.tokens[k].text.lower() in _POINTING and s.tokens[k].dep in ("det", "predet") for k in s.kids[token.i]
            )
            pointed = pointed or c.frame == "dismiss"
            return token.i if pointed and not _is_told(s, token.i) else None
        if token.pos in ("VERB", "NOUN", "PROPN"):
            return None
    return None


def _is_told(s: Syntax, noun: int) -> bool:
    """Whether the noun itself says what is claimed: "the claim that ...", "the story of ..."."""
    return any(k > noun and s.tokens[k].dep in ("acl", "ccomp", "relcl", "prep") for k in s.kids[noun])


def _told_before(s: Syntax, head: int) -> Span | None:
    """An earlier phrase with the same noun that says what it is: "the story of the veto ... denied the story"."""
    lemma = s.lemma(head)
    home = s.tokens[head].sent
    for i in range(head - 1, -1, -1):
        if home - s.tokens[i].sent > _FAR_BACK:
            return None
        if (
            s.lemma(i) == lemma
            and s.tokens[i].pos == "NOUN"
            and any(
                k > i
                and (
                    s.tokens[k].dep == "acl"
                    or (s.tokens[k].dep == "prep" and s.tokens[k].text.lower() in ("of", "that"))
                )
                for k in s.kids[i]
            )
        ):
            return s.phrase(i)
    return None


def _claim_before(
    s: Syntax, k: int, found: Sequence[Candidate], acts: Sequence[Act], names: Sequence[str]
) -> list[Span]:
    """The last claim before: the same voice's in the same sentence, else a denial taken up, else another's claim."""
    if acts[k] not in (Act.DENY, Act.CONFIRM):
        return []  # whose "charges" were announced is rarely plain
    home = s.tokens[found[k].head].sent
    first, last = s.parse.sentences[home]
    also = any(s.tokens[i].text.lower() in _ALSO for i in range(first, last))
    for j in range(k - 1, -1, -1):
        other = found[j]
        back = home - s.tokens[other.head].sent
        if back < 0 or other.head == found[k].head or _nominal(s, other) is not None:
            continue
        if back > _BACK:
            break
        same = names[j] == names[k]
        if back == 0 and same:
            return other.content
        if also and acts[j] == acts[k] and not same:
            return other.content
        if not same and acts[j] in (Act.SAY, Act.REPORT, Act.ACCUSE, Act.SUGGEST, Act.CONFIRM) and back <= 1:
            return other.content
    return []
