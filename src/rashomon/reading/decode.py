"""Bytes into text, honestly: what was repaired or lost is said."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})|"
    rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([^\"']{2,40})",
    re.IGNORECASE,
)
# Browsers read the old Latin labels as their Windows supersets.
_SUPERSETS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}
_SAMPLE = 65_536
# UTF-8 read as Windows-1252 and saved again: the lead byte's letter, then one to three continuation bytes' letters.
_CONTINUATION = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0xC0))
_TWICE = re.compile(f"[\u00c2-\u00df][{re.escape(_CONTINUATION)}]|[\u00e0-\u00ef][{re.escape(_CONTINUATION)}]{{2}}")
_TWICE_BYTES = {ord(bytes([b]).decode("cp1252", "ignore") or chr(b)): b for b in range(0x80, 0x100)}
_WORTH_REPAIR = 3


def decode(data: bytes, charset: str | None = None) -> tuple[str, list[str]]:
    """The text of ``data`` and what was wrong with it; ``charset`` is what a header said, if any."""
    text, problems = _decode(data, charset)
    text, repaired = _repair(text)
    return text, problems + repaired


def clean_text(text: str) -> tuple[str, list[str]]:
    """``text`` fit to be written as UTF-8: pairs of surrogates joined, single ones and NULs made U+FFFD."""
    problems: list[str] = []
    if re.search("[\ud800-\udfff]", text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        problems.append("half characters (surrogates) in the text: joined, or replaced by U+FFFD")
    if "\x00" in text:
        problems.append(f"{text.count(chr(0))} NUL characters in the text: replaced by U+FFFD")
        text = text.replace("\x00", "\ufffd")
    return text, problems


def _decode(data: bytes, charset: str | None) -> tuple[str, list[str]]:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _with(data[len(bom) :], name)
    wide = _wide(data)
    if wide:
        return _with(data, wide)
    declared = _known(charset) or _declared(data)
    if b"\x1b$" in data[:_SAMPLE] and declared and declared.startswith("iso2022"):
        return _with(data, declared)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return data[: error.start].decode("utf-8"), ["the file ends in the middle of a character"]
    return _not_quite_utf8(data, declared)


def _not_quite_utf8(data: bytes, declared: str | None) -> tuple[str, list[str]]:
    loose = data.decode("utf-8", "replace")
    lost = loose.count("\ufffd")
    kept = sum(1 for c in loose[:500_000] if c > "\x7f" and c != "\ufffd")
    if kept > 20 * lost or (declared == "utf-8" and kept >= lost):
        return loose, [f"{lost} characters could not be decoded as utf-8"]
    if declared and declared != "utf-8":
        try:
            return data.decode(declared), []
        except UnicodeDecodeError:
            loose = data.decode(declared, "replace")
            if loose.count("\ufffd") * 200 < len(loose):
                return loose, [f"{loose.count(chr(0xFFFD))} characters could not be decoded as {declared}"]
    best = from_bytes(_tellings(data)).best()
    guess = _known(best.encoding) if best else None
    text, problems = _with(data, guess or "cp1252")
    return text, [f"no valid encoding declared: read as {guess or 'cp1252'}", *problems]


def _tellings(data: bytes) -> bytes:
    """A sample with the bytes beyond ASCII, which are the ones that tell encodings apart."""
    first = re.search(rb"[\x80-\xff]", data)
    start = max(0, first.start() - 2000) if first else 0
    return data[start : start + _SAMPLE]


def _with(data: bytes, encoding: str) -> tuple[str, list[str]]:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd") - data.count("\ufffd".encode(encoding, "ignore") or b"\x00\x01\x02")
    return text, [f"{lost} characters could not be decoded as {encoding}"] if lost > 0 else []


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark at its head."""
    sample = data[:2000]
    if len(sample) < 8 or not sample.count(0):
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.1 * half else None


def _declared(data: bytes) -> str | None:
    match = _META.search(data[:8192])
    return _known((match[1] or match[2]).decode("ascii", "replace")) if match else None


def _known(name: str | None) -> str | None:
    if not name:
        return None
    try:
        known = codecs.lookup(name.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    if known in (
        "hex",
        "base64",
        "zlib",
        "bz2",
        "rot13",
        "uu",
        "quopri",
        "idna",
        "punycode",
        "utf-7",
        "utf-16",
        "utf-32",
    ):
        return None
    return _SUPERSETS.get(known, known)


def _repair(text: str) -> tuple[str, list[str]]:
    """Text encoded twice, set right where it plainly was."""
    if not re.search("[\u00c2\u00c3\u00e2]", text):
        return text, []
    count = 0

    def once(match: re.Match[str]) -> str:
        nonlocal count
        try:
            right = bytes(_TWICE_BYTES[ord(c)] for c in match[0]).decode("utf-8")
        except (KeyError, UnicodeDecodeError):
            return match[0]
        count += 1
        return right

    repaired = _TWICE.sub(once, text)
    if count < _WORTH_REPAIR:
        return text, []
    return repaired, [f"text encoded twice: {count} characters repaired"]
