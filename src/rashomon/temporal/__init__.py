"""When: finding time expressions, resolving them, dating articles, utterances and happenings."""

from rashomon.temporal.article import date_article
from rashomon.temporal.find import find_times
from rashomon.temporal.happenings import find_happenings
from rashomon.temporal.parsed import find_times_parsed
from rashomon.temporal.ranking import DayScore, Reference, rank_dates
from rashomon.temporal.utterances import date_utterances
from rashomon.temporal.weekdays import calendar_problems

__all__ = [
    "DayScore",
    "Reference",
    "calendar_problems",
    "date_article",
    "date_utterances",
    "find_happenings",
    "find_times",
    "find_times_parsed",
    "rank_dates",
]
