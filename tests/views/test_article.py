from __future__ import annotations

from dataclasses import replace

from rashomon.views.article import article_view
from rashomon.views.index import Index, index


def runs_of(among: Index, article: str, anchor: str) -> list[str]:
    view = article_view(among.articles[article], among)
    return [run.text for paragraph in view.paragraphs for run in paragraph.runs if anchor in run.anchors]


def test_the_runs_give_back_the_article(among: Index) -> None:
    for row in among.record.articles:
        view = article_view(row, among)
        assert "\n\n".join("".join(run.text for run in part.runs) for part in view.paragraphs) == row.text


def test_every_line_has_exactly_one_place(among: Index) -> None:
    for row in among.record.articles:
        view = article_view(row, among)
        begun = [name for part in view.paragraphs for run in part.runs for name in run.begins]
        assert len(begun) == len(set(begun))
        assert {f"at-{one.id}" for one in among.said_in[row.id]} <= set(begun)


def test_words_within_words_are_deeper(among: Index) -> None:
    view = article_view(among.articles["a1"], among)
    depths = {run.text: run.depth for part in view.paragraphs for run in part.runs}
    inner = next(text for text in depths if "went pale" in text)
    assert depths[inner] == 2


def test_a_content_in_two_pieces_marks_both(among: Index) -> None:
    marked = "".join(runs_of(among, "a1", "at-s2"))
    assert "I handed her the report myself" in marked
    assert "She read the first page" in marked


def test_notes_stand_beside_the_paragraph_that_holds_the_words(among: Index) -> None:
    view = article_view(among.articles["a1"], among)
    assert [[note.id for note in part.notes] for part in view.paragraphs] == [
        ["s1"],
        ["s2"],
        ["s3", "s4"],
        ["s5", "s6"],
        [],
    ]


def test_what_a_page_does_not_tell_is_said_to_be_unknown(among: Index) -> None:
    view = article_view(among.articles["a3"], among)
    assert view.outlet == "outlet not known"
    assert view.title.startswith("Untitled")
    assert view.published.precision == "month"


def test_the_cast_leads_to_the_lines_of_each_speaker(among: Index) -> None:
    view = article_view(among.articles["a1"], among)
    assert dict(view.cast)["Tomas Brandt"] == ("at-s1", "at-s2", "at-s6")
    assert dict(view.cast)["Ilse Varga"] == ("at-s3", "at-s4")


def test_a_giant_article_is_shown_as_far_as_it_was_read(among: Index) -> None:
    row = among.articles["a2"]
    long = replace(row, text=row.text + "\n\nMore of it." * 100_000)
    view = article_view(long, index(replace(among.record, articles=[long])))
    shown = sum(len(run.text) for paragraph in view.paragraphs for run in paragraph.runs)
    assert view.cut > 900_000
    assert shown < 300_000
    assert view.paragraphs[0].notes
