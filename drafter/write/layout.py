"""A layout: what an office may set of the page, with the two sets of numbers that the standards give.

GB/T 9704—2012 draws 版心 round the letters, GB/T 33476.2—2016 round their line boxes, half a gap further out at top and
bottom: both describe one printed sheet. Numbers of two layouts are never mixed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.write import official

OUTSIDE, CENTRED = "外侧", "居中"


class Faces(NamedTuple):
    """The faces of a page by what they set; ``digits`` is empty where digits stand in the face of their text."""

    title: str = official.TITLE_FACE
    body: str = official.BODY_FACE
    headings: tuple[str, str, str, str] = official.HEADING_FACES
    number: str = official.FOOTER_FACE
    digits: str = ""


class PageLayout(NamedTuple):
    """A page in numbers; lengths are twips, as in ``official``."""

    name: str = "gbt9704"
    title: str = "GB/T 9704—2012"
    top: int = official.MARGIN_TOP
    bottom: int = official.MARGIN_BOTTOM
    left: int = official.MARGIN_LEFT
    right: int = official.MARGIN_RIGHT
    pitch: int = official.LINE_PITCH
    spacing: int = official.CELL_SPACING
    footer: int = official.FOOTER_DISTANCE
    """From the paper's lower edge to the lower edge of the page number's line."""
    number: str = OUTSIDE
    """Where the page number stands: 外侧 or 居中."""
    bold_third: bool = False
    faces: Faces = Faces()

    @property
    def width(self) -> int:
        """Return the width of 版心."""
        return official.PAGE_WIDTH - self.left - self.right

    @property
    def across(self) -> float:
        """Return the width of 版心 in characters of the text, as indents are reckoned."""
        return round(self.width / official.CELL, 1)

    @property
    def title_cells(self) -> int:
        """Return how many characters a line of the title holds."""
        return self.width // (official.TITLE_HALF_POINTS * 10)

    @property
    def lines(self) -> int:
        """Return how many lines a page holds."""
        return (official.PAGE_HEIGHT - self.top - self.bottom) // self.pitch

    @property
    def cells(self) -> int:
        """Return how many characters a line holds."""
        return self.width // (official.BODY_HALF_POINTS * 10 + self.spacing)


GBT9704 = PageLayout()
GBT33476 = PageLayout("gbt33476", "GB/T 33476.2—2016", top=1960, bottom=1847, pitch=589)
"""天头 34.58 mm, 地脚 32.58 mm, line pitch 10.39 mm (7.3); the page number stays where it is on the sheet."""


def deviations(layout: PageLayout) -> Iterator[str]:
    """Yield, in Chinese, each point in which a layout differs from the one that GB/T 9704—2012 gives."""
    for name, now, usual, clause in zip(NAMES, _told(layout), _told(GBT9704), CLAUSES, strict=True):
        if now != usual:
            yield f"{name}：{now}，标准是{usual}（{clause}）" if clause else f"{name}：{now}；标准没有规定，通常{usual}"


NAMES = ("上边距", "下边距", "左边距", "右边距", "行距", "字距", "每面行数", "每行字数", "页码位置", "标题字体", "正文字体", "一级标题字体",
         "二级标题字体", "三级标题字体", "四级标题字体", "页码字体", "数字字体", "三级标题加粗")
CLAUSES = ("5.2.1",) * 4 + ("5.2.3",) * 4 + ("7.5", "7.3.1", "5.2.2") + ("7.3.3",) * 4 + ("7.5", "", "")


def _told(layout: PageLayout) -> tuple[str, ...]:
    """Return the points of a layout as clerks read them."""
    faces = layout.faces
    margins = (f"{_round(twips / official.TWIPS_PER_MM, 1)}毫米" for twips in (layout.top, layout.bottom, layout.left, layout.right))
    return (*margins, f"{_round(layout.pitch / 20)}磅", f"{_round(layout.spacing / 20)}磅", f"{layout.lines}行", f"{layout.cells}字", layout.number,
            faces.title, faces.body, *faces.headings, faces.number, faces.digits or "随正文", "加粗" if layout.bold_third else "不加粗")


def _round(length: float, decimals: int = 2) -> str:
    """Return a length as it is typed, without idle noughts; a tenth of a millimetre is less than a sheet is cut to."""
    return f"{length:.{decimals}f}".rstrip("0").rstrip(".")
