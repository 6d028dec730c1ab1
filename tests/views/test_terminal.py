from __future__ import annotations

import io

import pytest
from rich.console import Console

from rashomon.errors import UsageError
from rashomon.views.terminal import SECTIONS, clean, show
from rashomon.views.terminal_filter import Filter
from tests.hand_made import A1, record


def shown(*sections: str, ids: bool = False, **asked: str) -> str:
    out = io.StringIO()
    console = Console(file=out, width=400, highlight=False)
    show(record(), Filter.of(**asked), sections=sections, ids=ids, console=console)
    return out.getvalue()


def test_articles_disputes_and_timeline_are_shown() -> None:
    text = shown()
    assert text.index("Articles") < text.index("Disputes") < text.index("Timeline")
    assert "affirms  Two officials, date not known: “was paid for”" in text
    assert "denies   Joren Aldous, printed 4 March 2019" in text
    assert "3 March 2019  The ferry contract was signed" in text
    assert "Said" not in text


def test_words_of_a_page_neither_steer_the_terminal_nor_colour_it() -> None:
    text = shown(*SECTIONS)
    assert "\x1b" not in text
    assert "<script>alert(1)</script> The *ferry* [31mdeal" in text
    assert clean("a\x1b]0;x\x07b\u202ec\r\nd") == "a ]0;x b c d"


def test_a_speaker_is_asked_for_by_any_form_of_the_name() -> None:
    text = shown(speaker="brandt")
    assert "Said" in text
    assert "We paid nothing for it" in text
    assert "that money changed hands" not in text.split("Said")[1]
    assert "The Courier," not in text.split("Disputes")[0]


def test_an_outlet_narrows_articles_and_disputes() -> None:
    assert "ferry contract was paid for" in shown("disputes", outlet="courier")
    assert "none that passes the filters" in shown("timeline", outlet="courier")
    assert "gazette" not in shown("articles", outlet="courier").lower()


def test_dates_let_through_what_may_have_been_then() -> None:
    assert "We paid nothing" in shown("said", since="2019-03-20")
    assert "We paid nothing" in shown("said", until="2019-03-02")
    assert "We paid nothing" not in shown("said", since="2019-04")
    assert "Two officials" not in shown("said", since="1999")
    assert "ferry contract was signed" in shown("timeline", since="2019", until="2019-03-03")
    assert "ferry contract was signed" not in shown("timeline", since="2019-03-04")


def test_an_article_is_asked_for_by_id_or_title() -> None:
    assert shown("said", article=A1).count("“") == shown("said", article="the *ferry*").count("“")
    assert "Two officials" not in shown("said", article=A1)


def test_ids_are_those_corrections_use() -> None:
    text = shown("disputes", "articles", ids=True)
    for key in ("[t2]", "[c1]", f"[{A1}]"):
        assert key in text


def test_a_date_that_is_none_is_told() -> None:
    for typed in ("yesterday", "2019-13", "2019-02-30", "0000"):
        with pytest.raises(UsageError, match="not a date"):
            Filter.of(since=typed)


def test_what_was_left_out_is_told_with_its_count() -> None:
    text = shown("left-out")
    assert "pages/broken.bin: it is an image; leave it out" in text
    assert "3  quotation without a source" in text
