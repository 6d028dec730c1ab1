"""Claims: what several accounts, or one attributed account, say is so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from rashomon.record import Account, Act, AttributionRow, Claim, Position, Quotation, Span, Status
from rashomon.relating.groups import Group, signs
from rashomon.relating.ids import short
from rashomon.relating.likeness import longest_run, same_run
from rashomon.relating.people import People
from rashomon.relating.pile import Told
from rashomon.relating.positions import position_of
from rashomon.relating.proposition import Proposition
from rashomon.relating.sources import Root, Sources, independent, unified
from rashomon.relating.wording import awkward, called, plain, worded

_MARKS = '“”"‘’,. '
# A claim of one account that would need more than this of the page is told by its content alone.
LONGEST_STRETCH = 320
# So many words, and this part of the shorter statement, word for word the same: one was copied from the other.
COPIED, COPIED_PART = 10, 0.9


class Standing(Protocol):
    """A statement that stands in a claim, as far as those beside it need to know."""

    @property
    def id(self) -> str: ...

    @property
    def spans(self) -> tuple[Span, ...]: ...


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim on its way: statements with their signs towards ``text`` and reasons for standing together."""

    text: str
    members: list[tuple[Proposition, int]]
    reason: str


def drafts_of(propositions: Sequence[Proposition], groups: Sequence[Group], people: People) -> list[Draft]:
    """One draft for each group of two accounts and more, and for what another claim contradicts."""
    drafts = [(_draft(propositions, group, people), group) for group in groups]
    return [draft for draft, group in drafts if len(draft.members) > 1 or group.clashes]


def single_drafts(
    statements: Iterable[Proposition],
    told: Told,
    rows: Mapping[str, AttributionRow],
    placed: Mapping[str | None, Sequence[Standing]],
    people: People,
) -> Iterator[Draft]:
    """One for each attribution of an article (or part of one) that no other account matches; ``placed`` are its
    statements that others match, by attribution."""
    for statement in statements:
        there = placed.get(statement.attribution, ())
        if statement.attribution is None or any(p.id == statement.id for p in there):
            continue
        if _stands_alone(statement, there):
            yield _single(statement, rows[statement.attribution], told, people)


def _single(p: Proposition, row: AttributionRow, told: Told, people: People) -> Draft:
    """The claim of one account. Where the content is a thing or a wish ("Syria", "to leave"), the claim is that the
    source stands to it as told, in the page's words with source and cue; a denial and a question keep what they are
    about, and so does what calls a thing false."""
    thing = called(p)
    if thing and p.against:
        return Draft(plain(thing), [(p, 1)], "")
    if thing is None and (p.clausal or p.mood == "asked" or row.act is Act.DENY):
        return Draft(worded(p, people), [(p, 1)], "")
    places = [*row.source.evidence[:1], *row.cue, *row.content]
    stretch = Span(min(e.start for e in places), max(e.end for e in places))
    if stretch.end - stretch.start > LONGEST_STRETCH:
        return Draft(worded(p, people), [(p, 1)], "")
    return Draft(stretch.of(told.article.text), [(replace(p, against="", mood="told"), 1)], "")


def _stands_alone(statement: Proposition, placed: Sequence[Standing]) -> bool:
    """The whole of an attribution where nothing of it is in a group; else the parts that are not."""
    if not placed:
        return statement.whole
    if statement.whole:
        return False
    return not any(s.overlaps(t) for p in placed for s in p.spans for t in statement.spans)


def _draft(propositions: Sequence[Proposition], group: Group, people: People) -> Draft:
    members = _without_doubles([propositions[k] for k in group.members])
    kept = {p.id for p in members}
    matched: Counter[int] = Counter(k for match in group.matches for k in (match.a, match.b))
    shared = _shared(members)
    first = min(
        (k for k in group.members if propositions[k].id in kept),
        key=lambda k: (awkward(propositions[k], shared), -matched[k], len(propositions[k].text), propositions[k].key),
    )
    sign = signs(group, first)
    reasons = [*(m.reason for m in group.matches[:1]), *_contradicted(propositions, group)]
    return Draft(
        worded(propositions[first], people),
        [(p, sign.get(k, 1)) for k, p in _numbered(group, propositions, kept)],
        "; ".join(reasons),
    )


def _contradicted(propositions: Sequence[Proposition], group: Group) -> list[str]:
    """By which other claim it cannot be true together with."""
    found: dict[str, str] = {}
    for match in group.clashes:
        other = propositions[match.b if match.a in group.members else match.a]
        found.setdefault(match.reason, f"contradicted by “{plain(other.text).strip(_MARKS)}”: {match.reason}")
    return list(found.values())


def _numbered(group: Group, propositions: Sequence[Proposition], kept: set[str]) -> list[tuple[int, Proposition]]:
    return [(k, propositions[k]) for k in group.members if propositions[k].id in kept]


def _without_doubles(members: list[Proposition]) -> list[Proposition]:
    """One statement of each attribution, and one of statements that stand one inside the other: an inner one with a
    voice of its own, else the outer one."""
    best: dict[str, Proposition] = {}
    for p in members:
        key = p.attribution or p.id
        if key not in best or len(p.text) < len(best[key].text):
            best[key] = p
    kept: list[Proposition] = []
    for p in sorted(best.values(), key=lambda p: (-len(p.text), p.key)):
        rival = next((k for k, q in enumerate(kept) if _overlap(p, q)), None)
        if rival is None:
            kept.append(p)
        elif p.voice is not None and p.voice != kept[rival].voice:
            kept[rival] = p
    return sorted(kept, key=lambda p: p.key)


def _overlap(a: Proposition, b: Proposition) -> bool:
    return a.article == b.article and any(s.overlaps(t) for s in a.evidence for t in b.evidence)


def _shared(members: Sequence[Proposition]) -> set[str]:
    """The words of several members that not all of them negate."""
    count = Counter(word for p in members for word in p.words)
    negated = Counter(word for p in members for word in p.negated)
    return {word for word, times in count.items() if times > 1 and negated[word] < times}


def accounts_of(
    draft: Draft, told: Mapping[str, Told], rows: Mapping[str, AttributionRow], sources: Sources
) -> tuple[list[Account], list[Root]]:
    """The accounts of a draft, and the origin of each."""
    members = [p for p, _ in draft.members]
    roots = [_root(p, told[p.article], rows, sources) for p in members]
    roots = unified(roots, _same_words(members, rows), _copied(members, told))
    accounts = []
    for (p, sign), root in zip(draft.members, roots, strict=True):
        position, reason = position_of(p, rows[p.attribution] if p.attribution is not None else None, sign)
        evidence = [told[p.article].evidence(s) for s in p.evidence]
        accounts.append(Account(p.attribution, p.article, p.voice, position, root.id, p.said, reason, evidence))
    return accounts, roots


def _same_words(members: Sequence[Proposition], rows: Mapping[str, AttributionRow]) -> list[tuple[int, int]]:
    """Which two of the statements are quoted with a run of the same words: one utterance, whoever it is put down to."""
    quoted = [
        k
        for k, p in enumerate(members)
        if p.attribution is not None and rows[p.attribution].quotation is not Quotation.INDIRECT
    ]
    return [(i, j) for n, i in enumerate(quoted) for j in quoted[n + 1 :] if same_run(members[i], members[j])]


def _copied(members: Sequence[Proposition], told: Mapping[str, Told]) -> list[tuple[int, int]]:
    """Which statement of one article is word for word in another: (the earlier one, the later one)."""
    found = []
    for i, p in enumerate(members):
        for j, q in enumerate(members[:i]):
            shorter = min(len(p.run), len(q.run))
            if p.article == q.article or shorter < COPIED or longest_run(p.run, q.run) < COPIED_PART * shorter:
                continue
            first, second = sorted((j, i), key=lambda k: (_day(told[members[k].article]), members[k].article))
            found.append((first, second))
    return sorted(found)


def _day(told: Told) -> str:
    """When the article was published, as text that sorts; an unknown day comes last."""
    return told.article.published.value if told.article.published is not None else "9999"


def _root(p: Proposition, told: Told, rows: Mapping[str, AttributionRow], sources: Sources) -> Root:
    if p.attribution is None:
        return sources.of_article(told, tuple(told.evidence(s) for s in p.evidence[:1]))
    return sources.of_attribution(rows[p.attribution], told)


def claim_of(text: str, accounts: list[Account], roots: list[Root], reason: str, people: People) -> Claim:
    """The claim with its status, and changed accounts noted."""
    accounts = _changed(accounts, people)
    count = independent(roots)
    for_it = [root for account, root in zip(accounts, roots, strict=True) if account.position is Position.AFFIRMS]
    status = Status.SINGLE_ORIGIN
    if _disputed(accounts):
        status = Status.DISPUTED
    elif independent(for_it) > 1:
        status = Status.CORROBORATED
    first = accounts[0]
    key = first.attribution or first.article
    identity = short("c", key, *(f"{e.start}-{e.end}" for e in first.evidence))
    return Claim(identity, text, status, accounts, count, reason)


def _disputed(accounts: Sequence[Account]) -> bool:
    sides = {account.position for account in accounts}
    return Position.AFFIRMS in sides and Position.DENIES in sides


def _changed(accounts: list[Account], people: People) -> list[Account]:
    """A voice with both positions gets a line that says so."""
    sides: dict[str, set[Position]] = defaultdict(set)
    for account in accounts:
        if account.voice is not None and account.position in (Position.AFFIRMS, Position.DENIES):
            sides[account.voice].add(account.position)
    out = []
    for account in accounts:
        if account.voice is not None and len(sides[account.voice]) == 2:
            note = f"{people.name[account.voice]} is told to have both affirmed and denied it: a changed account"
            account = replace(account, reason=f"{account.reason}; {note}")
        out.append(account)
    return out


def in_order(claims: Sequence[Claim]) -> list[Claim]:
    """Disputed ones first, then by independent origins, then by accounts."""
    return sorted(
        claims, key=lambda c: (c.status is not Status.DISPUTED, -c.independent_origins, -len(c.accounts), c.text, c.id)
    )
