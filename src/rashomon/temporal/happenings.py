"""What a text tells as having happened, typed and dated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rashomon.language.parse import Parse, Token
from rashomon.record import (
    Act,
    Attribution,
    Date,
    Happening,
    Modality,
    Named,
    Polarity,
    Precision,
    Span,
    TimeExpression,
)
from rashomon.temporal.dated import Dated, dated_in
from rashomon.temporal.governing import Governing
from rashomon.temporal.modality import modality_of
from rashomon.temporal.triggers import SUBJECTS, heads_a_clause, kind_of, name_of

_ARGUMENTS = (
    "nsubj",
    "nsubjpass",
    "dobj",
    "dative",
    "agent",
    "prep",
    "pobj",
    "obj",
    "conj",
    "appos",
    "nmod",
    "compound",
    "poss",
)
# What is only asked, wished, believed or foretold is not told as having happened.
_UNTOLD = {
    Act.ASK: Modality.HYPOTHETICAL,
    Act.SUGGEST: Modality.HYPOTHETICAL,
    Act.BELIEVE: Modality.HYPOTHETICAL,
    Act.DEMAND: Modality.FUTURE,
    Act.PROMISE: Modality.FUTURE,
    Act.INTEND: Modality.FUTURE,
}
_LONGEST = 60
_FINENESS = (Precision.MINUTE, Precision.DAY, Precision.MONTH, Precision.INTERVAL, Precision.YEAR)
_EXACT = frozenset((Precision.MINUTE, Precision.DAY, Precision.MONTH))


def find_happenings(
    parse: Parse, names: Sequence[Named], times: Sequence[TimeExpression], attributions: Sequence[Attribution]
) -> list[Happening]:
    """Typed events with someone named in them, and untyped ones that a day dates, in text order.

    ``span`` is the clause the trigger heads; a date is only a time that belongs to the trigger by the syntax.
    What stands inside a denial is no longer told as having happened, nor is what is asked, promised or believed.
    """
    syntax = Governing(parse)
    mentions = {k: span for name in names for span in name.mentions for k in syntax.inside(span)}
    dated = _dates(syntax, times)
    out = [
        happening
        for token in parse.tokens
        if (happening := _happening(syntax, token, mentions, dated, attributions)) is not None
    ]
    return sorted(out, key=lambda one: (one.trigger, one.span))


def _dates(syntax: Governing, times: Sequence[TimeExpression]) -> dict[int, list[tuple[Dated, Token]]]:
    """The times that name a place on the calendar with the words they belong to, by sentence."""
    out: dict[int, list[tuple[Dated, Token]]] = {}
    for one in dated_in(syntax.parse.text, times):
        word = syntax.moment(one.span)
        if word is not None:
            out.setdefault(word.sent, []).append((one, word))
    return out


def _happening(
    syntax: Governing,
    token: Token,
    mentions: Mapping[int, Span],
    dated: Mapping[int, Sequence[tuple[Dated, Token]]],
    attributions: Sequence[Attribution],
) -> Happening | None:
    kind = kind_of(syntax, token)
    date = _date(syntax, token, dated.get(token.sent, ())) if kind or token.pos == "VERB" else None
    if kind is None and not heads_a_clause(syntax, token):
        return None
    if kind is None and (date is None or date.precision not in _EXACT or not _is_plain_past(syntax, token)):
        return None
    if token.pos == "NOUN" and (date is None or date.precision not in _EXACT):
        return None
    own = _clause(syntax, token)
    clause = _readable(syntax, token, own)
    if clause is None or (clause != own and kind in (None, "statement") and not _is_dated(token, dated)):
        return None
    participants = _participants(syntax, token, mentions)
    if not participants or (kind == "statement" and date is None):
        return None
    if kind is None and not _names_a_doer(syntax, token, participants):
        return None
    modality = _modality(syntax, token, attributions)
    name = name_of(syntax, token)
    trigger = Span(name.start, name.end)
    return Happening(clause, trigger, name.lemma.lower(), kind or "other", modality, date, participants)


def _is_dated(token: Token, dated: Mapping[int, Sequence[tuple[Dated, Token]]]) -> bool:
    return any(word.i == token.i for _, word in dated.get(token.sent, ()))


def _date(syntax: Governing, token: Token, dated: Sequence[tuple[Dated, Token]]) -> Date | None:
    """The most exact time that belongs to the trigger or its noun, else to the clause it hangs on; then the nearest."""
    names = (token.i, name_of(syntax, token).i)
    own = [one for one, word in dated if word.i in names]
    if not own and token.pos == "VERB":
        own = [one for one, word in dated if word.pos == "VERB" and syntax.same_moment(token, word)]
    own.sort(key=lambda one: (_FINENESS.index(one.date.precision), abs(one.span.start - token.start), one.span))
    return own[0].date if own else None


def _is_plain_past(syntax: Governing, verb: Token) -> bool:
    """Whether an untyped verb tells an event of its own: a past with a subject, in no subordinate clause."""
    if verb.tag not in ("VBD", "VBN") or verb.dep not in ("ROOT", "conj", "ccomp"):
        return False
    return syntax.child(verb, *SUBJECTS) is not None and verb.lemma.lower() not in ("be", "say", "tell", "have")


def _clause(syntax: Governing, token: Token) -> Span:
    """The words from the first to the last that hang on the trigger, without other clauses joined to it."""
    noun = syntax.antecedent(token)
    inside = [token.i if noun is None else noun.i]
    queue = list(inside)
    while queue:
        for k in syntax.kids[queue.pop()]:
            kid = syntax.tokens[k]
            joined = kid.dep in ("conj", "advcl", "cc", "mark", "parataxis") and kid.head == token.i
            if kid.sent == token.sent and not joined and kid.dep != "punct" and abs(k - token.i) <= _LONGEST:
                inside.append(k)
                queue.append(k)
    first, last = min(inside), max(inside)
    return _within_paragraph(syntax, Span(syntax.tokens[first].start, syntax.tokens[last].end), token)


def _readable(syntax: Governing, token: Token, clause: Span) -> Span | None:
    """The clause, from its subject on where it shares one with the clause before it; None where it has none at all, as
    in "published on Saturday"."""
    if token.pos == "NOUN" or _own_subject(syntax, token) or syntax.antecedent(token) is not None:
        return clause
    if token.dep not in ("conj", "xcomp"):
        return None
    subject = next(_shared_subject(syntax, token), None)
    if subject is None or not 0 < token.i - subject <= _LONGEST or syntax.tokens[subject].sent != token.sent:
        return None
    first = _leftmost(syntax, subject)
    return _within_paragraph(syntax, Span(syntax.tokens[first].start, clause.end), token)


def _leftmost(syntax: Governing, k: int) -> int:
    return min([k, *(_leftmost(syntax, j) for j in syntax.kids[k] if j < k)])


def _within_paragraph(syntax: Governing, span: Span, token: Token) -> Span:
    text = syntax.parse.text
    start = text.rfind("\n\n", span.start, token.start)
    end = text.find("\n\n", token.end, span.end)
    start, end = span.start if start < 0 else start + 2, span.end if end < 0 else end
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _participants(syntax: Governing, token: Token, mentions: Mapping[int, Span]) -> list[Span]:
    """The names that are arguments of the trigger: its subject, objects and their parts, not of clauses within."""
    reached = set(_arguments(syntax, token))
    if not reached & set(_own_subject(syntax, token)) and token.pos == "VERB":
        reached |= set(_shared_subject(syntax, token))
    noun = syntax.antecedent(token)
    if noun is not None:
        reached |= {noun.i, *_arguments(syntax, noun)}
    return sorted({mentions[k] for k in reached if k in mentions})


def _names_a_doer(syntax: Governing, verb: Token, participants: Sequence[Span]) -> bool:
    """Whether the subject itself is someone named."""
    subject = next(iter(_own_subject(syntax, verb) or _shared_subject(syntax, verb)), None)
    return subject is not None and any(subject in syntax.inside(span) for span in participants)


def _arguments(syntax: Governing, token: Token) -> Iterator[int]:
    queue = [k for k in syntax.kids[token.i] if syntax.tokens[k].dep in _ARGUMENTS and not _is_clause(syntax, k)]
    while queue:
        k = queue.pop()
        yield k
        queue += [j for j in syntax.kids[k] if syntax.tokens[j].dep in _ARGUMENTS and not _is_clause(syntax, j)]


def _is_clause(syntax: Governing, k: int) -> bool:
    return syntax.tokens[k].pos in ("VERB", "AUX")


def _own_subject(syntax: Governing, token: Token) -> list[int]:
    subject = syntax.child(token, *SUBJECTS)
    return [] if subject is None else [subject.i]


def _shared_subject(syntax: Governing, verb: Token) -> Iterator[int]:
    """The subject a verb has from the clause it hangs on ("rose and left", "called him, asking")."""
    while verb.dep in ("conj", "xcomp", "advcl") and verb.head != verb.i:
        verb = syntax.tokens[verb.head]
        subject = syntax.child(verb, *SUBJECTS)
        if subject is not None:
            yield subject.i
            yield from _arguments(syntax, subject)
            return


def _modality(syntax: Governing, token: Token, attributions: Sequence[Attribution]) -> Modality:
    told = Modality.HAPPENED if token.pos == "NOUN" else modality_of(syntax, token)
    # A relative clause takes what it tells for granted, whatever the clause around it denies or wishes.
    if told is not Modality.HAPPENED or token.dep == "relcl":
        return told
    for one in attributions:
        if any(span.start <= token.start < span.end for span in one.content):
            if one.polarity is Polarity.DENY:
                return Modality.HYPOTHETICAL
            if one.act in _UNTOLD:
                return _UNTOLD[one.act]
    return told
