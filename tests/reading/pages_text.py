"""Text-only pages written for the tests: invented places, papers and people."""

from __future__ import annotations

FERRY = (
    "The harbour council of Halvern denied on Monday that it had seen the report on the ferry before it voted to keep "
    "the old boat in service, a member of the council said.",
    "“We voted on what we had in front of us, and that was not the report,” Ola Brandt, who chairs the council, told "
    "reporters outside the town hall. “Nobody had read a word of it.”",
    "The report, which was written by an engineer for the regional transport office, said that the hull of the ferry "
    "had thinned to half of what is allowed and that it should not carry passengers.",
    "According to two people who work at the office, a copy of the report was sent to the council nine days before the "
    "vote. They asked not to be named because they were not allowed to speak about it.",
    "Brandt said she would welcome an inquiry. “If a letter was sent, somebody will be able to show it,” she said.",
    "The transport office declined to comment on when the report was sent, and said that it would answer the questions "
    "of the council in writing by the end of the month.",
    "Passengers at the quay said on Tuesday that they had heard about the report only on the radio. The ferry left on "
    "time, with about forty people and six cars on board.",
)
BRIDGE = (
    "Work on the bridge over the Skarn will begin in the spring, the mayor of Otterby said on Friday, two years later "
    "than she had promised the people who live on the northern bank.",
    "“I know that we have tested everyone's patience,” Mayor Inga Solheim said at a meeting in the school hall. “The "
    "money is there now, and the builders have signed.”",
    "The bridge was closed after the flood, and the road around it takes an hour. A shopkeeper at the meeting said "
    "that half of her customers had stopped coming, and that she did not believe the new date.",
    "The opposition in the council said that the mayor had known of the delay for months. Solheim denied this and said "
    "that she had learnt of it from the builders in the week before the meeting.",
)
SCHOOL = (
    "Pupils of the upper school in Lund Bay went home on Wednesday after the heating failed for the third time this "
    "winter, the headmaster said in a letter to their parents.",
    "“We cannot teach in coats,” Headmaster Karl Nygaard wrote. He asked the town to pay for a new boiler before the "
    "summer, and said that the old one had been mended eleven times.",
    "A spokeswoman for the town said that the money had been set aside last year, but that only one firm had made an "
    "offer and that it had since withdrawn it.",
    "Parents who had gathered at the gate said they had not been told when lessons would begin again. One of them said "
    "that the school had promised an answer by Friday.",
)
MENU = (
    "Home",
    "News",
    "Sport",
    "Weather",
    "Culture",
    "Local",
    "Business",
    "Jobs",
    "Contact us",
    "Sign in",
    "Subscribe",
)
MOST_READ = (
    "Most read",
    "Five cakes for a rainy day",
    "Otterby wins at last, and nobody is there to see it",
    "What the tide tables do not tell you",
    "Where to park in Halvern this summer",
)
FOOT = (
    "Subscribe to our newsletter",
    "About us",
    "Advertise with us",
    "Terms of use",
    "Privacy policy",
    "© 2019 Halvern Gazette Ltd. All rights reserved.",
)


def ferry_page() -> str:
    """A page with a menu, a head, a caption given twice, something to subscribe to in the middle, and a foot."""
    head = (
        "Council denies it saw the ferry report before the vote",
        "",
        "The report said the old boat should not carry passengers.",
        "",
        "By ANNA LINDQVIST",
        "MARCH 5, 2019 09:17",
        "The ferry at the quay in Halvern on Monday morning (photo credit: NILS AHO/GAZETTE)",
        "The ferry at the quay in Halvern on Monday morning",
        "(photo credit: NILS AHO/GAZETTE)",
    )
    body = (*FERRY[:3], "Sign up for our daily newsletter", *FERRY[3:])
    return "\n".join((*MENU, "", *head, *body, "", "Tags Halvern ferry council", "", *MOST_READ, "", *FOOT))


def glued(*articles: tuple[str, str, str, tuple[str, ...]]) -> str:
    """Articles (title, summary, author, paragraphs) one after the other, as endless pages leave them."""
    parts = ["Connect with us", "Latest", "News"]
    for title, summary, author, paragraphs in articles:
        parts += ["Latest", title, summary, author, "Published", "on", "1,204 Views", *paragraphs]
        parts += ["Liked it? Take a second to support The Halvern Gazette on Patreon!", "Continue Reading"]
    parts += ["JOIN OUR CHANNEL", "Advertisement", "Quick Donate", "Trending"]
    return "\n\n".join(parts)
