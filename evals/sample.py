"""The sample story, stage by stage, against its gold record."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import rashomon
from evals.figure import Figure
from rashomon.record import ArticleRow, AttributionRow, Evidence, Record
from samples import gold

CORPUS: list[str] = []
DIGEST = ""
PAGES = Path(__file__).parent.parent / "samples" / "pages"


def measure(data: Path) -> list[Figure]:
    """Builds the sample into a temporary file and scores the record; ``data`` is not needed."""
    with tempfile.TemporaryDirectory() as folder, rashomon.build(PAGES, Path(folder) / "sample.rashomon") as story:
        sample = Sample(story.record)
    return [*sample.articles(), *sample.attributions(), *sample.relations()]


def plain(text: str) -> str:
    """Straight quotation marks, single spaces."""
    text = text.replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'")
    return re.sub(r"\s+", " ", text)


class Sample:
    """A built record with the look-ups that the gold needs."""

    def __init__(self, record: Record) -> None:
        self.record = record
        pages = {page.id: Path(page.name).name[:2] for page in record.pages}
        self.page = {article.id: pages[article.page] for article in record.articles}
        self.by_place = {(self.page[a.id], a.position): a for a in record.articles}
        self.names = {entity.id: entity.name for entity in record.entities}
        self.by_id = {a.id: a for a in record.attributions}

    def articles(self) -> list[Figure]:
        pieces = gold.PIECES
        found = {p: a for p in pieces if (a := self._article(p.page, p.position)) is not None}
        extra = len(self.record.articles) - len(found)

        def share(name: str, right: int, floor: float) -> Figure:
            return Figure(name, right / len(pieces), floor, 1.0, f"{right} of {len(pieces)}")

        dated = [(p, a) for p, a in found.items() if p.published is None]
        invented = sum(a.published is not None and a.published.basis != "inferred" for _, a in dated)
        return [
            share("articles found", len(found), 1.0),
            Figure("articles too many", extra, 0, 0, lower=True),
            share("body from first to last words", sum(self._whole(p, a) for p, a in found.items()), 0.93),
            share("titles", sum(plain(a.title or "") == plain(p.title) for p, a in found.items()), 1.0),
            share("authors", sum(tuple(a.authors) == p.authors for p, a in found.items()), 1.0),
            share("outlets", sum(a.outlet == p.outlet for p, a in found.items()), 1.0),
            share("publication dates", sum(self._day(a) == p.published for p, a in found.items()), 1.0),
            Figure("dates invented", invented, 0, 0, f"of {len(dated)} undated articles", lower=True),
            share("genres", sum(str(a.genre) == p.genre for p, a in found.items()), 1.0),
        ]

    def attributions(self) -> list[Figure]:
        matched = [(said, self._match(said)) for said in gold.SAID]
        found = [(said, row) for said, row in matched if row is not None]
        speaker = sum(self._speaker_right(said, row) for said, row in found)
        polarity = sum(said.polarity == str(row.polarity) for said, row in found)
        quoted = sum(said.quotation == str(row.quotation) for said, row in found)
        anonymous = sum(said.anonymous == row.source.anonymous for said, row in found)
        total, here = len(gold.SAID), max(1, len(found))
        return [
            Figure("attributions found", len(found) / total, 0.98, 0.95, f"{len(found)} of {total}"),
            Figure("speaker right, of those found", speaker / here, 0.98, 0.97, f"{speaker} of {here}"),
            Figure("polarity right, of those found", polarity / here, 0.98, 0.98, f"{polarity} of {here}"),
            Figure("quotation kind right", quoted / here, 0.98, 0.95, f"{quoted} of {here}"),
            Figure("anonymity right", anonymous / here, 1.0, 1.0, f"{anonymous} of {here}"),
            *self._nesting([row for _, row in found]),
        ]

    def _nesting(self, outermost: list[AttributionRow]) -> list[Figure]:
        """How the chain of reports within reports is read; ``outermost`` ones stand in nobody's words."""
        inner = [(said, row) for said in gold.NESTED if (row := self._match(said)) is not None]
        alone = sum(row.inside is None for row in outermost)
        right = sum(self._inside_right(said, row) for said, row in inner)
        speaker = sum(self._speaker_right(said, row) for said, row in inner)
        total, here, all_ = len(gold.NESTED), max(1, len(inner)), len(outermost)
        return [
            Figure("reports within reports found", len(inner) / total, 0.9, 0.9, f"{len(inner)} of {total}"),
            Figure("inside the right one, of those found", right / here, 0.9, 0.95, f"{right} of {here}"),
            Figure("speaker right within, of those found", speaker / here, 0.9, 0.95, f"{speaker} of {here}"),
            Figure("outermost ones inside no other", alone / max(1, all_), 0.98, 0.98, f"{alone} of {all_}"),
        ]

    def relations(self) -> list[Figure]:
        sides = sum(len(d.sides) for d in gold.DISPUTES)
        best = [self._sides_found(d) for d in gold.DISPUTES]
        both = sum(affirm > 0 and deny > 0 for affirm, deny in best)
        placed = sum(affirm + deny for affirm, deny in best)
        rests = sum(self._rests(r) for r in gold.RESTS)
        changed = sum(self._changed(name, words) for name, words in gold.CHANGED)
        merged = sum(self._one_entity(a, b) for a, b in gold.APART)
        mixed = sum(self._one_claim(a, b) for a, b in gold.CLAIMS_APART)
        return [
            Figure("disputes with both sides", both / len(best), 1.0, 1.0, f"{both} of {len(best)}"),
            Figure("accounts on their side", placed / sides, 0.88, 0.9, f"{placed} of {sides}"),
            Figure("reports traced to what they rest on", rests / len(gold.RESTS), 1.0, 1.0, f"{rests}"),
            Figure("changed accounts seen", changed / len(gold.CHANGED), 1.0, 1.0, f"{changed}"),
            Figure("names wrongly joined", merged, 0, 0, lower=True),
            Figure("claims wrongly joined", mixed, 0, 0, lower=True),
        ]

    def _article(self, page: str, position: int) -> ArticleRow | None:
        return self.by_place.get((page, position))

    def _whole(self, piece: gold.Piece, article: ArticleRow) -> bool:
        text = plain(article.text)
        return text.startswith(plain(piece.first)) and text.endswith(plain(piece.last))

    def _day(self, article: ArticleRow) -> str | None:
        if article.published is None or article.published.basis == "inferred":
            return None
        return article.published.value[:10]

    def _match(self, said: gold.Said) -> AttributionRow | None:
        """The attribution of that article whose content holds the words and whose cue meets the cue."""
        article = self._article(said.page, said.position)
        if article is None:
            return None
        words = plain(said.content)
        rows = [
            row
            for row in self.record.attributions
            if row.article == article.id and words[:40] in plain(_joined(row.content))
        ]
        with_cue = [row for row in rows if _meets(said.cue, row)]
        chosen = with_cue or [row for row in rows if self._speaker_right(said, row)]
        return min(chosen, key=lambda row: sum(e.end - e.start for e in row.content), default=None)

    def _speaker_right(self, said: gold.Said, row: AttributionRow) -> bool:
        name = self._speaker(row)
        if said.speaker is None:
            return name is None
        return name is not None and _like(said.speaker, name)

    def _inside_right(self, said: gold.Said, row: AttributionRow) -> bool:
        outer = self.by_id.get(row.inside or "")
        name = None if outer is None else self._speaker(outer)
        return name is not None and said.inside is not None and _like(said.inside, name)

    def _speaker(self, row: AttributionRow) -> str | None:
        return self.names.get(row.source.entity or "", row.source.name)

    def _sides_found(self, dispute: gold.Dispute) -> tuple[int, int]:
        """(affirming, denying) sides of the gold dispute that one disputed claim holds, at its best."""
        best = (0, 0)
        for claim in self.record.claims:
            if claim.status != "disputed":
                continue
            counts = {"affirms": 0, "denies": 0}
            flipped = {"affirms": 0, "denies": 0}
            other = {"affirms": "denies", "denies": "affirms"}
            for side in dispute.sides:
                for account in claim.accounts:
                    if self.page[account.article] != side.page or not _holds(account.evidence, side.words):
                        continue
                    position = str(account.position)
                    counts[side.position] += position == side.position
                    # A claim may be worded as the negation: then the sides change places together.
                    flipped[side.position] += position == other[side.position]
                    break
            for found in (counts, flipped):
                pair = (found["affirms"], found["denies"])
                best = max(best, pair, key=lambda p: (p[0] > 0 and p[1] > 0, sum(p)))
        return best

    def _rests(self, rests: gold.Rests) -> bool:
        for link in self.record.links:
            if self.page.get(link.source) != rests.page or str(link.kind) != "reports_from":
                continue
            name = self.names.get(link.to)
            if name is None:
                article = next((a for a in self.record.articles if a.id == link.to), None)
                name = (article.outlet if article else None) or ""
            if _like(rests.on, name):
                return True
        return False

    def _changed(self, name: str, words: str) -> bool:
        for claim in self.record.claims:
            mine = [a for a in claim.accounts if _like(name, self.names.get(a.voice or "", ""))]
            positions = {str(a.position) for a in mine}
            if {"affirms", "denies"} <= positions and words in plain(" ".join(_joined(a.evidence) for a in mine)):
                return True
        return False

    def _one_entity(self, one: str, other: str) -> bool:
        return any({one, other} <= set(entity.names) for entity in self.record.entities)

    def _one_claim(self, one: str, other: str) -> bool:
        return any(
            any(_holds(a.evidence, one) for a in claim.accounts)
            and any(_holds(a.evidence, other) for a in claim.accounts)
            for claim in self.record.claims
        )


def _joined(evidence: list[Evidence]) -> str:
    return " ".join(e.text for e in evidence)


def _holds(evidence: list[Evidence], words: str) -> bool:
    return plain(words)[:40] in plain(_joined(evidence))


def _meets(cue: str, row: AttributionRow) -> bool:
    mine = set(re.findall(r"\w+", cue.lower()))
    theirs = set(re.findall(r"\w+", " ".join([_joined(row.cue), _joined(row.source.evidence)]).lower()))
    return bool(mine & theirs)


def _like(wanted: str, name: str) -> bool:
    """Whether the one name holds the other's words."""
    mine, theirs = (set(re.findall(r"\w+", plain(x).lower())) - {"the", "a"} for x in (wanted, name))
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)
