"""Candidates by noun and adjective: "her claim that", "the denial of", "is confident that"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.attribution.candidate import Candidate
from rashomon.attribution.clauses import cue_span, subject_of
from rashomon.attribution.dismissals import dismisser_of
from rashomon.attribution.lexicon import listed
from rashomon.attribution.syntax import Syntax
from rashomon.attribution.verbs import features, source_phrase, subject_class
from rashomon.record import Span

# Verbs that lend their subject to a noun: "issued a warning that", "made a promise to".
_SUPPORT = listed(
    "make issue give have offer express repeat reiterate voice raise deliver send release launch level reject "
    "post publish hold share lodge file sound reveal unveil announce drop push mount take"
)


def noun_candidates(s: Syntax, nouns: frozenset[str]) -> Iterator[Candidate]:
    """Nouns of saying and thinking with a clause or an "of" phrase, and adjectives of attitude with a clause."""
    for token in s.tokens:
        if token.pos == "NOUN" and s.lemma(token.i) in nouns:
            found = _noun(s, token.i) if dismisser_of(s, token.i) is None else None
        elif token.pos == "ADJ" and token.dep in ("acomp", "oprd", "amod", "ROOT", "conj"):
            found = _adjective(s, token.i)
        else:
            continue
        if found is not None:
            yield found


def _noun(s: Syntax, n: int) -> Candidate | None:
    content, frame, cue_last = _complement(s, n)
    if content is None:
        return None
    source, subject, how, cue_first = _holder(s, n)
    if source is not None and source.overlaps(content):
        source, subject, how = None, None, "none"
    cue = s.span(cue_first, cue_last)
    if cue is None or cue.overlaps(content) or (source is not None and source.overlaps(cue)):
        cue = Span(s.tokens[n].start, s.tokens[n].end)
    lemma = s.lemma(n)
    extra = features(s, n, f"noun_{frame}", lemma, subject, how, [content])
    head = s.tokens[n].head
    extra.append(f"det={_determiner(s, n)}")
    extra.append(f"up={s.lemma(head)}:{s.tokens[n].dep}" if head != n else "up=root")
    return Candidate(f"noun_{frame}", lemma, n, [source] if source else [], [cue], [content], subject, features=extra)


def _determiner(s: Syntax, n: int) -> str:
    for k in s.kids[n]:
        if s.tokens[k].dep in ("det", "poss"):
            return s.tokens[k].text.lower() if s.tokens[k].dep == "det" else "poss"
    return "none"


def _complement(s: Syntax, n: int) -> tuple[Span | None, str, int]:
    """What the noun says, the frame, and the last token of the cue."""
    for k in s.kids[n]:
        token = s.tokens[k]
        if k < n:
            continue
        if token.dep in ("acl", "ccomp", "relcl"):
            mark = s.child(k, "mark")
            that = mark is not None and s.tokens[mark].text.lower() == "that"
            to = any(s.tokens[x].text.lower() == "to" and s.tokens[x].dep == "aux" for x in s.kids[k])
            if that or (to and token.dep == "acl"):
                span = s.span(*s.subtree(k))
                return span, "that" if that else "to", k - 1 if span is None else n
        if token.dep == "prep" and token.text.lower() in ("of", "about", "against", "for", "on", "with", "from", "to"):
            span = s.span(k + 1, s.subtree(k)[1])
            if span is not None:
                return span, f"prep_{token.text.lower()}", k
    return None, "", n


def _holder(s: Syntax, n: int) -> tuple[Span | None, int | None, str, int]:
    """Whose noun it is, how that was found, and where the cue begins."""
    poss = s.child(n, "poss") or _before_case(s, n)
    if poss is not None:
        first, last = s.subtree(poss)
        case = s.child(poss, "case")
        end = case - 1 if case is not None and case > poss else last
        return s.span(first, end), poss, "poss", min(end + 1, n)
    begin = s.first[n] if s.first[n] <= n else n
    while begin < n and s.tokens[begin].pos in ("PUNCT", "SPACE"):
        begin += 1
    for k in s.kids[n]:
        if k > n and s.tokens[k].dep == "prep" and s.tokens[k].text.lower() in ("by", "from", "among"):
            holder = s.child(k, "pobj")
            if holder is not None:
                return s.phrase(holder), holder, "by", begin
    head = s.tokens[n].head
    if s.tokens[n].dep in ("dobj", "pobj", "attr", "oprd") and head != n:
        verb = head if s.is_verb(head) else s.tokens[head].head
        if s.is_verb(verb) and s.lemma(verb) in _SUPPORT:
            subject, how = subject_of(s, verb)
            if subject is not None:
                return source_phrase(s, subject, verb), subject, f"support_{how}", verb
    return None, None, "none", begin


def _before_case(s: Syntax, n: int) -> int | None:
    """The owner in "Roe's claim" where the parser did not see one."""
    if n < 2 or s.tokens[n - 1].tag != "POS":
        return None
    owner = s.tokens[n - 1].head
    return owner if owner < n - 1 and s.tokens[owner].pos in ("PROPN", "NOUN") else None


def _adjective(s: Syntax, a: int) -> Candidate | None:
    """ "He is confident that X", "they are aware of X", "she was critical of X"."""
    head = s.tokens[a].head
    if head == a or s.lemma(head) not in ("be", "seem", "feel", "remain", "become", "sound", "look", "appear"):
        return None
    subject, how = subject_of(s, head)
    if subject is None or subject_class(s, subject) in ("it", "this", "that", "there", "which"):
        return None
    source = source_phrase(s, subject, head)
    for k in (*s.kids[a], *s.kids[head]):
        token = s.tokens[k]
        if k <= a:
            continue
        if token.dep in ("ccomp", "xcomp") or (token.dep == "prep" and s.tokens[k].head == a and s.last[k] > k):
            prep = token.dep == "prep"
            first, last = s.subtree(k)
            content = s.span(k + 1 if prep else max(first, a + 1), last)
            if content is None or source is None or source.overlaps(content):
                return None
            cue = cue_span(s, head, last=k if prep and k == a + 1 else a)
            lemma = s.lemma(a)
            frame = f"adj_{token.text.lower() if prep else token.dep}"
            return Candidate(
                frame,
                lemma,
                a,
                [source],
                cue,
                [content],
                subject,
                features=features(s, head, frame, lemma, subject, how, [content]),
            )
    return None
