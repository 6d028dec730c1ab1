"""Speech that only the layout shows."""

from __future__ import annotations

from rashomon.record import Act, Polarity, SourceKind

TRANSCRIPT = (
    "MR. SPINDLER: Thank you all for coming. We have nothing new to say about the bridge.\n\n"
    "Q: Is the bridge safe?\n\n"
    "MR. SPINDLER: It is safe, and it will stay open.\n\n"
    "Q: Who told you that?\n\n"
    "MR. SPINDLER: The engineers did."
)


def test_turns_of_a_transcript(hear):
    heard = hear(TRANSCRIPT)
    turns = [a for a in heard.found if a.inside is None]
    assert [heard.words(a.source) for a in turns] == ["MR. SPINDLER", "Q", "MR. SPINDLER", "Q", "MR. SPINDLER"]
    assert [heard.words(a.cue) for a in turns] == [":"] * 5
    assert heard.words(turns[2].content) == "It is safe, and it will stay open."
    assert {a.quotation for a in turns} == {"direct"}  # a transcript is word for word


def test_a_question_in_a_transcript_asks(hear):
    question = next(a for a in hear(TRANSCRIPT).found if a.source and a.content[0].of(TRANSCRIPT).startswith("Is the"))
    assert (question.act, question.polarity) == (Act.ASK, Polarity.UNCLEAR)


def test_an_interview_with_full_names(hear):
    text = (
        "Dana Holt: When did you see the cracks first?\n\n"
        "Oleg Brandt: In March, after the storm had passed.\n\n"
        "Dana Holt: And what did you do about them?\n\n"
        "Oleg Brandt: I told the council that the cables were old."
    )
    heard = hear(text)
    turns = [a for a in heard.found if a.inside is None]
    assert [a.speaker.name for a in turns] == ["Dana Holt", "Oleg Brandt"] * 2
    told = heard.by("I", "told")
    assert told.inside == turns[3]
    assert told.speaker.name == "Oleg Brandt"


def test_labels_are_no_speakers(hear):
    text = (
        "Location: The old bridge at the north end.\n\nTime: Nine in the morning.\n\nUpdate: The bridge was reopened."
    )
    assert hear(text).found == []


def test_a_signed_quotation(hear):
    heard = hear("“The bridge was never safe, and the council knew that.” –The Hill\n\nThe bridge fell down in March.")
    found = heard.by("The Hill", "–")
    assert heard.words(found.content) == "“The bridge was never safe, and the council knew that.”"
    assert found.speaker.kind is SourceKind.OUTLET


def test_signed_quotations_line_by_line(hear):
    heard = hear(
        "“The bridge scares me every morning.” ― Ruth Lee\n"
        "“I would not cross it for any money.” ― Oleg Brandt\n\nThey live nearby."
    )
    assert [heard.words(a.source) for a in heard.found if "―" in heard.words(a.cue)] == ["Ruth Lee", "Oleg Brandt"]


def test_a_block_quotation_after_a_colon(hear):
    heard = hear(
        "In a letter to the council, Dana Holt wrote:\n\n"
        "The bridge has been in a bad state for many years. Nobody has looked at the cables.\n\n"
        "The council met on Monday."
    )
    found = heard.by("Dana Holt", "wrote")
    assert heard.words(found.content) == (
        "The bridge has been in a bad state for many years. Nobody has looked at the cables."
    )


def test_a_block_quotation_after_a_sentence_that_stops_at_its_cue(hear):
    heard = hear(
        "Here is what spokesman Dmitry Pelikan is reported to have said\n\n"
        "We have already said there have not been any talks about the bridge. We are not willing to comment.\n\n"
        "The talks were held in May."
    )
    found = next(a for a in heard.found if heard.words(a.content).startswith("We have already said") and not a.inside)
    assert found.speaker.name == "Dmitry Pelikan"


def test_a_headline_with_a_colon(hear):
    heard = hear("Mayor Dana Holt: No new bridge before May\n\nThe old bridge fell down in March.")
    found = heard.by("Mayor Dana Holt", ":")
    assert heard.words(found.content) == "No new bridge before May"


def test_a_headline_with_a_verb(hear):
    heard = hear("Dana Holt denies bridge was closed\n\nThe bridge fell down in March.")
    assert heard.by("Dana Holt", "denies").polarity is Polarity.DENY


def test_a_headline_alone_is_a_text(hear):
    heard = hear("Minister: No deal")
    assert heard.words(heard.by("Minister", ":").content) == "No deal"
