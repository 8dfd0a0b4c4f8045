"""document.xml of a formal copy: its paragraphs, its tables, and 版记 at the foot of the last side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from drafter.write.body import NAMESPACES, paragraph, wrapped
from drafter.write.formal import Grid, Item, Mark
from drafter.write.imprint import Foot
from drafter.write.layout import GBT9704, PageLayout
from drafter.write.plan import EMPTY, Layout, Line

EMU = 635
"""English metric units in a twip."""
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
WORD_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
ALL = (f'{NAMESPACES} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="{DRAWING}/wordprocessingDrawing"'
       f' xmlns:a="{DRAWING}/main" xmlns:wps="{WORD_SHAPE}"')
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
LINES = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in SIDES)
HUGGING = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'


def document(items: tuple[Item, ...], layout: PageLayout = GBT9704) -> str:
    """Return document.xml of a formal copy."""
    ids = count(1)
    return wrapped("\n".join(_item(item, ids, layout) for item in items), layout, ALL)


def _item(item: Item, ids: Iterator[int], layout: PageLayout) -> str:
    if isinstance(item, Line):
        return paragraph(item, ids)
    if isinstance(item, Mark):
        return _mark(item, ids)
    return _grid(item, ids) if isinstance(item, Grid) else _foot(item, ids, layout.width)


def _mark(mark: Mark, ids: Iterator[int]) -> str:
    """Return the mark of several organs: their names one under the other, 文件 beside them in the middle."""
    widths = [width for width in mark.widths if width]
    rows = []
    for turn, name in enumerate(mark.names):
        cells = [_cell(widths[0], paragraph(name, ids))]
        if mark.suffix:
            merge = '<w:vMerge w:val="restart"/>' if turn == 0 else "<w:vMerge/>"
            cells.append(_cell(widths[1], paragraph(mark.suffix if turn == 0 else EMPTY, ids), f'{merge}<w:vAlign w:val="center"/>'))
        height = f'<w:trPr><w:trHeight w:val="{mark.height}" w:hRule="atLeast"/><w:jc w:val="center"/></w:trPr>'
        rows.append(f"<w:tr>{height}{''.join(cells)}</w:tr>")
    return _table(widths, f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>{HUGGING}', rows)


def _grid(grid: Grid, ids: Iterator[int]) -> str:
    """Return a table of an attachment; its first row is repeated on every side."""
    rows = []
    for turn, row in enumerate(grid.rows):
        head = "<w:tblHeader/>" if turn == 0 else ""
        cells = (_cell(width, paragraph(line, ids), '<w:vAlign w:val="center"/>') for width, line in zip(grid.widths, row, strict=True))
        rows.append(f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>")
    return _table(list(grid.widths), f'<w:tblBorders>{LINES}</w:tblBorders><w:tblLayout w:type="fixed"/>', rows)


def _table(widths: list[int], properties: str, rows: list[str]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
            f"{''.join(rows)}</w:tbl>")


def _cell(width: int, content: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def _foot(foot: Foot, ids: Iterator[int], width: int) -> str:
    """Return 版记 in a box at the foot of the side, and the room for it in the text.

    The box hangs on a line as high as itself and lies over the text without moving it: where a full side has no room for that
    line, line and box go to the next one together, and no word processor has anything to weigh.
    """
    size = f'cx="{width * EMU}" cy="{foot.height * EMU}"'
    words = "".join(paragraph(line, ids) for line in foot.lines)
    shape = (f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
             '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
             f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>"
             '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr></wps:wsp>')
    anchor = ('<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1"'
              ' allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>'
              '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
              f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="1" name="版记"/>'
              f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{WORD_SHAPE}">{shape}</a:graphicData></a:graphic></wp:anchor>')
    run = f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{anchor}</w:drawing></mc:Choice></mc:AlternateContent></w:r>'
    return paragraph(Line("Normal", layout=Layout(height=foot.height)), ids, run)
