from __future__ import annotations

from rashomon.views.context import around, bare

TEXT = """The bridge stood. On Monday the mayor denied the claim, which she called "absurd." Nobody answered.

A new paragraph begins here and it goes on for rather more than eight words."""


def sentence(words: str) -> str:
    start = TEXT.index(words)
    before, after = around(TEXT, start, start + len(words))
    return before + words + after


def test_a_few_words_are_shown_in_their_sentence() -> None:
    assert sentence("the claim") == 'On Monday the mayor denied the claim, which she called "absurd."'


def test_a_sentence_ends_with_its_paragraph() -> None:
    assert sentence("Nobody answered") == "Nobody answered."


def test_enough_words_need_no_more() -> None:
    words = "A new paragraph begins here and it goes on for rather more than eight words"
    assert sentence(words) == words


def test_a_long_way_is_cut_and_shown_to_be() -> None:
    text = "word " * 100 + "it " + "word " * 100
    before, after = around(text, 500, 502)
    assert before.startswith("… ")
    assert after.endswith(" …")
    assert len(before) < 210 > len(after)


def test_marks_around_the_whole_are_taken_off() -> None:
    assert bare("“I wrote it,”") == "I wrote it,"
    assert bare('"one" and "two"') == '"one" and "two"'
    assert bare("it’s") == "it’s"
    assert bare('"one, and more') == "one, and more"
