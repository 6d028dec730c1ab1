"""What time expressions mean in an article of a known or unknown date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rashomon.record import TimeExpression, TimeType
from rashomon.temporal.clock import with_offset
from rashomon.temporal.edtf import edtf_of
from rashomon.temporal.focus import Focus
from rashomon.temporal.grammar import Found
from rashomon.temporal.lengths import length_value
from rashomon.temporal.letters import Words
from rashomon.temporal.meaning import Clock, Fixed, Point, Shift, TheQuarter, Unit, Which, YearAgo
from rashomon.temporal.moments import (
    by_days,
    by_months,
    is_date,
    month_value,
    quarter_value,
    week_value,
    weekday_before,
)
from rashomon.temporal.points import point_value
from rashomon.temporal.tense import Tense

# Some leap year: every day that any year has.
_LEAP = 2000
_TO = frozenset(("to", "until", "till", "and", "-", "–", "(", ", or"))

TenseOf = Callable[[Found], Tense]
AnchorOf = Callable[[Found], "Anchor"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that "today" is, if known, and where that is known from ("article", "quotation", "nothing")."""

    day: date | None
    basis: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value, and what it was resolved against."""

    type: TimeType
    value: str | None
    anchored: str = "itself"
    mod: str | None = None


def resolve(words: Words, found: Sequence[Found], anchor_of: AnchorOf, tense_of: TenseOf) -> list[TimeExpression]:
    """Each expression with its value, in order; what cannot be known stays None."""
    focus = Focus()
    out: list[TimeExpression] = []
    for k, one in enumerate(found):
        named = _apposed(words, found, k)
        resolved = _resolve(one if named is None else named, anchor_of(one), focus, tense_of, words)
        if isinstance(one.meaning, Clock) and (ends := _ends_at(words, found, k)) is not None:
            day = _resolve(ends, anchor_of(ends), focus, tense_of, words)
            if day.value is not None:
                resolved = Resolved(TimeType.TIME, day.value[:10] + one.meaning.time, day.anchored)
        if isinstance(one.meaning, TheQuarter) and (ended := _ended(words, found, k)) is not None:
            last = _resolve(ended, anchor_of(ended), focus, tense_of, words)
            if last.value is not None and "X" not in last.value:  # the year is not known where nothing is dated
                resolved = replace(last, value=quarter_value(date.fromisoformat(last.value[:10])))
        if not isinstance(one.meaning, Clock) or resolved.anchored == "previous":
            focus.remember(resolved.type, resolved.value, one.last, reported=_may_be_reported_on(one, anchor_of(one)))
        start, end = words.starts[one.first], words.ends[one.last - 1]
        mod = resolved.mod or getattr(one.meaning, "mod", None)
        out.append(
            TimeExpression(
                start,
                end,
                words.text[start:end],
                resolved.type,
                resolved.value,
                mod,
                _edtf(one, resolved, mod),
                resolved.anchored,
            )
        )
    return out


def _apposed(words: Words, found: Sequence[Found], k: int) -> Found | None:
    """The date that says which day "the next day, Sept. 15," or "two days later, on May 3," is, if one does."""
    meaning = found[k].meaning
    if k + 1 == len(found) or not isinstance(meaning, Unit | Shift) or meaning.unit != "D":
        return None
    relative = meaning.focus if isinstance(meaning, Shift) else meaning.which in _TO_FOCUS
    other = found[k + 1]
    between = words.text[words.ends[found[k].last - 1] : words.starts[other.first]].split()
    is_day = isinstance(other.meaning, Point) and other.meaning.month is not None and other.meaning.day is not None
    return other if relative and is_day and between in ([","], [",", "on"], ["("]) else None


def _ended(words: Words, found: Sequence[Found], k: int) -> Found | None:
    """The day that says which quarter "the quarter ended Sept. 30" is, if one does."""
    if k + 1 == len(found):
        return None
    other = found[k + 1]
    between = words.text[words.ends[found[k].last - 1] : words.starts[other.first]].split()
    is_day = isinstance(other.meaning, Point) and other.meaning.month is not None and other.meaning.day is not None
    return other if is_day and between in (["ended"], ["ending"], ["that", "ended"]) else None


def _may_be_reported_on(one: Found, anchor: Anchor) -> bool:
    """Whether a quarter can be the one the text reports on: not one of years ago, nor one it compares with."""
    if isinstance(one.meaning, YearAgo):
        return False
    year = one.meaning.year if isinstance(one.meaning, Point) else None
    return year is None or anchor.day is None or year >= anchor.day.year - 1


def _ends_at(words: Words, found: Sequence[Found], k: int) -> Found | None:
    """The time with its day that a clock time before it shares: "from 9 a.m. to 5 p.m. on Monday"."""
    if k + 1 == len(found) or getattr(found[k + 1].meaning, "time", None) is None:
        return None
    other = found[k + 1]
    between = words.text[words.ends[found[k].last - 1] : words.starts[other.first]].strip()
    return other if between in _TO and isinstance(other.meaning, Point | Unit) else None


def _edtf(one: Found, resolved: Resolved, mod: str | None) -> str | None:
    """The EDTF of a point in time, with its offset where the words name a time zone."""
    if resolved.type not in (TimeType.DATE, TimeType.TIME):
        return None
    if isinstance(one.meaning, Point) and one.meaning.fiscal:
        # A fiscal year is about the calendar's; where its quarters lie is not told.
        return edtf_of(resolved.value, "APPROX") if resolved.value and len(resolved.value) == 4 else None
    found = edtf_of(resolved.value, mod)
    zone = getattr(one.meaning, "zone", None)
    return with_offset(found, zone) if found is not None and zone is not None else found


def _resolve(one: Found, anchor: Anchor, focus: Focus, tense_of: TenseOf, words: Words) -> Resolved:
    meaning = one.meaning
    match meaning:
        case Fixed():
            return Resolved(meaning.type, meaning.value)
        case Point():
            return _point(meaning, one, anchor, focus, tense_of)
        case Unit():
            return _unit(_over(meaning, one, anchor, tense_of), anchor, focus)
        case Shift():
            return _shift(meaning, anchor, focus)
        case Clock():
            return _clock(meaning, one, anchor, focus, words)
        case YearAgo():
            return _year_ago(meaning, anchor, focus, words.kinds.rfind(".", 0, one.first) + 1)
        case TheQuarter():
            return _the_quarter(anchor, focus)


def _point(point: Point, one: Found, anchor: Anchor, focus: Focus, tense_of: TenseOf) -> Resolved:
    type_ = TimeType.TIME if point.time else TimeType.DATE
    own = point_value(point, None, Tense.UNCLEAR)
    if own is not None:
        return Resolved(type_, own)
    base = focus.base("D" if point.weekday is not None else "Y")
    if point.which in (Which.PREVIOUS, Which.FOLLOWING, Which.SAME) and base is not None:
        return Resolved(type_, point_value(point, base, Tense.UNCLEAR), "previous")
    if point.focus_shift is not None and base is not None:
        dated = replace(point, year=base.year + point.focus_shift)
        return Resolved(type_, point_value(dated, None, Tense.UNCLEAR), "previous")
    if anchor.day is None:
        return Resolved(type_, _open_value(point), "nothing")
    return Resolved(type_, point_value(point, anchor.day, tense_of(one)), anchor.basis)


def _open_value(point: Point) -> str | None:
    """A day of an unknown year, as TIMEX3 writes it; None for a weekday, which says less."""
    if point.month is None or point.which is not None or point.year_shift is not None or point.focus_shift:
        return None
    if point.day and not is_date(_LEAP, point.month, point.day):
        return None
    return f"XXXX-{point.month:02}" + (f"-{point.day:02}{point.time or ''}" if point.day else "")


_TO_FOCUS = {Which.PREVIOUS: -1, Which.SAME: 0, Which.FOLLOWING: 1}
_TO_NOW = {Which.LAST: -1, Which.THIS: 0, Which.NEXT: 1}


_YEARS_END = 11


def _over(unit: Unit, one: Found, anchor: Anchor, tense_of: TenseOf) -> Unit:
    """ "By the end of the year they had left", told in spring, was the end of the year before."""
    early = anchor.day is not None and anchor.day.month < _YEARS_END
    ends = unit.unit == "Y" and unit.which is Which.THIS and unit.mod == "END"
    if early and ends and tense_of(one) in (Tense.PAST, Tense.OVER):
        return replace(unit, shift=unit.shift - 1)
    return unit


def _unit(unit: Unit, anchor: Anchor, focus: Focus) -> Resolved:
    type_ = TimeType.TIME if unit.time else TimeType.DATE
    if unit.which in _TO_FOCUS:
        base, basis, count = focus.base(unit.unit), "previous", _TO_FOCUS[unit.which]
        if base is None and unit.which is Which.PREVIOUS and unit.unit in "YMW":
            base, basis = anchor.day, anchor.basis
    else:
        base, basis, count = anchor.day, anchor.basis, _TO_NOW[unit.which]
    if base is None:
        return Resolved(type_, None, "nothing")
    return Resolved(type_, _moved(base, unit.unit, count + unit.shift, unit.time), basis)


def _moved(base: date, unit: str, count: float, time: str | None = None) -> str | None:
    """The value of ``base`` moved by a count of units, at that unit's precision."""
    try:
        return _move(base, unit, count, time)
    except (ValueError, OverflowError):
        return None


def _move(base: date, unit: str, count: float, time: str | None) -> str | None:
    whole = int(count)
    if unit in ("D", "N"):
        return by_days(base, whole).isoformat() + (time or "")
    if unit in ("W", "F"):
        return week_value(by_days(base, round(7 * count * (2 if unit == "F" else 1))))
    if unit == "WE":
        return f"{week_value(by_days(base, 7 * whole))}-WE"
    if unit == "M":
        return month_value(by_months(base, whole))
    if unit == "Q":
        return quarter_value(by_months(base, 3 * whole))
    if unit == "Y":
        if base.year + whole < 1:
            return None  # thirteen billion years ago
        return f"{base.year + whole:04}" if count == whole else month_value(by_months(base, round(12 * count)))
    if unit == "E":
        return f"{base.year + 10 * whole:04}"[:3] if count == whole else None
    return f"{base.year + 100 * whole:04}"[:2] if unit == "C" else None


def _shift(shift: Shift, anchor: Anchor, focus: Focus) -> Resolved:
    base, basis = (focus.base(shift.unit), "previous") if shift.focus else (anchor.day, anchor.basis)
    if shift.unit[0] in "TS" or (shift.count is None and shift.sign > 0):
        return Resolved(TimeType.DURATION, length_value(shift.count, shift.unit))
    if shift.count is None:
        return Resolved(TimeType.DATE, "PAST_REF")
    if base is None:
        return Resolved(TimeType.DATE, None, "nothing")
    if shift.back is not None:
        return Resolved(TimeType.DATE, _moved_back(shift, base), basis)
    mod = "APPROX" if shift.count != int(shift.count) else None
    if shift.unit == "E":
        return Resolved(TimeType.DATE, _moved(base, "Y", 10 * shift.sign * shift.count), basis, mod)
    if shift.unit == "C":
        return Resolved(TimeType.DATE, _moved(base, "Y", 100 * shift.sign * shift.count), basis, mod)
    return Resolved(TimeType.DATE, _moved(base, shift.unit, shift.sign * shift.count), basis, mod)


def _moved_back(shift: Shift, base: date) -> str | None:
    """The day, week or month that lies so long before the one the words name."""
    day = by_days(base, shift.days)
    if shift.weekday is not None:
        day = weekday_before(day, shift.weekday, same=True)
    count = int(shift.count or 0)
    try:
        months, days = {"M": (1, 0), "Y": (12, 0), "W": (0, 7)}.get(shift.unit, (0, 1))
        day = by_days(by_months(day, -count * months), -count * days)
    except (ValueError, OverflowError):
        return None
    return {"W": week_value, "M": month_value}.get(shift.back or "", date.isoformat)(day)


# Told of so shortly before, a day so far back leaves open on which day a clock time lies.
_TALE_DAYS = 60
_TALE_WORDS = 400
_NEAR_WORDS = 30
_STAMPS = frozenset(("update", "updated", "posted", "published"))


def _is_stamp(words: Words, k: int) -> bool:
    """Whether a clock time says when the text was written: "(Update 2:32 p.m.)"."""
    return any(words.lower(j) in _STAMPS for j in range(max(k - 6, 0), k))


def _clock(clock: Clock, one: Found, anchor: Anchor, focus: Focus, words: Words) -> Resolved:
    """On the day just spoken of in the paragraph, else the day of writing, unless the text tells of long ago."""
    day = None
    if not _is_stamp(words, one.first):
        paragraph = words.kinds.rfind("¶", 0, one.first) + 1
        day = focus.day_since(max(paragraph, one.first - _NEAR_WORDS))
        told = focus.day_since(one.first - _TALE_WORDS)
        if day is None and told is not None and anchor.day is not None and (anchor.day - told).days > _TALE_DAYS:
            return Resolved(TimeType.TIME, None, "nothing")
    if day is not None:
        return Resolved(TimeType.TIME, day.isoformat() + clock.time, "previous")
    if anchor.day is None:
        return Resolved(TimeType.TIME, None, "nothing")
    return Resolved(TimeType.TIME, anchor.day.isoformat() + clock.time, anchor.basis)


def _year_ago(ago: YearAgo, anchor: Anchor, focus: Focus, start: int) -> Resolved:
    """``start`` is the first word of the sentence: a month that it names is compared with the same month."""
    if ago.year is not None:
        quarter = focus.quarter
        value = f"{ago.year}" if quarter is None else f"{ago.year}-{quarter_value(quarter)[5:]}"
        return Resolved(TimeType.DATE, value, "itself" if quarter is None else "previous")
    month, year = focus.last.get("M"), focus.last.get("Y")
    if month is not None and month[1] >= max(start, year[1] if year else 0):
        return Resolved(TimeType.DATE, month_value(by_months(month[0], -12)), "previous")
    if focus.quarter is not None and not focus.months:
        return Resolved(TimeType.DATE, quarter_value(by_months(focus.quarter, -12)), "previous")
    base = focus.base("Y")
    if ago.earlier and base is not None:
        return Resolved(TimeType.DATE, f"{base.year - 1:04}", "previous")
    if anchor.day is None:
        return Resolved(TimeType.DATE, None, "nothing")
    return Resolved(TimeType.DATE, f"{anchor.day.year - 1:04}", anchor.basis)


def _the_quarter(anchor: Anchor, focus: Focus) -> Resolved:
    if focus.quarter is not None:
        return Resolved(TimeType.DATE, quarter_value(focus.quarter), "previous")
    if anchor.day is None:
        return Resolved(TimeType.DATE, None, "nothing")
    return Resolved(TimeType.DATE, f"{anchor.day.year}-QX", anchor.basis)
