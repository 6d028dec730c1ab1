"""A claim's text: the page's words of one account, made to stand alone; what is not the page's stands in brackets."""

from __future__ import annotations

import re

from rashomon.attribution.cast import gender_of
from rashomon.record import EntityKind
from rashomon.relating.negation import called_false
from rashomon.relating.people import People
from rashomon.relating.proposition import Proposition
from rashomon.relating.wordlists import listed

# A claim's text: long enough to be understood alone, short enough to be taken in.
_GOOD_LENGTH = range(40, 221)

_JOINING = re.compile(
    r"^(?:and\s+|but\s+|however,\s+|meanwhile,\s+)?(?:which is\s+)?(?:(?-i:that)\s+)?(?=\S)", re.IGNORECASE
)
# What is denied or repeated, not the start of a sentence about it.
_CLAIMED = re.compile(
    r"^(?:(?:the|any|a|an)\s+)?(?:claim|allegation|accusation|report|suggestion|rumou?r|idea|notion)s?\s+that\s+(?=\S)"
)
# "the story of the vote – first told by a rival": what follows the dash tells about the story.
_ASIDE = re.compile(r"(?<=\S{3})\s[–—-]\s(?:first|as|which|who|already|also|later)\s[^–—]*$")
# "“It sank,” the harbour master said last week": what was said, and then who said so.
_AND_SAID = re.compile(
    r"^([“\"][^“”\"]+[”\"])\s+(?=[^“”\"]{2,90}$)[^“”\"]*\b(?:said|says|added|adds|told|reports|reported|wrote|writes)\b[^“”\"]*$"
)
# Two quotations of one utterance, with the writer's words between them left out.
_BROKEN_OFF = re.compile(r"(?:,|(?<=[.!?]))?[”\"]\s+[“\"]")
_LONE_MARK = re.compile(r"(?<=[,.])['’](?=\s)")
_FIRST = re.compile(r"^\W*(?:I|we|my|our|no)\b", re.IGNORECASE)
_SELF = re.compile(r"^\W{0,2}(?:I|my|we|our)\b")
_PRONOUN = re.compile(r"^(\W{0,2})(he|she|it)(?=\s(?!\[)|['’](?:d|s|ll)\s)", re.IGNORECASE)
_POINTING = re.compile(r"^\W*(?:he|she|it|they|this|that|these|those|his|her|its|their)\b", re.IGNORECASE)
# "the chairman of hiding it": what somebody is accused of, which needs its verb.
_ACCUSED = re.compile(r"(?<=[\w,”\"]) (?=of\s+(?:being|having|\w+ing)\b)")
# A text that ends in the middle of a phrase.
_CUT_OFF = re.compile(r"\b(?:of|the|a|an|to|in|on|for|with|by|and|from|at|his|her|its|their)$", re.IGNORECASE)
_STARTS_LATE = re.compile(r"^\W*(?:sort|pledge|because|as|than|or)\b")
# "it is illegal to": stands for nobody.
_EMPTY_IT = re.compile(
    r"\W*it(?:['’](?:s|d|ll))?\s+(?:is|was|would be|will be|has been|had been)\s+(?!\w+ed\b)", re.IGNORECASE
)
# "the report “simply false”": a thing and what it is called.
_CALLED = re.compile(r"^(?:(?:it|this|that|them)\s+|(.{3,90}?)\s+)(?:an?\s+)?[“\"]", re.IGNORECASE)
_GENDER = {"he": "m", "she": "f"}
_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.OUTLET, EntityKind.GROUP})


def plain(text: str) -> str:
    """The page's words without what only joins them to the sentence they stood in, without an aside or "he said" at
    their end, and without quotation marks that stand around them or lack their other half."""
    said = _AND_SAID.match(text)
    words = said[1] if said else text
    words = _ASIDE.sub("", _JOINING.sub("", words, count=1)).rstrip(",;: ")
    words = words if called_false(words) else _CLAIMED.sub("", words)
    words = _BROKEN_OFF.sub(" … ", words) if words[:1] in '“"' and words[-1:] in '”"' else words
    if text[:1].isupper() and words[:1].islower():
        words = words[0].upper() + words[1:]
    words = _LONE_MARK.sub("", words) if not re.search(r"(?:^|\s)['‘]", words) else words
    inside = words.strip('“”"').rstrip(",;: ")
    if words.count("“") != words.count("”") or words.count('"') % 2:
        words = inside = re.sub('[“”"]', "", inside)
    return (inside if not any(mark in inside for mark in '“”"') else words) or text


def worded(p: Proposition, people: People) -> str:
    """The claim's text in the words of this account, with the speaker's name for a pronoun at its head that can mean
    nobody else."""
    text = plain(p.text)
    name = _speaker(p, text, people)
    if name is None or "[" in text[:3]:
        return text
    return f"[{name}:] {text}" if _SELF.match(text) else _PRONOUN.sub(rf"\1[{name}]", text, count=1)


def called(p: Proposition) -> str | None:
    """What a statement only calls something ("the report “simply false”"): the thing; "" where that is a pronoun, None
    where the words state more."""
    found = _CALLED.match(p.text) if listed("finite").isdisjoint(p.run) else None
    return None if found is None else (found[1] or "")


def awkward(p: Proposition, shared: set[str]) -> int:
    """How ill the words of an account serve as the claim's text; ``shared`` are the words of the claim."""
    text = plain(p.text)
    first = p.run[1 if p.run[:1] == ("that",) else 0 :][:1]
    return (
        4 * bool(shared & p.negated)
        + 3 * (p.mood == "wish")
        + 5 * (p.mood == "asked")  # a question states nothing, not even the opposite
        + 2 * (len(p.spans) > 1)
        + 2 * bool(p.meant - {p.voice})
        + 3 * bool(_CUT_OFF.search(text))
        + 3 * (bool(listed("finite").intersection(first)) or bool(_STARTS_LATE.match(text)))
        + 2 * bool(_ACCUSED.search(text))
        + bool(_POINTING.match(text))
        + 2 * (listed("finite").isdisjoint(p.run) and " as “" in text)
        + (len(text) not in _GOOD_LENGTH)
        + (text[:1].islower() and not p.text.startswith("that "))
        + bool(_FIRST.match(text))
    )


def _speaker(p: Proposition, text: str, people: People) -> str | None:
    """The name of the speaker where the pronoun at the text's head stands for them: "I" always does; "he" does where no
    other man is named so near that he may be meant, "it" where no other body is."""
    found = _PRONOUN.match(text)
    if p.voice is None or not (found or _SELF.match(text)):
        return None
    name, kind = people.name[p.voice], people.kind[p.voice]
    if found is None:
        return name
    if p.shown != p.spans:
        return None  # somebody else's words, pointed at
    others, pronoun = {people.kind[e] for e in p.meant - {p.voice} if e in people.kind}, found[2].lower()
    if pronoun in _GENDER:
        alone = kind is EntityKind.PERSON and EntityKind.PERSON not in others
        return name if alone and gender_of(name, []) == _GENDER[pronoun] else None
    alone = kind in _BODIES and not others & _BODIES and p.voice in p.meant
    return name if alone and not _EMPTY_IT.match(text) else None
