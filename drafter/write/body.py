"""document.xml: the paragraphs of a report, as strings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from drafter.write import official
from drafter.write.dress import section
from drafter.write.escape import escape
from drafter.write.layout import GBT9704, PageLayout
from drafter.write.plan import Line

MISSING = re.compile("(【待填[^】]*】)")
BREAKS = re.compile("([\n\t])")
EDGE_BLANK = re.compile(r"^\s|\s$|\s\s")
NAMESPACES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
              'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
LIT = '<w:rPr><w:highlight w:val="yellow"/></w:rPr>'


def document(lines: tuple[Line, ...], layout: PageLayout = GBT9704) -> str:
    """Return document.xml of the planned paragraphs."""
    ids = count(1)
    paragraphs = "\n".join(_paragraph(line, ids) for line in lines)
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f"<w:document {NAMESPACES}><w:body>\n{paragraphs}\n{section(layout)}</w:body></w:document>\n")


def _paragraph(line: Line, ids: Iterator[int]) -> str:
    keep = "<w:keepNext/>" if line.keep else ""
    indent = "" if line.right is None else _right(line.right)
    layout = f'<w:pPr><w:pStyle w:val="{line.style}"/>{keep}{indent}</w:pPr>'
    content = _content(line, ids)
    return f"<w:p>{layout}{_bookmarked(line.bookmark, content, ids)}</w:p>"


def _right(cells: float) -> str:
    return f'<w:ind w:rightChars="{round(cells * 100)}" w:right="{round(cells * official.CELL)}"/>'


def _content(line: Line, ids: Iterator[int]) -> str:
    """Join the runs between two bookmarks; a figure is a bookmark of its own."""
    pieces: list[str] = []
    held = line.number
    for mark in line.marks:
        if mark.bookmark:
            pieces += (_runs(held), _bookmarked(mark.bookmark, _runs(mark.run.text), ids))
            held = ""
        else:
            held += mark.run.text
    return "".join((*pieces, _runs(held)))


def _bookmarked(name: str, content: str, ids: Iterator[int]) -> str:
    if not name:
        return content
    number = next(ids)
    return (f'<w:bookmarkStart w:id="{number}" w:name="{escape(name)}"/>{content}'
            f'<w:bookmarkEnd w:id="{number}"/>')


def _runs(text: str) -> str:
    """Return the runs of a text; what is still to be filled in is lit up."""
    if not text or "【" not in text:
        return _run(text) if text else ""
    pieces = MISSING.split(text)
    return "".join(_run(piece, LIT if place % 2 else "") for place, piece in enumerate(pieces) if piece)


def _run(text: str, look: str = "") -> str:
    words = "".join(_words(piece) for piece in BREAKS.split(text)) if BREAKS.search(text) else _words(text)
    return f"<w:r>{look}{words}</w:r>"


def _words(piece: str) -> str:
    if piece == "\n":
        return "<w:br/>"
    if piece == "\t":
        return "<w:tab/>"
    space = ' xml:space="preserve"' if EDGE_BLANK.search(piece) else ""
    return f"<w:t{space}>{escape(piece)}</w:t>" if piece else ""
