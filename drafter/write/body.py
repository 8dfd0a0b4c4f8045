"""document.xml: the paragraphs of a report, as strings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from drafter.write import official
from drafter.write.dress import section
from drafter.write.escape import escape
from drafter.write.layout import GBT9704, PageLayout
from drafter.write.plan import Layout, Line

MISSING = re.compile("(【待填[^】]*】)")
BREAKS = re.compile("([\n\t])")
EDGE_BLANK = re.compile(r"^\s|\s$|\s\s")
NAMESPACES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
              'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
LIT = '<w:highlight w:val="yellow"/>'


def document(lines: tuple[Line, ...], layout: PageLayout = GBT9704) -> str:
    """Return document.xml of the planned paragraphs."""
    ids = count(1)
    return wrapped("\n".join(paragraph(line, ids) for line in lines), layout)


def wrapped(paragraphs: str, layout: PageLayout, namespaces: str = NAMESPACES) -> str:
    """Return document.xml around some finished paragraphs."""
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f"<w:document {namespaces}><w:body>\n{paragraphs}\n{section(layout)}</w:body></w:document>\n")


def paragraph(line: Line, ids: Iterator[int], inside: str = "") -> str:
    """Return a paragraph; ``inside`` are finished runs behind its own."""
    keep = "<w:keepNext/>" if line.keep else ""
    indent = "" if line.right is None else _right(line.right)
    own = f"{keep}{indent}" if line.layout is None else f"{keep}{_layout(line.layout, line.right)}"
    content = _content(line, ids)
    return f'<w:p><w:pPr><w:pStyle w:val="{line.style}"/>{own}</w:pPr>{_bookmarked(line.bookmark, content, ids)}{inside}</w:p>'


def _right(cells: float) -> str:
    return f'<w:ind w:rightChars="{round(cells * 100)}" w:right="{round(cells * official.CELL)}"/>'


def _layout(layout: Layout, right: float | None) -> str:
    """Return the properties of a paragraph of the formal form, in the order of the schema."""
    page = "<w:pageBreakBefore/>" if layout.page else ""
    rules = "".join(f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'
                    for side, size in zip(("top", "bottom"), layout.rules, strict=True) if size)
    tabs = "".join(f'<w:tab w:val="{kind}" w:pos="{round(at * layout.cell)}"/>' for kind, at in layout.tabs)
    height = f'<w:snapToGrid w:val="0"/><w:spacing w:line="{layout.height}" w:lineRule="exact"/>' if layout.height else ""
    return "".join((page, f"<w:pBdr>{rules}</w:pBdr>" if rules else "", f"<w:tabs>{tabs}</w:tabs>" if tabs else "", height,
                    _indent(layout, right), '<w:jc w:val="left"/>' if tabs else ""))


def _indent(layout: Layout, right: float | None) -> str:
    """Return the indents; measured in characters too where the text has its usual size, for Word reckons by those."""
    if layout.first is None and right is None:
        return ""
    first, left = layout.first or 0.0, layout.left if layout.first is not None else 0.0
    hang = ("hanging", left - first) if first < left else ("firstLine", first - left)
    sides = (("left", left), ("right", right or 0.0), hang)
    said = (f'w:{name}Chars="{round(cells * 100)}" w:{name}="{round(cells * layout.cell)}"' for name, cells in sides)
    return f"<w:ind {' '.join(said)}/>"


def _content(line: Line, ids: Iterator[int]) -> str:
    """Join the runs between two bookmarks; a figure is a bookmark of its own."""
    pieces: list[str] = []
    look = line.layout.look if line.layout else ""
    held, face = line.number, ""
    for mark in line.marks:
        if mark.bookmark or mark.face != face:
            pieces.append(_runs(held, _look(face, look)))
            held, face = "", mark.face
        if mark.bookmark:
            pieces.append(_bookmarked(mark.bookmark, _runs(mark.run.text, _look(face, look)), ids))
        else:
            held += mark.run.text
    return "".join((*pieces, _runs(held, _look(face, look))))


def _look(face: str, look: str) -> str:
    """Return the properties of a run: its character style first."""
    return f'<w:rStyle w:val="{face}"/>{look}' if face else look


def _bookmarked(name: str, content: str, ids: Iterator[int]) -> str:
    if not name:
        return content
    number = next(ids)
    return (f'<w:bookmarkStart w:id="{number}" w:name="{escape(name)}"/>{content}'
            f'<w:bookmarkEnd w:id="{number}"/>')


def _runs(text: str, look: str = "") -> str:
    """Return the runs of a text; what is still to be filled in is lit up."""
    if not text or "【" not in text:
        return _run(text, look) if text else ""
    pieces = MISSING.split(text)
    return "".join(_run(piece, look + LIT if place % 2 else look) for place, piece in enumerate(pieces) if piece)


def _run(text: str, properties: str = "") -> str:
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    words = "".join(_words(piece) for piece in BREAKS.split(text)) if BREAKS.search(text) else _words(text)
    return f"<w:r>{look}{words}</w:r>"


def _words(piece: str) -> str:
    if piece == "\n":
        return "<w:br/>"
    if piece == "\t":
        return "<w:tab/>"
    space = ' xml:space="preserve"' if EDGE_BLANK.search(piece) else ""
    return f"<w:t{space}>{escape(piece)}</w:t>" if piece else ""
