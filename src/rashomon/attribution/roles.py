"""Whom "the ambassador" or "the Russian minister" stands for: someone whose titles the article gave."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.attribution.lexicon import listed, words
from rashomon.attribution.roster import Appearance, Roster
from rashomon.attribution.syntax import Syntax
from rashomon.record import EntityKind

_LONG = {
    "gov.": "governor",
    "sen.": "senator",
    "rep.": "representative",
    "gen.": "general",
    "pm": "minister",
    "pres.": "president",
}
# Offices of a part of a country: where a title names no place, one place before the role does not contradict it.
_LOCAL = frozenset({"senator", "governor", "congressman", "congresswoman", "representative", "mayor"})
# "the president's aide" is an aide.
_OWNER = re.compile(r".*['’]s\b")
_WORD = re.compile(r"[A-Za-z.]+")
_ABOARD = frozenset({"captain", "skipper"})
_PAST = frozenset({"former", "then", "ex", "late", "retired", "onetime"})
_SAME = (
    frozenset({"us", "u.s.", "american", "america", "united"}),
    frozenset({"uk", "u.k.", "british", "britain"}),
    frozenset({"gop", "republican"}),
)
# Words that hardly ever stand for the body that was named.
_VAGUE = listed("party group administration government team campaign side house service")
_GOES_ON = frozenset({"that", "which", "of", "who", "behind", "for"})
# Who is only that is not plainly what the rest of the title says.
_RANKS = listed("vice deputy assistant lieutenant lt lt. associate under")
# Adjectives that may stand with any office.
_FREE = listed("the this that same said top veteran then current new young old 's")


def holder_of(s: Syntax, roster: Roster, head: int) -> tuple[Appearance, str] | None:
    """The one named person whose titles fit a definite role phrase, at their last mention before it."""
    role = s.lemma(head)
    if role not in words("titles") or s.tokens[head].tag in ("NNS", "NNPS"):
        return None
    modifiers = _modifiers(s, head)
    before = [s.tokens[i].text.lower() for i in range(s.first[head], head)]
    was = any(word.split("-")[0] in _PAST for word in before)
    modifiers = [m for m in modifiers if m.split("-")[0] not in _PAST]
    places = _places(s, head) if role in _LOCAL else frozenset()
    fitting: dict[int, int] = {}
    for who, name in enumerate(roster.names):
        if name.kind is EntityKind.PERSON and any(_fits(title, role, modifiers, places, was) for title in name.titles):
            fitting[who] = 1
    last = _last_before(roster, head, fitting)
    if len(fitting) == 1 and not last:  # named further down: "The mayor ... Ann Lee, the mayor of Elm"
        (who,) = fitting
        return next(a for a in roster.appearances if a.who == who), f"the only {role} named"
    if len(last) > 1 and not modifiers:  # "the president" is rather President Roe than the Elbonian president
        plain = {w for w in last if any(title.lower() == role for title in roster.names[w].titles)}
        if len(plain) == 1:
            fitting = dict.fromkeys(plain, 1)
            last = {w: a for w, a in last.items() if w in plain}
    if len(fitting) == 1 and last:
        (who,) = fitting
        return last[who], f"the only {role} named"
    if len(last) > 1:
        near = {w: a for w, a in last.items() if s.tokens[head].sent - s.tokens[a.head].sent <= 3}
        if len(near) == 1:
            ((_, one),) = near.items()
            return one, f"the {role} last named"
    return None


def body_of(s: Syntax, roster: Roster, head: int) -> tuple[Appearance, str] | None:
    """The one named body that "the ministry" or "the paper" stands for."""
    lemma = s.lemma(head)
    if lemma in words("titles") or lemma in _VAGUE or s.tokens[head].tag in ("NNS", "NNPS"):
        return None  # "at the Council on Trade, the senator said"
    narrowing = [m for m in _modifiers(s, head) if m not in ("'s", "’s")]
    paper = lemma in ("newspaper", "paper", "magazine", "outlet", "network", "broadcaster")
    fitting: dict[int, int] = {}
    for who, name in enumerate(roster.names):
        if not all(_narrows(m, name.name) for m in narrowing):
            continue
        if name.kind not in (EntityKind.PERSON, EntityKind.GROUP) and _called(s, roster, who, lemma):
            fitting[who] = 1
        if (name.kind is EntityKind.OUTLET and paper) or (
            name.kind is EntityKind.ORGANISATION and " " in name.name and _is_a(name.name, lemma)
        ):
            fitting[who] = 1
    last = {
        w: a for w, a in _last_before(roster, head, fitting).items() if s.tokens[head].sent - s.tokens[a.head].sent <= 8
    }
    if len(last) == 1:
        ((_, one),) = last.items()
        return one, f"the only {lemma} named"
    if len(fitting) == 1:
        (who,) = fitting
        return next(a for a in roster.appearances if a.who == who), f"the only {lemma} named"
    return None


def _narrows(word: str, name: str) -> bool:
    """Whether a word before "court" fits the name: not "the appeals court" for the Supreme Court."""
    low = name.lower()
    return word in low or (word == "high" and "supreme" in low)


def _is_a(name: str, lemma: str) -> bool:
    """ "Harbour Board" is a board, "Ministry of Works" a ministry."""
    parts = name.lower().removeprefix("the ").split()
    return parts[-1] == lemma or (parts[0] == lemma and len(parts) > 2 and parts[1] in ("of", "for"))


def _called(s: Syntax, roster: Roster, who: int, lemma: str) -> bool:
    """Whether the article itself says what the name is: "Elmline, the company that runs the ferry"."""
    for one in roster.appearances:
        comma = one.last + 1
        if one.who != who or comma + 2 >= len(s.tokens) or s.tokens[comma].text != ",":
            continue
        if s.tokens[comma + 1].text.lower() not in ("the", "a", "an"):
            continue
        for token in s.tokens[comma + 2 : comma + 6]:
            if token.pos not in ("ADJ", "NOUN", "PROPN"):
                break
            if s.lemma(token.i) == lemma:
                after = s.tokens[token.i + 1] if token.i + 1 < len(s.tokens) else token
                return token.dep == "appos" or after.text.lower() in _GOES_ON  # not "Elmline, the company said"
    return False


def _last_before(roster: Roster, head: int, fitting: dict[int, int]) -> dict[int, Appearance]:
    out: dict[int, Appearance] = {}
    for one in roster.appearances:
        if one.first >= head:
            break
        if one.who in fitting:
            out[one.who] = one
    return out


def _modifiers(s: Syntax, head: int) -> list[str]:
    """The words before and after a role noun that narrow it down."""
    out = []
    for k in s.kids[head]:
        token = s.tokens[k]
        if token.dep in ("amod", "compound", "nmod", "poss") and k < head:
            out += [s.tokens[x].text.lower() for x in range(s.first[k], s.last[k] + 1)]
        elif token.dep == "prep" and token.text.lower() in ("to", "of", "for"):
            noun = s.child(k, "pobj")
            if noun is not None:
                out.append(s.tokens[noun].text.lower())
    return [w for w in out if w not in _FREE and len(w) > 1]


def _places(s: Syntax, head: int) -> frozenset[str]:
    """The words before a role noun that name a place."""
    first = s.first[head]
    return frozenset(s.tokens[i].text.lower() for i in range(first, head) if s.tokens[i].ent == "GPE")


def _fits(title: str, role: str, modifiers: Sequence[str], places: frozenset[str], was: bool) -> bool:
    raw = _WORD.findall(_OWNER.sub("", title))
    told = [_LONG.get(w.lower(), w.lower()) for w in raw]
    if role in _ABOARD and told == [role]:
        modifiers = []  # "Captain Roe" and "the captain of the Osprey": ships stand in no title before a name
    own = next((told[:k] for k, w in enumerate(told) if w in ("of", "to", "for", "at", "in") and k), told)
    if role not in own or (_RANKS & set(own)) - set(modifiers):
        return False  # "an aide to the president" and "the vice president" are not the president
    if bool(_PAST & set(told)) is not was or ("elect" in told and "elect" not in modifiers):
        return False  # neither "the president" nor "the then-president" is just any president
    if places and not any(w[0].isupper() for w in raw):
        modifiers = [m for m in modifiers if m not in places]
    return all(any(_alike(m, t) for t in told) for m in modifiers)


def _alike(one: str, other: str) -> bool:
    """The same word, or country and adjective ("Russia", "Russian")."""
    if one == other or any(one in group and other in group for group in _SAME):
        return True
    return len(one) > 3 and len(other) > 3 and one[:4] == other[:4]


def is_definite(s: Syntax, head: int) -> bool:
    return s.tokens[s.first[head]].text.lower() in ("the", "this", "that")


def names_in_span(roster: Roster, first: int, last: int) -> list[Appearance]:
    """The mentions that lie wholly in a token range."""
    out: list[Appearance] = []
    for i in range(first, last + 1):
        one = roster.at.get(i)
        if one is not None and one.first == i and one.last <= last:
            out.append(one)
    return out
