from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from rashomon.door.silent import Silent
from rashomon.finding import Seen, find_stories, seen_in
from rashomon.finding.near import near_pairs
from rashomon.finding.vectors import Board, dense, weighed
from rashomon.record import Article, Basis, Date, Page, Precision

FILLER = (
    "The weather was mild on the coast and the markets closed a little higher.",
    "Officials will meet again in the spring to discuss the budget of the region.",
    "Many people came to the square in the evening, and the shops stayed open.",
    "A spokesman gave no further details and asked for patience.",
)
FIRST = ("Skarholm", "Torvik", "Halvern", "Brandt", "Lunde", "Aldous", "Moen", "Felt", "Holm", "Vale", "Orr", "Rask")
THINGS = ("ferry", "bridge", "quarry", "harbour", "reservoir", "orchard", "railway", "lighthouse", "mill", "tannery")


def seen(key: str, title: str, text: str, day: date | None = None, outlet: str | None = None) -> Seen:
    published = None if day is None else Date(day.isoformat(), Precision.DAY, Basis.STATED)
    article = Article(
        key, f"page of {key}", 1, text, [], title=title, outlet=outlet, published=published, language="en"
    )
    return seen_in(Page(f"page of {key}", key, "", articles=[article]))[0]


def corpus(stories: int, each: int = 3) -> tuple[list[Seen], dict[str, str]]:
    """Stories with names, things and days of their own, told in sentences that all of them share."""
    chance = random.Random(5)
    papers, truth = [], {}
    for number in range(stories):
        who = f"{chance.choice(FIRST)}{'abcdefghij'[number % 10]} {chance.choice(FIRST)}son{number}"
        thing = f"{chance.choice(THINGS)} of {chance.choice(FIRST)}vik{number}"
        day = date(2021, 1, 1) + timedelta(days=chance.randrange(300))
        for k in range(each):
            body = f"{who} sold the {thing}. The sale of the {thing} by {who} was discussed. " + " ".join(
                chance.sample(FILLER, 3)
            )
            key = f"{number:03}-{k}"
            papers.append(seen(key, f"{who} and the {thing}", body, day + timedelta(days=k), f"Paper {k}"))
            truth[key] = f"{number:03}"
    return papers, truth


def groups(papers: list[Seen]) -> list[list[str]]:
    return sorted(sorted(one.id for one in story.articles) for story in find_stories(papers, Silent()))


def test_articles_of_one_event_are_one_story() -> None:
    papers, _ = corpus(120)
    whole = [[f"{number:03}-{k}" for k in range(3)] for number in range(120)]
    assert sum(group in whole for group in groups(papers)) >= 116  # by chance two share days and half a name


def test_the_order_of_articles_changes_nothing() -> None:
    papers, _ = corpus(90)
    found = find_stories(papers, Silent())
    mixed = papers[:]
    random.Random(3).shuffle(mixed)
    assert [(s.id, s.title, [a.id for a in s.articles]) for s in find_stories(mixed, Silent())] == [
        (s.id, s.title, [a.id for a in s.articles]) for s in found
    ]


def test_the_same_words_a_year_later_are_another_story() -> None:
    papers, _ = corpus(40)
    again = [
        replace(one, id=f"again-{one.id}", day=one.day + timedelta(days=365))
        for one in papers[:3]
        if one.day is not None
    ]
    found = groups([*papers, *again])
    assert ["000-0", "000-1", "000-2"] in found
    assert ["again-000-0", "again-000-1", "again-000-2"] in found


def test_an_undated_article_finds_its_story() -> None:
    papers, _ = corpus(100)
    papers[1] = replace(papers[1], day=None)
    assert ["000-0", "000-1", "000-2"] in groups(papers)


def test_a_story_tells_its_span_outlets_and_denials() -> None:
    papers, _ = corpus(30)
    denies = seen(
        "000-3",
        papers[0].title,
        f"{papers[0].title}: he denied the sale. {papers[0].title} was discussed. {FILLER[0]}",
        papers[0].day,
        "Paper 9",
    )
    story = next(one for one in find_stories([*papers, denies], Silent()) if len(one.articles) == 4)
    assert story.outlets == {"Paper 0", "Paper 1", "Paper 2", "Paper 9"}
    assert story.first == papers[0].day
    assert story.last == papers[2].day
    assert story.contested == 0.25
    assert story.id == "000-0"[:8]
    assert story.pages == {f"page of 000-{k}" for k in range(4)}


def test_other_languages_and_empty_articles_are_passed_over() -> None:
    texts = {"en": "Words of the harbour.", "de": "Worte vom Hafen.", "fr": ""}
    articles = [Article(k, "p", n, text, [], language=k) for n, (k, text) in enumerate(texts.items(), 1)]
    assert [one.id for one in seen_in(Page("p", "p", "", articles=articles))] == ["en"]
    assert find_stories([], Silent()) == []


def test_dense_vectors_come_near_to_the_exact_likeness() -> None:
    papers, _ = corpus(80)
    exact = weighed(papers)
    rows = dense(exact)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1)
    chance, board = random.Random(1), Board()
    pairs = [(chance.randrange(240), chance.randrange(240)) for _ in range(400)]
    errors = [float(rows[i] @ rows[j]) - board.likenesses(exact[i], [exact[j]])[0] for i, j in pairs if i != j]
    assert abs(float(np.mean(errors))) < 0.02
    assert float(np.std(errors)) < 0.09


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("many", [100, 100_000])
def test_nearest_neighbours_are_found_in_a_large_corpus(
    dated: bool, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.finding.near.MANY", many)
    papers, truth = corpus(200)
    days = [one.day if dated else None for one in papers]
    pairs = set(near_pairs(dense(weighed(papers)), days))
    wanted = {
        (i, j)
        for i in range(len(papers))
        for j in range(i + 1, len(papers))
        if truth[papers[i].id] == truth[papers[j].id]
    }
    assert len(wanted & pairs) / len(wanted) > 0.99
    assert len(pairs) < len(papers) ** 2 / 4
