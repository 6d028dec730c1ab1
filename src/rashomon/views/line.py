"""One thing somebody said, as a line to read: speaker, date, exact words, and the way it came to the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.record import Act, AttributionRow, Evidence, Polarity
from rashomon.views.index import Index
from rashomon.views.when import When, when

_VERBS = {
    Act.SAY: "says",
    Act.DENY: "denies",
    Act.CONFIRM: "confirms",
    Act.ASK: "asks",
    Act.PROMISE: "promises",
    Act.WARN: "warns",
    Act.DEMAND: "demands",
    Act.ACCUSE: "accuses",
    Act.PRAISE: "praises",
    Act.CRITICISE: "criticises",
    Act.BELIEVE: "believes",
    Act.INTEND: "intends",
    Act.SUGGEST: "suggests",
    Act.REPORT: "reports",
    Act.AGREE: "agrees",
    Act.OTHER: "is cited",
}
# What is told of somebody who would not say it, or who stopped short of it.
_OPEN = {
    Act.SAY: "does not say",
    Act.REPORT: "does not report",
    Act.CONFIRM: "does not confirm",
    Act.DENY: "does not deny",
    Act.PROMISE: "does not promise",
    Act.INTEND: "does not say",
}
# Verbs that tell by themselves that the source is against something.
_AGAINST = {Act.DENY, Act.CRITICISE, Act.ACCUSE, Act.WARN}
# An enclosing attribution deeper than this is a loop in a damaged file, not a chain of hearsay.
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Line:
    """``chain`` names who passed it on, innermost first, the outlet last; ``claims`` are (claim id, position)."""

    id: str
    article: str
    speaker: str
    person: str | None
    anonymous: bool
    resolved: str
    verb: str
    denies: bool
    quotation: str
    addressee: str
    words: str
    cue: str
    hedges: str
    said: When
    reported: When
    outlet: str
    title: str
    chain: tuple[str, ...]
    depth: int
    claims: tuple[tuple[str, str], ...]
    checked: bool
    note: str

    @property
    def when(self) -> When:
        """When it was said, or where no page tells, when it was printed."""
        return self.said if self.said.known else self.reported

    @property
    def only_printed(self) -> bool:
        """Whether the date shown is the printing's because the saying's is not known."""
        return not self.said.known and self.reported.known


def line(attribution: AttributionRow, among: Index) -> Line:
    """The attribution as a line."""
    row = among.articles.get(attribution.article)
    outer = enclosing(attribution, among)
    entity = attribution.source.entity
    addressee = attribution.addressee
    name = among.entities[addressee].name if addressee in among.entities else words(attribution.addressed)
    outlet = among.outlet(attribution.article)
    return Line(
        id=attribution.id,
        article=attribution.article,
        speaker=among.speaker(attribution),
        person=entity if entity in among.entities else None,
        anonymous=attribution.source.anonymous,
        resolved=_resolved(attribution, among),
        verb=_verb(attribution),
        denies=attribution.polarity is Polarity.DENY,
        quotation=str(attribution.quotation),
        addressee=name,
        words=words(attribution.content),
        cue=words(attribution.cue),
        hedges=words(attribution.hedges),
        said=when(attribution.said),
        reported=when(row.published if row else None),
        outlet=outlet,
        title=among.title(attribution.article),
        chain=(*(among.speaker(one) for one in outer), outlet),
        depth=len(outer),
        claims=tuple(dict.fromkeys((c.id, str(a.position)) for c, a in among.accounts_of.get(attribution.id, []))),
        checked=attribution.checked,
        note=attribution.note or "",
    )


def lines(attributions: Sequence[AttributionRow], among: Index) -> list[Line]:
    """Each as a line, in time order; what has no date comes last."""
    made = [line(one, among) for one in attributions]
    return sorted(made, key=lambda one: (one.when.order, one.article, one.id))


def _verb(attribution: AttributionRow) -> str:
    """What the source does with the content; "did not support" and "declined to say" must not read as the opposite."""
    if attribution.polarity is Polarity.DENY and attribution.act not in _AGAINST:
        return "rejects"
    if attribution.polarity is Polarity.UNCLEAR and attribution.act in _OPEN:
        return _OPEN[attribution.act]
    return _VERBS[attribution.act]


def enclosing(attribution: AttributionRow, among: Index) -> list[AttributionRow]:
    """Those whose content holds this one, nearest first."""
    found: list[AttributionRow] = []
    held = attribution.inside
    while held in among.attributions and len(found) < _DEEPEST:
        found.append(among.attributions[held])
        held = found[-1].inside
    return found


def words(evidence: Sequence[Evidence]) -> str:
    """The words of the evidence in one line, a gap between two pieces shown as three dots."""
    return " … ".join(" ".join(one.text.split()) for one in evidence)


def _resolved(attribution: AttributionRow, among: Index) -> str:
    printed = words(attribution.source.evidence)
    if not printed or _plain(among.speaker(attribution)) in _plain(printed):
        return ""
    reason = attribution.source.reason
    return f"“{printed}” on the page" + (f": {reason}" if reason else "")


def _plain(name: str) -> str:
    return name.casefold().replace("’", "'")
