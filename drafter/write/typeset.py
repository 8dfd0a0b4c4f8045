"""What the typesetter is given: the planned paragraphs and the page, as data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from drafter.report import Head, plain
from drafter.write import official
from drafter.write.body import MISSING
from drafter.write.layout import CENTRED, PageLayout
from drafter.write.plan import Line

DROP = 2.0
"""Points that letters sit lower than in the middle of their line, as Word and LibreOffice set an exact pitch."""
NUMBER_DEPTH = 3.2
"""Points from the baseline of a page number to the lower edge of its line."""


def data(head: Head, lines: Sequence[Line], layout: PageLayout, faces: Mapping[str, Mapping[str, object]], rare: Sequence[str]) -> str:
    """Return everything the typesetter needs as JSON; faces and families come from the fonts of this machine."""
    return json.dumps({
        "title": plain(head.title).replace("\n", ""), "author": head.unit, "date": [int(part) for part in head.created.split("-") if part],
        "look": _look(layout), "faces": faces, "rare": rare, "lines": [_line(line) for line in lines],
    }, ensure_ascii=False)


def _line(line: Line) -> dict[str, object]:
    words = line.number + "".join(mark.run.text for mark in line.marks)
    return {"style": line.style, "keep": line.keep, "right": line.right,
            "text": [[part, part.startswith("【待填")] for piece in MISSING.split(words) for part in _broken(piece)]}


def _broken(words: str) -> list[str]:
    """Return a text cut at its line breaks, which stand for themselves."""
    first, *rest = words.split("\n")
    parts = [first, *(part for line in rest for part in ("\n", line))]
    return [part for part in parts if part]


def _look(layout: PageLayout) -> dict[str, object]:
    """Return the page in points."""
    twips = {"width": official.PAGE_WIDTH, "height": official.PAGE_HEIGHT, "top": layout.top, "bottom": layout.bottom, "left": layout.left,
             "right": layout.right, "pitch": layout.pitch, "tracking": layout.spacing, "cell": official.CELL, "size": official.BODY_HALF_POINTS * 10,
             "title-size": official.TITLE_HALF_POINTS * 10, "number-size": official.FOOTER_HALF_POINTS * 10}
    return {**{name: length / 20 for name, length in twips.items()}, "drop": DROP, "number-base": layout.footer / 20 + NUMBER_DEPTH,
            "centred": layout.number == CENTRED, "bold-third": layout.bold_third}
