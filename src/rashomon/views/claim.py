"""A claim with every telling of it: who affirms, who denies, and on whose word it rests."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase

from rashomon.record import Account, Claim, Origin, Position, Status
from rashomon.views.context import around, bare
from rashomon.views.index import Index
from rashomon.views.line import Line, line, words
from rashomon.views.when import When, when

SIDES = (Position.AFFIRMS, Position.DENIES, Position.DOUBTS, Position.UNCLEAR)


@dataclass(frozen=True, slots=True)
class AccountView:
    """One telling. ``key`` is what a correction names it by, ``anchor`` where its words stand in the article;
    ``line`` is None where the article speaks in its own voice. ``before`` and ``after`` complete the sentence where the
    words are too few to be understood, ``refers`` is what they refer back to."""

    key: str
    anchor: str
    article: str
    position: str
    speaker: str
    person: str | None
    anonymous: bool
    words: str
    before: str
    after: str
    refers: str
    when: When
    only_printed: bool
    outlet: str
    title: str
    chain: tuple[str, ...]
    origin: str
    origin_name: str
    letter: str
    reason: str
    line: Line | None


@dataclass(frozen=True, slots=True)
class OriginView:
    """Where accounts of one claim come from in the end; ``outlets`` carry it, ``words`` are what says so."""

    id: str
    letter: str
    name: str
    kind: str
    reports: int
    outlets: tuple[str, ...]
    words: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """``sides`` are (position, accounts in time order), empty sides left out. ``heading`` is the text as a sentence of
    its own: the words are the page's, but for a capital and a leading "that"."""

    id: str
    text: str
    heading: str
    status: str
    reason: str
    accounts: tuple[AccountView, ...]
    sides: tuple[tuple[str, tuple[AccountView, ...]], ...]
    origins: tuple[OriginView, ...]
    independent: int
    articles: int
    outlets: tuple[str, ...]

    def side(self, position: str) -> tuple[AccountView, ...]:
        """The accounts of one position, in time order."""
        return next((accounts for name, accounts in self.sides if name == position), ())

    @property
    def rests(self) -> str:
        """How many tell it, and on how many independent words that rests."""
        reports = plural(len(self.accounts), "report")
        return f"{reports}, {plural(self.independent, 'origin')}"


def claim_view(claim: Claim, among: Index) -> ClaimView:
    """The claim with its accounts sorted into sides and dated."""
    letters = _letters(claim)
    accounts = tuple(
        sorted((_account(one, letters, among) for one in claim.accounts), key=lambda a: (a.when.order, a.key))
    )
    return ClaimView(
        id=claim.id,
        text=claim.text,
        heading=heading(claim.text),
        status=str(claim.status),
        reason=claim.reason,
        accounts=accounts,
        sides=tuple((str(p), side) for p in SIDES if (side := tuple(a for a in accounts if a.position == p))),
        origins=tuple(_origin(origin, letter, claim, among) for origin, letter in letters.items()),
        independent=claim.independent_origins,
        articles=len({one.article for one in claim.accounts}),
        outlets=tuple(dict.fromkeys(one.outlet for one in accounts)),
    )


def disputes(among: Index) -> list[Claim]:
    """The disputed claims, the most told first."""
    return _ranked(among, Status.DISPUTED)


def denied(among: Index) -> list[Claim]:
    """The claims that somebody denies and nobody here affirms, the most told first: what they answer is elsewhere."""
    found = [*_ranked(among, Status.CORROBORATED), *_ranked(among, Status.SINGLE_ORIGIN)]
    return [claim for claim in found if _is_only_denied(claim)]


def corroborated(among: Index) -> list[Claim]:
    """The claims that two or more independent origins tell and none denies, the most told first."""
    return [claim for claim in _ranked(among, Status.CORROBORATED) if not _is_only_denied(claim)]


def single(among: Index) -> list[Claim]:
    """The claims that rest on one origin and are not only denied, the most told first."""
    return [claim for claim in _ranked(among, Status.SINGLE_ORIGIN) if not _is_only_denied(claim)]


def _is_only_denied(claim: Claim) -> bool:
    positions = {account.position for account in claim.accounts}
    return Position.DENIES in positions and Position.AFFIRMS not in positions


def account_key(account: Account) -> str:
    """What a correction names the account by."""
    if account.attribution:
        return account.attribution
    first = account.evidence[0]
    return f"{account.article}:{first.start}-{first.end}"


def anchor(account: Account) -> str:
    """The id that the account's words carry in the article."""
    if account.attribution:
        return f"at-{account.attribution}"
    first = account.evidence[0]
    return evidence_anchor(first.article, first.start, first.end)


def evidence_anchor(article: str, start: int, end: int) -> str:
    """The id of a stretch of an article that is no attribution."""
    return f"ev-{article}-{start}-{end}"


def heading(text: str) -> str:
    """A claim's text as a sentence of its own."""
    words = bare(" ".join(text.split()))
    words = words.rstrip(",;: ")
    words = words[5:] if words[:5].casefold() == "that " and len(words) > 5 else words
    return words[:1].upper() + words[1:]


def plural(count: int, noun: str) -> str:
    """The count with its noun."""
    if count == 1:
        return f"1 {noun}"
    return f"{count:,} {noun[:-1] + 'ies' if noun.endswith('y') else noun + 's'}"


def _ranked(among: Index, status: Status) -> list[Claim]:
    found = [claim for claim in among.record.claims if claim.status is status]
    return sorted(found, key=lambda c: (-c.independent_origins, -len(c.accounts), c.id))


def _letters(claim: Claim) -> dict[str, str]:
    """A letter for each origin in the order a reader meets them; beyond Z they are numbered."""
    met = sorted(claim.accounts, key=lambda a: (SIDES.index(a.position), when(a.said).order, account_key(a)))
    origins = dict.fromkeys(account.origin for account in met)
    return {origin: ascii_uppercase[k] if k < 26 else str(k + 1) for k, origin in enumerate(origins)}


def _account(account: Account, letters: dict[str, str], among: Index) -> AccountView:
    row = among.articles.get(account.article)
    attribution = among.attributions.get(account.attribution or "")
    told = None if attribution is None else line(attribution, among)
    voice = among.entities.get(account.voice or "")
    said, reported = when(account.said), when(row.published if row else None)
    origin = among.origins.get(account.origin)
    outlet = among.outlet(account.article)
    one = account.evidence[0] if len(account.evidence) == 1 else None
    before, after = around(row.text, one.start, one.end) if row and one and one.article == row.id else ("", "")
    own = f"{outlet}, in its own voice" if row and row.outlet else "the article, in its own voice"
    return AccountView(
        key=account_key(account),
        anchor=anchor(account),
        article=account.article,
        position=str(account.position),
        speaker=voice.name if voice else (told.speaker if told else own),
        person=voice.id if voice else (told.person if told else None),
        anonymous=bool(told and told.anonymous),
        words=bare(words(account.evidence) or (told.words if told else "")),
        before=before,
        after=after,
        refers=bare(words(attribution.refers_to)) if attribution else "",
        when=said if said.known else reported,
        only_printed=not said.known and reported.known,
        outlet=outlet,
        title=among.title(account.article),
        chain=told.chain if told else (),
        origin=account.origin,
        origin_name=origin.name if origin else "",
        letter=letters[account.origin],
        reason=account.reason,
        line=told,
    )


def _origin(origin_id: str, letter: str, claim: Claim, among: Index) -> OriginView:
    origin = among.origins.get(origin_id)
    mine = [account for account in claim.accounts if account.origin == origin_id]
    return OriginView(
        id=origin_id,
        letter=letter,
        name=origin.name if origin else "not known",
        kind=among.origin_kind(origin) if origin else "",
        reports=len(mine),
        outlets=tuple(dict.fromkeys(among.outlet(account.article) for account in mine)),
        words=origin_words(origin, among, {account.article for account in mine}) if origin else (),
    )


def origin_words(origin: Origin, among: Index, within: set[str] | None = None) -> tuple[tuple[str, str, str], ...]:
    """(anchor, article, words) of what says so in the articles ``within``: each wording once, the bare name not."""
    found: dict[str, tuple[str, str, str]] = {}
    for one in origin.evidence:
        text = " ".join(one.text.split())
        fits = one.article in (among.articles if within is None else within)
        # A lone "he" or surname says nothing that the origin's name does not.
        if fits and " " in text and text.casefold() != origin.name.casefold():
            found.setdefault(text, (evidence_anchor(one.article, one.start, one.end), one.article, text))
    return tuple(found.values())[:3]
