"""A person's corrections of claims: joined, split, an account rejected, a position set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.record import Account, Correction, CorrectionKind, Position
from rashomon.relating.claims import Draft
from rashomon.relating.corrected import Corrected
from rashomon.relating.proposition import Proposition
from rashomon.relating.voiced import Voiced
from rashomon.relating.wording import plain

Kind = CorrectionKind


def key_of(statement: Proposition) -> str:
    """What a correction names an account by."""
    if statement.attribution is not None:
        return statement.attribution
    first = statement.evidence[0]
    return f"{statement.article}:{first.start}-{first.end}"


def touched(corrected: Corrected, heard: Iterable[Voiced]) -> set[str]:
    """The articles whose claims a person has had a say in."""
    kinds = (Kind.JOIN_CLAIMS, Kind.SPLIT_CLAIM, Kind.REJECT, Kind.SET_POSITION)
    keys = {target for c in corrected.of(*kinds) for target in c.targets}
    if not keys:
        return set()
    attributed = {row.article for one in heard for row in one.rows if row.id in keys}
    return attributed | {key.partition(":")[0] for key in keys if ":" in key}


def correct_drafts(drafts: list[Draft], statements: Sequence[Proposition], corrected: Corrected) -> list[Draft]:
    """The drafts as a person left them, in the order the corrections were made."""
    own = {key_of(p): p for p in statements if p.attribution is None}
    for c in corrected.of(Kind.JOIN_CLAIMS, Kind.SPLIT_CLAIM, Kind.REJECT):
        if c.kind is Kind.REJECT:
            drafts = _rejected(drafts, c, own, corrected)
            continue
        done = _joined(drafts, c, own) if c.kind is Kind.JOIN_CLAIMS else _split(drafts, c)
        if done is None:
            corrected.lost(c)
        else:
            drafts = done
    return drafts


def _holding(drafts: Sequence[Draft], key: str) -> list[Draft]:
    """The drafts with an account of that key, the largest first: an attribution can speak to several claims."""
    found = [draft for draft in drafts if any(key_of(p) == key for p, _ in draft.members)]
    return sorted(found, key=lambda draft: -len(draft.members))


def _joined(drafts: list[Draft], c: Correction, own: dict[str, Proposition]) -> list[Draft] | None:
    parts: list[Draft] = []
    for key in c.targets:
        found = _holding(drafts, key)
        if not found and key in own:
            found = [Draft(plain(own[key].text), [(own[key], 1)], "")]
        if not found:
            return None
        if found[0] not in parts:
            parts.append(found[0])
    if len(parts) < 2:
        return None
    members = sorted(
        {p.id: (p, sign) for part in reversed(parts) for p, sign in part.members}.values(), key=lambda m: m[0].key
    )
    return [*(d for d in drafts if d not in parts), Draft(parts[0].text, members, "a person said so")]


def _split(drafts: list[Draft], c: Correction) -> list[Draft] | None:
    wanted = set(c.targets)
    for draft in _ranked(drafts, wanted):
        out = [m for m in draft.members if key_of(m[0]) in wanted]
        rest = [m for m in draft.members if key_of(m[0]) not in wanted]
        if out and rest:
            new = Draft(plain(out[0][0].text), [(p, sign * out[0][1]) for p, sign in out], "a person said so")
            text = draft.text if any(plain(p.text) == draft.text for p, _ in rest) else plain(rest[0][0].text)
            return [*(d for d in drafts if d is not draft), replace(draft, text=text, members=rest), new]
    return None


def _ranked(drafts: Sequence[Draft], wanted: set[str]) -> list[Draft]:
    """Those with most of the wanted accounts first."""
    return sorted(drafts, key=lambda d: (-sum(key_of(p) in wanted for p, _ in d.members), -len(d.members), d.text))


def _rejected(drafts: list[Draft], c: Correction, own: dict[str, Proposition], corrected: Corrected) -> list[Draft]:
    target = c.targets[0] if c.targets else ""
    if ":" not in target:
        return drafts  # an attribution; it is gone already, and what is lost of those is counted there
    if not _holding(drafts, target) and target not in own:
        corrected.lost(c)
    left = [replace(d, members=[m for m in d.members if key_of(m[0]) != target]) for d in drafts]
    return [d for d in left if len(d.members) > 1 or any(p.attribution is not None for p, _ in d.members)]


def set_positions(corrected: Corrected, keys: set[str]) -> dict[str, Position]:
    """The position a person gave each account key."""
    out: dict[str, Position] = {}
    for c in corrected.of(Kind.SET_POSITION):
        target = c.targets[0] if c.targets else ""
        if target in keys and c.value in set(Position):
            out[target] = Position(c.value)
        else:
            corrected.lost(c)
    return out


def positioned(account: Account, statement: Proposition, chosen: dict[str, Position]) -> Account:
    """The account with the position a person set, where one did."""
    position = chosen.get(key_of(statement))
    return account if position is None else replace(account, position=position, reason="a person said so")
