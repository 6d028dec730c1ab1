"""Whether a clause tells what happened, what did not, what may or will."""

from __future__ import annotations

from rashomon.language.parse import Parse, Token
from rashomon.record import Modality
from rashomon.temporal.listed import listed

_WILL = frozenset(listed("will shall 'll ’ll wo"))
_MAY = frozenset(listed("may might could would should can must"))


def modality_of(parse: Parse, verb: Token, children: list[list[int]]) -> Modality:
    """The modality of the clause a verb heads, from its auxiliaries and negation."""
    kids = [parse.tokens[k] for k in children[verb.i]]
    words = {kid.text.lower() for kid in kids if kid.dep in ("aux", "auxpass", "neg")}
    if words & _WILL:
        return Modality.FUTURE
    if any(kid.dep == "neg" for kid in kids):
        return Modality.NEGATED
    if words & _MAY or any(kid.dep == "mark" and kid.text.lower() == "if" for kid in kids):
        return Modality.HYPOTHETICAL
    if verb.tag in ("VB", "VBG") and "to" in words:
        return Modality.FUTURE
    return Modality.HABITUAL if verb.tag in ("VBP", "VBZ") and not words else Modality.HAPPENED
