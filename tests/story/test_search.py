from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from rashomon.record import ArticleRow
from rashomon.story import KINDS, Story, open_to_write, transaction, write_record
from tests.hand_made import A1, A2, record


def story_of(path: Path, made: object = None) -> Story:
    with open_to_write(path) as connection, transaction(connection):
        write_record(connection, made or record())  # type: ignore[arg-type]
    return Story(path)


def test_articles_claims_sayings_and_names_are_found(tmp_path: Path) -> None:
    with story_of(tmp_path / "s.rashomon") as story:
        hits = story.search("ferry contract", kinds=KINDS)
    assert {(hit.kind, hit.id) for hit in hits} == {
        ("claim", "c1"),
        ("said", "t1"),
        ("said", "t4"),
        ("article", A1),
        ("article", A2),
    }
    assert next(hit for hit in hits if hit.id == "t1").title == "Odile Brandt"
    assert all("«ferry»" in hit.snippet for hit in hits)


def test_the_last_word_may_be_unfinished_and_accents_do_not_matter(tmp_path: Path) -> None:
    with story_of(tmp_path / "s.rashomon") as story:
        assert [hit.id for hit in story.search("odíle br", kinds=("name",))] == ["e1"]
        assert story.search("brandt odi", kinds=("article",))[0].outlet == "The Gazette"


def test_signs_of_the_search_language_are_only_signs(tmp_path: Path) -> None:
    with story_of(tmp_path / "s.rashomon") as story:
        for words in ('"', "ferry AND", "NEAR(", "*", "title:ferry", "a-b", "'; DROP TABLE pages", ""):
            story.search(words, kinds=KINDS)
        assert story.search("nowhere", kinds=KINDS) == []


def test_one_letter_waits_for_the_next(tmp_path: Path) -> None:
    with story_of(tmp_path / "s.rashomon") as story:
        assert [hit.id for hit in story.search("ferry c")] == [hit.id for hit in story.search("ferry")]
        assert story.search("f") == []


def test_kinds_and_limit_are_kept(tmp_path: Path) -> None:
    with story_of(tmp_path / "s.rashomon") as story:
        assert [hit.kind for hit in story.search("contract", limit=1, kinds=("article", "said"))] == ["said", "article"]


def test_a_large_story_is_searched_while_somebody_types(tmp_path: Path) -> None:
    made = record()
    words = [f"word{k % 977}" for k in range(120)]
    rows = [_copy(made.articles[k % 2], k, words) for k in range(3000)]
    with story_of(tmp_path / "s.rashomon", replace(made, articles=made.articles + rows)) as story:
        story.search("warm")
        start = time.process_time()
        for typed in ("fe", "is", "ferry c", "word9", "word97 contract"):
            assert story.search(typed, kinds=KINDS)
        assert (time.process_time() - start) / 5 < 0.05


def _copy(row: ArticleRow, k: int, words: list[str]) -> ArticleRow:
    return replace(row, id=f"x{k}", text=f"{row.text} {' '.join(words[k % 60 :])}")
