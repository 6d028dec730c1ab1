"""Happenings of several articles joined into events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.record import Date, Event, Happening, Modality, Precision, SourceKind
from rashomon.relating.guards import days_meet
from rashomon.relating.ids import short
from rashomon.relating.people import People
from rashomon.relating.pile import Pile, Told, published_on
from rashomon.relating.rows import told_date
from rashomon.relating.words import stem, words_of
from rashomon.temporal.ranking import Reference, rank_dates

# What `rank_dates` adds at most for each article that comes back to a day.
RETURNS = 2.0
_KEPT = frozenset({Modality.HAPPENED, Modality.FUTURE})
_EXACT = frozenset({Precision.DAY, Precision.MINUTE})
# What is told only as the words of a source, not in an article's own voice.
REPORTED = "reported"
# Many of these kinds happen on one day: the kind alone does not say that two are one.
_MANY = frozenset({"other", "statement", "publication"})
# Verbs that say of an event only that it came about ("the sanctions were announced").
_CAME = frozenset(stem(w) for w in ("announce", "impose", "order", "introduce", "hold", "place", "conclude", "make"))


@dataclass(frozen=True, slots=True)
class Telling:
    """One happening with who took part, the stem of what happened, and the weighty words around it.

    ``named`` are the words of the names of those who took part, ``about`` all whom its sentence names, ``own`` is
    whether the article tells it in its own voice.
    """

    article: str
    happening: Happening
    date: Date | None
    people: frozenset[str]
    stem: str
    words: frozenset[str]
    named: frozenset[str]
    about: frozenset[str]
    own: bool

    @property
    def key(self) -> tuple[str, int, int]:
        return self.article, self.happening.span.start, self.happening.trigger.start


def events_of(pile: Pile, tellings: Iterable[Telling]) -> list[Event]:
    """The events by date, undated ones last."""
    groups = _joined(sorted(tellings, key=lambda telling: telling.key))
    told, articles = pile.by_id(), max(1, len(pile.told))
    return sorted(
        (_event(group, told, articles) for group in groups),
        key=lambda e: (e.date is None, e.date.value if e.date else "", e.id),
    )


def tellings_of(told: Told, people: People, dropped: Counter[str]) -> Iterator[Telling]:
    """What one article tells; what did not happen or is no single event is left out and counted."""
    for happening in told.heard.happenings:
        if happening.modality in _KEPT:
            yield _item(told, happening, people)
        else:
            dropped[f"happening that is told as {happening.modality}"] += 1


def _item(told: Told, happening: Happening, people: People) -> Telling:
    date = told_date(happening.date, told.article)
    who = {e for span in happening.participants for _, e in people.within(told.id, span)}
    words = told.words_in(happening.span)
    return Telling(
        told.id,
        happening,
        date,
        frozenset(who),
        stem(happening.lemma.lower()),
        frozenset(w.stem for w in words if w.weighty),
        frozenset(w.stem for e in who for w in words_of(people.name[e]) if w.weighty),
        frozenset(e for k in told.sentences_in(happening.span) for _, e in people.within(told.id, told.sentences[k])),
        _is_own(told, happening),
    )


def _is_own(told: Told, happening: Happening) -> bool:
    """Whether no source but the writer stands behind the words that name the happening."""
    at = happening.trigger.start
    return not any(
        span.start <= at < span.end and (one.speaker is None or one.speaker.kind is not SourceKind.WRITER)
        for one in told.heard.attributions
        for span in one.content
    )


def _joined(items: Sequence[Telling]) -> list[list[Telling]]:
    """Groups whose members agree on what happened, when, and on somebody who took part."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for k, item in enumerate(items):
        if item.date is not None and item.date.precision in _EXACT:
            blocks[item.date.value[:10]].append(k)
        elif item.date is not None and item.date.precision is Precision.MONTH:
            blocks[item.date.value].append(k)
    home: dict[int, list[int]] = {}
    for members in blocks.values():
        for n, k in enumerate(members):
            for other in members[:n]:
                if home.get(k) is home.get(other, 0) or not _same(items[k], items[other]):
                    continue
                group = sorted({*home.get(k, [k]), *home.get(other, [other])})
                for member in group:
                    home[member] = group
    out, done = [], set()
    for k in range(len(items)):
        if k not in done:
            group = home.get(k, [k])
            done.update(group)
            out.append([items[m] for m in group])
    return out


def _same(a: Telling, b: Telling) -> bool:
    if a.happening.modality is not b.happening.modality or not _one_thing(a, b):
        return False
    if a.date is not None and b.date is not None and not days_meet(a.date.value, b.date.value):
        return False
    common, fewest = len(a.words & b.words), min(len(a.words), len(b.words))
    if a.date is not None and a.date.precision is Precision.MONTH:
        # In a month one person does much that is called by one word: what it was about must be shared too.
        about = (a.words & b.words) - a.named - b.named - {a.stem, b.stem}
        if len(about) < 3 or common < 0.5 * fewest:
            return False
    if a.people & b.people or _are_about(a, b) or _are_about(b, a):
        return True
    if a.people and b.people:
        # "He warned the ministry": who took part is not always called by name.
        return a.stem == b.stem and common >= 0.6 * fewest and bool(a.named & b.words or b.named & a.words)
    return a.stem == b.stem and common >= 0.5 * fewest


def _are_about(a: Telling, b: Telling) -> bool:
    """Whether the sentence of ``a`` names all who took part in ``b``, two at least."""
    return len(b.people) > 1 and b.people <= a.about


def _one_thing(a: Telling, b: Telling) -> bool:
    """Whether both name the same sort of event: by one word, one telling kind, or that it came about."""
    if a.stem == b.stem:
        return True
    one, two = a.happening.kind, b.happening.kind
    if one == two:
        return one not in _MANY
    return any(
        x.stem in _CAME and y.happening.kind not in _MANY and (stem(y.happening.kind) in x.words or y.stem in x.words)
        for x, y in ((a, b), (b, a))
    )


def _weight(group: Sequence[Telling], told: Mapping[str, Told], when: Date | None) -> float:
    """How many articles tell it, those of later days that come back to it counting more."""
    once = {item.article: told[item.article] for item in group}
    if when is None or when.precision not in _EXACT:
        return float(len(once))
    day = date.fromisoformat(when.value[:10])
    (score,) = rank_dates(Reference(day, one.id, published_on(one)) for one in once.values())
    return score.score


def _event(group: Sequence[Telling], told: Mapping[str, Told], articles: int) -> Event:
    """One event: its text is the shortest telling that names most who took part, in an article's own voice if any."""
    first = min(group, key=lambda i: (not i.own, -len(i.people), i.happening.span.end - i.happening.span.start, i.key))
    dates = sorted(
        (item.date for item in group if item.date is not None),
        key=lambda d: (
            -len(d.value) if d.precision in _EXACT else 0,
            d.value,
            d.basis,
            d.evidence is None,
            d.evidence or (),
        ),
    )
    who = sorted({entity for item in group for entity in item.people})
    evidence = [told[item.article].evidence(item.happening.span) for item in group]
    identity = short("v", group[0].article, str(group[0].happening.span.start), str(group[0].happening.trigger.start))
    weight = _weight(group, told, dates[0] if dates else None) / (1 + RETURNS) / articles
    text = first.happening.span.of(told[first.article].article.text)
    kind, modality = first.happening.kind, str(first.happening.modality)
    if not first.own and first.happening.modality is Modality.HAPPENED:
        modality = REPORTED
    return Event(
        identity,
        text,
        dates[0] if dates else None,
        who,
        list(dict.fromkeys(evidence)),
        kind,
        modality,
        round(weight, 4),
    )
