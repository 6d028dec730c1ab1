from __future__ import annotations

from dataclasses import replace

from rashomon.desk.saved import LONGEST_GAP, saved_page
from rashomon.record import Article, Page, Reading, Segment
from rashomon.views.article import article_view
from rashomon.views.index import Index, index
from tests.views.sample import sample_record


def reading_of(text: str, article: str, media_type: str | None = None) -> tuple[Index, Reading]:
    among = index(sample_record())
    body = among.articles[article].text
    start = text.index(body)
    row = replace(among.articles[article], segments=[(0, len(body), start, start + len(body))])
    page = Page(row.page, "page", text, media_type=media_type, articles=[Article(row.id, row.page, 1, body, [])])
    return index(replace(among.record, articles=[row])), Reading(page)


def test_the_parts_give_back_a_text_page() -> None:
    among = index(sample_record())
    text = f"Menu\n{among.articles['a2'].text}\nSubscribe <now>"
    among, reading = reading_of(text, "a2")
    saved = saved_page(among.articles["a2"], reading, among)
    assert "".join(part.text for part in saved.parts) == text
    assert [part.text for part in saved.parts if part.kind == "left"] == ["Menu\n", "\nSubscribe <now>"]
    assert not saved.code


def test_markup_is_told_from_text_that_was_left_out() -> None:
    among = index(sample_record())
    text = f"<nav>News &amp; <b>Sport</b></nav><script>alert('<p>')</script><p>{among.articles['a2'].text}</p>"
    among, reading = reading_of(text, "a2", "text/html")
    saved = saved_page(among.articles["a2"], reading, among)
    assert [part.text for part in saved.parts if part.kind == "left"] == ["News & ", "Sport", "\n", "\n"]
    assert "<script>alert('<p>')</script>" in "".join(part.text for part in saved.parts if part.kind == "code")
    assert saved.code


def test_white_space_between_tags_is_one_line_break_at_most() -> None:
    among = index(sample_record())
    text = f"<p>One</p>\n\n <div>\n <div>\n<b>Two</b> <i>three</i></div><p>{among.articles['a2'].text}</p>"
    among, reading = reading_of(text, "a2", "text/html")
    saved = saved_page(among.articles["a2"], reading, among)
    assert "".join(part.text for part in saved.parts if part.kind == "left") == "One\nTwo three\n\n"


def test_the_words_of_a_line_are_marked_on_the_page_too() -> None:
    among = index(sample_record())
    among, reading = reading_of(among.articles["a2"].text, "a2")
    saved = saved_page(among.articles["a2"], reading, among)
    marked = [part.text for part in saved.parts if part.marked and "at-s7" in part.anchors]
    assert marked == ["that no report on the Orlen bridge reached Ilse Varga before June"]


def test_a_giant_page_is_shown_cut() -> None:
    among = index(sample_record())
    among, reading = reading_of("x" * 5_000_000 + among.articles["a2"].text, "a2")
    saved = saved_page(among.articles["a2"], reading, among)
    assert sum(len(part.text) for part in saved.parts) < 3 * LONGEST_GAP
    assert "4,960,000 characters not shown" in next(part.text for part in saved.parts if part.kind == "cut")


def test_a_hundred_thousand_tags_are_few_parts() -> None:
    among = index(sample_record())
    text = "<table>" + "<tr><td></td></tr>" * 100_000 + f"</table><p>{among.articles['a2'].text}</p>"
    among, reading = reading_of(text, "a2", "text/html")
    assert len(saved_page(among.articles["a2"], reading, among).parts) < 20


def test_another_article_of_the_page_is_told_from_what_was_left_out() -> None:
    among = index(sample_record())
    text = f"{among.articles['a2'].text}\nAnother story altogether."
    among, reading = reading_of(text, "a2")
    start = text.index("Another")
    other = Article("b", "p", 2, "Another", [Segment(0, 25, start, len(text))])
    reading = Reading(replace(reading.page, articles=[*reading.page.articles, other]))
    saved = saved_page(among.articles["a2"], reading, among)
    assert "Another story altogether." in [part.text.strip() for part in saved.parts if part.kind != "kept"]


def test_marked_words_that_are_not_on_the_page_are_told() -> None:
    among = index(sample_record())
    row = replace(among.articles["a2"], segments=[(0, 20, 0, 20)])
    text = row.text
    page = Page(row.page, "page", text, articles=[Article(row.id, row.page, 1, text, [])])
    saved = saved_page(row, Reading(page), index(replace(among.record, articles=[row])))
    assert ("at-s8", "I handed her the report in person") in saved.lost


def test_a_table_of_many_cells_is_few_parts_and_keeps_what_is_marked() -> None:
    among = index(sample_record())
    body = among.articles["a2"].text
    cells = "".join(f"<td>{k}</td>\u2067" for k in range(30_000))
    text, article, place = f"<p>{body}</p>{cells}", body, len(body)
    start = text.index(body)
    segments = [(0, place, start, start + place)]
    for k in range(30_000):
        at = text.index(f"<td>{k}</td>", start) + 4
        word = str(k)
        article += "\n\n" + word
        segments.append((place + 2, place + 2 + len(word), at, at + len(word)))
        place += 2 + len(word)
        start = at
    row = replace(among.articles["a2"], text=article, segments=segments)
    page = Page(row.page, "page", text, media_type="text/html", articles=[Article(row.id, row.page, 1, article, [])])
    made = index(replace(among.record, articles=[row]))
    saved = saved_page(row, Reading(page), made)
    assert len(saved.parts) < 5_000
    assert any("at-s8" in part.anchors for part in saved.parts)
    assert any(part.kind == "cut" for part in saved.parts)
    view = article_view(row, made)
    assert len(view.paragraphs) < 100
    assert "29999" in view.paragraphs[-1].runs[-1].text
