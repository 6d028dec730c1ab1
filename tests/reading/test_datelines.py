from __future__ import annotations

import pytest

from rashomon.reading.datelines import iso_date, parse_dateline
from rashomon.record import Basis, Precision


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("JUNE 18, 2020 09:17", "2020-06-18T09:17"),
        ("Thursday, 18 June 2020 at 9:17 p.m. ET", "2020-06-18T21:17"),
        ("9:17 AM EST November 18, 2019", "2019-11-18T09:17"),
        ("12:05 am, 18 Nov 2019", "2019-11-18T00:05"),
        ("Published 18/06/2020", "2020-06-18"),
        ("18.6.2020, 17:05", "2020-06-18T17:05"),
        ("18-Nov-2019", "2019-11-18"),
        ("3 mai 2018", "2018-05-03"),
        ("12 de noviembre de 2019", "2019-11-12"),
        ("2019年11月18日", "2019-11-18"),
        ("March 3rd 2017", "2017-03-03"),
        ("2016-12-29", "2016-12-29"),
        ("Published 05/06/2020", None),
        ("Published on", None),
        ("June 2020", None),
        ("18 June", None),
        ("31 February 2019", None),
        ("3 hours ago", None),
        ("call 2019-555", None),
    ],
)
def test_a_full_date_is_found_in_place(text: str, value: str | None) -> None:
    padded = f"xx {text} xx"
    found = parse_dateline(padded, 3, 3 + len(text))
    if value is None:
        assert found is None
        return
    assert found is not None
    assert found.evidence is not None
    assert (found.value, found.basis) == (value, Basis.STATED)
    assert padded[found.evidence.start : found.evidence.end] == found.evidence.text


@pytest.mark.parametrize(
    ("value", "date", "precision"),
    [
        ("2019-11-18T23:30:00Z", "2019-11-18", Precision.DAY),
        ("2019-11-18T23:30:00-05:00", "2019-11-18T23:30", Precision.MINUTE),
        ("Mon, 18 Nov 2019 10:05:00 +0000", "2019-11-18", Precision.DAY),
        ("2019-11-18T00:00:00", "2019-11-18", Precision.DAY),
    ],
)
def test_metadata_in_universal_time_keeps_the_day(value: str, date: str, precision: Precision) -> None:
    found = iso_date(value)
    assert found is not None
    assert (found.value, found.precision) == (date, precision)
