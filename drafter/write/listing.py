"""A list as a Word table on lying paper, which goes round the office and is filled in or signed by hand: 意见清单, 数据台账."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.report import Head, Text
from drafter.write import official
from drafter.write.body import NAMESPACES
from drafter.write.docx import assembled
from drafter.write.escape import escape
from drafter.write.properties import core

WIDE, HIGH, MARGIN = official.PAGE_HEIGHT, official.PAGE_WIDTH, 1134
"""A4 lying, with 20 mm on every side."""
SIZE, HEAD_SIZE = 24, 32
"""小四 and 三号, in half-points."""
SECTION = (f'<w:sectPr><w:pgSz w:w="{WIDE}" w:h="{HIGH}" w:orient="landscape"/><w:pgMar w:top="{MARGIN}" w:right="{MARGIN}"'
           f' w:bottom="{MARGIN}" w:left="{MARGIN}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>')
BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
                  for side in ("top", "left", "bottom", "right", "insideH", "insideV"))


def listing(
    title: str, lead: Sequence[str], columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]], head: Head, foot: str = "", size: int = SIZE,
) -> bytes:
    """Return a Word file with a title, some lines, a table and a last line.

    The widths of the columns are parts of the page's width; ``size`` is that of the table, in half-points.
    """
    whole = sum(part for _, part in columns)
    widths = [(WIDE - 2 * MARGIN) * part // whole for _, part in columns]
    table = "".join((
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{BORDERS}</w:tblBorders>',
        '<w:tblLayout w:type="fixed"/></w:tblPr>',
        "<w:tblGrid>", *(f'<w:gridCol w:w="{width}"/>' for width in widths), "</w:tblGrid>",
        _row([name for name, _ in columns], widths, size, header=True), *(_row(row, widths, size) for row in rows), "</w:tbl>",
    ))
    top = _paragraph(title, HEAD_SIZE, official.HEADING_FACES[0], "center") + "".join(map(_paragraph, lead))
    xml = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
           f"<w:document {NAMESPACES}><w:body>\n{top}{table}{_paragraph('')}{_paragraph(foot) if foot else ''}\n{SECTION}</w:body></w:document>\n")
    return assembled({"word/document.xml": xml, "docProps/core.xml": core(head._replace(title=(Text(title),)))})


def _row(cells: Sequence[str], widths: Sequence[int], size: int, *, header: bool = False) -> str:
    properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if header else "<w:trPr><w:cantSplit/></w:trPr>"
    face = official.HEADING_FACES[0] if header else official.BODY_FACE
    made = (f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f'{"".join(_paragraph(line, size, face, "center" if header else "left") for line in cell.split(chr(10)))}</w:tc>'
            for cell, width in zip(cells, widths, strict=True))
    return f"<w:tr>{properties}{''.join(made)}</w:tr>"


def _paragraph(text: str, size: int = SIZE, face: str = official.BODY_FACE, side: str = "left") -> str:
    fonts = f'<w:rPr><w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    run = f'<w:r>{fonts}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="Normal"/><w:spacing w:line="{size * 14}" w:lineRule="atLeast"/><w:jc w:val="{side}"/></w:pPr>{run}</w:p>'
