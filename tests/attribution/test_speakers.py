"""Who a source is: resolved where the article makes it plain, and left alone where it does not."""

from __future__ import annotations

import pytest

from rashomon.attribution.cast import cast
from rashomon.attribution.find import find
from rashomon.record import SourceKind

LEE = "Mayor Ruth Lee opened the bridge on Monday. "


def test_a_surname_is_the_full_name(hear):
    found = hear(LEE + "Lee said that it was safe.").by("Lee", "said")
    assert (found.speaker.name, found.speaker.kind) == ("Ruth Lee", SourceKind.PERSON)
    assert found.speaker.evidence[0] == found.source[0]
    assert found.speaker.reason


def test_a_title_before_the_name_is_not_part_of_it(hear):
    found = hear("Former Prime Minister Ruth Lee said that the bridge was safe.")
    assert found.by("Former Prime Minister Ruth Lee", "said").speaker.name == "Ruth Lee"


def test_a_name_in_apposition(hear):
    heard = hear("The ambassador, Oleg Brandt, said that the talks had failed.")
    assert heard.by("The ambassador, Oleg Brandt", "said").speaker.name == "Oleg Brandt"


def test_a_name_after_a_plain_noun(hear):
    heard = hear("On Friday the aide, Ruth Lee, 31, who has many friends, said that the talks had failed.")
    assert heard.found[0].speaker.name == "Ruth Lee"


def test_a_day_is_not_part_of_the_source(hear):
    assert hear("Ruth Lee on Monday said that the talks had failed.").by("Ruth Lee", "said").speaker.name == "Ruth Lee"


def test_they_are_people_and_the_same_people_again(hear):
    heard = hear(
        "The officials pointed to data that showed most drugs enter by sea. They said that the wall was useless. "
        "They added that it was costly."
    )
    assert heard.by("They", "said").speaker.name == "The officials"
    assert heard.by("They", "added").speaker.name == "The officials"


def test_things_do_not_speak_as_they(hear):
    heard = hear("The drugs enter by sea. They said that the wall was useless.")
    assert heard.by("They", "said").speaker.name == "They"


def test_whom_he_called_is_not_he(hear):
    heard = hear("Peter Roe spoke about James Kern, whom he called a liar.")
    assert heard.by("he", "called").speaker.name == "Peter Roe"


def test_an_impersonal_it_is_nobody(hear):
    heard = hear("Ruth Lee won. It was reported that the count was wrong.")
    assert all(a.speaker is None or a.speaker.kind is SourceKind.UNKNOWN for a in heard.found)


def test_a_description_after_the_name(hear):
    heard = hear("Oleg Brandt, who was ambassador to Elbonia in 2016, denied the story.")
    assert heard.by("Oleg Brandt, who was ambassador to Elbonia in 2016", "denied").speaker.name == "Oleg Brandt"


def test_she_is_the_woman_spoken_of(hear):
    heard = hear("Mary Lee met Peter Roe on Monday. She said that the bridge was safe.")
    found = heard.by("She", "said")
    assert found.speaker.name == "Mary Lee"
    assert [x.of(heard.text) for x in found.speaker.evidence] == ["She", "Mary Lee"]


def test_he_is_the_speaker_of_the_sentence_before(hear):
    heard = hear("Peter Roe said that the bridge was safe. He added that it would open in May.")
    assert heard.by("He", "added").speaker.name == "Peter Roe"


def test_he_between_two_men_stays_unknown(hear):
    heard = hear("Peter Roe and James Kern crossed the bridge. He said that it was safe.")
    found = heard.by("He", "said")
    assert (found.speaker.name, found.speaker.kind) == ("He", SourceKind.UNKNOWN)


def test_an_office_and_the_name_beside_it_are_one(hear):
    heard = hear(
        "The company's lawyer, Ansgar Roe, insisted that the order was given. He said that the tape would show it."
    )
    assert heard.by("He", "said").speaker.name == "Ansgar Roe"


def test_whoever_is_named_in_what_he_does_is_not_he(hear):
    heard = hear(
        "Peter Roe met James Kern on Monday. Roe said that James Kern was late. He called Kern's plan a trick."
    )
    assert heard.by("He", "called").speaker.name == "Peter Roe"


def test_he_is_not_a_woman(hear):
    heard = hear("Mary Lee crossed the bridge. He said that it was safe.")
    assert heard.by("He", "said").speaker.kind is SourceKind.UNKNOWN


def test_he_in_what_he_said_is_the_one_who_said_it(hear):
    heard = hear("Peter Roe said that he believed the bridge was safe.")
    assert heard.by("he", "believed").speaker.name == "Peter Roe"


def test_i_in_a_quotation_is_the_one_quoted(hear):
    heard = hear('"I told the council that the bridge was not safe," Peter Roe said.')
    found = heard.by("I", "told")
    assert found.speaker.name == "Peter Roe"
    assert found.inside == heard.by("Peter Roe", "said")


def test_i_outside_a_quotation_is_the_writer(hear):
    assert hear("I believe that the bridge is safe.").by("I", "believe").speaker.kind is SourceKind.WRITER


def test_an_office_is_the_one_person_who_holds_it(hear):
    heard = hear("Elbonian Ambassador Oleg Brandt called Mary Lee. The ambassador said that the talks had failed.")
    found = heard.by("The ambassador", "said")
    assert found.speaker.name == "Oleg Brandt"
    assert "ambassador" in found.speaker.reason


def test_an_office_of_another_country_is_not_theirs(hear):
    heard = hear("Elbonian Ambassador Oleg Brandt left. The Russian ambassador said that the talks had failed.")
    assert heard.by("The Russian ambassador", "said").speaker.name == "The Russian ambassador"


def test_of_two_ministers_the_country_tells(hear):
    heard = hear(
        "Russian Foreign Minister Oleg Brandt met German Foreign Minister Karl Vogt in Geneva in May. "
        "They talked all day. "
        "The Russian minister said that the talks had failed."
    )
    assert heard.by("The Russian minister", "said").speaker.name == "Oleg Brandt"


def test_an_unnamed_source_keeps_the_words_of_the_page(hear):
    heard = hear("An Elbonian source told the Courier that the talks had failed.")
    speaker = heard.by("An Elbonian source", "told").speaker
    assert (speaker.name, speaker.kind, speaker.anonymous) == ("An Elbonian source", SourceKind.ANONYMOUS, True)


def test_unnamed_people_are_never_merged_into_a_person(hear):
    heard = hear("Oleg Brandt, an official, left. Officials familiar with the talks said that they had failed.")
    speaker = heard.by("Officials familiar with the talks", "said").speaker
    assert (speaker.kind, speaker.anonymous) == (SourceKind.ANONYMOUS, True)


def test_a_staffer_of_somebody_is_not_that_somebody(hear):
    heard = hear("Ruth Lee won. A senior staffer of one of the parties said that Lee had cheated.")
    speaker = heard.by("A senior staffer of one of the parties", "said").speaker
    assert speaker.name == "A senior staffer of one of the parties"
    assert speaker.anonymous


def test_an_office_of_a_person_is_not_the_person(hear):
    heard = hear("Ruth Lee won. Lee’s office said that the count was right.")
    speaker = heard.by("Lee’s office", "said").speaker
    assert (speaker.name, speaker.kind) == ("Lee’s office", SourceKind.ORGANISATION)


def test_supporters_are_a_group(hear):
    speaker = hear("Lee supporters said that the count was right.").by("Lee supporters", "said").speaker
    assert speaker.kind is SourceKind.GROUP


def test_two_together_are_a_group_with_both_names(hear):
    heard = hear("Ruth Lee met Oleg Brandt. Lee and Brandt said that the talks went well.")
    speaker = heard.by("Lee and Brandt", "said").speaker
    assert (speaker.name, speaker.kind) == ("Ruth Lee and Oleg Brandt", SourceKind.GROUP)


def test_a_name_with_others_is_a_group_of_its_own(hear):
    heard = hear("Ruth Lee and her staff believe that the count was right.")
    speaker = heard.by("Ruth Lee and her staff", "believe").speaker
    assert (speaker.name, speaker.kind) == ("Ruth Lee and her staff", SourceKind.GROUP)


def test_documents_and_outlets_are_kept_apart(hear):
    heard = hear("The transcripts show that Brandt called. The Elbonian Times reported that Brandt called.")
    assert heard.by("The transcripts", "show").speaker.kind is SourceKind.DOCUMENT
    assert heard.by("The Elbonian Times", "reported").speaker.kind is SourceKind.OUTLET


def test_who_is_the_noun_before_it(hear):
    heard = hear("Oleg Brandt, who said that the talks had failed, left.")
    assert heard.by("who", "said").speaker.name == "Oleg Brandt"


def test_us_as_a_country_is_not_we(hear):
    speaker = hear("The US and Russia denied that the talks had failed.").by("The US and Russia", "denied").speaker
    assert speaker.kind is SourceKind.GROUP


def test_a_senator_by_state(hear):
    heard = hear("Sen. Ruth Lee met Peter Roe on Monday. The Vermont senator said that the talks had failed.")
    assert heard.by("The Vermont senator", "said").speaker.name == "Ruth Lee"


def test_a_surname_that_is_a_title_word(hear):
    heard = hear("Larry King spoke on Monday. Mr. King said that the talks had failed.")
    assert heard.by("Mr. King", "said").speaker.name == "Larry King"


def test_two_with_their_parties_are_two(hear):
    heard = hear("Majority Leader Jeff Roe (D) and Assistant Leader Sara Lee (D) said that the talks had failed.")
    assert heard.found[0].speaker.name == "Jeff Roe and Sara Lee"


def test_the_then_president_is_not_the_president(hear):
    heard = hear(
        "President Peter Roe praised the then-president, Mark Kern, on Monday. The sun shone. "
        "The then-president said that the talks had failed."
    )
    assert heard.by("The then-president", "said").speaker.name != "Peter Roe"


def test_the_president_is_not_the_former_one(hear):
    heard = hear(
        "Former President Mark Kern met President Peter Roe. The sun shone. "
        "The president said that the talks had failed."
    )
    assert heard.by("The president", "said").speaker.name == "Peter Roe"


def test_a_body_that_describes_people_is_not_the_source(hear):
    heard = hear("The Senate met on Monday. Senate Republicans said that the talks had failed.")
    assert heard.by("Senate Republicans", "said").speaker.name == "Senate Republicans"


def test_which_is_never_people(hear):
    heard = hear("Lee received a letter signed by all Republicans, which said that the talks had failed.")
    found = heard.by("which", "said")
    assert found.speaker.kind not in (SourceKind.PERSON, SourceKind.GROUP)


def test_who_gets_a_letter_does_not_warn(hear):
    heard = hear("Ruth Lee sent a letter to Peter Roe warning him that the talks would fail.")
    assert all(a.speaker is None or a.speaker.name != "Peter Roe" for a in heard.found)


def test_a_name_before_a_dash_is_the_speaker(hear):
    heard = hear("Peter Roe ― who rivals James Kern in pride ― said that the talks had failed.")
    assert heard.found[0].speaker.name == "Peter Roe"


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("He spoke at the Trade Council, the senator said.", "the senator", "said"),
        ("They dined at the Hilltop Retreat, the document said.", "the document", "said"),
        ("The Water Board met. The appeals board said the plan was void.", "The appeals board", "said"),
        ("Oleg Brandt, the mayor's aide, left. The mayor said the plan was void.", "The mayor", "said"),
        ("Vice President Oleg Brandt left. The president said the plan was void.", "The president", "said"),
        ("Candidate Oleg Brandt left. The two candidates said the plan was void.", "The two candidates", "said"),
    ],
)
def test_an_office_is_only_its_holder(text, source, cue, hear):
    assert hear(text).by(source, cue).speaker.name == source


def test_he_is_the_one_in_office(hear):
    heard = hear("Peter Roe left early. The governor smiled when he said that the bridge was safe.")
    assert heard.by("he", "said").speaker.name == "he"


def test_his_in_a_sentence_with_another(hear):
    heard = hear("Peter Roe sent soldiers. Despite James Kern's efforts, his request for money was refused.")
    assert all(a.speaker is None or a.speaker.name != "Peter Roe" for a in heard.found)


def test_they_after_a_paragraph_of_two_groups(hear):
    heard = hear("The farmers left. Some sheriffs stopped drivers.\n\nThey said that the road was closed.")
    assert heard.by("They", "said").speaker.name == "They"


@pytest.mark.parametrize(
    "text",
    ["Peter Roe faces accusations that he took money.", "Peter Roe has been dogged by questions about his ethics."],
)
def test_who_is_accused_does_not_speak(text, hear):
    assert all(a.speaker is None or a.speaker.name != "Peter Roe" for a in hear(text).found)


def test_mr_is_no_woman(hear):
    heard = hear('Mr. Roe left. His aide Ann Roe stayed. "It is safe," Mr. Roe said.')
    assert heard.by("Mr. Roe", "said").speaker.name == "Roe"


def test_the_one_author_of_an_opinion(parse):
    parsed = parse("I believe that the bridge is unsafe. We think it should close.")
    found, _ = find(parsed, tagger=None, names=cast(parsed), writer="Ann Lee")
    assert [(a.speaker.name, a.speaker.kind) for a in found] == [("Ann Lee", "writer"), ("", "writer")]


def test_according_to_what_he_said(hear):
    heard = hear("According to what Peter Roe said in the meeting, the plan came to the attention of the council.")
    found = heard.by("Peter Roe", "According")
    assert heard.words(found.content) == "the plan came to the attention of the council"


def test_who_is_quoted_in_an_article(hear):
    heard = hear("A magazine featured a quote from an aide of the council saying that the vote would take place later.")
    assert heard.by("an aide of the council", "saying").speaker.anonymous


def test_who_was_asked_is_not_what_they_said(hear):
    heard = hear("Citing unnamed sources, the report said that Roe had resigned.")
    assert [heard.words(a.cue) for a in heard.found] == ["said"]


def test_the_president_of_a_union_is_no_union(hear):
    heard = hear("American Federation of Drivers President Randi Weingart said she would leave.")
    (found,) = (a for a in heard.found if heard.words(a.cue) == "said")
    assert (found.speaker.name, found.speaker.kind) == ("Randi Weingart", "person")
