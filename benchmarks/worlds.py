"""A pile of readings of any size from one that has been read, for measuring the story half alone.

Reading ten thousand pages takes most of an hour, and the story half asks only for readings. So each reading is told
again in other worlds, where the rarer words (those of names too) have other letters: as many sentences, names, denials
and copies as in the real pile, and as many more stories as there are worlds. What this does not show is how claims meet
across more and more articles of one story; the piles of `benchmarks.pile` show that.
"""

from __future__ import annotations

import json
import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from rashomon.record import Reading
from rashomon.record.codec import decode_reading, encode_reading
from rashomon.relating.wordlists import common, listed, stopwords
from rashomon.relating.words import stem
from rashomon.story import Chosen, Readings, open_to_write, transaction

_WORD = re.compile(r"[A-Za-z]{5,}")
_VOWELS, _OTHERS = "aeiou", "bcdfghjklmnpqrstvwxyz"
# A third of the rarer words stand in every world.
_SHARED = 3
_WORDED = frozenset({"text", "name", "names", "titles", "title", "standfirst", "addressee"})


def tell(source: Path, target: Path, count: int) -> None:
    """Writes a story file with ``count`` readings, made from those of ``source``; the record is not made."""
    with open_to_write(source) as held, open_to_write(target) as connection:
        known, made = Readings(held), Readings(connection)
        pages: list[Chosen] = []
        with transaction(connection):
            for world in range(count):
                for one in known.chosen():
                    if len(pages) == count:
                        made.choose(pages)
                        return
                    reading = known.kept(one).reading
                    if reading is not None:
                        told = retold(reading, world)
                        pages.append(Chosen(told.page.id, f"{world}-{one.name}", one.made_by, one.captured))
                        made.keep(told.page.id, one.made_by, encode_reading(told))


def retold(reading: Reading, world: int) -> Reading:
    """The same reading in another world; world 0 is this one."""
    page = sha256(f"{world}:{reading.page.id}".encode()).hexdigest()
    text = encode_reading(reading).decode().replace(reading.page.id, page)
    for article in reading.page.articles:
        text = text.replace(article.id, "a" + sha256(f"{page}:{article.position}".encode()).hexdigest()[:12])
    return decode_reading(json.dumps(_worded(json.loads(text), world, False)).encode())


def _worded(thing: object, world: int, words: bool) -> object:
    if isinstance(thing, str):
        return _WORD.sub(lambda match: _other(match.group(), world), thing) if words and world else thing
    if isinstance(thing, list):
        return [_worded(one, world, words) for one in thing]
    if isinstance(thing, dict):
        return {key: _worded(value, world, key in _WORDED) for key, value in thing.items()}
    return thing


@cache
def _other(word: str, world: int) -> str:
    """A word of as many letters, with the same ending; the words that all news is full of stay."""
    plain = word.lower()
    usual = plain in stopwords() or stem(plain) in common() or plain in listed("finite") or stem(plain)[0] == "~"
    if usual or crc32(plain.encode()) % _SHARED == 0:
        return word
    return "".join(_turned(letter, world + k) for k, letter in enumerate(word[:-3])) + word[-3:]


def _turned(letter: str, by: int) -> str:
    row = _VOWELS if letter.lower() in _VOWELS else _OTHERS
    new = row[(row.index(letter.lower()) + by) % len(row)]
    return new.upper() if letter.isupper() else new
