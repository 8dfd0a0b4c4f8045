"""What the typesetter is given: the planned paragraphs and the page, as data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from drafter.report import Formal, Head, plain
from drafter.write import official
from drafter.write.formal import Grid, Item, Mark
from drafter.write.imprint import Foot
from drafter.write.layout import CENTRED, PageLayout
from drafter.write.places import mark_look
from drafter.write.plan import Layout, Line

Data = dict[str, object]
DROP = 2.0
"""Points that letters sit lower than in the middle of their line, as Word and LibreOffice set an exact pitch."""
NUMBER_DEPTH = 3.2
"""Points from the baseline of a page number to the lower edge of its line."""
LONGEST_WORD = 36
"""Latin letters and digits without a blank that may not fit a line; they are then broken where it ends, as Word breaks them."""
CELL_INSETS, CELL_POINTS = 10.8, 12
"""What the two sides of a cell of a table take of its width, and the size of its characters, in points."""
SLOTS = {"SignerName": "heading2"}
"""Character styles by the face they are set in."""


def data(head: Head, items: Sequence[Item], layout: PageLayout, more: Mapping[str, object]) -> str:
    """Return everything the typesetter needs as JSON; ``more`` is what the fonts of this machine and the copy add."""
    return json.dumps({
        "title": plain(head.title).replace("\n", ""), "author": head.unit, "date": [int(part) for part in head.created.split("-") if part],
        "look": _look(layout), "items": [_item(item) for item in items], **more,
    }, ensure_ascii=False)


def mark_of(formal: Formal | None, layout: PageLayout) -> Data:
    """Return how 发文机关标志 looks."""
    look = mark_look([plain(name) for name in formal.mark], plain(formal.suffix), layout) if formal else None
    return {"points": look.points, "percent": look.percent} if look else {}


def _item(item: Item) -> Data:
    if isinstance(item, Line):
        return {"kind": "line", **_line(item)}
    if isinstance(item, Mark):
        return {"kind": "mark", "names": [_line(name) for name in item.names], "suffix": _line(item.suffix) if item.suffix else None,
                "height": item.height / 20, "widths": [width / 20 for width in item.widths]}
    if isinstance(item, Grid):
        words = [int((width / 20 - CELL_INSETS) / CELL_POINTS * 2) for width in item.widths]
        return {"kind": "grid", "rows": [[_line(line, longest) for line, longest in zip(row, words, strict=True)] for row in item.rows],
                "widths": [width / 20 for width in item.widths]}
    assert isinstance(item, Foot)
    return {"kind": "foot", "lines": [_line(line) for line in item.lines]}


def _line(line: Line, longest: int = LONGEST_WORD) -> Data:
    layout = line.layout or Layout()
    text = [part for words, face in _words(line) for part in _parts(words, SLOTS.get(face, ""), longest)]
    return {"style": line.style, "keep": line.keep, "right": line.right, "text": text, "placed": layout.first is not None,
            "first": layout.first or 0.0, "left": layout.left, "tabs": layout.tabs, "height": layout.height / 20, "page": layout.page,
            "rules": layout.rules, "cell": layout.cell / 20}


def _words(line: Line) -> Iterator[tuple[str, str]]:
    """Yield the words of a line with their character styles, runs of one style together."""
    held, face = line.number, ""
    for mark in line.marks:
        if mark.face != face:
            yield held, face
            held, face = "", mark.face
        held += mark.run.text
    yield held, face


def _parts(words: str, face: str, longest: int) -> Iterator[Data]:
    """Yield a text cut at its line breaks, which stand for themselves, at what is still to be filled in, and at overlong words."""
    for piece in re.split(f"(\n|【待填[^】]*】|[!-~]{{{max(longest, 2)},}})", words):
        if piece:
            lit = piece.startswith("【待填")
            yield {"text": piece, "lit": lit, "face": "" if piece == "\n" else face, "loose": not lit and len(piece) >= longest and piece.isascii()}


def _look(layout: PageLayout) -> Data:
    """Return the page in points."""
    twips = {"width": official.PAGE_WIDTH, "height": official.PAGE_HEIGHT, "top": layout.top, "bottom": layout.bottom, "left": layout.left,
             "right": layout.right, "pitch": layout.pitch, "tracking": layout.spacing, "cell": official.CELL, "size": official.BODY_HALF_POINTS * 10,
             "title-size": official.TITLE_HALF_POINTS * 10, "number-size": official.FOOTER_HALF_POINTS * 10}
    return {**{name: length / 20 for name, length in twips.items()}, "drop": DROP, "number-base": layout.footer / 20 + NUMBER_DEPTH,
            "centred": layout.number == CENTRED, "bold-third": layout.bold_third}
