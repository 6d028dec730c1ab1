"""The text layer of one PDF page as printed stretches of one line each."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# In units of the type's height: a wider gap within a line is a new stretch; a narrower one between two is closed.
_SPLIT = 1.8
_JOIN = 0.6
_SPACE = 0.18
# What pdfium gives for a hyphen at the end of a line.
_HYPHENS = {0x2, 0xFFFE}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words printed on one line without a wide gap; y grows downwards, ``size`` is the height of the type."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class _Glyph:
    text: str
    left: float
    top: float
    right: float
    bottom: float


def stretches_of(page: Any) -> list[Stretch]:
    """The stretches of a pdfium page, those of one line joined, in the order of the page's content."""
    textpage = page.get_textpage()
    try:
        found = list(_runs(_glyphs(textpage, _turn(page))))
    finally:
        textpage.close()
    return _joined(found)


def _turn(page: Any) -> Any:
    """From the page's own coordinates to upright ones with y downwards."""
    width, height = page.get_width(), page.get_height()
    rotation = page.get_rotation()

    def turned(left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        if rotation == 90:
            return bottom, left, top, right
        if rotation == 180:
            return width - right, bottom, width - left, top
        if rotation == 270:
            return width - top, height - right, width - bottom, height - left
        return left, height - top, right, height - bottom

    return turned


def _glyphs(textpage: Any, turned: Any) -> Iterator[_Glyph]:
    import pypdfium2.raw as raw

    box = raw.FS_RECTF()
    pending = 0
    for k in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, k)
        if 0xD800 <= code < 0xDC00:
            pending = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((pending - 0xD800) << 10) + code - 0xDC00 if pending else 0xFFFD
        pending = 0
        text = "-" if code in _HYPHENS else _LIGATURES.get(code) or chr(code)
        if text in "\r\n\0" or not raw.FPDFText_GetLooseCharBox(textpage, k, ctypes.byref(box)):
            continue
        yield _Glyph(text, *turned(box.left, box.top, box.right, box.bottom))


def _runs(glyphs: Iterator[_Glyph]) -> Iterator[Stretch]:
    run: list[_Glyph] = []
    for glyph in glyphs:
        if glyph.text.isspace():
            if run and not run[-1].text.isspace():
                run.append(_Glyph(" ", run[-1].right, run[-1].top, run[-1].right, run[-1].bottom))
            continue
        if run and not _goes_on(run[-1], glyph):
            yield from _stretch(run)
            run = []
        if run and not run[-1].text.isspace() and glyph.left - run[-1].right > _SPACE * (glyph.bottom - glyph.top):
            run.append(_Glyph(" ", run[-1].right, run[-1].top, run[-1].right, run[-1].bottom))
        run.append(glyph)
    yield from _stretch(run)


def _goes_on(last: _Glyph, glyph: _Glyph) -> bool:
    height = max(min(last.bottom - last.top, glyph.bottom - glyph.top), 0.1)
    overlap = min(last.bottom, glyph.bottom) - max(last.top, glyph.top)
    gap = glyph.left - last.right
    return overlap > 0.5 * height and -0.7 * height < gap < _SPLIT * height


def _stretch(run: list[_Glyph]) -> Iterator[Stretch]:
    inked = [glyph for glyph in run if not glyph.text.isspace()]
    if not inked:
        return
    heights = sorted(glyph.bottom - glyph.top for glyph in inked)
    yield Stretch(
        "".join(glyph.text for glyph in run).strip(),
        min(glyph.left for glyph in inked),
        min(glyph.top for glyph in inked),
        max(glyph.right for glyph in inked),
        max(glyph.bottom for glyph in inked),
        round(heights[len(heights) // 2], 1),
    )


def _joined(found: list[Stretch]) -> list[Stretch]:
    """Neighbours on one line that were set piece by piece, as one."""
    out: list[Stretch] = []
    for one in sorted(found, key=lambda s: (round(s.middle), s.left)):
        for k in range(len(out) - 1, max(len(out) - 12, -1), -1):
            if _touch(out[k], one):
                out[k] = _both(out[k], one)
                break
        else:
            out.append(one)
    return out


def _touch(a: Stretch, b: Stretch) -> bool:
    height = max(min(a.size, b.size), 0.1)
    overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    return overlap > 0.6 * height and -0.3 * height < b.left - a.right < _JOIN * height


def _both(a: Stretch, b: Stretch) -> Stretch:
    space = " " if b.left - a.right > _SPACE * min(a.size, b.size) else ""
    return Stretch(
        a.text + space + b.text, a.left, min(a.top, b.top), b.right, max(a.bottom, b.bottom), max(a.size, b.size)
    )
