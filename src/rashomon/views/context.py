"""The words around a few words, so that "the claim" or "it" can be understood where it is quoted."""

from __future__ import annotations

import re

# With fewer words than this a quotation is shown in its sentence.
_FEW = 8
# No more than this is shown on either side.
_REACH = 200
_END = re.compile(r"""([.!?]["”’')\]]*)\s+(?=["“‘'(\[]?[A-Z0-9])""")
_PAIRS = {"“": "”", "‘": "’", '"': '"', "'": "'"}


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after the words in their sentence; nothing where they are enough by themselves."""
    if len(text[start:end].split()) >= _FEW:
        return "", ""
    left = max(text.rfind("\n\n", 0, start) + 1, start - _REACH)
    paragraph = text.find("\n\n", end)
    right = min(paragraph if paragraph >= 0 else len(text), end + _REACH)
    stops = [found.end() for found in _END.finditer(text, left, start + 1)]
    stop = _END.search(text, end, right)
    opened = "… " if not stops and left == start - _REACH else ""
    closed = " …" if not stop and right == end + _REACH else ""
    before = text[stops[-1] if stops else left : start]
    after = text[end : stop.end(1) if stop else right]
    return opened + _flat(before).lstrip(), _flat(after).rstrip() + closed


def bare(words: str) -> str:
    """The words without the quotation marks around them, for where marks are put around them anyway."""
    words = words.strip()
    if len(words) > 2 and _PAIRS.get(words[0]) == words[-1] and words[-1] not in words[1:-1]:
        return words[1:-1]
    # A mark whose other half lies outside the words.
    if words[:1] in _PAIRS and _PAIRS[words[0]] not in words[1:]:
        return words[1:]
    return words


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)
