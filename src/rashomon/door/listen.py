"""Single functions of the page half, for someone who wants only quotes or only dates."""

from __future__ import annotations

from datetime import date
from functools import cache

from rashomon.attribution.cast import cast
from rashomon.attribution.find import find
from rashomon.options import Options
from rashomon.pipeline import Tools, load_tools
from rashomon.record import Attribution, Basis, Date, Precision, TimeExpression
from rashomon.temporal import date_utterances, find_times_parsed
from rashomon.temporal import find_times as _find_times


@cache
def _tools() -> Tools:
    # The one place that owns models for callers who do not want to: loaded at the first call, then kept.
    return load_tools(Options())


def find_attributions(text: str, *, published: date | None = None) -> list[Attribution]:
    """Who said what in ``text``, in text order; offsets are into ``text`` as given.

    With ``published`` an utterance gets the date its words tell; without it only full dates count.
    The first call loads the models (about a second).
    """
    tools = _tools()
    (parse,) = tools.parser.parse([text])
    found, _ = find(parse, tagger=tools.tagger, names=cast(parse))
    times = find_times_parsed(parse, published, found)
    when = None if published is None else Date(published.isoformat(), Precision.DAY, Basis.STATED)
    return date_utterances(parse, found, times, when)


def find_times(text: str, *, published: date | None = None) -> list[TimeExpression]:
    """Dates, times, durations and sets in ``text``, in text order; offsets are into ``text`` as given.

    Relative expressions are resolved against ``published``; without it their value is not guessed.
    """
    return _find_times(text, published=published)
