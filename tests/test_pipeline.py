from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from rashomon.language import Parse, Token
from rashomon.options import Options
from rashomon.pipeline import STAGES, Stage, Tools, check_stages, day_of, hear, hear_page, made_by
from rashomon.record import Article, Basis, Date, Page, Precision, Segment

TEXT = "It rained in Skarholm.\n\nNobody came to the harbour.\n\nThe ferry left."


class Words:
    """A parser that knows words and nothing of syntax."""

    name = "words"

    def __init__(self) -> None:
        self.parsed: list[str] = []

    def parse(self, texts: Iterable[str]) -> Iterator[Parse]:
        for text in texts:
            self.parsed.append(text)
            tokens: list[Token] = []
            at = 0
            for i, word in enumerate(text.split()):
                start = text.index(word, at)
                at = start + len(word)
                tokens.append(Token(i, start, at, word, word.lower(), "NOUN", "NN", "dep", i, "", False, 0))
            yield Parse(text, tokens, [(0, len(tokens))])


def article(text: str = TEXT, language: str | None = "en") -> Article:
    return Article("a1", "p1", 1, text, [Segment(0, len(text), 0, len(text))], language=language)


def page(*articles: Article) -> Page:
    return Page("p1", "page.txt", TEXT, articles=list(articles))


def tools(**options: int) -> Tools:
    return Tools(Words(), None, Options(finder="rules", **options))  # type: ignore[arg-type]


def test_every_stage_gets_what_it_requires() -> None:
    check_stages(STAGES)


def test_a_stage_before_what_it_requires_is_named() -> None:
    with pytest.raises(ValueError, match="'names' requires parse"):
        check_stages(STAGES[1:])
    odd = Stage("odd", ("nothing", "article"), (), lambda draft, tools: None)
    with pytest.raises(ValueError, match="'odd' requires nothing,"):
        check_stages((*STAGES, odd))


def test_an_article_in_another_language_is_counted_and_not_analysed() -> None:
    used = tools()
    heard = hear(article(language="no"), page(), used)
    assert heard.dropped == {"article in another language (no), not analysed": 1}
    assert used.parser.parsed == []  # type: ignore[attr-defined]


def test_an_article_without_words_is_heard_as_it_is() -> None:
    assert hear(article("  \n"), page(), tools()).dropped == {}


def test_a_very_long_article_is_analysed_to_the_end_of_a_paragraph_and_the_rest_counted() -> None:
    used = tools(longest=40)
    heard = hear(article(), page(), used)
    assert used.parser.parsed == ["It rained in Skarholm."]  # type: ignore[attr-defined]
    rest = len(TEXT) - len("It rained in Skarholm.")
    assert heard.dropped["characters beyond the longest article that is analysed"] == rest
    assert heard.article.text == TEXT


def test_a_page_has_the_articles_that_were_heard() -> None:
    second = replace(article("The ferry came back."), id="a2", position=2)
    reading = hear_page(page(article(), second), tools())
    assert [heard.article for heard in reading.heard] == reading.page.articles
    assert [one.id for one in reading.page.articles] == ["a1", "a2"]
    assert len(reading.heard[1].sentences) == 1


def test_only_a_date_known_to_the_day_is_a_day() -> None:
    def when(value: str, precision: Precision) -> Date:
        return Date(value, precision, Basis.STATED)

    assert str(day_of(when("2021-05-12T08:30", Precision.MINUTE))) == "2021-05-12"
    assert str(day_of(when("2021-05-12", Precision.DAY))) == "2021-05-12"
    assert day_of(when("2021-05", Precision.MONTH)) is None
    assert day_of(when("2021-05-12/2021-05-14", Precision.INTERVAL)) is None
    assert day_of(None) is None


def test_readings_are_kept_under_all_that_changes_them() -> None:
    keys = {made_by(options) for options in (Options(), Options(finder="rules"), Options(finder="rules", longest=10))}
    assert len(keys) >= 2
    assert made_by(Options(finder="rules")) == made_by(Options(finder="rules"))
    assert made_by(Options(finder="rules")).endswith(";rules")
