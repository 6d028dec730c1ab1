"""same_story links: each article of a story to the earlier one that is most like it."""

from __future__ import annotations

from rashomon.record import Link, LinkKind
from rashomon.relating.grouping import LEAST, LEAST_SMALL, SMALL, Paper, likest, shared_terms, stories_and_vectors
from rashomon.relating.pile import Pile, Told, published_on


def same_story(pile: Pile) -> list[Link]:
    """One link an article that shares a story with others, with both first sentences as evidence."""
    told = {t.id: t for t in pile.told if t.sentences}
    papers = [Paper(t.id, "", "", published_on(t), t.gist.terms) for t in told.values()]
    stories, vectors = stories_and_vectors(papers, least=LEAST_SMALL if len(papers) < SMALL else LEAST)
    links = []
    for group in stories:
        ordered = sorted(group, key=lambda a: (_when(told[a]), a))
        for k, article in enumerate(ordered[1:], 1):
            first = likest(article, ordered[:k], vectors)
            terms = shared_terms(vectors[article], vectors[first])
            evidence = [t.evidence(t.sentences[0]) for t in (told[article], told[first])]
            reason = (
                f"the same story by its rare words: {', '.join(terms)}" if terms else "the same story as its others"
            )
            links.append(Link(LinkKind.SAME_STORY, article, first, evidence, reason))
    return links


def _when(told: Told) -> str:
    return told.article.published.value[:10] if told.article.published is not None else "9999"
