"""Readings written by hand: invented pages, and what the page half would have heard in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256

from rashomon.record import (
    Act,
    Article,
    Attribution,
    Basis,
    Correction,
    Date,
    EntityKind,
    Happening,
    Heard,
    Modality,
    Named,
    Page,
    Polarity,
    Precision,
    Quotation,
    Reading,
    Record,
    Segment,
    SourceKind,
    Span,
    Speaker,
    TimeExpression,
    TimeType,
)
from rashomon.relating.story import relate


class Quiet:
    def stage(self, name: str, total: int | None) -> None: ...

    def advance(self, units: int = 1) -> None: ...


@dataclass
class Said:
    """One attribution by its words; ``inside`` is the place of the enclosing one in the list."""

    source: str
    cue: str
    content: str
    name: str | None = None
    kind: SourceKind = SourceKind.PERSON
    act: Act = Act.SAY
    polarity: Polarity = Polarity.AFFIRM
    quotation: Quotation = Quotation.INDIRECT
    inside: int | None = None
    refers_to: str = ""
    to: str = ""
    said: str = ""


@dataclass
class Told:
    """One page with one article."""

    text: str
    outlet: str | None = None
    published: str | None = None
    said: list[Said] = field(default_factory=list)
    people: dict[str, list[str]] = field(default_factory=dict)
    bodies: dict[str, list[str]] = field(default_factory=dict)
    outlets: dict[str, list[str]] = field(default_factory=dict)
    titles: dict[str, list[str]] = field(default_factory=dict)
    times: dict[str, str] = field(default_factory=dict)
    events: list[tuple[str, str, str, str | None]] = field(default_factory=list)
    name: str = ""

    def span(self, words: str, after: int = 0) -> Span:
        start = self.text.index(words, after)
        return Span(start, start + len(words))

    def reading(self) -> Reading:
        page_id = sha256(f"{self.name}{self.text}{self.outlet}".encode()).hexdigest()
        article = Article(
            "a" + sha256(f"{page_id}:1".encode()).hexdigest()[:12],
            page_id,
            1,
            self.text,
            [Segment(0, len(self.text), 0, len(self.text))],
            title=None,
            outlet=self.outlet,
            published=day(self.published),
            language="en",
        )
        heard = Heard(
            article,
            [Span(m.start(), m.end()) for m in re.finditer(r"\S[^.!?\n]*[.!?]?[”\"]?", self.text)],
            self._attributions(),
            [
                TimeExpression(self.span(w).start, self.span(w).end, w, TimeType.DATE, v, edtf=v)
                for w, v in self.times.items()
            ],
            self._names(),
            [self._happening(*event) for event in self.events],
        )
        return Reading(Page(page_id, self.name or f"{page_id[:6]}.txt", self.text, articles=[article]), [heard])

    def _attributions(self) -> list[Attribution]:
        out: list[Attribution] = []
        for one in self.said:
            content = self.span(one.content)
            cue = [self.span(one.cue)]
            source = [self.span(one.source)] if one.source else []
            anonymous = one.kind is SourceKind.ANONYMOUS
            out.append(
                Attribution(
                    source,
                    cue,
                    [content],
                    inside=None if one.inside is None else out[one.inside],
                    speaker=Speaker(one.name or one.source, one.kind, anonymous, source) if one.source else None,
                    quotation=one.quotation,
                    act=one.act,
                    polarity=one.polarity,
                    addressee=one.to or None,
                    addressed=[self.span(one.to)] if one.to else [],
                    refers_to=[self.span(one.refers_to)] if one.refers_to else [],
                    said=day(one.said or None),
                )
            )
        return out

    def _names(self) -> list[Named]:
        out = []
        for kind, names in (
            (EntityKind.PERSON, self.people),
            (EntityKind.ORGANISATION, self.bodies),
            (EntityKind.OUTLET, self.outlets),
        ):
            for name, forms in names.items():
                every = sorted({name, *forms}, key=len, reverse=True)
                pattern = "|".join(rf"\b{re.escape(form)}\b" for form in every)
                mentions = [Span(m.start(), m.end()) for m in re.finditer(pattern, self.text)]
                out.append(Named(name, kind, forms, self.titles.get(name, []), mentions))
        return out

    def _happening(self, words: str, trigger: str, lemma: str, when: str | None) -> Happening:
        span = self.span(words)
        inside = [m for n in self._names() for m in n.mentions if span.covers(m)]
        return Happening(span, self.span(trigger, span.start), lemma, "other", Modality.HAPPENED, day(when), inside)


def day(value: str | None) -> Date | None:
    return None if value is None else Date(value, Precision.DAY, Basis.METADATA)


def story(*told: Told, corrections: list[Correction] | None = None, entailer: object = None) -> Record:
    """The record of hand-made pages."""
    return relate(
        [one.reading() for one in told],
        title="A story",
        built="2026-01-01T00:00:00+00:00",
        version="0",
        corrections=corrections or [],
        entailer=entailer,  # type: ignore[arg-type]
        progress=Quiet(),
    )
