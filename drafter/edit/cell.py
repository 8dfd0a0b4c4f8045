"""What the workbooks have in common: cells that hold nothing but text, the height that words need, and no time of making."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FACE = "宋体"
ASKED = "FFF8DC"
LINE_HEIGHT = 16
STAMP = (1980, 1, 1, 0, 0, 0)
CHANGED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def put(page: Worksheet, number: int, column: int, words: str, **look: Any) -> None:
    """Write one cell: always as text, so that no program makes a date of 3-5 or drops the 0 of 1.10."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side  # noqa: PLC0415

    cell = page.cell(number, column)
    if words:
        cell.value = words
        cell.data_type = "s"
    cell.number_format = "@"
    cell.font = Font(name=FACE, size=look.get("size", 11), bold=look.get("bold", False), color=look.get("colour") or "000000")
    side = "center" if look.get("middle") else "right" if look.get("right") else "left"
    cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True, indent=1 if side == "left" and look.get("border", True) else 0)
    if colour := (ASKED if look.get("asked") else look.get("fill", "")):
        cell.fill = PatternFill("solid", fgColor=colour)
    cell.protection = Protection(locked=not look.get("asked", False))
    if look.get("border", True):
        edge = Side(style="thin", color="A6A6A6")
        cell.border = Border(left=edge, right=edge, top=edge, bottom=edge)


def lines_of(words: str, width: int) -> int:
    """Return how many lines some words take in a width of so many digits; a hanzi takes two, and a line is never quite full."""
    room = max(width - 4, 2)
    return sum(max(1, -(-sum(1 if letter.isascii() else 2 for letter in line) // room)) for line in words.split("\n"))


def stamped(data: bytes) -> bytes:
    """Return a package without the time at which it was made."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = CHANGED.sub(rb"\g<1>1980-01-01T00:00:00Z", part)
            new.writestr(zipfile.ZipInfo(name, STAMP), part, zipfile.ZIP_DEFLATED)
    return held.getvalue()
