"""Where the parts of the formal form stand, in characters of the text; both the Word and the PDF writer read it here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from drafter.write import official
from drafter.write.cells import width
from drafter.write.layout import GBT9704, PageLayout

SEAL = official.SEAL_MM * official.TWIPS_PER_MM / official.CELL
"""The width of a seal."""
SEAM = re.compile("(?<!^)(?=委员会|人民政府|办事处|工作委员会)")
APART = 1.0
"""What parts two names in one line at least."""
NAME = 3
"""Characters that the shortest column of 签发人 is made for: most names have two or three."""


class Look(NamedTuple):
    """The size of 发文机关标志 in points, and the percentage of its width that its characters take."""

    points: float
    percent: int


def mark_look(names: Sequence[str], suffix: str, layout: PageLayout = GBT9704) -> Look:
    """Return how the characters of 发文机关标志 look, so that the longest line fits 版心 (7.2.4)."""
    count = max(map(len, names)) + len(suffix)
    room = layout.width / 20
    percent = min(100, max(official.MARK_NARROWEST, int(100 * room / (count * official.MARK_POINTS))))
    return Look(min(official.MARK_POINTS, int(2 * room / (count * percent / 100)) / 2), percent)


class Signers(NamedTuple):
    """Where 签发人 stand, from the left: the label, and the columns of the names; and the names row by row.

    ``beside`` tells whether there is room for 发文字号 in the last row.
    """

    label: float
    columns: tuple[float, ...]
    rows: tuple[tuple[int, ...], ...]
    beside: bool = True


def signer_places(names: Sequence[str], number: str = "", layout: PageLayout = GBT9704) -> Signers:
    """Return where the label and the names of 签发人 stand (7.2.6): two a line, or one where the names are long; right inset one character."""
    needed = official.NUMBER_INSET_CELLS + width(number) + APART
    abreast = [_abreast(names, several, layout, needed) for several in (official.SIGNERS_PER_LINE, 1) if several <= len(names) or several == 1]
    return next((places for places in abreast if places.beside), abreast[-1])


def _abreast(names: Sequence[str], several: int, layout: PageLayout, needed: float) -> Signers:
    """Return the places with so many names a line; ``needed`` is the room of 发文字号 in the last of them."""
    column = max(NAME, *(width(name) for name in names))
    first = layout.across - official.NUMBER_INSET_CELLS - column * several - APART * (several - 1)
    columns = tuple(first + turn * (column + APART) for turn in range(several))
    indexes = range(len(names))
    rows = tuple(tuple(indexes[at:at + several]) for at in range(0, len(names), several))
    label = first - len("签发人：")
    return Signers(label, columns, rows, needed <= (label if len(rows) == 1 else first) and label >= official.NUMBER_INSET_CELLS)


class Sealed(NamedTuple):
    """One row of 署名 that bear a seal: the lines of the names, and their middles from the left."""

    lines: tuple[tuple[str, ...], ...]
    middles: tuple[float, ...]


def sealed_rows(names: Sequence[str], date: str, layout: PageLayout = GBT9704) -> tuple[Sealed, ...]:
    """Return the rows of 署名 with room for seals; the date lies under the last name (7.3.5.1)."""
    across, abreast = layout.across, min(len(names), official.SEALS_PER_LINE)
    if any(width(piece) > across / abreast for name in names for piece in _pieces(name, across / abreast - APART)):
        abreast = 1
    return tuple(_row(names[at:at + abreast], date, across) for at in range(0, len(names), abreast))


def _row(names: Sequence[str], date: str, across: float) -> Sealed:
    """Return one row: the last name centred over the date, the others spread evenly; names and seals never touch."""
    count = len(names)
    pieces = [_pieces(name, across / count - APART) if count > 1 else _folded(name, across) for name in names]
    widths = [max(map(width, found)) for found in pieces]
    inset = max(official.SEAL_DATE_CELLS + width(date) / 2, widths[-1] / 2)
    deep = max(map(len, pieces))
    lines = tuple(tuple(found[line - deep] if line >= deep - len(found) else "" for found in pieces) for line in range(deep))
    if count == 1:
        return Sealed(lines, (across - inset,))
    step = (across - 2 * inset) / (count - 1)
    needed = max(SEAL + APART, *((left + right) / 2 + APART for left, right in pairwise(widths)))
    if step < needed or widths[0] / 2 > inset:
        inset, step = across / count / 2, across / count
    return Sealed(lines, tuple(inset + step * turn for turn in range(count)))


def _pieces(name: str, room: float) -> list[str]:
    """Return a name in one line, or in two before its last word where it is too long for its room."""
    return [name] if width(name) <= room else SEAM.split(name, maxsplit=1)


def _folded(name: str, room: float) -> list[str]:
    """Return a name that has a line of its own in as many as it needs, all about as long."""
    if width(name) <= room:
        return [name]
    pieces = SEAM.split(name, maxsplit=1)
    if len(pieces) > 1 and max(map(width, pieces)) <= room:
        return pieces
    count = ceil(width(name) / room)
    ends = [round(len(name) * turn / count) for turn in range(count + 1)]
    return [name[start:end] for start, end in pairwise(ends)]


def unsealed_places(name: str, date: str, layout: PageLayout = GBT9704) -> tuple[float, float]:
    """Return the right indents of 署名 and 成文日期 where no seal is set (7.3.5.2)."""
    base = float(official.SIGNATURE_INDENT_CELLS)
    if not name or not date:
        return base, base
    longer = min(width(name), layout.across - base) - width(date)  # a name that fills its line goes on in the next
    return (base, longer) if longer >= base else (base * 2 - longer, base)
