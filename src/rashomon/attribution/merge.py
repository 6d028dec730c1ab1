"""One list of attributions from the trained model's proposals and the rules' candidates.

The model decides what is said at all: on annotated news its outermost attributions are better than the rules'. The
rules keep what they see better: speaker turns and signatures, reports between commas, quotations in two halves, a
source the model left out; and they add what it was not taught: attributions inside others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.attribution.act_words import is_speech_word
from rashomon.attribution.acts import act_of, is_denial
from rashomon.attribution.addressed import addressee_of
from rashomon.attribution.candidate import Candidate
from rashomon.attribution.clauses import is_target, is_unreal, patient_of, report_taken_up, sender_of, subject_of
from rashomon.attribution.dismissals import with_dismisser
from rashomon.attribution.edges import through_report, trimmed, without_half
from rashomon.attribution.idioms import is_no_report
from rashomon.attribution.sources import own_and_described, settled
from rashomon.attribution.spoken_to import without_addressee
from rashomon.attribution.syntax import Syntax
from rashomon.attribution.verbs import source_phrase, subject_class
from rashomon.attribution.whole_clauses import whole
from rashomon.record import Act, Attribution, Span

# Trust a rule's candidate needs beside a model: inside another attribution, and where the model is silent
# (there the rules are right in half the cases at 0.8, in a quarter at 0.5, on PolNeAR dev).
ENOUGH_INSIDE = 0.65
ENOUGH_PLAIN = 0.3
ENOUGH_ALONE = 0.8
# Where the cue's word is in no list of acts, the model is right in a third of the cases below this, else in 0.6.
ENOUGH_OTHER = 0.8
# Around one that the model found: the model was taught on pages that mark no nesting, and takes one of the two.
ENOUGH_AROUND = 0.3
_AROUND = frozenset({"left", "between", "according_first", "according_last"})
_SOMEBODY = frozenset({"pers", "PERSON", "ORG", "NORP", "who"})
# Shapes whose content is a clause.
_CLAUSES = frozenset({"ccomp", "that", "flat_that"})
_DANGLING = frozenset({"and", "or", "but", "(", "["})
_SMALL = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART", "PUNCT", "AUX", "SPACE"})
_DOERS = frozenset({"he", "she", "they", "we", "i"})
_LOOSE = frozenset({",", ";", ":", "-", "–", "—", ")", "]"})
# Layouts that say by themselves where a content begins and ends.
_FIXED = frozenset({"turn", "dash"})
# Shapes whose content the rules cut better than the model.
_CUT_WELL = frozenset({"between", "paren", "according_first"})


def merged(s: Syntax, ruled: Sequence[Candidate], proposed: Sequence[Attribution]) -> list[Candidate]:
    """The model's attributions with what syntax knows of them, and the rules' own; none where the model has none."""
    if not proposed:
        return []
    fixed = [c for c in ruled if c.frame in _FIXED]
    others = [c for c in ruled if c.frame not in _FIXED]
    by_head = {c.head: c for c in sorted(others, key=lambda c: c.frame == "block")}  # a layout before a parse
    model = [_kept_in_quotation(s, linked(s, a, by_head)) for a in proposed]
    model = [trimmed(s, c) for c in model]
    model = [c for c in model if c.content and not _is_call(s, c) and not _is_scrap(s, c) and not _is_doubtful(s, c)]
    model = [c for c in model if not is_no_report(s, c) and not _is_torn(s, c)]
    model = [c for c in model if not any(_displaced(c, f) for f in fixed)]
    model = [without_half(s, c, by_head) for c in model]
    out = [*fixed, *(_mended(s, c, by_head.get(c.head), model) for c in model)]
    out = settled(s, [without_addressee(s, whole(s, _with_whole_name(s, _from_that(s, c), out))) for c in out])
    heads = {c.head for c in out}
    for c in (o for o in others if not is_no_report(s, o) and not _is_torn(s, o)):
        apart = c.head not in heads and not any(x.overlaps(y) for o in out for x in o.cue for y in c.cue)
        if apart and _wanted(s, c, out):
            out.append(c)
    return out


def _kept_in_quotation(s: Syntax, c: Candidate) -> Candidate:
    """What someone says within a quotation ends where the quotation ends."""
    q = s.quote[c.head]
    if q < 0 or not s.quotes[q].speech or not c.cue:
        return c
    home = s.quotes[q]
    if not (home.start < c.cue[0].start and c.cue[-1].end < home.end):
        return c
    cut = [Span(max(x.start, home.start), min(x.end, home.end)) for x in c.content]
    return replace(c, content=[x for x in cut if x.end - x.start > 1])


def _is_call(s: Syntax, c: Candidate) -> bool:
    """ "called Roe" on the telephone: who was called is nothing that was said."""
    if s.lemma(c.head) not in ("call", "phone", "contact", "meet", "visit"):
        return False
    if s.lemma(c.head) == "call" and s.child(c.head, "prt") is not None and s.child(c.head, "oprd", "ccomp") is None:
        return True
    return all(t.pos in ("PROPN", "PRON", "DET", "PUNCT") for x in c.content for t in s.within(x))


def _is_torn(s: Syntax, c: Candidate) -> bool:
    """A cue that runs into a quotation: "lawmakers' needs to “understand"."""
    return len({s.quote[t.i] for x in c.cue[:1] for t in s.within(x) if t.pos != "PUNCT"}) > 1


def _is_scrap(s: Syntax, c: Candidate) -> bool:
    """Nothing that could be said: "to", "he", a few words that begin and end on "the", "at"."""
    tokens = [t for x in c.content for t in s.within(x)]
    if all(t.pos in _SMALL or t.text.lower() in _DOERS or t.text.startswith("http") for t in tokens):
        return True
    return len(tokens) < 6 and tokens[0].pos in ("ADP", "DET", "CCONJ") and tokens[-1].pos in ("ADP", "DET", "CCONJ")


def _is_doubtful(s: Syntax, c: Candidate) -> bool:
    """A cue that is no word of saying, thinking or wishing, and that the model is not sure of."""
    return c.trust < ENOUGH_OTHER and act_of(s, c) is Act.OTHER


def _displaced(proposal: Candidate, fixed: Candidate) -> bool:
    """Whether a proposal is a worse reading of the same turn or signature."""
    same = any(x.overlaps(y) for x in proposal.content for y in fixed.content)
    same = same or any(x.overlaps(y) for x in proposal.cue for y in (*fixed.cue, *fixed.source))
    return same and not fixed.says(proposal.start)


def _wanted(s: Syntax, c: Candidate, out: Sequence[Candidate]) -> bool:
    """Whether a rule's candidate that no proposal shares its cue with is worth adding."""
    if any(o.says(c.start) for o in out):
        plain = _tells_own_words(s, c) or is_denial(s, c)
        return c.trust >= (ENOUGH_PLAIN if plain else ENOUGH_INSIDE)
    if report_taken_up(s, c.head) in {o.head for o in out}:
        return c.trust >= ENOUGH_PLAIN
    touched = [o for o in out if any(x.overlaps(y) for x in o.content for y in c.content)]
    if touched:
        around = c.frame in _AROUND or is_denial(s, c)
        return around and c.trust >= ENOUGH_AROUND and all(_holds_whole(c, o) for o in touched)
    return c.trust >= ENOUGH_ALONE or c.frame == "block" or is_denial(s, c)


def _tells_own_words(s: Syntax, c: Candidate) -> bool:
    """ "I told everyone that ..." in a quotation, as plain as can be."""
    own = c.subject is not None and s.tokens[c.subject].text.lower() in ("i", "we")
    return own and c.frame in _CLAUSES and is_speech_word(s.lemma(c.head))


def _holds_whole(c: Candidate, other: Candidate) -> bool:
    """Whether all of another attribution lies in what this one says."""
    spans = (*other.source, *other.cue, *other.content)
    return all(any(y.start <= x.start and x.end <= y.end for y in c.content) for x in spans)


def _mended(s: Syntax, c: Candidate, rule: Candidate | None, model: Sequence[Candidate]) -> Candidate:
    """The proposal with the better parts of the rule that saw the same cue."""
    words = [t for x in c.source for t in s.within(x)]
    if any(x.overlaps(y) for x in c.source for y in c.cue) or (words and all(t.pos == "DET" for t in words)):
        c = replace(c, source=[], subject=None)  # "needless to say"
    c = replace(c, source=[_to_its_head(s, c, x) for x in c.source])
    c = replace(c, content=_from_its_head(s, c, [o for o in model if o.head != c.head]))
    c = replace(c, content=_closed(s, c, [o for o in model if o.head != c.head]))
    patient = patient_of(s, c.head)
    if patient is not None and any(s.first[patient] <= t.i <= s.last[patient] for x in c.source for t in s.within(x)):
        return replace(c, source=[], subject=None)  # who "was asked" did not ask
    verb = c.head if s.is_verb(c.head) else _verb_over(s, c.head)
    if is_target(s, verb) and subject_of(s, verb)[1] != "none":
        others = [x for x in c.source if not _is_subject(s, verb, x)]
        return replace(c, source=others, subject=c.subject if others else None)
    noun = s.tokens[c.head].head
    own = s.child(c.head, "nsubj")
    if own is not None and subject_of(s, c.head)[0] != own and any(t.i == own for x in c.source for t in s.within(x)):
        c = replace(c, source=[], subject=None)
    received = s.tokens[c.head].dep == "acl" and s.tokens[c.head].tag == "VBG" and sender_of(s, noun) is not None
    if received and any(t.i == noun for x in c.source for t in s.within(x)):
        c = replace(c, source=[], subject=None)  # "sent a letter to Roe warning him"
    if rule is None:
        return _with_subject(s, c)
    if rule.frame == "block":
        cue = [x for x in c.cue if not any(x.overlaps(y) for y in (*rule.source, *rule.content))]
        return replace(c, source=rule.source, cue=cue or rule.cue, content=rule.content, subject=rule.subject)
    # Where both see a source in the same place, the rules' noun phrase is exact twice as often (PolNeAR dev).
    meet = not c.source or any(x.overlaps(y) for x in c.source for y in rule.source)
    meet = meet and bool(rule.source) and not _is_cut_short(s, rule.source)
    meet = meet and not own_and_described(s, c, rule.source)
    if meet and not any(x.overlaps(y) for x in rule.source for y in (*c.content, *c.cue)):
        c = replace(c, source=rule.source, subject=rule.subject)
    to = addressee_of(s, c)
    if to is not None and all(s.first[to] <= t.i <= s.last[to] for x in c.content for t in s.within(x)):
        c = replace(c, content=rule.content)  # the one spoken to is not what was said
    if c.frame.startswith("quote"):
        return replace(c, content=_with_halves(c, rule, [o for o in model if o.head != c.head]))
    short = _is_cut_short(s, c.content) or (c.frame in _CLAUSES and not _has_its_verb(s, c))
    if c.frame in _CLAUSES:
        c = through_report(c, rule, model)
    if c.frame in _CUT_WELL or (short and _is_part(c.content, rule.content)):
        clear = not any(x.overlaps(y) for x in rule.content for y in (*c.source, *c.cue))
        return replace(c, content=rule.content) if clear else c
    return c


def _verb_over(s: Syntax, noun: int) -> int:
    """The verb of "faces accusations", "dogged by questions"; else the noun itself."""
    above = s.tokens[noun].head
    above = s.tokens[above].head if s.tokens[above].dep == "agent" else above
    return above if s.is_verb(above) else noun


def _is_subject(s: Syntax, v: int, source: Span) -> bool:
    subject = s.child(v, "nsubj", "nsubjpass")
    subject = subject_of(s, v)[0] if subject is None else subject
    return subject is not None and all(s.first[subject] <= t.i <= s.last[subject] for t in s.within(source))


def _to_its_head(s: Syntax, c: Candidate, source: Span) -> Span:
    """All of "Harbour Roe", of which the model took the first word; of "On Elbonia Roe said" the man."""
    tokens = s.within(source)
    last = tokens[-1]
    head = s.tokens[last.head]
    if last.dep != "compound" or head.i != last.i + 1 or head.pos != "PROPN":
        return source
    topic = len(tokens) == 1 and last.i > 0 and s.tokens[last.i - 1].pos == "ADP"
    whole = Span(head.start if topic else source.start, head.end)
    return source if any(whole.overlaps(x) for x in (*c.cue, *c.content)) else whole


def _has_its_verb(s: Syntax, c: Candidate) -> bool:
    """Whether the verb of the reported clause stands in the content."""
    clause = s.child(c.head, "ccomp")
    if clause is not None:
        return c.says(s.tokens[clause].start)
    return any(s.is_verb(t.i) or t.pos == "AUX" for x in c.content for t in s.within(x))


def _is_cut_short(s: Syntax, content: Sequence[Span]) -> bool:
    """Whether the content ends amid a phrase: on "the", "of", or a word that describes the next one."""
    last = s.within(content[-1])[-1]
    if last.tag == "POS":
        return True
    if last.dep in ("det", "prep", "aux", "mark", "cc", "predet") and s.last[last.i] <= last.i:
        return True
    if last.dep in ("compound", "amod", "poss", "nummod", "nmod") and last.head > last.i:
        return True
    after = s.tokens[last.i + 1 : last.i + 3]
    joins = bool(after) and (
        after[0].pos == "CCONJ" or (after[0].text == "," and len(after) > 1 and after[1].pos == "CCONJ")
    )
    return joins and any(
        s.tokens[k].dep == "conj" and k > last.i and s.tokens[k].pos in ("NOUN", "PROPN") and s.tokens[k].tag != "VB"
        for i in (last.i, last.head)
        for k in s.kids[i]
    )


def _with_subject(s: Syntax, c: Candidate) -> Candidate:
    """A proposal without a source gets the one who does what its verb says, where that is plainly somebody."""
    if c.source or not s.is_verb(c.head) or is_target(s, c.head):
        return c
    subject, how = subject_of(s, c.head)
    if subject is None or how == "none" or subject_class(s, subject) not in _SOMEBODY:
        return c
    source = source_phrase(s, subject, c.head)
    if source is None or any(source.overlaps(x) for x in (*c.cue, *c.content)):
        return c
    return replace(c, source=[source], subject=subject)


def _from_that(s: Syntax, c: Candidate) -> Candidate:
    """ "warned the ministry in January | that ...": the one spoken to and the time are not what was said."""
    clause = s.child(c.head, "ccomp")
    mark = None if clause is None else s.child(clause, "mark")
    if mark is None or s.tokens[mark].text.lower() != "that" or not c.head < mark or c.frame.startswith("quote"):
        return c
    first = c.content[0]
    begin = s.token_at(first.start)
    where = s.tokens[mark].start
    if not c.head < begin < mark or not first.start < where < first.end:
        return c
    plain = ("NOUN", "PROPN", "PRON", "DET", "ADP", "ADJ", "NUM", "PART", "ADV")
    if any(s.tokens[i].pos not in plain for i in range(begin, mark)):
        return c
    return replace(c, content=[Span(where, first.end), *c.content[1:]])


def _with_whole_name(s: Syntax, c: Candidate, out: Sequence[Candidate]) -> Candidate:
    """A content that ends amid a name runs to the end of the name."""
    if not c.content:
        return c
    last = c.content[-1]
    tokens = s.within(last)
    end = tokens[-1].i if tokens else -1
    stop = end
    while 0 <= stop < len(s.tokens) - 1 and s.tokens[stop].ent and not s.tokens[stop + 1].ent_start:
        if s.tokens[stop + 1].ent != s.tokens[end].ent or s.quote[stop + 1] != s.quote[end]:
            break
        stop += 1
    if stop == end:
        return c
    rest = Span(last.end, s.tokens[stop].end)
    claimed = (*c.source, *c.cue, *(x for o in out for x in (*o.source, *o.cue)))
    if s.tokens[stop].tag == "POS" or s.tokens[end].ent in ("DATE", "TIME") or any(rest.overlaps(x) for x in claimed):
        return c
    return replace(c, content=[*c.content[:-1], Span(last.start, rest.end)])


def _is_part(short: Sequence[Span], whole: Sequence[Span]) -> bool:
    return all(any(y.start <= x.start + 1 and x.end <= y.end + 1 for y in whole) for x in short)


def _from_its_head(s: Syntax, c: Candidate, rest: Sequence[Candidate]) -> list[Span]:
    """A content that begins with "of" begins with the noun before it: "warned | members | of Congress not to ..."."""
    start = s.within(c.content[0])[0]
    noun = start.head
    if start.text.lower() != "of" or not start.i - 6 < noun < start.i or s.tokens[noun].pos not in ("NOUN", "PROPN"):
        return c.content
    begin = s.tokens[s.first[noun]].start
    left = Span(begin, start.start)
    taken = [*c.cue, *c.source, *(y for o in rest for y in (*o.content, *o.cue, *o.source))]
    if any(left.overlaps(y) for y in taken):
        return c.content
    return [Span(begin, c.content[0].end), *c.content[1:]]


def _closed(s: Syntax, c: Candidate, rest: Sequence[Candidate]) -> list[Span]:
    """The content up to the closing mark of a quotation it runs into, where nobody else claims what is left of it."""
    last = c.content[-1]
    q = s.quote[s.within(last)[-1].i]
    if q < 0 or not s.quotes[q].closed or not s.quotes[q].speech or s.quotes[q].end - last.end < 3:
        return c.content
    left = Span(last.end, s.quotes[q].end)
    claimed = any(left.overlaps(y) for o in rest for y in (*o.content, *o.cue, *o.source))
    if claimed or any(left.overlaps(y) for y in (*c.cue, *c.source)) or s.quotes[q].start < c.start < s.quotes[q].end:
        return c.content
    return [*c.content[:-1], Span(last.start, left.end)]


def _with_halves(c: Candidate, rule: Candidate, rest: Sequence[Candidate]) -> list[Span]:
    """The content with the quotations that the rule joins to the same cue and that nobody else claims."""
    own = [*c.source, *c.cue]
    extra = [
        x
        for x in rule.content
        if not any(x.overlaps(y) for y in (*own, *c.content))
        and not any(x.overlaps(y) for o in rest for y in (*o.content, *o.cue, *o.source))
    ]
    return sorted([*c.content, *extra])


def linked(s: Syntax, proposal: Attribution, by_head: dict[int, Candidate]) -> Candidate:
    """A proposal with the head of its cue and of its source in the parse; the rules' shape where they saw it, too."""
    proposal = replace(
        proposal,
        source=_whole_words(s, proposal.source),
        cue=_whole_words(s, proposal.cue),
        content=_whole_words(s, proposal.content, _LOOSE | _DANGLING),
    )
    proposal = replace(proposal, content=[_with_marks(s, x) for x in proposal.content])
    head = head_of(s, proposal.cue or proposal.content)
    subject = head_of(s, proposal.source) if proposal.source else None
    known = by_head.get(head)
    plain = Candidate("model", s.lemma(head), head, proposal.source, proposal.cue, proposal.content, subject)
    if known is not None:
        plain = replace(known, source=plain.source, cue=plain.cue, content=plain.content, subject=subject)
    else:
        plain = replace(plain, unreal=is_unreal(s, head))
    plain = with_dismisser(s, plain)
    return replace(plain, trust=proposal.confidence)


def _whole_words(s: Syntax, spans: Sequence[Span], loose: frozenset[str] = _LOOSE) -> list[Span]:
    """The spans widened to whole words, without a possessive mark or loose punctuation at their ends."""
    out: list[Span] = []
    for span in spans:
        whole = tokens = s.within(span)
        while tokens and (tokens[0].tag == "POS" or tokens[0].text in _LOOSE or tokens[0].text.isspace()):
            tokens = tokens[1:]
        closed = any(t.text in "([" for t in tokens)
        while tokens and (tokens[-1].tag == "POS" or tokens[-1].text in loose or tokens[-1].text.isspace()):
            if closed and tokens[-1].text in ")]":
                break
            tokens = tokens[:-1]
        tokens = tokens or whole  # a cue may be a colon
        if tokens:
            out.append(_with_hyphens(s, tokens[0].i, tokens[-1].i))
    return out


def _with_hyphens(s: Syntax, first: int, last: int) -> Span:
    """All of "ex-officials" where the parser cut it in three."""
    tokens = s.tokens
    while last + 2 < len(tokens) and tokens[last + 1].text == "-" and tokens[last].end == tokens[last + 2].start - 1:
        last += 2
    while first >= 2 and tokens[first - 1].text == "-" and tokens[first - 2].end == tokens[first].start - 1:
        first -= 2
    return Span(tokens[first].start, tokens[last].end)


def _with_marks(s: Syntax, span: Span) -> Span:
    """The span with the quotation marks that stand right at its ends."""
    start, end = span.start, span.end
    for q in s.quotes_at(span):
        if q.start < start <= q.start + 2:
            start = q.start
        if q.closed and end < q.end <= end + 2:
            end = q.end
    return Span(start, end)


def head_of(s: Syntax, spans: Sequence[Span]) -> int:
    """The token of the spans that governs the others: a verb before a noun, and of verbs the last in a chain."""
    own = [t.i for span in spans for t in s.within(span)]
    inside = set(own)
    tops = [
        i for i in own if (s.tokens[i].head not in inside or s.tokens[i].head == i) and s.tokens[i].text[0].isalnum()
    ]
    verbs = [i for i in tops if s.is_verb(i)]
    ranked = verbs or [i for i in tops if s.tokens[i].pos in ("NOUN", "PROPN", "PRON", "ADJ")] or tops or own
    if verbs:
        return _last_of_chain(s, verbs[0], inside)
    return ranked[0] if ranked else 0


def _last_of_chain(s: Syntax, v: int, inside: set[int]) -> int:
    """The verb that says something in "ended up convincing", "is expected to say"."""
    for _ in range(4):
        lower = [
            k for k in s.kids[v] if k > v and k in inside and s.tokens[k].dep in ("xcomp", "pcomp") and s.is_verb(k)
        ]
        if not lower:
            return v
        v = lower[0]
    return v
