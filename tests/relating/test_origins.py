"""What rests on what."""

from __future__ import annotations

from rashomon.record import Link, LinkKind, OriginKind, Quotation, Record, SourceKind, Status
from tests.relating.pages import Said, Told, story

LEAK = "the ministry hid the report on the lead pipes for two years"


def links(record: Record, kind: LinkKind) -> list[Link]:
    return [link for link in record.links if link.kind is kind]


def reported(outlet: str, source: str = "Nordpost") -> Told:
    return Told(
        f"The ministry hid the report on the lead pipes for two years, {source} reported.",
        outlet,
        "2031-03-02",
        [
            Said(
                source,
                "reported",
                "The ministry hid the report on the lead pipes for two years",
                source,
                SourceKind.OUTLET,
            )
        ],
        outlets={source: []},
    )


def test_reports_that_rest_on_one_paper_have_one_origin():
    record = story(reported("The Tarn Courier"), reported("Westmark Daily"))
    (claim,) = record.claims
    assert (claim.status, claim.independent_origins) == (Status.SINGLE_ORIGIN, 1)
    (origin,) = record.origins
    assert (origin.kind, origin.name, len(origin.articles)) == (OriginKind.OUTLET, "Nordpost", 2)
    assert {link.evidence[0].text for link in links(record, LinkKind.REPORTS_FROM)} == {"Nordpost"}


def test_a_paper_and_the_papers_that_cite_it_are_one_origin():
    first = Told(
        "Our archive shows it: the ministry hid the report on the lead pipes for two years.", "Nordpost", "2031-03-01"
    )
    record = story(first, reported("Westmark Daily"))
    (claim,) = record.claims
    assert len(claim.accounts) == 2
    assert claim.independent_origins == 1


def test_the_person_behind_a_paper_is_the_origin():
    told = Told(
        f"Clerk Ada Lund told Nordpost that {LEAK}.",
        "The Tarn Courier",
        "2031-03-02",
        [Said("Clerk Ada Lund", "told", f"that {LEAK}", "Ada Lund", to="Nordpost")],
        people={"Ada Lund": []},
        outlets={"Nordpost": []},
    )
    record = story(told, reported("Westmark Daily"))
    (claim,) = record.claims
    assert claim.independent_origins == 1
    assert [o.name for o in record.origins] == ["Ada Lund"]


def test_unnamed_sources_count_as_at_least_one():
    pages = [
        Told(
            f"A senior official said {LEAK}.",
            outlet,
            "2031-03-02",
            [Said("A senior official", "said", LEAK, "a senior official", SourceKind.ANONYMOUS)],
        )
        for outlet in ("Nordpost", "Westmark Daily", "The Tarn Courier")
    ]
    record = story(*pages)
    (claim,) = record.claims
    assert (len(claim.accounts), claim.independent_origins, claim.status) == (3, 1, Status.SINGLE_ORIGIN)
    assert len(record.origins) == 3, "unnamed sources of several articles stay several"
    assert all(o.kind is OriginKind.ANONYMOUS for o in record.origins)
    assert not record.entities


def test_a_nested_source_comes_from_the_innermost_speaker():
    page = Told(
        f"According to Nordpost, Ada Lund said {LEAK}.",
        "Westmark Daily",
        None,
        [
            Said("Nordpost", "According to", f"Ada Lund said {LEAK}", "Nordpost", SourceKind.OUTLET),
            Said("Ada Lund", "said", LEAK, "Ada Lund", inside=0),
        ],
        people={"Ada Lund": []},
        outlets={"Nordpost": []},
    )
    record = story(page)
    inner = next(c for c in record.claims if c.text == LEAK)
    names = {o.id: o.name for o in record.origins}
    assert [names[a.origin] for a in inner.accounts] == ["Ada Lund"]


LONG = (
    "The commission met for nine hours in the old customs house while fishermen waited on the quay outside. "
    "Nobody spoke when the doors opened, and the chairwoman left through the kitchen with two of her clerks. "
    "By midnight the whole town knew that the harbour would close before the first frost of the year came."
)


def test_copied_words_link_the_later_article_to_the_earlier():
    record = story(
        Told(LONG, "Nordpost", "2031-03-01"),
        Told("Our own correspondent writes. " + LONG.replace("nine hours", "hours"), "Westmark Daily", "2031-03-05"),
        Told(
            "Snow fell on the hills and the road to the pass was closed to lorries for most of the day.",
            "Tarn Courier",
            "2031-03-06",
        ),
    )
    outlet = {a.id: a.outlet for a in record.articles}
    (link,) = links(record, LinkKind.COPIES)
    assert (outlet[link.source], outlet[link.to]) == ("Westmark Daily", "Nordpost")
    assert {e.article for e in link.evidence} == {link.source, link.to}


def test_the_same_quotation_links_to_where_it_stood_first():
    def page(outlet: str, day: str) -> Told:
        words = "“We will not pay for a wall that fell down by itself,”"
        return Told(
            f"{outlet}. {words} Ada Lund said.",
            outlet,
            day,
            [Said("Ada Lund", "said", words, "Ada Lund", quotation=Quotation.DIRECT)],
            people={"Ada Lund": []},
        )

    record = story(page("Westmark Daily", "2031-03-05"), page("Nordpost", "2031-03-01"))
    outlet = {a.id: a.outlet for a in record.articles}
    (link,) = links(record, LinkKind.SAME_QUOTE)
    assert (outlet[link.source], outlet[link.to]) == ("Westmark Daily", "Nordpost")


def test_a_dateline_and_a_told_agency_are_credits():
    record = story(
        Told("TARN (Seawire) - The mill burned.", "Nordpost", bodies={"Seawire": []}),
        Told("Ada Lund had told the agency Seawire about it.", "Westmark Daily", bodies={"Seawire": []}),
    )
    reasons = {link.reason for link in links(record, LinkKind.REPORTS_FROM)}
    assert reasons == {"Seawire stands in the dateline", "“told the agency” stands before Seawire"}


def test_words_copied_from_another_paper_are_no_second_origin():
    sentence = "The ministry hid the report on the lead pipes for two years before anyone in the town saw it."
    first = Told(sentence, "Nordpost", "2031-03-01")
    record = story(first, Told(sentence, "Westmark Daily", "2031-03-04"))
    (claim,) = record.claims
    assert len(claim.accounts) == 2
    assert (claim.status, claim.independent_origins) == (Status.SINGLE_ORIGIN, 1)
    assert [origin.name for origin in record.origins] == ["Nordpost"]


def gives(text: str, *sources: str, kind: SourceKind = SourceKind.DOCUMENT) -> list[tuple[str, int]]:
    """Names of what the page is linked to as its source, with how many words of the page say so."""
    said = [
        Said(source, "shows", text[text.index(source) :].split(" shows ")[1].split(".")[0], source, kind)
        for source in sources
    ]
    record = story(Told(text, "Nordpost", said=said))
    names = {entity.id: entity.name for entity in record.entities}
    return [(names[link.to], len(link.evidence)) for link in links(record, LinkKind.REPORTS_FROM)]


def test_a_document_is_linked_once_by_its_fuller_name_with_all_words():
    text = "The harbour inquiry report shows that the pier was weak. Later the report shows that nobody looked."
    assert gives(text, "The harbour inquiry report", "the report") == [("The harbour inquiry report", 2)]


def test_what_is_no_particular_document_is_no_source_of_an_article():
    assert gives("A letter shows that the pier was weak.", "A letter") == []
    assert gives("The record of their talks shows that both were angry.", "The record of their talks") == []
    assert gives("Ada Lund shows that the pier was weak.", "Ada Lund") == []
    assert gives("A report in Foreign Notes shows that it was weak.", "A report in Foreign Notes") == [
        ("A report in Foreign Notes", 1)
    ]


def test_an_article_without_an_outlet_says_so_as_an_origin():
    own = "the ferry Skua struck the old pier at Tarn in thick fog"
    record = story(
        Told(f"At night {own}.", name="first.txt"),
        Told(f"At dawn {own}.", "Nordpost"),
    )
    names = {origin.name for origin in record.origins}
    assert not any(name == "first.txt" for name in names)
    assert names <= {"outlet not known: first.txt", "Nordpost"}
    assert "outlet not known: first.txt" in names
