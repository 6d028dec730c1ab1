"""The title of an article, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.html_blocks import Block

_BETWEEN = re.compile(r"\s+[|–—•·:»«\-]+\s+|\s*\|\s*|\s*[»•·]\s*|\s+::\s+")
# Scripts that do not part words count by character.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_FIRST_LABEL = re.compile(r"headline|(?:entry|post|article|story)[-_]*(?:title|hed|head)")
_LABEL = re.compile(r"headline|(?:entry|post|article|story)-?title")
_SAME = 0.6
_NEAR = 8


def words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def likeness(a: str, b: str) -> float:
    """Share of words two titles have in common."""
    first, second = set(words(a)), set(words(b))
    return len(first & second) / len(first | second) if first and second else 0.0


def covered(part: str, whole: str) -> float:
    """Share of the words of ``part`` that stand in ``whole``."""
    inner, outer = words(part), set(words(whole))
    return sum(word in outer for word in inner) / len(inner) if inner else 0.0


def without_site(title: str, site: str | None, host: str | None) -> str:
    """A title with the pieces taken off its ends that name the site or a section of it."""
    title = " ".join(title.split())
    while True:
        joints = list(_BETWEEN.finditer(title))
        if not joints:
            return title
        head, tail = title[: joints[-1].start()], title[joints[-1].end() :]
        first, rest = title[: joints[0].start()], title[joints[0].end() :]
        bar = "|" in joints[-1][0] or "»" in joints[-1][0]
        if _names_site(tail, site, host) or (bar and len(words(tail)) <= 4 < len(words(head))):
            title = head
        elif _names_site(first, site, host):
            title = rest
        else:
            return title


def _names_site(piece: str, site: str | None, host: str | None) -> bool:
    flat = "".join(words(piece))
    if not flat:
        return True
    core = "".join(words((host or "").removeprefix("www.").rsplit(".", 1)[0].rsplit(".", 1)[-1]))
    named = "".join(words(site or ""))
    if named and (flat == named or (len(named) > 3 and (flat.startswith(named) or named.startswith(flat)))):
        return True
    if (
        core
        and len(flat) >= 2
        and (
            flat == core
            or (len(core) > 3 and core in flat and len(flat) < 2 * len(core) + 4)
            or (len(flat) > 4 and flat in core)
        )
    ):
        return True
    initials = "".join(word[0] for word in words(piece))
    return bool(core) and len(initials) >= 2 and core.startswith(initials) and len(core) <= len(initials) + 2


def heading_of(blocks: Sequence[Block], told: Sequence[str], before: int) -> int | None:
    """Which block is the visible title: a heading that says what the page's data or title bar say, or the best heading
    of the first rank above block ``before``."""
    best, best_score = None, 0.0
    titles = [frozenset(words(title)) for title in told]
    for k, block in enumerate(blocks):
        rank = _rank(block)
        if not rank or len(block.words) > 400:
            continue
        mine = words(block.words)
        like, inside = _nearness(mine, titles)
        score = like + 0.5 * inside + rank + (0.3 if k <= before else -0.3)
        if (like >= _SAME or inside > 0.9) and score > best_score and len(mine) > 1:
            best, best_score = k, score
    if best is not None:
        return best
    spoken = [words(title) for title in told if len(words(title)) > 1]
    plain = [k for k in range(max(0, before - _NEAR), min(before, len(blocks))) if words(blocks[k].words) in spoken]
    if plain:  # not marked up as a heading, but the very words the page's data give
        return plain[-1]
    named = any(len(words(title)) > 1 for title in told)
    firsts = [
        k
        for k, block in enumerate(blocks[: before + 1])
        if block.node.tag == "h1"
        and len(words(block.words)) > 2
        and (
            not named or "headline" in block.node.attrs.get("itemprop", "") or _rank(block) > 0.5 or before - k <= _NEAR
        )
    ]
    return max(
        firsts, key=lambda k: ("headline" in blocks[k].node.attrs.get("itemprop", ""), _rank(blocks[k])), default=None
    )


def _nearness(mine: Sequence[str], titles: Sequence[frozenset[str]]) -> tuple[float, float]:
    """How like the nearest title the words are, and the share of them that stand in the one that has most of them."""
    different = frozenset(mine)
    shared = [(len(different & title), title) for title in titles if different & title]
    like = max((count / len(different | title) for count, title in shared), default=0.0)
    inside = max((sum(word in title for word in mine) / len(mine) for _, title in shared), default=0.0)
    return like, inside


def without_bar(title: str, site: str | None, host: str | None) -> str:
    """A visible title without " | Site" at its end; what else it holds its author meant."""
    head, bar, tail = title.rpartition(" | ")
    return head if bar and _names_site(tail, site, host) else title


def _rank(block: Block) -> float:
    """How much of a title the mark-up makes of a block: 0 for none."""
    for step, node in enumerate((block.node, block.node.parent)):
        if node is None:
            break
        if node.tag == "h1":
            return 0.6 if _FIRST_LABEL.search(node.label) else 0.5
        if "headline" in node.attrs.get("itemprop", "") or _LABEL.search(node.label):
            return 0.4
        if step == 0 and node.tag in ("h2", "h3"):
            return 0.2
        if step == 0 and "title" in node.label:
            return 0.2
    return 0.0
