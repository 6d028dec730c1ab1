"""Who said what, as one article tells it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from rashomon.record.date import Date
from rashomon.record.span import Span


class Quotation(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What the source did with the content."""

    SAY = "say"
    DENY = "deny"
    CONFIRM = "confirm"
    ASK = "ask"
    PROMISE = "promise"
    WARN = "warn"
    DEMAND = "demand"
    ACCUSE = "accuse"
    PRAISE = "praise"
    CRITICISE = "criticise"
    BELIEVE = "believe"
    INTEND = "intend"
    SUGGEST = "suggest"
    REPORT = "report"
    AGREE = "agree"
    OTHER = "other"


class Polarity(StrEnum):
    """Whether the source stands behind the content or against it."""

    AFFIRM = "affirm"
    DENY = "deny"
    UNCLEAR = "unclear"


class SourceKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    DOCUMENT = "document"
    PLACE = "place"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    WRITER = "writer"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source span stands for in its article.

    ``name`` is the fullest name the article gives ("Dana Holt" for "the ambassador"), or the words of the
    page for an unnamed one ("an Israeli source"). ``evidence`` are the spans the resolution rests on, the source
    span first. ``reason`` says in words how it was resolved ("same surname", "the only ambassador named").
    """

    name: str
    kind: SourceKind
    anonymous: bool
    evidence: list[Span] = field(default_factory=list)
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, a cue, and the content attributed; offsets are into the text that was given.

    ``source`` is empty where the text names none ("allegedly"). ``inside`` is the enclosing attribution, whose
    content holds this one. ``hedges`` are the words that weaken it ("may have", "hinted").
    ``occasion`` are words that say where or when it was said ("in a closed meeting").
    ``confidence`` in [0, 1] is the finder's own.
    """

    source: list[Span]
    cue: list[Span]
    content: list[Span]
    inside: Attribution | None = None
    speaker: Speaker | None = None
    quotation: Quotation = Quotation.INDIRECT
    act: Act = Act.SAY
    polarity: Polarity = Polarity.AFFIRM
    hedges: list[Span] = field(default_factory=list)
    addressee: str | None = None
    addressed: list[Span] = field(default_factory=list)
    occasion: list[Span] = field(default_factory=list)
    said: Date | None = None
    refers_to: list[Span] = field(default_factory=list)
    confidence: float = 1.0
