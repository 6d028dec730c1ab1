"""Durations as TIMEX3 writes them."""

from __future__ import annotations

# TIMEX3 units that are written as so many of a smaller one.
_WRITTEN = {
    "E": ("Y", 10),
    "C": ("Y", 100),
    "L": ("Y", 1000),
    "F": ("W", 2),
    "N": ("D", 1),
    "SE": ("SE", 1),
    "WE": ("WE", 1),
}


def length_value(count: float | None, unit: str) -> str:
    """``P2W``, ``PT1H30M``, ``P2Y6M``, ``PXD`` for a count of units."""
    if count is None:
        return f"PTX{unit[1:]}" if unit[0] == "T" else f"PX{unit}" if unit != "S" else "PTXS"
    unit, factor = _WRITTEN.get(unit, (unit, 1))
    whole, part = divmod(count * factor, 1)
    time = unit[0] == "T" or unit == "S"
    letter = unit[-1] if time else unit
    smaller = {"TH": (60, "M"), "TM": (60, "S"), "Y": (12, "M")}.get(unit)
    value = f"{int(whole)}{letter}" if whole or not part else ""
    if part and smaller:
        value += f"{round(part * smaller[0])}{smaller[1]}"
    elif part:
        value = f"{count:g}{letter}"
    return f"P{'T' if time else ''}{value}"
