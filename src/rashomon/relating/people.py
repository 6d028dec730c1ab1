"""The entities of the record, and who a name, a span or a speaker in an article stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from rashomon.naming import Cluster, Use
from rashomon.naming.fold import fold
from rashomon.record import Attribution, Entity, EntityKind, SourceKind, Span
from rashomon.relating.affiliation import nation_of
from rashomon.relating.gist import KINDS
from rashomon.relating.ids import short
from rashomon.relating.pile import Pile, Told
from rashomon.relating.worked import digest, encoded


class People:
    """Every entity of the story, with three ways to ask who is meant."""

    def __init__(self, entities: list[Entity], clusters: list[Cluster]) -> None:
        self.entities = entities
        self.kind = {entity.id: entity.kind for entity in entities}
        self.name = {entity.id: entity.name for entity in entities}
        self._forms: dict[str, dict[str, str]] = defaultdict(dict)
        self._mentions: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        self._by_name: dict[str, set[str]] = defaultdict(set)
        for entity, cluster in zip(entities, clusters, strict=True):
            for use in cluster.uses:
                for form in (use.named.name, *use.named.names):
                    self._forms[use.article].setdefault(fold(form), entity.id)
            for form in (entity.name, *entity.names):
                self._by_name[fold(form)].add(entity.id)
            for mention in entity.mentions:
                self._mentions[mention.article].append((Span(mention.start, mention.end), entity.id))
        for mentions in self._mentions.values():
            mentions.sort()
        self.nation: dict[str, str] = {}

    def learn_nations(self, pile: Pile, clusters: Sequence[Cluster]) -> None:
        """Notes which nation each entity stands for, by its name, its titles and the words before it."""
        beside = {told.id: told.gist.nations for told in pile.told}
        for entity, cluster in zip(self.entities, clusters, strict=True):
            nation = nation_of(cluster, beside)
            if nation is not None:
                self.nation[entity.id] = nation

    def named(self, article: str, name: str) -> str | None:
        """The entity that an article calls by this name."""
        return self._forms[article].get(fold(name))

    def anywhere(self, name: str) -> str | None:
        """The one entity of the story that bears this name; None where none or several do."""
        found = self._by_name.get(fold(name), set())
        return next(iter(found)) if len(found) == 1 else None

    def within(self, article: str, span: Span) -> list[tuple[Span, str]]:
        """The mentions that stand inside the span, in order."""
        mentions = self._mentions.get(article, [])
        out = []
        for k in range(bisect_left(mentions, (Span(span.start, 0), "")), len(mentions)):
            place, entity = mentions[k]
            if place.start >= span.end:
                break
            if place.end <= span.end:
                out.append((place, entity))
        return out

    def seen_from(self, told: Told) -> bytes:
        """A digest of all that an article can learn here: who its names are, and whom it could ask for elsewhere."""
        forms, mentions = self._forms.get(told.id, {}), self._mentions.get(told.id, [])
        asked = [self.anywhere(name) for name in told.gist.asked]
        whom = sorted({*forms.values(), *(entity for entity in asked if entity is not None)})
        about = [(entity, self.name[entity], self.kind[entity], self.nation.get(entity)) for entity in whom]
        return digest(encoded((sorted(forms.items()), [(m.start, m.end, e) for m, e in mentions], asked, about)))

    def speaker(self, article: str, attribution: Attribution) -> str | None:
        """The entity behind an attribution; None for anonymous and unknown sources and for the writer."""
        who = attribution.speaker
        if who is None or who.anonymous or who.kind not in {*KINDS, SourceKind.UNKNOWN}:
            return None
        found = self.named(article, who.name)
        if found is not None:
            return found
        if who.kind is SourceKind.UNKNOWN and who.name[:1].isupper():
            known = self.anywhere(who.name)
            return known if known is not None and self.kind[known] is not EntityKind.PERSON else None
        for span in who.evidence:
            inside = self.within(article, span)
            if len({entity for _, entity in inside}) == 1 and inside[0][0] == span:
                return inside[0][1]
        return None


def uses_of(pile: Pile) -> list[Use]:
    """Every name of every article."""
    return [Use(told.id, named) for told in pile.told for named in told.gist.names]


def people_of(pile: Pile, clusters: list[Cluster]) -> People:
    """The entities made of the clusters."""
    told = pile.by_id()
    taken: Counter[str] = Counter()
    entities = []
    for cluster in clusters:
        mentions = sorted({told[use.article].evidence(span) for use in cluster.uses for span in use.named.mentions})
        identity = short("e", cluster.kind, cluster.name)
        taken[identity] += 1
        if taken[identity] > 1:
            first = mentions[0]
            identity = short("e", cluster.kind, cluster.name, first.article, str(first.start))
        entities.append(
            Entity(identity, cluster.name, cluster.kind, cluster.names, mentions, [str(join) for join in cluster.joins])
        )
    people = People(entities, clusters)
    people.learn_nations(pile, clusters)
    return people
