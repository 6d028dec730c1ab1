"""What names a happening: a verb, a verb with a noun, or a noun, and what sort of happening it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.language.parse import Token
from rashomon.temporal.governing import Governing
from rashomon.temporal.kinds import CAME_ABOUT, LIGHT, NOUNS, OFFICES, VERBS, WITH, WORDS

SUBJECTS = ("nsubj", "nsubjpass")
_PERSONS = frozenset(("him", "her", "them", "me", "us", "you"))
_CLAUSES = frozenset(("ROOT", "conj", "ccomp", "advcl", "relcl", "acl", "xcomp", "pcomp", "csubj", "parataxis", "dep"))


def kind_of(syntax: Governing, token: Token) -> str | None:
    """The kind of happening a word names, or None where it names none that is told of."""
    lemma = token.lemma.lower()
    if token.pos == "NOUN":
        return NOUNS.get(lemma)
    if not heads_a_clause(syntax, token):
        return None
    if lemma == "call":
        return "call" if _is_phone_call(syntax, token) else None
    if _is_figure_of_speech(syntax, token):
        return None
    if lemma in CAME_ABOUT:
        return _kind_of_subject(syntax, token)
    if lemma == "meet" and syntax.child(token, "auxpass") is not None:
        return None
    if lemma in VERBS:
        return VERBS[lemma]
    return next((kind for noun in _objects(syntax, token) if (kind := WITH.get((lemma, noun)))), None)


def _is_figure_of_speech(syntax: Governing, verb: Token) -> bool:
    """ "attacked her plan", "attacked him for it", "shot back", "dismissed the idea", "was left vulnerable"."""
    lemma = verb.lemma.lower()
    kids = [syntax.tokens[k] for k in syntax.kids[verb.i]]
    what = [kid for kid in kids if kid.dep in ("dobj", "obj", "nsubjpass")]
    if lemma == "shoot":
        return any(kid.text.lower() in ("back", "down") for kid in kids) and not what
    if lemma == "attack":
        reasons = any(kid.dep == "prep" and kid.text.lower() in ("for", "over", "as") for kid in kids)
        # Who attacks a man or woman by name in the news mostly does so in words.
        persons = any(kid.ent == "PERSON" or kid.text.lower() in _PERSONS for kid in what if kid.dep != "nsubjpass")
        return reasons or persons or any(kid.lemma.lower() in WORDS for kid in what)
    if lemma == "dismiss":
        as_what = any(kid.dep == "prep" and kid.text.lower() == "as" for kid in kids)
        return as_what or not any(kid.pos in ("PROPN", "PRON") or kid.lemma.lower() in OFFICES for kid in what)
    return lemma == "leave" and any(kid.dep in ("oprd", "acomp") for kid in kids)


def heads_a_clause(syntax: Governing, token: Token) -> bool:
    """Whether a verb is one, not part of a name or an attribute that the tagger took for a verb."""
    first, last = syntax.parse.sentences[token.sent]
    capital = token.text[:1].isupper() and token.i > first
    named = token.text.isupper() or (capital and not _is_headline(syntax.tokens[first:last]))
    return token.pos == "VERB" and not named and token.dep in _CLAUSES and token.ent in ("", "DATE", "TIME", "CARDINAL")


def _is_headline(tokens: Sequence[Token]) -> bool:
    """Whether most words of a sentence have capitals."""
    words = [token.text for token in tokens if token.text[:1].isalpha() and len(token.text) > 3]
    return sum(word[0].isupper() for word in words) > 0.7 * len(words)


def name_of(syntax: Governing, token: Token) -> Token:
    """The word that names the event: the noun where the verb is a light one ("held talks", "talks took place")."""
    lemma = token.lemma.lower()
    if token.pos == "VERB" and lemma in CAME_ABOUT:
        return _subject_noun(syntax, token) or token
    if token.pos == "VERB" and lemma in LIGHT:
        noun = syntax.child(token, "dobj", "obj") or syntax.antecedent(token)
        return token if noun is None or noun.pos == "PROPN" else noun
    return token


def _kind_of_subject(syntax: Governing, verb: Token) -> str | None:
    """ "the conversation took place", "talks which happened on Friday"."""
    if verb.lemma.lower() == "take" and "place" not in {syntax.tokens[k].lemma.lower() for k in syntax.kids[verb.i]}:
        return None
    subject = _subject_noun(syntax, verb)
    return None if subject is None else NOUNS.get(subject.lemma.lower())


def _subject_noun(syntax: Governing, verb: Token) -> Token | None:
    """The subject, the noun that a relative pronoun stands for."""
    subject = syntax.child(verb, *SUBJECTS)
    return syntax.antecedent(verb) if subject is not None and subject.pos == "PRON" else subject


def _objects(syntax: Governing, verb: Token) -> Iterator[str]:
    """The lemmas of a verb's objects, and of its subject where it is passive."""
    passive = syntax.child(verb, "auxpass") is not None
    noun = syntax.antecedent(verb)
    if noun is not None and (passive or syntax.child(verb, "dobj", "obj") is None):
        yield noun.lemma.lower()
    for k in syntax.kids[verb.i]:
        kid = syntax.tokens[k]
        if kid.dep in ("dobj", "obj") or (passive and kid.dep == "nsubjpass"):
            yield kid.lemma.lower()
        if kid.dep == "prep" and kid.lemma.lower() == "as":
            yield from (syntax.tokens[j].lemma.lower() for j in syntax.kids[k] if syntax.tokens[j].dep == "pobj")


def _is_phone_call(syntax: Governing, verb: Token) -> bool:
    """ "called Flynn", "called up the minister"; not "called it a lie", "called for", "is called"."""
    kids = [syntax.tokens[k] for k in syntax.kids[verb.i]]
    someone = any(
        kid.dep in ("dobj", "obj") and (kid.ent == "PERSON" or kid.pos == "PROPN" or kid.text.lower() in _PERSONS)
        for kid in kids
    )
    other = any(kid.dep in ("oprd", "ccomp", "xcomp", "attr", "auxpass") for kid in kids)
    more = any(
        (kid.dep == "prep" and kid.lemma.lower() in ("for", "upon")) or kid.lemma.lower() in ("off", "out")
        for kid in kids
    )
    return someone and not other and not more and not any(kid.text[:1] in "\"“”'‘’" for kid in kids)
