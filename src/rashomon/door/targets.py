"""Whether a correction can be meant: what it names is in the story, what it sets makes sense."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.errors import BadCorrection
from rashomon.record import Account, Correction, CorrectionKind, Position, Record

K = CorrectionKind
ARTICLE_KINDS = frozenset({K.SET_PUBLISHED, K.SET_TITLE, K.SET_AUTHORS, K.SET_OUTLET})
ATTRIBUTION_KINDS = frozenset({K.SET_SPEAKER, K.SET_SAID, K.CHECK, K.NOTE})
ACCOUNT_KINDS = frozenset({K.JOIN_CLAIMS, K.SPLIT_CLAIM, K.SET_POSITION})
NEED_VALUE = frozenset(
    {K.RENAME_ENTITY, K.SET_SPEAKER, K.SET_POSITION, K.SET_SAID, K.NOTE} | ARTICLE_KINDS  # "" is a value: unknown
)
LEAST = {K.JOIN_ENTITIES: 2, K.SPLIT_ENTITY: 2, K.JOIN_CLAIMS: 2}


def check_form(correction: Correction) -> None:
    """Raises ``BadCorrection`` where it can be meant in no story."""
    kind, targets = correction.kind, correction.targets
    least = LEAST.get(kind, 1)
    if len(targets) < least:
        raise BadCorrection(f"{kind}: needs at least {least} targets, got {len(targets)}; see: rashomon correct --help")
    if kind in NEED_VALUE and correction.value is None:
        raise BadCorrection(f"{kind}: needs a value; give one with --value")
    if kind is K.SET_POSITION and correction.value not in set(Position):
        raise BadCorrection(f"{kind}: {correction.value!r} is not a position; choose one of {', '.join(Position)}")


def check_targets(correction: Correction, record: Record) -> None:
    """Raises ``BadCorrection`` naming the first thing that is wrong with it."""
    check_form(correction)
    known, what = _known(correction.kind, record)
    check_each(correction, known, what)


def check_each(correction: Correction, known: Callable[[str], bool], what: str) -> None:
    """Raises ``BadCorrection`` naming the first target that is not ``known``."""
    for target in correction.targets:
        if not known(target):
            raise BadCorrection(
                f"{correction.kind}: the story has no {what} {target!r}; look it up with: rashomon show STORY --ids"
            )


def account_key(account: Account) -> str:
    """What a correction names an account by: its attribution, or where the article speaks in its own voice."""
    if account.attribution is not None:
        return account.attribution
    first = account.evidence[0]
    return f"{first.article}:{first.start}-{first.end}"


def _known(kind: CorrectionKind, record: Record) -> tuple[Callable[[str], bool], str]:
    articles = {one.id for one in record.articles}
    attributions = {one.id for one in record.attributions}
    accounts = {account_key(one) for claim in record.claims for one in claim.accounts}
    names = {name for one in record.entities for name in (one.name, *one.names)}
    if kind in ARTICLE_KINDS:
        return articles.__contains__, "article"
    if kind in ATTRIBUTION_KINDS:
        return attributions.__contains__, "attribution"
    if kind in ACCOUNT_KINDS:
        return accounts.__contains__, "account"
    if kind is K.REJECT:
        return (attributions | accounts).__contains__, "attribution or account"
    if kind is K.SPLIT_ENTITY:
        return (names | articles).__contains__, "name or article"
    return names.__contains__, "entity named"
