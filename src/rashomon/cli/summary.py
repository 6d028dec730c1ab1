"""About ten lines on what a build read, found and left out."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.door.build import Built
from rashomon.story import Story, shown
from rashomon.views.claim import plural
from rashomon.views.index import index
from rashomon.views.pile import Pile, pile

# Reasons that get a line of their own; the rest are added up.
_MOST = 4


def summary(story: Story, built: Built) -> Iterator[str]:
    """What was read, found, left out and why."""
    facts = pile(index(built.record))
    unread = len(story.unread())
    words = sum(len(article.text.split()) for article in built.record.articles)
    yield f"{facts.title}: {shown(story.path)}"
    yield _line("pages", f"{facts.pages:,} in the story, {built.read:,} read now, {unread:,} not readable")
    outlets = sum(1 for name, _ in facts.outlets if name != "outlet not known")
    yield _line("articles", f"{facts.articles:,} with {words:,} words, {plural(outlets, 'outlet')}{_dates(facts)}")
    yield _line("said", f"{plural(facts.statements, 'statement')} by {plural(facts.speakers, 'speaker')}")
    yield _line("claims", f"{facts.claims:,}, of them {facts.disputes:,} disputed, {facts.corroborated:,} corroborated")
    if not built.judged:
        yield _line("", "compared by rules alone: the pair model is not installed")
    yield _line("events", f"{facts.events:,} on the timeline")
    yield from _left_out(facts)
    if facts.articles:
        yield _line("next", f"rashomon show {shown(story.path)}")


def _dates(facts: Pile) -> str:
    undated = f", {facts.undated:,} undated" if facts.undated else ""
    return (f", {facts.span}" if facts.span else "") + undated


def _left_out(facts: Pile) -> Iterator[str]:
    if not facts.dropped:
        yield _line("left out", "nothing")
    for k, (reason, count) in enumerate(facts.dropped[:_MOST]):
        yield _line("left out" if k == 0 else "", f"{count:,} {reason}")
    rest = facts.dropped[_MOST:]
    if rest:
        total = sum(count for _, count in rest)
        yield _line("", f"{total:,} for {plural(len(rest), 'other reason')} (rashomon show STORY --left-out)")


def _line(name: str, words: str) -> str:
    return f"  {name:<9} {words}"
