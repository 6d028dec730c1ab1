"""Who a source is: the person, body or nameless someone that its words stand for."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.attribution.candidate import Candidate
from rashomon.attribution.lexicon import words
from rashomon.attribution.merge import head_of
from rashomon.attribution.naming_later import WHY, named_later
from rashomon.attribution.noun_sources import is_plural, kind_of
from rashomon.attribution.pronouns import GENDER, MANY, OURS, OWN, THING, Pronouns
from rashomon.attribution.roles import body_of, holder_of, is_definite, names_in_span
from rashomon.attribution.roster import Appearance, Roster
from rashomon.attribution.syntax import Syntax
from rashomon.attribution.together import is_group, joint, named_pair, with_others
from rashomon.attribution.turns import addressed_form, introduced
from rashomon.record import Named, SourceKind, Span, Speaker

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.GROUP, SourceKind.ANONYMOUS})
_STOPS = frozenset({",", "(", "–", "—", "―", "--", ";", ":"})
# "our side" is whoever says it and those with them.
_SIDES = frozenset({"side", "team", "camp", "group", "party", "delegation"})
# Words that stand for nobody whom a record could name.
_NO_NAME = frozenset({"you", "yourself", "some"})


class Speakers:
    """Resolves the sources of one text against its cast, in text order."""

    def __init__(
        self,
        s: Syntax,
        names: Sequence[Named],
        found: Sequence[Candidate],
        parents: Sequence[int | None],
        writer: str = "",
    ) -> None:
        self.s = s
        self.found = found
        self.writer = writer
        self.parents = parents
        self.roster = Roster(s, names)
        self.pronouns = Pronouns(s, self.roster)
        self._known: dict[int, Speaker | None] = {}
        self.introduced = introduced(s, self.roster, found)
        order = sorted(range(len(found)), key=lambda k: found[k].source[0].start if found[k].source else -1)
        for k in order:
            self.of(k)

    def of(self, k: int) -> Speaker | None:
        """Who speaks in candidate ``k``; None where the text names no source."""
        if k not in self._known:
            self._known[k] = None  # a source that leads back to itself stays unknown
            c = self.found[k]
            self._known[k] = self._resolve(k, c) if c.source else None
        return self._known[k]

    def name_of(self, head: int, span: Span) -> str:
        """The fullest name of whoever a phrase stands for, else its words; "him" stays "him", too few are plain."""
        token = self.s.tokens[head]
        if token.pos == "PRON":
            return self.s.words(span)
        return self._phrase(span, head, [span]).name

    def _resolve(self, k: int, c: Candidate) -> Speaker:
        span = c.source[0]
        head = head_of(self.s, c.source)
        low = self.s.tokens[head].text.lower()
        if low in _RELATIVE and self.s.tokens[head].pos in ("PRON", "DET", "SCONJ"):
            meant = self._antecedent(head, span)
            if meant is None or (low == "which" and meant.kind in _PEOPLE):  # people are not "which"
                return self._words(span, SourceKind.UNKNOWN)
            return meant
        if self.s.tokens[head].pos == "PRON" and low in GENDER.keys() | MANY | THING | OWN | OURS:
            return self._pronoun(k, c, head, low, span)
        own = self.s.tokens[self.s.first[head]]
        if self.s.lemma(head) in _SIDES and own.text.lower() in OWN | OURS and own.tag == "PRP$":
            return self._first_person(k, "our", span, head)
        if low in _NO_NAME and len(self.s.within(span)) == 1:
            kind = SourceKind.GROUP if low == "some" else SourceKind.UNKNOWN
            return Speaker("", kind, False, [span], "stands for nobody in particular")
        if c.frame == "turn" and self.s.words(span) in self.introduced:
            return self._named(self.introduced[self.s.words(span)], [span], "says so at a turn of this label")
        return self._phrase(span, head, [span])

    def _words(
        self, span: Span, kind: SourceKind, anonymous: bool = False, reason: str = "as the page has it"
    ) -> Speaker:
        return Speaker(_bare(self.s.words(span)), kind, anonymous, [span], reason)

    def _named(self, one: Appearance, evidence: list[Span], reason: str) -> Speaker:
        name = self.roster.names[one.who]
        if one.span not in evidence and not any(x.covers(one.span) for x in evidence):
            evidence = [*evidence, one.span]
        if self.roster.is_person(one.who):
            self.pronouns.spoke(one.who, self.s.token_at(evidence[0].start), evidence[0])
        return Speaker(name.name, SourceKind(name.kind.value), False, evidence, reason)

    def _antecedent(self, head: int, span: Span) -> Speaker | None:
        """Whom "who" or "which" stands for: the noun its clause hangs on."""
        verb = self.s.tokens[head].head
        for _ in range(4):
            token = self.s.tokens[verb]
            if token.dep == "relcl" and token.head != verb:
                noun = self._modified(token.head, head)
                if noun is None:
                    return None
                first, last = self.s.subtree(noun)
                core = self.s.span(first, max(noun, min(last, head - 1)))
                return self._phrase(core, noun, [span, core]) if core else None
            if token.head == verb or token.dep not in ("conj", "xcomp", "ccomp", "aux", "auxpass"):
                return None
            verb = token.head
        return None

    def _modified(self, noun: int, relative: int) -> int | None:
        """The noun a relative clause is about: all of "Roe and Lee, who told", and never a verb."""
        s = self.s
        if any(s.is_verb(i) or s.tokens[i].pos == "AUX" for i in range(noun, relative)):
            for i in range(relative - 1, max(noun, relative - 10), -1):
                token = s.tokens[i]
                plain = token.pos in ("NOUN", "PROPN") and token.ent not in ("DATE", "TIME")
                if plain and token.dep in ("pobj", "dobj", "attr", "nsubj", "conj", "appos"):
                    return i
            return None
        verb = s.tokens[relative].head
        one_only = s.tokens[verb].tag == "VBZ" or any(
            s.tokens[k].text.lower() in ("was", "is", "has") for k in s.kids[verb]
        )
        if (
            s.tokens[noun].dep == "conj"
            and s.tokens[relative - 1].text == ","
            and not one_only
            and noun in self.roster.at
        ):
            above = s.tokens[noun].head
            return above if above in self.roster.at else noun
        return noun

    def _phrase(self, span: Span, head: int, evidence: list[Span]) -> Speaker:
        """A noun phrase: a name, a name in apposition, an office someone holds, or its own words."""
        s = self.s
        tokens = [t.i for t in s.within(span)]
        inside = names_in_span(self.roster, tokens[0], tokens[-1]) if tokens else []
        pair = named_pair(s, self.roster, tokens, inside)
        if not pair and with_others(s, self.roster, head, tokens):
            spans = [*evidence, *(a.span for a in inside[:1])]
            return Speaker(_bare(s.words(span)), SourceKind.GROUP, False, spans, "several together")
        several = pair or joint(s, self.roster, head, inside)
        if len(several) > 1:
            names = [self.roster.names[a.who].name for a in several]
            name = ", ".join(names[:-1]) + " and " + names[-1]
            return Speaker(name, SourceKind.GROUP, False, [*evidence, *(a.span for a in several)], "named together")
        one = self._own_name(head, tokens, inside)
        if (
            one is not None
            and is_group(self.roster, one)
            and len(tokens) - (s.tokens[tokens[0]].text.lower() == "the") > 1
        ):
            kind = SourceKind.GROUP if is_plural(s, head) else SourceKind.UNKNOWN
            return Speaker(_bare(s.words(span)), kind, False, evidence, "as the page has it")
        if one is not None:
            return self._named(one, evidence, _why(self.roster.names[one.who], s.words(one.span)))
        by_surname = self._surname(head)
        if by_surname is not None:
            return self._named(by_surname, evidence, "same surname")
        held = holder_of(s, self.roster, head) if is_definite(s, head) else None
        held = held or (body_of(s, self.roster, head) if is_definite(s, head) else None)
        if held is not None:
            return self._named(held[0], evidence, held[1])
        later = named_later(s, self.roster, head, self.found)
        if later is not None:
            return self._named(later, evidence, WHY)
        if addressed_form(s.words(span)) or self._reads_like_a_person(tokens):
            return Speaker(_bare(s.words(span)), SourceKind.PERSON, False, evidence, "reads like a name")
        while head + 1 in tokens and s.tokens[head + 1].pos in ("NOUN", "PROPN"):
            head += 1  # a headline's "Senate Republicans", of which the parser took the first for the head
        kind, anonymous = kind_of(s, head)
        return Speaker(_bare(s.words(span)), kind, anonymous, evidence, "as the page has it")

    def _surname(self, head: int) -> Appearance | None:
        """The one person whose surname stands here without the parser's having seen a name."""
        token = self.s.tokens[head]
        if token.text[0].islower() or token.pos not in ("PROPN", "NOUN") or self.s.child(head, "compound") is not None:
            return None
        word = token.text.lower()
        fitting = {a.who: a for a in self.roster.appearances if self.roster.is_person(a.who)}
        owners = [a for who, a in fitting.items() if self.roster.names[who].name.split()[-1].lower() == word]
        return owners[0] if len(owners) == 1 and len(word) > 2 else None

    def _reads_like_a_person(self, tokens: list[int]) -> bool:
        own = [self.s.tokens[i] for i in tokens]
        names = 2 <= len(own) <= 4 and all(t.pos == "PROPN" and t.text[0].isupper() for t in own)
        return names and own[0].text.lower() in words("male_names") | words("female_names")

    def _own_name(self, head: int, tokens: list[int], inside: list[Appearance]) -> Appearance | None:
        """The mention that the whole phrase is about."""
        lead = self.roster.at.get(tokens[0]) if tokens else None
        if lead is not None and lead.last + 1 in tokens and self.roster.is_person(lead.who):
            after = self.s.tokens[lead.last + 1]
            if after.text in _STOPS or after.tag == "WP":
                return lead  # "Roe — who ...", "Roe, ..."
        if lead is not None and lead.first == tokens[0] and self._described(lead, tokens):
            return lead  # "Elmline, the company that runs the ferry"
        at = self.roster.at.get(head)
        if tokens and self.s.lemma(head) in words("titles"):
            held = self._after_title(tokens, inside)
            if held is not None:
                return held
        one = self._after_comma(head, tokens)
        if one is not None:
            return one
        core_end = tokens[-1] if tokens else head
        if at is not None and self._describes(at, tokens):
            at = None  # "Senate Republicans" are not the Senate
            held = self._after_title(tokens, inside)
            if held is not None and self.s.tokens[held.first - 1].text.lower() in words("titles"):
                return held  # "Drivers' Union President Ann Roe"
        if at is not None and head in tokens and not (self.roster.possessive(at) and at.last + 1 < core_end):
            return at
        for i in tokens:
            if self.s.tokens[i].text in _STOPS or (self.s.tokens[i].pos == "ADP" and i > head):
                core_end = i - 1
                break
        for one in inside:
            person = self.roster.is_person(one.who)
            if person and one.last == core_end and not self.roster.possessive(one):
                return one
            token = self.s.tokens[one.head]
            if person and token.dep == "appos" and token.head == head:
                return one
        return None

    def _described(self, one: Appearance, tokens: list[int]) -> bool:
        """Whether a comma and a description with an article follow the mention."""
        comma = one.last + 1
        if comma + 1 not in tokens or self.s.tokens[comma].text != "," or is_group(self.roster, one):
            return False
        return self.s.tokens[comma + 1].text.lower() in ("the", "a", "an", "which")

    def _describes(self, one: Appearance, tokens: list[int]) -> bool:
        """Whether the mention only describes the noun after it."""
        after = one.last + 1
        if after not in tokens:
            return False
        token = self.s.tokens[after]
        return token.pos in ("NOUN", "PROPN") and token.start - one.span.end <= 1 and token.ent not in ("DATE", "TIME")

    def _after_comma(self, head: int, tokens: list[int]) -> Appearance | None:
        """The name in "the aide, Ann Lee, who ..."."""
        if not tokens or self.s.tokens[head].pos != "NOUN" or self.s.tokens[head].tag != "NN":
            return None
        comma = next((i for i in tokens if self.s.tokens[i].text == ","), None)
        if comma is None or comma != head + 1:
            return None
        one = self.roster.at.get(comma + 1)
        after = None if one is None else one.last + 1
        ends = after is None or after > tokens[-1] or self.s.tokens[after].text in _STOPS
        return one if one is not None and one.first == comma + 1 and self.roster.is_person(one.who) and ends else None

    def _after_title(self, tokens: list[int], inside: list[Appearance]) -> Appearance | None:
        """The person whose name ends "chairman of the House committee Rep. Ann Lee"."""
        end = next((i - 1 for i in tokens if self.s.tokens[i].text in _STOPS), tokens[-1])
        for one in inside:
            before = self.s.tokens[one.first - 1] if one.first else None
            alone = before is not None and before.pos in ("NOUN", "PROPN") and before.i in tokens
            if self.roster.is_person(one.who) and one.last == end and alone and not self.roster.possessive(one):
                return one
        return None

    def _pronoun(self, k: int, c: Candidate, head: int, low: str, span: Span) -> Speaker:
        if low in OWN or low in OURS:
            return self._first_person(k, low, span, head)
        if low in GENDER:
            found = self.pronouns.person(head, c)
            if found is None and (teller := self._teller(k, head, low)) is not None:
                return Speaker(
                    teller.name,
                    teller.kind,
                    teller.anonymous,
                    [span, *teller.evidence],
                    "the one whose words tell of them",
                )
            if found is None:
                return self._words(span, SourceKind.UNKNOWN, reason="nobody near fits it alone")
            seen, why = found
            self.pronouns.spoke(seen.who, head, span)
            name = self.roster.names[seen.who]
            return Speaker(name.name, SourceKind(name.kind.value), False, [span, seen.span], why)
        if low == "it" and self.s.tokens[head].dep in ("nsubjpass", "expl"):
            return self._words(span, SourceKind.UNKNOWN, reason="an impersonal it")
        subject = self.pronouns.plural_or_thing(head)
        phrase = self.s.phrase(subject) if subject is not None else None
        if subject is None or phrase is None or phrase.overlaps(span):
            return self._words(span, SourceKind.GROUP if low in MANY else SourceKind.UNKNOWN)
        meant = self._phrase(phrase, subject, [span, phrase])
        told = (SourceKind.DOCUMENT, SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.PLACE)
        if meant.kind is SourceKind.PERSON or (
            low == "it" and meant.kind not in told
        ):  # neither "it" nor "they" is one person
            return self._words(span, SourceKind.UNKNOWN)
        return meant

    def _teller(self, k: int, head: int, low: str) -> Speaker | None:
        """Who says that "he" did something, where the sentence has named nobody else whom it could mean."""
        parent = self.parents[k]
        if parent is None or self.s.quote[head] >= 0 or self.s.tokens[head].dep not in ("nsubj", "nsubjpass"):
            return None
        outer = self.found[parent]
        if outer.subject is None or self.s.tokens[outer.head].sent != self.s.tokens[head].sent:
            return None
        speaker = self.of(parent)
        if speaker is None or not speaker.name or speaker.kind not in (SourceKind.PERSON, SourceKind.UNKNOWN):
            return None
        if self.s.tokens[outer.subject].pos == "PRON" or self.s.tokens[outer.subject].tag in ("NNS", "NNPS"):
            return None
        first, _ = self.s.sentence(head)
        for one in self.roster.appearances:
            if not first <= one.first < head or not self.roster.is_person(one.who):
                continue
            mine = self.roster.names[one.who].name == speaker.name
            gender = self.roster.genders[one.who]
            if (mine and gender not in ("", GENDER[low])) or (not mine and gender in ("", GENDER[low])):
                return None
        return speaker

    def _first_person(self, k: int, low: str, span: Span, head: int) -> Speaker:
        """ "I" and "we" are whoever is being quoted, or the writer; the pronoun is never a name."""
        parent = self.parents[k]
        if parent is None:
            quoted = self.s.quote[head] >= 0 and self.s.quotes[self.s.quote[head]].speech
            if quoted:
                return Speaker("", SourceKind.UNKNOWN, False, [span], "whoever is quoted here")
            name = self.writer if low in OWN else ""
            why = "signed by one author" if name else "the writer's own voice"
            return Speaker(name, SourceKind.WRITER, False, [span], why)
        speaker = self.of(parent)
        if speaker is None:
            return Speaker("", SourceKind.UNKNOWN, False, [span], "quoted without a source")
        why = "the one who is quoted, with others" if low in OURS else "the one who is quoted"
        return Speaker(speaker.name, speaker.kind, speaker.anonymous, [span, *speaker.evidence], why)


def _bare(text: str) -> str:
    """Words without the marks and punctuation around them."""
    return text.strip("\"“”'‘’,;: ")


def _why(name: Named, words: str) -> str:
    if words == name.name:
        return "named in full" if " " in words else "named"
    return "same surname" if name.kind.value == "person" else "a short form of the name"
