"""Who appears in an article: every name with its forms, its titles and where each of them stands."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from rashomon.attribution.headline_names import apart
from rashomon.attribution.lexicon import words
from rashomon.attribution.mentions import PARTICLES, Mention, joined, mentions_in
from rashomon.language.parse import Parse
from rashomon.record import EntityKind, Named, Span

_SUFFIX = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_PERSON = EntityKind.PERSON


@dataclass(slots=True)
class _Someone:
    """One person, body or place while its mentions are gathered."""

    kind: EntityKind
    mentions: list[Mention] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    key: list[str] = field(default_factory=list)
    relative: bool = False

    def add(self, mention: Mention) -> None:
        """Takes one more mention; ``key`` stays the words of the fullest one."""
        self.mentions.append(mention)
        self.relative = self.relative or mention.relative
        words_of = key(mention.text)
        if len(words_of) > len(self.key):
            self.key = words_of

    @property
    def name(self) -> str:
        """The fullest form; of equally full ones the most frequent, then the first."""
        forms = Counter(plain(m.text) for m in self.mentions)
        return max(forms, key=lambda form: (len(form.split()), forms[form]))  # of equals, max takes the first


def cast(parse: Parse) -> list[Named]:
    """Everyone and everything named, in order of first mention; a surname alone is its full name's where one fits."""
    found = apart(parse, mentions_in(parse))
    people = _people([m for m in found if m.kind is _PERSON])
    surnames = {part for p in people for part in p.key}
    others = [m for m in found if m.kind is not _PERSON]
    stray = [m for m in others if len(m.parts) == 1 and m.text.lower() in surnames and _joins(m, people)]
    stray += _unlabelled(parse, found, people)
    for m in sorted(stray, key=lambda m: m.first):
        _place(replace(m, kind=_PERSON), people)
    strays = {m.first for m in stray}
    bodies = _bodies([m for m in others if m.first not in strays] + _told_bodies(parse, found))
    for person in people:
        person.titles += _titles_after(parse, person)
    everyone = [*people, *bodies]
    for one in everyone:
        one.mentions.sort(key=lambda m: m.first)
    everyone.sort(key=lambda one: (one.mentions[0].first, one.name))
    return [_named(one) for one in everyone]


def _named(one: _Someone) -> Named:
    forms = list(dict.fromkeys(plain(m.text) for m in one.mentions))
    titles = list(dict.fromkeys(t for t in [*(m.title for m in one.mentions), *one.titles] if t))
    return Named(one.name, one.kind, forms, titles, [m.span for m in one.mentions])


def plain(text: str) -> str:
    """A name as it is filed: capitals of a transcript ("WALLACE") written as a name, no leading article."""
    parts = [w.capitalize() if w.isupper() and len(w) > 4 and w.isalpha() else w for w in text.split()]
    return " ".join(parts).strip(" ,")


def key(name: str) -> list[str]:
    """The words by which names are compared: lower case, no initials, no suffix, no quoted nickname."""
    low = [w.strip("\"“”'‘’,()").lower() for w in name.replace("-", " ").split()]
    kept = [w for w in low if w and w not in _SUFFIX]
    core = [w for k, w in enumerate(kept) if k == 0 or not re.fullmatch(r"\w\.?", w)]
    return core or kept or low


def _people(mentions: list[Mention]) -> list[_Someone]:
    """Full names first, so that a surname finds its owner wherever it stands."""
    singles = Counter(key(m.text)[0] for m in mentions if len(key(m.text)) == 1)
    ends = Counter(key(m.text)[-1] for m in mentions if len(key(m.text)) > 1)
    mentions = [one for m in mentions for one in (_halves(m) if _is_two_people(m, singles, ends) else [m])]
    full = [m for m in mentions if len(key(m.text)) > 1]
    counted = Counter(tuple(key(m.text)) for m in full)
    people: list[_Someone] = []
    for m in full:
        _place_full(m, people, counted)
    # Titled ones first: they tell who of a family is meant by the bare surname.
    single = [m for m in mentions if len(key(m.text)) == 1]
    for m in sorted(single, key=lambda m: not m.title):
        _place(m, people)
    return people


def _halves(m: Mention) -> list[Mention]:
    """The two names of which the parser made one."""
    one, other = m.parts[0], m.parts[-1]
    if m.last != m.first + 1:
        return []
    start, end = m.span.start, m.span.end
    return [
        replace(m, last=m.first, text=one, span=Span(start, start + len(one))),
        replace(m, first=m.last, text=other, span=Span(end - len(other), end), title=""),
    ]


def _is_two_people(m: Mention, singles: Counter[str], ends: Counter[str]) -> bool:
    """ "Roe Lee" where both are surnames that the article uses alone: the parser ran two names together."""
    parts = key(m.text)
    given = words("male_names") | words("female_names")
    if len(parts) != 2 or len(m.parts) != 2 or parts[0] in given:
        return False
    if singles[parts[0]] > 1 and singles[parts[1]] > 0:
        return True
    return ends[parts[0]] > 0 and (ends[parts[1]] > 1 or singles[parts[1]] > 0)


def _new(m: Mention) -> _Someone:
    one = _Someone(m.kind)
    one.add(m)
    return one


def _place_full(m: Mention, people: list[_Someone], counted: Counter[tuple[str, ...]]) -> None:
    mine = key(m.text)
    for cut in range(1, len(mine) - 1):
        if mine[cut] not in PARTICLES and counted[tuple(mine[cut:])] >= counted[tuple(mine)]:
            mine = mine[cut:]
            parts = m.text.split()[-len(mine) :]
            text = " ".join(parts)
            m = replace(m, text=text, span=Span(m.span.end - len(text), m.span.end))
            break
    for person in people:
        theirs = person.key
        tail = mine[0] in PARTICLES or theirs[0] in PARTICLES  # "van der Roe" for "Ann van der Roe"
        same = _same_first(theirs[0], mine[0]) or (
            tail and (theirs[-len(mine) :] == mine or mine[-len(theirs) :] == theirs)
        )
        if len(theirs) > 1 and theirs[-1] == mine[-1] and same:
            person.add(m)
            return
    people.append(_new(m))


def _same_first(one: str, other: str) -> bool:
    a, b = one.rstrip("."), other.rstrip(".")
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])


def _joins(m: Mention, people: list[_Someone]) -> bool:
    """Whether a word the parser took for a body or place is a person's name of this article."""
    word = m.text.lower()
    return any(word in (p.key[-1], p.key[0]) and (len(p.key) > 1 or len(p.mentions) > 1) for p in people)


def _place(m: Mention, people: list[_Someone]) -> None:
    """A single word goes to the person whose surname it is, else first name; with several, to the one meant."""
    word = key(m.text)[-1]
    by_last = [p for p in people if p.key[-1] == word]
    by_first = [p for p in people if len(p.key) > 1 and p.key[0] == word]
    inner = [p for p in people if word in p.key[1:-1]]
    fitting = [p for p in by_last or by_first or inner if len(p.key) > 1 and _may_be(m, p)]
    bare = [p for p in by_last if len(p.key) == 1]
    if all(p.relative for p in fitting) and (m.title or bare):
        fitting = []  # "Mr. Roe" beside "Roe's daughter Ann Roe" is somebody else
    chosen = fitting[0] if len(fitting) == 1 else _meant(m, fitting) if fitting else None
    chosen = chosen or (bare[0] if bare else None)
    if chosen is None:
        people.append(_new(m))
    else:
        chosen.add(m)


def _may_be(m: Mention, person: _Someone) -> bool:
    """Not "Mr. Roe" for Ann Roe, nor for Tamsin Roe who is named only later."""
    gender = gender_of_title(m.title)
    theirs = gender_of(person.name, [x.title for x in person.mentions])
    if gender and theirs:
        return gender == theirs
    # A hyphenated name is two words by which it is compared, and still one part.
    full = min(x.first for x in person.mentions if len(x.parts) > 1 or len(person.key) > 1)
    return bool(theirs) or not gender or full < m.first


def _meant(m: Mention, fitting: list[_Someone]) -> _Someone | None:
    """Of a family, the one whose gender the title tells, who leads the article, or who was just named in full."""
    gender = gender_of_title(m.title)
    if gender:
        fitting = [p for p in fitting if gender_of(p.name, [x.title for x in p.mentions]) in (gender, "")] or fitting
    counts = {id(p): sum(len(x.parts) > 1 for x in p.mentions) for p in fitting}
    ranked = sorted(fitting, key=lambda p: -counts[id(p)])
    if len(ranked) == 1 or counts[id(ranked[0])] >= 2 * counts[id(ranked[1])]:
        return ranked[0]
    before = [(x.last, k) for k, p in enumerate(fitting) for x in p.mentions if x.last < m.first and len(x.parts) > 1]
    if not before:
        return None
    nearest, k = max(before)
    if any(m.first - last < 150 for last, j in before if j != k):
        return None  # a family told of side by side
    return fitting[k] if m.first - nearest < 150 else None


def gender_of_title(title: str) -> str:
    """ "f", "m", or "" where the title does not tell."""
    low = set(title.lower().split())
    if low & words("female_titles"):
        return "f"
    return "m" if low & words("male_titles") else ""


def gender_of(name: str, titles: list[str]) -> str:
    """ "f" or "m" as titles or a given name tell, "" where they do not."""
    for title in titles:
        told = gender_of_title(title)
        if told:
            return told
    first = key(name)[0].rstrip(".")
    if len(key(name)) < 2:
        return ""
    woman, man = first in words("female_names"), first in words("male_names")
    return "" if woman == man else "f" if woman else "m"


def _unlabelled(parse: Parse, found: list[Mention], people: list[_Someone]) -> list[Mention]:
    """Surnames of known people that the parser left without a label."""
    taken = {i for m in found for i in range(m.first, m.last + 1)}
    last = {p.key[-1] for p in people}
    out = []
    for token in parse.tokens:
        if token.i in taken or token.text.lower() not in last or not token.text[0].isupper():
            continue
        if token.i and parse.tokens[token.i - 1].text == "The":
            continue  # a paper rather than a man
        if token.pos != "PROPN" and not (
            token.pos == "NOUN" and token.dep in ("nsubj", "nsubjpass", "ROOT") and len(token.text) > 4
        ):
            continue
        if token.ent and token.ent not in ("PERSON", "ORG", "GPE", "NORP"):
            continue
        neighbours = [token.i - 1, token.i + 1]
        if any(
            0 <= k < len(parse.tokens) and parse.tokens[k].tag == "NNP" and parse.tokens[k].head == token.i
            for k in neighbours
        ):
            continue
        if token.dep == "compound":
            continue
        out.append(Mention(token.i, token.i, Span(token.start, token.end), token.text, _PERSON))
    return out


def _told_bodies(parse: Parse, found: list[Mention]) -> list[Mention]:
    """Names without a label that the article itself calls a body: "Elmline, the company that runs the ferry"."""
    tokens = parse.tokens
    taken = {i for m in found for i in range(m.first, m.last + 1)}
    kinds = words("organisation_words")

    def told(i: int) -> bool:
        after = [t.text.lower() for t in tokens[i + 1 : i + 4]]
        return len(after) == 3 and after[0] == "," and after[1] in ("the", "a", "an") and after[2] in kinds

    free = [
        t
        for t in tokens
        if t.i not in taken and not t.ent and t.text.istitle() and t.text.isalpha() and t.pos in ("PROPN", "NOUN")
    ]
    names = {
        t.text for t in free if t.tag in ("NNP", "NN") and told(t.i) and not (t.i and tokens[t.i - 1].tag == "NNP")
    }
    return [Mention(t.i, t.i, Span(t.start, t.end), t.text, EntityKind.ORGANISATION) for t in free if t.text in names]


def _bodies(mentions: list[Mention]) -> list[_Someone]:
    """Organisations, outlets, places, groups and documents, each with its short forms."""
    out: list[_Someone] = []
    by_key: dict[str, _Someone] = {}
    for m in sorted(mentions, key=lambda m: -len(m.parts)):
        label = _body_key(m.text)
        one = by_key.get(label) or _longer(m, out)
        if one is None:
            one = by_key[label] = _Someone(m.kind)
            out.append(one)
        by_key.setdefault(label, one)
        one.add(m)
    for one in out:
        one.kind = Counter(m.kind for m in one.mentions).most_common(1)[0][0]
    return out


def _body_key(text: str) -> str:
    return text.lower().replace(".", "").removeprefix("the ").strip()


def _longer(m: Mention, out: list[_Someone]) -> _Someone | None:
    """The one longer name that this short one stands for: its initials, or the last word of an outlet's name."""
    fitting = []
    for one in out:
        if len(one.key) < 2:
            continue
        name = one.name
        initials = "".join(w[0] for w in re.split(r"[\s-]+", name) if w[:1].isupper())
        short = m.text.replace(".", "")
        if (len(short) > 1 and short.isupper() and initials.upper() == short) or (
            one.kind is EntityKind.OUTLET
            and m.kind is EntityKind.OUTLET
            and name.lower().endswith(" " + m.text.lower())
        ):
            fitting.append(one)
    return fitting[0] if len(fitting) == 1 else None


def _titles_after(parse: Parse, person: _Someone) -> list[str]:
    """Offices that stand after the name: "Ann Lee, the ambassador to Peru,", "Ann Lee, who was mayor of Elm,"."""
    tokens = parse.tokens
    out: list[str] = []
    for m in person.mentions:
        if len(m.parts) == 1:
            continue
        i = m.last + 1
        if i >= len(tokens) or tokens[i].text != ",":
            continue
        i += 1
        while i < len(tokens) and tokens[i].text.lower() in (
            "who",
            "is",
            "was",
            "the",
            "a",
            "an",
            "has",
            "been",
            "then",
        ):
            i += 1
        start = i
        while (
            i < len(tokens)
            and i - start < 8
            and tokens[i].text not in (",", ".", ";", "—", "–")
            and not tokens[i].text.isspace()
        ):
            if tokens[i].pos in ("VERB", "AUX", "SCONJ") or tokens[i].tag in ("WP", "WDT"):
                break
            i += 1
        run = tokens[start:i]
        while run and run[-1].pos in ("ADP", "DET", "CCONJ"):
            run = run[:-1]
        if run and any(t.text.lower() in words("titles") for t in run):
            out.append(joined(tokens, run[0].i, run[-1].i))
    return out
