"""A reading as JSON and back: how the page half's results travel and are kept.

An attribution holds its enclosing one as an object; in JSON that is a position in the article's list, so that
nothing is written twice and identity survives the round trip.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from rashomon.record.attribution import Attribution
from rashomon.record.heard import Heard, Reading


@dataclass(frozen=True, slots=True)
class _Packed:
    reading: Reading
    inside: list[list[int | None]]


_DECODER = msgspec.json.Decoder(_Packed)


def encode_reading(reading: Reading) -> bytes:
    """The reading as UTF-8 JSON; the same reading gives the same bytes."""
    inside: list[list[int | None]] = []
    heard: list[Heard] = []
    for one in reading.heard:
        places = {id(attribution): k for k, attribution in enumerate(one.attributions)}
        inside.append([None if a.inside is None else places[id(a.inside)] for a in one.attributions])
        heard.append(replace(one, attributions=[replace(a, inside=None) for a in one.attributions]))
    return msgspec.json.encode(_Packed(replace(reading, heard=heard), inside))


def decode_reading(data: bytes) -> Reading:
    """The reading that `encode_reading` wrote. Raises ``msgspec.ValidationError`` on anything else."""
    packed = _DECODER.decode(data)
    heard = [
        replace(one, attributions=_nested(one.attributions, parents))
        for one, parents in zip(packed.reading.heard, packed.inside, strict=True)
    ]
    return replace(packed.reading, heard=heard)


def _nested(flat: list[Attribution], parents: list[int | None]) -> list[Attribution]:
    """The same attributions with ``inside`` set; a parent is always made before what it holds."""
    made: dict[int, Attribution] = {}

    def make(k: int) -> Attribution:
        if k not in made:
            parent = parents[k]
            made[k] = flat[k] if parent is None else replace(flat[k], inside=make(parent))
        return made[k]

    return [make(k) for k in range(len(flat))]
