"""Every form in which an article hands on someone's words: source, cue, content, exactly."""

from __future__ import annotations

from dataclasses import dataclass

import pytest


@dataclass(frozen=True, slots=True)
class Form:
    name: str
    text: str
    source: str
    cue: str
    content: str
    quotation: str = "indirect"


FORMS = [
    Form(
        "that",
        "Mayor Dana Holt said on Monday that the bridge was safe.",
        "Mayor Dana Holt",
        "said",
        "that the bridge was safe",
    ),
    Form("no that", "Dana Holt said the bridge was safe.", "Dana Holt", "said", "the bridge was safe"),
    Form("inverted", "The bridge was safe, said Dana Holt.", "Dana Holt", "said", "The bridge was safe"),
    Form("after comma", "The bridge was safe, Dana Holt said.", "Dana Holt", "said", "The bridge was safe"),
    Form(
        "direct after", '"The bridge is safe," Dana Holt said.', "Dana Holt", "said", '"The bridge is safe,"', "direct"
    ),
    Form(
        "direct inverted",
        "“The bridge is safe,” said Dana Holt.",
        "Dana Holt",
        "said",
        "“The bridge is safe,”",
        "direct",
    ),
    Form(
        "direct before", 'Dana Holt said: "The bridge is safe."', "Dana Holt", "said", '"The bridge is safe."', "direct"
    ),
    Form(
        "direct comma", 'Dana Holt said, "The bridge is safe."', "Dana Holt", "said", '"The bridge is safe."', "direct"
    ),
    Form(
        "two halves",
        '"The bridge," Dana Holt said, "is safe and will stay open."',
        "Dana Holt",
        "said",
        '"The bridge," … "is safe and will stay open."',
        "direct",
    ),
    Form(
        "two sentences",
        '"The bridge is safe," Dana Holt said. "It will stay open all winter."',
        "Dana Holt",
        "said",
        '"The bridge is safe," … "It will stay open all winter."',
        "direct",
    ),
    Form(
        "over paragraphs",
        "“The bridge is safe,” Dana Holt said. “We looked at every cable.\n\n“And it will stay open all winter.”",
        "Dana Holt",
        "said",
        "“The bridge is safe,” … “We looked at every cable. … “And it will stay open all winter.”",
        "direct",
    ),
    Form(
        "next paragraph",
        "“The bridge is safe and it will stay open,” Dana Holt said.\n\n“We looked at every cable twice this year.”",
        "Dana Holt",
        "said",
        "“The bridge is safe and it will stay open,” … “We looked at every cable twice this year.”",
        "direct",
    ),
    Form(
        "mixed",
        'Dana Holt said the bridge was "safer than it has ever been" this winter.',
        "Dana Holt",
        "said",
        'the bridge was "safer than it has ever been" this winter',
        "mixed",
    ),
    Form("rare verb", '"The bridge is safe!" beamed Holt.', "Holt", "beamed", '"The bridge is safe!"', "direct"),
    Form("question", '"Is the bridge safe?" asked Dana Holt.', "Dana Holt", "asked", '"Is the bridge safe?"', "direct"),
    Form("tweeted", 'Holt tweeted: "Bridge open again."', "Holt", "tweeted", '"Bridge open again."', "direct"),
    Form(
        "single marks", "‘The bridge is safe,’ Dana Holt said.", "Dana Holt", "said", "‘The bridge is safe,’", "direct"
    ),
    Form(
        "according first", "According to Dana Holt, the bridge is safe.", "Dana Holt", "According", "the bridge is safe"
    ),
    Form(
        "according last",
        "The bridge is safe, according to the city council.",
        "the city council",
        "according",
        "The bridge is safe",
    ),
    Form(
        "told",
        "Holt told reporters that the bridge would open in May.",
        "Holt",
        "told",
        "that the bridge would open in May",
    ),
    Form("asked whether", "Holt asked whether the bridge was safe.", "Holt", "asked", "whether the bridge was safe"),
    Form("believes", "Holt believes the bridge is safe.", "Holt", "believes", "the bridge is safe"),
    Form("wants", "Holt wants to close the bridge.", "Holt", "wants", "to close the bridge"),
    Form("plans", "The council plans to close the bridge.", "The council", "plans", "to close the bridge"),
    Form(
        "called for", "Holt called for an inquiry into the collapse.", "Holt", "called", "an inquiry into the collapse"
    ),
    Form("warned", "Engineers warned that the bridge could fall.", "Engineers", "warned", "that the bridge could fall"),
    Form(
        "accused",
        "Holt accused the builder of hiding the cracks.",
        "Holt",
        "accused",
        "the builder of hiding the cracks",
    ),
    Form("called him", "Holt called the builder a crook.", "Holt", "called", "the builder a crook"),
    Form(
        "blasted",
        "Holt blasted the council’s decision to close the bridge.",
        "Holt",
        "blasted",
        "the council’s decision to close the bridge",
    ),
    Form("supports", "Holt supports the plan to close the bridge.", "Holt", "supports", "the plan to close the bridge"),
    Form(
        "claim that",
        "The paper repeated Holt’s claim that the bridge was safe.",
        "Holt",
        "claim",
        "that the bridge was safe",
    ),
    Form(
        "shows",
        "The report shows that the cables had rusted through.",
        "The report",
        "shows",
        "that the cables had rusted through",
    ),
    Form("promise", "Holt promised to open the bridge by May.", "Holt", "promised", "to open the bridge by May"),
    Form("confident", "Holt is confident that the bridge will open.", "Holt", "confident", "that the bridge will open"),
    Form(
        "adding",
        "Holt denied that the cables were old, calling the report false.",
        "Holt",
        "denied",
        "that the cables were old",
    ),
    Form(
        "garden path",
        "A senior staffer of one of the firms at the time confirmed on Thursday "
        "that city staff asked him about the cables.",
        "A senior staffer of one of the firms at the time",
        "confirmed",
        "that city staff asked him about the cables",
    ),
    Form("relative", "Holt, who said the bridge was safe, has resigned.", "who", "said", "the bridge was safe"),
    Form("by passive", "The plan was criticised by Dana Holt.", "Dana Holt", "criticised", "The plan"),
]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_source_cue_and_content_are_exact(form, hear):
    heard = hear(form.text)
    found = heard.by(form.source, form.cue)
    assert heard.words(found.content) == form.content
    assert found.quotation == form.quotation
    assert found.inside is None


SILENT = [
    "The so-called “quiet bridge” fell down in March.",
    "He has read “The Long Winter Road” and “A Bridge of Stones” twice.",
    "The band played “Over the Water We Go” at the opening.",
    "The bridge fell down in March and was rebuilt in May.",
    "Holt crossed the bridge and went home.",
    "The “Old Town Bridge Fund” has 300 members.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_speech_is_left_alone(text, hear):
    assert hear(text).found == []


def test_who_is_heard_on_a_tape_says_it_not_who_obtained_it(hear):
    text = "A clerk obtained a tape of the head of the office saying that he was attempting to help."
    assert hear(text).by("the head of the office", "saying").source[0].of(text) == "the head of the office"


UNREAL = [
    "If Holt says the bridge is safe, we will cross it.",
    "Holt would say that the bridge is safe.",
    "Unless Holt denies that the bridge fell, the case is closed.",
]


@pytest.mark.parametrize("text", UNREAL)
def test_conditions_and_suppositions_are_counted_not_reported(text, hear):
    heard = hear(text)
    assert heard.found == []
    assert heard.dropped == {"conditional or hypothetical, not a report": 1}


@pytest.mark.parametrize(
    "text",
    ["Holt suggested to Roe that he tell the crew to leave the bridge.", "Holt demanded that she deny the story."],
)
def test_what_somebody_is_to_say_is_not_said(text, hear):
    (found,) = hear(text).found
    assert found.source[0].of(text) == "Holt"


@pytest.mark.parametrize(
    "text", ["The bridge was allegedly built without a permit.", "The bridge is reportedly unsafe."]
)
def test_an_implicit_source_stays_empty(text, hear):
    (found,) = hear(text).found
    assert found.source == []
    assert found.speaker is None
    assert found.hedges


def test_offsets_are_into_the_text_as_given(hear):
    text = "  \n\tDana Holt   said the bridge\nwas safe.  "
    heard = hear(text)
    found = heard.by("Dana Holt", "said")
    assert found.content[0].of(text) == "the bridge\nwas safe"


def test_the_order_is_that_of_the_text(hear):
    heard = hear("Holt said the bridge was safe. Roe denied that it was open. Kern asked why.")
    starts = [min(x.start for x in a.source + a.cue + a.content) for a in heard.found]
    assert starts == sorted(starts)
