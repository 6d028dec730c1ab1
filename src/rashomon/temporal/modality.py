"""Whether a clause tells what happened, what did not, what may or will."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.language.parse import Token
from rashomon.record import Modality
from rashomon.temporal.governing import Governing
from rashomon.temporal.listed import listed
from rashomon.temporal.tense import Tense

_WILL = frozenset(listed("will shall 'll ’ll wo sha"))
_MAY = frozenset(listed("may might could would should can must 'd ’d"))
_IF = frozenset(listed("if unless whether lest"))
_NOT = frozenset(listed("not n't n’t never neither nor no"))
# An infinitive after these lies ahead; after these that follow it did not happen; after any other it may or may not.
_TOWARDS = frozenset(
    listed("plan expect schedule intend promise vow agree threaten prepare decide set pledge due ready likely go offer")
)
_AFTER = frozenset(("after", "upon", "on", "since", "by"))
_FAILED = frozenset(listed("fail refuse decline neglect"))
# The time beside these is the time they set for something else.
_SETTING = frozenset(listed("schedule postpone delay extend expect plan slate"))
_BACK = frozenset(listed("had was were did has have 've ’ve"))
_LONG_PAST = frozenset(("had", "been"))
_SEEMING = frozenset(
    listed(
        "ostensibly supposedly allegedly purportedly reportedly apparently seemingly perhaps maybe possibly probably "
        "presumably"
    )
)
_OFTEN = frozenset(
    listed("usually often regularly always rarely sometimes frequently generally typically weekly daily")
)


def modality_of(syntax: Governing, verb: Token) -> Modality:
    """The modality of the clause ``verb`` heads, from its auxiliaries and the clauses it hangs in."""
    kids = [syntax.tokens[k] for k in syntax.kids[verb.i]]
    words = {kid.text.lower() for kid in kids if kid.dep in ("aux", "auxpass", "neg", "mark", "advmod", "det")}
    if words & _NOT:
        return Modality.NEGATED
    if words & _IF or _is_inverted(kids):
        return Modality.HYPOTHETICAL
    if words & _WILL:
        return Modality.FUTURE
    if words & _MAY:
        return Modality.HYPOTHETICAL
    if "to" in words:
        return _infinitive(syntax, verb)
    if words & _SEEMING:
        return Modality.HYPOTHETICAL
    if words & _OFTEN:
        return Modality.HABITUAL
    if verb.dep in ("conj", "xcomp") and verb.head != verb.i and verb.tag in ("VB", "VBG", "VBN") and not words:
        return modality_of(syntax, syntax.tokens[verb.head])
    return _bare(syntax, verb, words)


def _is_inverted(kids: Sequence[Token]) -> bool:
    """ "Had they met, ...", "Should Norland veto it, ...": a condition without an "if"."""
    subject = next((kid.i for kid in kids if kid.dep in ("nsubj", "nsubjpass")), None)
    turned = (kid.text.lower() in ("had", "should", "were") and kid.dep == "aux" for kid in kids[:1])
    return subject is not None and any(turned) and kids[0].i < subject


def _infinitive(syntax: Governing, verb: Token) -> Modality:
    head = syntax.tokens[verb.head]
    if head.lemma.lower() in _FAILED or any(syntax.tokens[k].dep == "neg" for k in syntax.kids[head.i]):
        return Modality.NEGATED
    return Modality.FUTURE if head.lemma.lower() in _TOWARDS else Modality.HYPOTHETICAL


def _bare(syntax: Governing, verb: Token, words: set[str]) -> Modality:
    """Without a telling auxiliary the form decides: a past happened, a gerund hangs on its clause, a present recurs."""
    if verb.tag == "VBN" and "be" in words:
        return Modality.HYPOTHETICAL  # "asked that she be named"
    if verb.tag in ("VBD", "VBN"):
        return Modality.HAPPENED
    if verb.tag == "VBG":
        if words & {"was", "were", "been"}:
            return Modality.HAPPENED
        if words & {"is", "are", "'s", "'re", "be"}:
            return Modality.FUTURE
        head = syntax.tokens[verb.head]
        if verb.dep == "pcomp" and head.lemma.lower() in _AFTER:
            head = syntax.tokens[head.head]
        same = verb.dep in ("advcl", "pcomp") and head.pos == "VERB" and head.i != verb.i
        return modality_of(syntax, head) if same else Modality.HYPOTHETICAL
    if verb.tag == "VB":
        return Modality.HAPPENED if words & {"did"} else Modality.HYPOTHETICAL
    return Modality.HABITUAL


def tense_of(syntax: Governing, verb: Token) -> Tense | None:
    """Whether a verb looks back or ahead, or None where its form does not tell."""
    kids = {syntax.tokens[k].text.lower() for k in syntax.kids[verb.i] if syntax.tokens[k].dep in ("aux", "auxpass")}
    if kids & _WILL:
        return Tense.FUTURE
    if verb.lemma.lower() in _SETTING:
        return Tense.UNCLEAR if kids & _LONG_PAST else Tense.FUTURE
    if kids & _BACK:
        return Tense.PAST
    if "to" not in kids:
        return Tense.PAST if verb.tag == "VBD" else None
    head = syntax.tokens[verb.head]
    if head.lemma.lower() not in _TOWARDS:
        return None
    over = {syntax.tokens[k].text.lower() for k in syntax.kids[head.i]} | {syntax.tokens[head.head].text.lower()}
    return Tense.UNCLEAR if over & _LONG_PAST else Tense.FUTURE
