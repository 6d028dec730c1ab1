"""Where cue and content end."""

from __future__ import annotations

from tests.attribution.test_merge import FakeTagger


def test_an_article_belongs_to_the_content(hear):
    text = "Ruth Lee outlined a dark vision of the bridge."
    (found,) = hear(text, FakeTagger(("Ruth Lee", "outlined a", "dark vision of the bridge"))).found
    assert found.content[0].of(text) == "a dark vision of the bridge"


def test_a_second_report_is_not_the_content(hear):
    text = "Ruth Lee denied that, saying the bridge was open."
    heard = hear(text, FakeTagger(("Ruth Lee", "denied", "that, saying the bridge was open")))
    assert heard.words(heard.by("Ruth Lee", "denied").content) == "that"


def test_the_second_half_of_a_quotation_goes_back_to_its_speaker(hear):
    text = '"Every time you say that," Lee said, referring to the toll, "you close the bridge for good."'
    heard = hear(
        text,
        FakeTagger(
            ("Lee", "said", '"Every time you say that,"'),
            ("Lee", "referring to", 'the toll, "you close the bridge for good."'),
        ),
    )
    assert (
        heard.words(heard.by("Lee", "said").content) == '"Every time you say that," … "you close the bridge for good."'
    )
    assert heard.words(heard.by("Lee", "referring").content) == "the toll"


def test_a_report_within_is_part_of_what_is_told(hear):
    text = "Ruth Lee said that Roe was right when Kern claimed that the bridge was unsafe."
    heard = hear(
        text,
        FakeTagger(("Ruth Lee", "said", "that Roe was right"), ("Kern", "claimed", "that the bridge was unsafe")),
    )
    assert heard.by("Kern", "claimed").inside == heard.by("Ruth Lee", "said")


def test_a_pronoun_alone_is_nothing_said(hear):
    assert hear("He is the first judge recalled.", FakeTagger(("judge", "recalled", "He"))).found == []


def test_an_odd_cue_the_model_doubts_is_left_out(hear):
    class Doubtful(FakeTagger):
        def propose(self, text):
            from dataclasses import replace

            return [replace(a, confidence=0.77) for a in super().propose(text)]

    text = "The judge set the sentencing for June."
    assert hear(text, Doubtful(("The judge", "set", "the sentencing"))).found == []


def test_a_cue_that_runs_into_a_quotation_is_none(hear):
    text = 'Lee spoke of the mayors\' needs to "understand what the board did."'
    heard = hear(text, FakeTagger(("mayors", 'needs to "understand', "what the board did")))
    assert all("mayors" not in heard.words(a.source) for a in heard.found)


def test_the_article_of_the_source_after_the_cue(hear):
    text = '"It conflicts with longstanding practices," reads the statement, which was released by the board.'
    heard = hear(
        text, FakeTagger(("released by the board", "reads the", '"It conflicts with longstanding practices,"'))
    )
    assert heard.found[0].source[0].of(text).startswith("the statement")


def test_the_toll_is_disapproved_of_and_not_the_disapproval(hear):
    text = "Elbonia has already expressed its disapproval of the new toll."
    heard = hear(text, FakeTagger(("Elbonia", "has already expressed its", "disapproval of the new toll")))
    found = heard.by("Elbonia", "expressed")
    assert (heard.words(found.content), found.act, found.polarity) == ("the new toll", "criticise", "deny")


def test_a_signature_is_no_part_of_what_was_said(hear):
    text = "A spokesman told the board that officials knew of the toll. –The Courier"
    heard = hear(text, FakeTagger(("A spokesman", "told", "that officials knew of the toll. –The Courier")))
    assert heard.words(heard.by("A spokesman", "told").content) == "that officials knew of the toll"


def test_the_tenses_tell_where_the_next_report_of_the_same_one_begins(hear):
    heard = hear(
        "Dana Holt said the ferry will sail and warned that the toll would rise.",
        FakeTagger(("Dana Holt", "said", "the ferry will sail and warned that the toll would rise")),
    )
    assert heard.words(heard.by("Dana Holt", "said").content) == "the ferry will sail"
    assert heard.words(heard.by("Dana Holt", "warned").content) == "that the toll would rise"


def test_a_quotation_led_in_by_a_verb_of_its_own_is_not_the_next_clauses(hear):
    heard = hear(
        "The ad uses footage of Dana Holt asking, “Why am I not ahead, you might ask?” It then names the board."
    )
    assert heard.by("Dana Holt", "asking").quotation == "direct"
    assert all(
        a.cue == heard.by("Dana Holt", "asking").cue for a in heard.found if "Why am I" in heard.words(a.content)
    )
