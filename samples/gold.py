"""The sample story's gold record, written by hand from ``texts/``: what a careful reader finds.

Words are given as they stand on the page (straight quotation marks stand for curly ones too), so that offsets need
not be kept. A page is named by its file's number.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """An article as the page shows it; ``published`` None where the page does not tell."""

    page: str
    position: int
    title: str
    authors: tuple[str, ...]
    outlet: str | None
    published: str | None
    genre: str
    first: str
    last: str


@dataclass(frozen=True)
class Said:
    """One attribution: ``cue`` and ``content`` words; ``speaker`` the resolved name, None for nobody named.

    ``inside`` is the speaker in whose words it stands, None for an outermost one.
    """

    page: str
    position: int
    speaker: str | None
    cue: str
    content: str
    quotation: str = "indirect"
    polarity: str = "affirm"
    anonymous: bool = False
    inside: str | None = None


@dataclass(frozen=True)
class Side:
    """An account of a dispute: in which article, whose, and some of its words."""

    page: str
    speaker: str | None
    position: str
    words: str


@dataclass(frozen=True)
class Dispute:
    about: str
    sides: tuple[Side, ...]


@dataclass(frozen=True)
class Rests:
    """One article's account rests on another outlet, person or document."""

    page: str
    on: str


PIECES = (
    Piece(
        "01",
        1,
        "Ferry strikes pier at Skarrow in fog; 31 hurt",
        ("Nora Lind",),
        "The Halvern Courier",
        "2022-03-15",
        "news",
        "The ferry Marin Dell struck",
        "opened an investigation at midnight.",
    ),
    Piece(
        "02",
        1,
        "Norrline says damaged ferry was inspected in February",
        (),
        "Coastwire",
        "2022-03-16",
        "news",
        "HALVERN (Coastwire) - The ferry that hit a pier",
        "fell 6 percent on Wednesday.",
    ),
    Piece(
        "03",
        1,
        "'Nobody told me to turn back', says ferry captain",
        ("Jan Mollen",),
        "Skarrow Today",
        "2022-03-17",
        "news",
        "The captain of the Marin Dell",
        "questions from Skarrow Today.",
    ),
    Piece(
        "04",
        1,
        '"I warned them in January": harbour master breaks his silence',
        ("Nora Lind", "Felix Amsel"),
        "The Halvern Courier",
        "2022-04-02",
        "news",
        "The harbour master of Skarrow says",
        "did not comment on Friday.",
    ),
    Piece(
        "05",
        1,
        "Ministry was warned about Skarrow beacon, harbour master says",
        ("Petra Olsson",),
        "The Meridian Post",
        "2022-04-03",
        "news",
        "The Ministry of Transport was warned",
        "respond on Monday.",
    ),
    Piece(
        "06",
        1,
        "Harbour master's letter: what we know",
        ("Jan Mollen",),
        "Skarrow Today",
        "2022-04-03",
        "news",
        "Tomas Rehn warned the ministry",
        "has not seen the letter.",
    ),
    Piece(
        "07",
        1,
        "Transport ministry denies it was warned over beacon",
        (),
        "Coastwire",
        "2022-04-04",
        "news",
        "HALVERN (Coastwire) - The Ministry of Transport on Monday denied",
        "take effect on April 11.",
    ),
    Piece(
        "08",
        1,
        "Warning letter did arrive, official says",
        ("Petra Olsson",),
        "The Meridian Post",
        "2022-04-10",
        "news",
        "A letter warning of the failing",
        "for its post register.",
    ),
    Piece(
        "09",
        1,
        "A ministry that cannot find its own post",
        ("Agnes Morrow",),
        "The Lantern",
        "2022-04-12",
        "opinion",
        "Let us suppose",
        "it is not the ministry.",
    ),
    Piece(
        "10",
        1,
        "Union: captain is being made a scapegoat",
        ("Jan Mollen",),
        "Skarrow Today",
        "2022-05-05",
        "news",
        "The seamen's union has accused",
        "The board declined to comment.",
    ),
    Piece(
        "10",
        2,
        "Harbour master to stay in office, mayor says",
        ("Sofie Dahl",),
        "Skarrow Today",
        None,
        "news",
        "Tomas Rehn will stay in office",
        "denied that it received a warning.",
    ),
    Piece(
        "10",
        3,
        "Lighthouse engineer: I reported the fault twice",
        ("Jan Mollen",),
        "Skarrow Today",
        "2022-05-09",
        "news",
        "The engineer who maintains",
        'There was no warning."',
    ),
    Piece(
        "11",
        1,
        "Transcript of the public hearing",
        (),
        None,
        "2023-02-08",
        "transcript",
        "THE CHAIR: Good morning.",
        "until tomorrow at nine.",
    ),
    Piece(
        "12",
        1,
        "Statement on the Marin Dell",
        (),
        "Norrline",
        None,
        "statement",
        "Norrline has followed",
        "the Accident Board is at work.",
    ),
    Piece(
        "13",
        1,
        "Ferry director admits inspection was put off",
        ("Felix Amsel",),
        "The Halvern Courier",
        "2023-02-09",
        "news",
        "The director of Norrline has admitted",
        "that week was missing.",
    ),
    Piece(
        "14",
        1,
        "Ferry report blames ministry and Norrline alike",
        ("Petra Olsson", "Ivo Kranz"),
        "The Meridian Post",
        "2024-03-14",
        "news",
        "The Ministry of Transport was warned",
        "closed since April 2022.",
    ),
)

SAID = (
    Said("01", 1, "coastguard", "said", "The ferry Marin Dell struck the east pier at Skarrow in thick fog"),
    Said("01", 1, "Skarrow Infirmary", "according to", "Two passengers remained in hospital on Tuesday morning"),
    Said("01", 1, "Hilde Aasen", "said", "We heard a long grinding noise", "direct"),
    Said("01", 1, "Tomas Rehn", "said", "the Skarrow beacon, which guides ships past the east pier, had been dark"),
    Said("01", 1, "Norrline", "declined to say", "how fast the ship was moving", polarity="unclear"),
    Said("01", 1, "Karl Stenmark", "told", "the company would help the investigators", "mixed"),
    Said("01", 1, "Ilse Brandvold", "promised", "an independent inquiry"),
    Said("01", 1, "Ilse Brandvold", "said", "The families deserve to know what happened", "direct"),
    Said("02", 1, "Karl Stenmark", "told", "The Marin Dell was fully inspected in February", "direct"),
    Said("02", 1, "Karl Stenmark", "said", "the company had ordered Captain Edda Vance to turn back"),
    Said("02", 1, "Karl Stenmark", "said", "the order was given by radio"),
    Said("02", 1, "seamen's union", "rejected", "the claim", polarity="deny"),
    Said("02", 1, "Piet Lauwers", "accused", "looking for somebody to blame", "mixed"),
    Said("03", 1, "Edda Vance", "denied", "she was ordered to turn back", polarity="deny"),
    Said("03", 1, "Edda Vance", "told", "Nobody told me to turn back", "direct"),
    Said("03", 1, "Karl Stenmark", "said", "the company had ordered her to return to Halvern"),
    Said("03", 1, "Edda Vance", "called", "an invention", "mixed", polarity="deny"),
    Said("03", 1, "Edda Vance", "said", "she slowed the ship to six knots"),
    Said("03", 1, "Dorte Ravn", "said", "the radio log would prove it"),
    Said("04", 1, "Tomas Rehn", "says", "he warned the Ministry of Transport two months before"),
    Said("04", 1, "Tomas Rehn", "said", "he wrote to the ministry on January 19"),
    Said("04", 1, "Tomas Rehn", "said", "I warned the ministry in January that the beacon was failing", "direct"),
    Said("04", 1, "Tomas Rehn", "said", "Directive 14 obliges the ministry to repair a beacon"),
    Said("04", 1, "Tomas Rehn", "said", "he did not blame the captain"),
    Said("04", 1, "Tomas Rehn", "said", "Edda Vance did what any sailor would do", "direct"),
    Said("04", 1, "Tomas Rehn", "replied", "I was told to wait for the inquiry", "direct"),
    Said("05", 1, "Tomas Rehn", "has told", "The Ministry of Transport was warned in January"),
    Said("05", 1, "Tomas Rehn", "said", "I warned the ministry in January that the beacon was failing", "direct"),
    Said("05", 1, "Magnus Thiel", "demanded", "Transport Minister Ilse Brandvold publish the letter"),
    Said("05", 1, "Magnus Thiel", "said", "If there is a letter, she must show it", "direct"),
    Said("05", 1, "Ministry of Transport", "said", "it would respond on Monday"),
    Said("06", 1, "Tomas Rehn", "told", "Tomas Rehn warned the ministry in January"),
    Said("06", 1, "Courier", "According to", "Rehn wrote that the beacon", "mixed"),
    Said("06", 1, "Maren Holt", "said", "the island had been let down"),
    Said("06", 1, "Maren Holt", "said", "We have asked for a new beacon since 2018", "direct"),
    Said("06", 1, "Martin Holt", "said", "he had reported the fault twice"),
    Said("07", 1, "Ministry of Transport", "denied", "it had been warned about the Skarrow beacon", polarity="deny"),
    Said("07", 1, "Jonas Feld", "told", "The ministry received no warning about the beacon", "direct"),
    Said("07", 1, "Jonas Feld", "called", "simply false", "mixed", polarity="deny"),
    Said("07", 1, "Jonas Feld", "said", "no letter from the harbour master had been registered"),
    Said("07", 1, "Ilse Brandvold", "told", "she had never seen such a letter"),
    Said("07", 1, "Tomas Rehn", "told", "he had warned the ministry in January that the beacon was failing"),
    Said("07", 1, "Jonas Feld", "announced", "Directive 41, which closes the east pier to ferries"),
    Said(
        "08",
        1,
        "a senior ministry official",
        "has told",
        "A letter warning of the failing Skarrow beacon arrived",
        anonymous=True,
    ),
    Said("08", 1, "official", "said", "the letter was passed to the lighthouse section", anonymous=True),
    Said("08", 1, "official", "said", "It was stamped, it was filed and it was forgotten", "direct", anonymous=True),
    Said("08", 1, "Jonas Feld", "denied", "the story", polarity="deny"),
    Said("08", 1, "Jonas Feld", "said", "an internal search had found nothing"),
    Said("08", 1, "Magnus Thiel", "said", "the minister should resign if the letter exists"),
    Said("08", 1, "Accident Board", "confirmed", "it had asked the ministry for its post register"),
    Said("09", 1, "Jonas Feld", "says", "the ministry received no warning"),
    Said("10", 1, "seamen's union", "accused", "Norrline of making Captain Edda Vance a scapegoat"),
    Said("10", 1, "Piet Lauwers", "said", "the company had never shown anyone the order to turn back"),
    Said("10", 1, "Ansgar Pohl", "insisted", "the order was given"),
    Said("10", 2, "Maren Holt", "said", "Tomas Rehn will stay in office until the inquiry ends"),
    Said("10", 2, "Tomas Rehn", "had said", "he warned the ministry in January that the beacon was failing"),
    Said("10", 2, "Maren Holt", "said", "He told the truth and he will not be punished for it", "direct"),
    Said("10", 2, "ministry", "denied", "it received a warning", polarity="deny"),
    Said("10", 3, "Martin Holt", "told", "I filled in the form twice", "direct"),
    Said("10", 3, "A person with knowledge of the files", "said", "both forms had been found", anonymous=True),
    Said("10", 3, "Jonas Feld", "said", "My answer has not changed. There was no warning.", "direct"),
    Said(
        "11",
        1,
        "Stenmark",
        "MR. STENMARK",
        "The inspection was postponed. It did not take place in February.",
        "direct",
    ),
    Said(
        "11", 1, "Vance", "CAPTAIN VANCE", "Nobody told me to turn back. I told everyone there was no order.", "direct"
    ),
    Said("11", 1, "Rehn", "MR. REHN", "I wrote that the beacon was failing", "direct"),
    Said("12", 1, "Karl Stenmark", "said", "Safety comes before the timetable", "direct"),
    Said(
        "13", 1, "Karl Stenmark", "told", "The inspection was postponed. It did not take place in February.", "direct"
    ),
    Said("13", 1, "Karl Stenmark", "had told", 'the ferry was "fully inspected in February', "mixed"),
    Said("13", 1, "Karl Stenmark", "replied", "The one I am making today", "direct"),
    Said("13", 1, "Edda Vance", "said", "I told everyone there was no order", "direct"),
    Said("13", 1, "Tomas Rehn", "repeated", "he wrote to the ministry on January 19, 2022"),
    Said("13", 1, "Lena Brock", "testified", "the post register for that week was missing"),
    Said("14", 1, "Accident Board", "concluded", "The Ministry of Transport was warned that the Skarrow beacon"),
    Said("14", 1, "Ilse Brandvold", "said", "she had not known of the letter at the time"),
    Said("14", 1, "Ilse Brandvold", "said", "I told parliament what I was told", "direct"),
    Said("14", 1, "Jonas Feld", "maintained", "no letter had been registered"),
    Said("14", 1, "Norrline", "said", "it accepted the finding"),
)

# What stands in somebody's words: the chain of a report of a report.
NESTED = (
    Said("04", 1, "Tomas Rehn", "warned", "that the island's beacon was failing", inside="Tomas Rehn"),
    Said("04", 1, "Tomas Rehn", "warned", "that the beacon was failing", "direct", inside="Tomas Rehn"),
    Said("04", 1, "Tomas Rehn", "wrote", "that it would go dark in the next hard frost", "direct", inside="Tomas Rehn"),
    Said("05", 1, None, "was warned", "that the Skarrow beacon was failing", inside="Tomas Rehn"),
    Said("05", 1, "Tomas Rehn", "warned", "that the beacon was failing", "direct", inside="Tomas Rehn"),
    Said("06", 1, "Tomas Rehn", "warned", "that the beacon on the east pier was failing", inside="Tomas Rehn"),
    Said("06", 1, "Tomas Rehn", "wrote", "would go dark in the next hard frost", "mixed", inside="Courier"),
    Said("07", 1, "Tomas Rehn", "had warned", "that the beacon was failing", inside="Tomas Rehn"),
    Said("10", 2, "Tomas Rehn", "warned", "that the beacon was failing", inside="Tomas Rehn"),
    Said("11", 1, "the duty officer", "was informed", "that he gave it", "direct", inside="Stenmark"),
    Said("11", 1, "Vance", "told", "there was no order", "direct", inside="Vance"),
    Said("11", 1, "Rehn", "wrote", "that the beacon was failing", "direct", inside="Rehn"),
    Said("13", 1, "Edda Vance", "told", "there was no order", "direct", inside="Edda Vance"),
    Said("14", 1, None, "was warned", "that the Skarrow beacon was failing", inside="Accident Board"),
)

DISPUTES = (
    Dispute(
        "the ministry was warned in January that the beacon was failing",
        (
            Side("04", "Tomas Rehn", "affirms", "I warned the ministry in January that the beacon was failing"),
            Side("05", "Tomas Rehn", "affirms", "I warned the ministry in January that the beacon was failing"),
            Side("07", "Ministry of Transport", "denies", "it had been warned about the Skarrow beacon"),
            Side("07", "Jonas Feld", "denies", "The ministry received no warning about the beacon"),
        ),
    ),
    Dispute(
        "the captain was ordered to turn back",
        (
            Side("02", "Karl Stenmark", "affirms", "the company had ordered Captain Edda Vance to turn back"),
            Side("03", "Edda Vance", "denies", "she was ordered to turn back"),
            Side("03", "Edda Vance", "denies", "Nobody told me to turn back"),
        ),
    ),
    Dispute(
        "the ferry was inspected in February",
        (
            Side("02", "Karl Stenmark", "affirms", "The Marin Dell was fully inspected in February"),
            Side("13", "Karl Stenmark", "denies", "The inspection was postponed. It did not take place in February."),
        ),
    ),
)

# Reports that rest on the Courier's interview with the harbour master, or on what an agency was told.
RESTS = (
    Rests("05", "Halvern Courier"),
    Rests("06", "Halvern Courier"),
    Rests("07", "Courier"),
    Rests("13", "Coastwire"),
)

# The one who changed their account, and of what.
CHANGED = (("Karl Stenmark", "inspected in February"),)

# Names that must not be one, and words that must not stand in one claim.
APART = (("Maren Holt", "Martin Holt"),)
CLAIMS_APART = (("Directive 14 obliges the ministry to repair a beacon", "Directive 41, which closes the east pier"),)
