"""A statement as one article makes it, with all that comparing needs."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.record import Date, Span


@dataclass(frozen=True, slots=True)
class Proposition:
    """What its article says, cut to one statement.

    ``features`` are what an index finds it by: stems, entities and nations. ``words`` are the weighty stems, ``run``
    all words in order, ``names`` the entities named, ``meant`` those that pronouns may stand for and ``order`` the
    names as they stand; ``nations`` are those of all of them. ``marks`` tell like things apart ({"resolution":
    {"2334"}}), ``amounts`` are numbers by the thing counted, ``days`` the dates named, each with the stems near it.
    ``negated`` are the stems in the reach of a negation and ``denied`` the first after each, ``wished`` and
    ``supposed`` those that are only asked for, or taken as a condition, named as a matter or passed on from others;
    ``against`` says in words why the source stands against the whole of it ("" where it does not). ``clausal`` is
    whether it states something at all ("Syria" does not). ``shown`` are the spans that stand as evidence where they
    are not those that were compared ("the story", for the story it refers to). ``told_on`` is the day on which it
    was said, or published where that is not known; "" for neither.
    """

    id: str
    article: str
    spans: tuple[Span, ...]
    text: str
    attribution: str | None
    voice: str | None
    words: tuple[str, ...]
    names: frozenset[str]
    meant: frozenset[str]
    nations: frozenset[str]
    marks: dict[str, frozenset[str]] = field(hash=False)
    amounts: dict[str, frozenset[str]] = field(hash=False)
    days: tuple[tuple[str, frozenset[str]], ...]
    negated: frozenset[str]
    mood: str
    against: str
    said: Date | None
    whole: bool
    order: tuple[str, ...] = ()
    passive: bool = False
    wished: frozenset[str] = frozenset()
    supposed: frozenset[str] = frozenset()
    clausal: bool = True
    shown: tuple[Span, ...] = ()
    denied: frozenset[str] = frozenset()
    run: tuple[str, ...] = ()
    features: frozenset[str] = frozenset()
    told_on: str = ""

    @property
    def key(self) -> tuple[str, int, int, str]:
        return self.article, self.spans[0].start, self.spans[-1].end, self.attribution or ""

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The spans that a reader is shown."""
        return self.shown or self.spans
