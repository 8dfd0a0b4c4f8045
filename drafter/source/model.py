"""What reading one file gives: its data as text, and where every part of it was typed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from drafter.finding import Address, Place

Data = str | list["Data"] | dict[str, "Data"]
"""Every scalar is text; an empty value is the empty text."""

Spot = tuple[int, int]
"""Line and column as the parser counts them, from 0, in the repaired text."""

Edit = tuple[int, int, str]
"""Start and end in the line as typed, and the characters that the parser is given instead."""


class Shift:
    """The edits of one repaired line, and the way back from its columns to those that were typed."""

    __slots__ = ("_begins", "_edits")

    def __init__(self, edits: list[Edit]) -> None:
        self._edits = edits
        self._begins: list[int] = []
        shift = 0
        for start, end, new in edits:
            self._begins.append(start + shift)
            shift += len(new) - (end - start)

    def typed(self, column: int) -> int:
        """Return where a column of the repaired line stands in the line as typed."""
        index = bisect_right(self._begins, column) - 1
        if index < 0:
            return column
        start, end, new = self._edits[index]
        into = column - self._begins[index]
        if into >= len(new):
            return end + into - len(new)
        # Words that were put in quotes begin where they began; blanks stand for blanks.
        return min(start + into, max(start, end - 1)) if new.isspace() else start


Edits = Mapping[int, Shift]
"""The edits of each repaired line, by line number from 0."""


class Places(Mapping[Address, Place]):
    """Addresses and their places; a place is worked out when it is asked for."""

    __slots__ = ("_edits", "_file", "_lines", "_spots")

    def __init__(self, file: str, spots: dict[Address, Spot], edits: Edits, lines: list[str]) -> None:
        self._file = file
        self._lines = lines
        self._spots = spots
        self._edits = edits

    def __getitem__(self, address: Address) -> Place:
        spot = self._spots[address]
        if spot[0] >= len(self._lines):
            # An empty value at the very end: the parser counts a line that is not there.
            return Place(self._file, len(self._lines), len(self._lines[-1]) + 1)
        return typed(self._file, self._edits, spot)

    def __iter__(self) -> Iterator[Address]:
        return iter(self._spots)

    def __len__(self) -> int:
        return len(self._spots)


def typed(file: str, edits: Edits, spot: Spot) -> Place:
    """Return the place in the file as typed of a spot in the repaired text."""
    line, column = spot
    if line in edits:
        column = edits[line].typed(column)
    return Place(file, line + 1, column + 1)


@dataclass(frozen=True, slots=True)
class Source:
    """One file as read. ``text`` is what was typed, with plain line feeds and without a byte order mark."""

    file: str
    text: str
    data: Data
    places: Mapping[Address, Place]
    keys: Mapping[Address, Place]
    _lines: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_lines", tuple(self.text.split("\n")))

    def place(self, address: Address) -> Place:
        """Return where the value at an address begins, or its nearest known ancestor."""
        return self._nearest(self.places, address)

    def key(self, address: Address) -> Place:
        """Return where the key of an address is typed, or the value where it has no key."""
        found = self.keys.get(address)
        return found if found is not None else self.place(address)

    def line(self, number: int) -> str:
        """Return a line as typed; an unknown number gives the empty text."""
        return self._lines[number - 1] if 1 <= number <= len(self._lines) else ""

    def _nearest(self, known: Mapping[Address, Place], address: Address) -> Place:
        for end in range(len(address), 0, -1):
            found = known.get(address[:end])
            if found is not None:
                return found
        return Place(self.file, 1, 1)


def found(data: Data, at: Address) -> Data | None:
    """Return what stands at an address; None where nothing does."""
    for step in at:
        if isinstance(data, dict) and step in data:
            data = data[str(step)]
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
