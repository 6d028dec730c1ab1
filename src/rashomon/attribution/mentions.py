"""Where an article names someone: the parser's entities cleaned of what is no name, with the titles beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.attribution.lexicon import listed, words
from rashomon.language.parse import Parse, Token
from rashomon.record import EntityKind, Span

_KINDS = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "NORP": EntityKind.GROUP,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
    "WORK_OF_ART": EntityKind.DOCUMENT,
    "LAW": EntityKind.DOCUMENT,
}
_STRANGE = re.compile(r"[=<>@#_/\\|{}\[\]]|https?:|\d{3}")
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*$")
_POSSESSIVE = ("'s", "’s", "'", "’")
_BEFORE_SURNAME = frozenset({"de", "der", "den", "van", "von", "del", "della", "di", "da", "bin", "ibn", "al"})
_FAMILY = listed(
    "daughter daughters son sons wife husband mother father brother sister niece nephew widow cousin uncle aunt"
)
_HEADLINE_VERBS = listed(
    "says tells calls vows denies defends urges warns slams blasts wants asks claims announces admits"
)
_LINKS = frozenset({"-", "‐", "'s", "’s", "of", "to", "for", "at", "the", "time"})
_LOOSE = frozenset("\"“”‘’'`.,;:()[]–—-…*•!?")
# A name between its first and last word may hold these in lower case.
PARTICLES = listed("de der den del della di da das dos du la le el al bin ibn van von zu y e of the and for in on &")


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``first`` to ``last`` name someone; ``title`` is the words of office before them, "" for none.

    ``relative`` says that the words around make them somebody's daughter, husband ...
    """

    first: int
    last: int
    span: Span
    text: str
    kind: EntityKind
    title: str = ""
    relative: bool = False

    @property
    def parts(self) -> list[str]:
        return self.text.split()


def mentions_in(parse: Parse) -> list[Mention]:
    """Every mention the parser's entities and title patterns give, in text order, none overlapping."""
    out: list[Mention] = []
    taken = -1
    for first, last, label in _stretches(parse.tokens):
        mention = _mention(parse, first, last, label)
        if mention is not None and mention.first > taken:
            out.append(mention)
            taken = mention.last
    return out


def _stretches(tokens: list[Token]) -> Iterator[tuple[int, int, str]]:
    """Entity runs, and runs of capitalised words after a title that the parser gave no label."""
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if token.ent in _KINDS:
            j = i + 1
            while j < len(tokens) and tokens[j].ent == token.ent and not tokens[j].ent_start:
                j += 1
            yield from _lines(tokens, i, j - 1, token.ent)
            i = j
        elif not token.ent and token.tag in ("NNP", "NNPS") and i and _follows_title(tokens, i):
            j = i + 1
            while j < len(tokens) and tokens[j].tag == "NNP" and not tokens[j].ent:
                j += 1
            yield i, j - 1, "PERSON"
            i = j
        else:
            i += 1


def _follows_title(tokens: list[Token], i: int) -> bool:
    before = tokens[i - 1]
    own = tokens[i].text.lower()
    return (
        before.text[0].isupper()
        and before.text.lower() in words("titles")
        and own not in words("titles")
        and own not in words("title_parts")
        and tokens[i].end - tokens[i].start > 2
    )


def _lines(tokens: list[Token], first: int, last: int, label: str) -> Iterator[tuple[int, int, str]]:
    """A run cut at line breaks."""
    start = first
    for i in range(first, last + 1):
        if tokens[i].text.isspace():
            if i > start:
                yield start, i - 1, label
            start = i + 1
    if start <= last:
        yield start, last, label


def _mention(parse: Parse, first: int, last: int, label: str) -> Mention | None:
    tokens = parse.tokens
    person = label == "PERSON"
    while first <= last and _leads(tokens[first], person and first < last):  # "Mr. King" keeps its King
        first += 1
    while last >= first and (tokens[last].text in _POSSESSIVE or tokens[last].text in _LOOSE):
        last -= 1
    while last > first and tokens[last].text.lower() in _HEADLINE_VERBS:
        last -= 1  # "Roe Tells" of a headline in capitals
    if first > last:
        return None
    while person and first and tokens[first].text in _BEFORE_SURNAME and tokens[first - 1].tag == "NNP":
        first -= 1  # "Lambert van der Roe", of which the parser took the end
    if person and first == last and _has_given_name(tokens, first):
        first -= 1  # "Dorte Ravn", of which it took the surname
    end = tokens[last].end
    text = " ".join(parse.text[tokens[first].start : end].split())
    for mark in ("'s", "’s"):
        if text.endswith(mark):
            text, end = text[:-2], end - 2
    if not _is_name(tokens, first, last, text, label) or _is_address(tokens, last):
        return None
    if first == last and label in ("PERSON", "ORG", "FAC", "LOC", "GPE") and _is_paper(tokens, first):
        start = tokens[first - 1].start  # "The Hill" is a paper, "Hill" a person
        return Mention(first - 1, last, Span(start, end), f"{tokens[first - 1].text} {text}", EntityKind.OUTLET)
    if person and first == last and _is_post(tokens, first):
        return Mention(first, last, Span(tokens[first].start, end), text, EntityKind.PLACE)
    title = _title_before(tokens, first) if person else ""
    relative = person and last > first and _is_relative(tokens, first, last)
    return Mention(first, last, Span(tokens[first].start, end), text, _kind(text, label), title, relative)


def _is_address(tokens: list[Token], last: int) -> bool:
    """Whether the name goes on as the name of a site: "Hill.TV"."""
    after = tokens[last + 1 : last + 3]
    joined_on = len(after) == 2 and after[0].start == tokens[last].end and after[1].start == after[0].end
    return joined_on and after[0].text == "." and after[1].text.isalpha()


def _is_post(tokens: list[Token], i: int) -> bool:
    """Whether one word is where an office is held: "the harbour master of Elm", "the mayor of Elm"."""
    if i < 3 or tokens[i - 1].text.lower() != "of" or tokens[i - 2].pos != "NOUN":
        return False
    office = tokens[i - 2].text.lower()
    return office in words("titles") or office == "master"


def _is_paper(tokens: list[Token], i: int) -> bool:
    """Whether one word after a capital "The" is a paper: "according to The Hill", "The Hill's Ann Lee"."""
    if not i or tokens[i - 1].text != "The" or not tokens[i].text[0].isupper():
        return False
    if tokens[i].text.lower() in (words("outlet_words") | words("organisation_words")) - {"hill"}:
        return False
    before = " ".join(t.text.lower() for t in tokens[max(0, i - 3) : i - 1])
    after = tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    named = after.text in ("'s", "’s") and i + 2 < len(tokens) and tokens[i + 2].ent == "PERSON"
    return before.endswith(("according to", "told")) or after.lemma.lower() == "report" or named


def _has_given_name(tokens: list[Token], i: int) -> bool:
    """Whether the word before a lone surname belongs to the name: capitalised, bound to it, neither title nor body."""
    if not i:
        return False
    before = tokens[i - 1]
    low = before.text.lower()
    return (
        before.tag == "NNP"
        and not before.ent
        and before.dep == "compound"
        and before.head == i
        and before.text.isalpha()
        and before.text.istitle()
        and len(low) > 2
        and (i < 2 or tokens[i - 2].tag not in ("NNP", "NNPS"))
        and not any(low in words(kind) for kind in ("titles", "title_parts", "organisation_words", "not_names"))
    )


def _is_relative(tokens: list[Token], first: int, last: int) -> bool:
    """ "his daughter Ann Roe", "Ann Roe, his wife", "Tom and Ann Roe"."""
    before = [t.text.lower() for t in tokens[max(0, first - 2) : first]]
    after = [t.text.lower() for t in tokens[last + 1 : last + 4]]
    pair = (
        first > 2 and before[-1:] == ["and"] and tokens[first - 2].ent == "PERSON" and tokens[first - 3].ent != "PERSON"
    )
    return pair or bool(_FAMILY & {*before[-1:], *after[2:3]})


def _leads(token: Token, person: bool) -> bool:
    low = token.text.lower()
    if token.text in _LOOSE or low in ("the", "a", "an", "this", "that", "his", "her", "their", "our"):
        return True
    return person and (low in words("titles") or low in words("title_parts"))


def _is_name(tokens: list[Token], first: int, last: int, text: str, label: str) -> bool:
    own = tokens[first : last + 1]
    if _STRANGE.search(text) or not any(c.isalpha() for c in text) or (len(text) < 2 and label != "PERSON"):
        return False
    if all(t.text.lower() in words("not_names") for t in own):
        return False
    if not any(t.text[:1].isupper() for t in own):
        return False
    if label == "PERSON":
        if len(text) < 2 or len(own) > 6 or any(not _person_word(tokens, t) for t in own):
            return False
        return len(own) > 1 or own[0].pos == "PROPN"
    if label == "NORP":
        return own[-1].tag in ("NNPS", "NNS", "NNP") and own[-1].dep not in ("amod", "compound", "nmod", "poss")
    if own[-1].text.lower() in words("titles") and label != "WORK_OF_ART":
        return False  # "National Security Adviser" is an office
    if label == "ORG" and len(own) == 1 and own[0].pos not in ("PROPN", "NOUN"):
        return False
    return len(own) <= 12


def _person_word(tokens: list[Token], token: Token) -> bool:
    text = token.text
    if token.i and tokens[token.i - 1].text == "-" and text.isalpha():
        return True  # "Ki-moon"
    if text.lower() in PARTICLES or text in ("-", "‐", "’", "'", '"', "“", "”", ".", "(", ")"):
        return True
    return bool(_NAME_WORD.match(text)) and (text[0].isupper() or "-" in text or "’" in text or "'" in text)


def _kind(text: str, label: str) -> EntityKind:
    low = [w.strip(".,").lower() for w in text.split()]
    given = low[0] in words("male_names") or low[0] in words("female_names")
    if label == "PERSON" and given:
        return EntityKind.PERSON
    if label in ("ORG", "WORK_OF_ART") and given and len(low) == 2 and _is_surname(text.split()[1]):
        return EntityKind.PERSON  # "Ann Stenmark", which the parser took for a firm
    if label in ("ORG", "FAC", "WORK_OF_ART", "PERSON", "LOC") and is_outlet(low, label == "PERSON"):
        return EntityKind.OUTLET
    if label in ("FAC", "PERSON") and low[-1] in words("organisation_words"):
        return EntityKind.ORGANISATION
    return _KINDS[label]


def _is_surname(word: str) -> bool:
    """Whether the word after a given name is no kind of body or place, in one piece and not all capitals."""
    low = word.lower()
    lists = ("organisation_words", "outlet_words", "documents", "titles", "groups", "not_names")
    return word.isalpha() and word.istitle() and not any(low in words(name) for name in lists)


def is_outlet(low: list[str], careful: bool = False) -> bool:
    """Whether a name reads like a news outlet's; ``careful`` asks for more than one word."""
    if careful and len(low) < 2:
        return low[0] in ("politico", "breitbart", "buzzfeed", "bloomberg", "haaretz", "reuters", "politifact")
    outlets = words("outlet_words")
    return low[-1] in outlets or (low[0] in outlets and len(low) <= 3 and low[0] not in ("press", "channel", "daily"))


def _title_before(tokens: list[Token], first: int) -> str:
    """The words of office right before a name, read leftwards while they belong to a title."""
    start: int | None = None
    for i in range(first - 1, max(-1, first - 12), -1):
        token = tokens[i]
        low = token.text.lower()
        place = token.ent in ("NORP", "GPE", "ORG", "LOC")
        if low in words("titles") or (
            start is not None and (low in words("title_parts") or (place and token.text[0].isupper()))
        ):
            start = i
        elif low in words("title_parts") or place or low in _LINKS:
            continue
        else:
            break
    if start is None:
        return ""
    while start < first and tokens[start].text.lower() in _LINKS:
        start += 1
    return joined(tokens, start, first - 1)


def joined(tokens: list[Token], first: int, last: int) -> str:
    """The words of a token range as a title reads: office words in lower case, names as they stand."""
    out = ""
    for i in range(first, last + 1):
        token = tokens[i]
        low = token.text.lower()
        plain = low in words("titles") or low in words("title_parts")
        text = low if plain and not token.text.isupper() else token.text
        out += (" " if out and tokens[i - 1].end < token.start else "") + text
    return out.strip(" ,-")
