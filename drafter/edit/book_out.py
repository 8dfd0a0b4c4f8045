"""The workbook of an office: pleasant to fill in, fit to print on A4, and locked where nothing is to be typed."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from drafter.edit.book import COLUMNS, GROUP, HELP, LAST, NAME, NOW, ORIGIN, REMARK, SHEET, UNIT, Book, Guard, Row, key

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

WIDTHS = (4, 12, 28, 8, 13, 15, 22, 20, 38)
"""Width of each column in digits of the usual face."""
FACE = "宋体"
TITLE, HEAD, SECTION, ASKED = "D9E2EC", "D9E2EC", "EEF2F6", "FFF8DC"
GREY = "666666"
LINE_HEIGHT = 16
STAMP = (1980, 1, 1, 0, 0, 0)
CHANGED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
RULES = ("只填浅黄色的格子，别的格子是锁住的。数字连同量词一起写，如 5次；约数照实写，如 10余场；只写 5 也行，会按“单位”一栏补上量词。",
         "确实没有，写“无”；统计结果是零，写 0；还不知道，就空着。空着的格子，读回时不动资料。一句话一格，不写主语，句末不加句号。")
FIRST = 6
"""The row of the headings."""
COLUMN = {name: number for number, name in enumerate(COLUMNS, start=1)}


def workbook(book: Book) -> bytes:
    """Return the .xlsx of a sheet; the same sheet gives the same bytes."""
    # Half a second to load: only whoever writes or reads a sheet pays for it.
    from openpyxl import Workbook  # noqa: PLC0415

    made = Workbook()
    page = made.worksheets[0]
    page.title = SHEET
    guard = Guard(book.unit, book.period, book.office)
    _head(page, book)
    _headings(page, book, guard)
    number = FIRST
    for row in book.figures:
        number += 1
        _figure(page, number, row, guard)
    number = _divider(page, number + 1)
    for row in book.words:
        number += 1
        _sentence(page, number, row, guard)
    _prompts(page, book)
    _settings(page, book, number)
    held = io.BytesIO()
    made.save(held)
    return _stamped(held.getvalue())


def _head(page: Worksheet, book: Book) -> None:
    """Write the title, the rules, and the line for whoever fills the sheet in."""
    _across(page, 1, f"{book.unit}{book.period}法治政府建设资料填报表", size=16, bold=True, middle=True)
    for number, rule in enumerate(RULES, start=2):
        _across(page, number, rule, colour=GREY)
    _across(page, 4, f"单位：{book.unit}　　期间：{book.period}　　科室：{book.office}", last=COLUMN[UNIT])
    for column, words in ((LAST, "填表人："), (REMARK, "日期：")):
        _put(page, 4, COLUMN[column], words, right=True, border=False)
        _put(page, 4, COLUMN[column] + 1, "", asked=True)
    page.row_dimensions[1].height, page.row_dimensions[4].height, page.row_dimensions[5].height = 30, 22, 6


def _headings(page: Worksheet, book: Book, guard: Guard) -> None:
    """Write the heads of the columns; whose sheet it is stands over the hidden one."""
    said = {LAST: f"{LAST}\n（{book.before or '没有资料'}）", NOW: f"{NOW}\n（{book.period}）"}
    for number, name in enumerate(COLUMNS, start=1):
        _put(page, FIRST, number, said.get(name, name), fill=HEAD, bold=True, middle=True)
    page.cell(FIRST, 1).value = guard.text
    page.row_dimensions[FIRST].height = 2 * LINE_HEIGHT + 4


def _figure(page: Worksheet, number: int, row: Row, guard: Guard) -> None:
    """Write a row that asks for a figure."""
    _put(page, number, 1, key(guard, row))
    for name, words in ((GROUP, row.group), (NAME, row.name), (UNIT, row.unit), (LAST, row.last)):
        _put(page, number, COLUMN[name], words, middle=name in (UNIT, LAST))
    _put(page, number, COLUMN[NOW], row.now, asked=True, middle=True)
    _put(page, number, COLUMN[REMARK], "", asked=True)
    _put(page, number, COLUMN[ORIGIN], "", asked=True)
    _put(page, number, COLUMN[HELP], row.help, colour=GREY, size=10)
    _height(page, number, (row.group, GROUP, 11), (row.name, NAME, 11), (row.help, HELP, 10), (row.now, NOW, 11), (row.last, LAST, 11))


def _divider(page: Worksheet, number: int) -> int:
    """Write the line over the sentences and return its number."""
    page.row_dimensions[number].height = 8
    _across(page, number + 1, "做法、问题和打算：已有的可以直接改；新的写在空格里，一格一件事。只想改数字的，改上面的表。", bold=True, fill=SECTION)
    return number + 1


def _sentence(page: Worksheet, number: int, row: Row, guard: Guard) -> None:
    """Write a row that asks for a sentence, or shows one of last year's."""
    _put(page, number, 1, key(guard, row))
    _put(page, number, COLUMN[GROUP], row.group)
    _put(page, number, COLUMN[NAME], row.name)
    start, end = COLUMN[UNIT], COLUMN[REMARK]
    for column in range(start, end + 1):
        _put(page, number, column, row.now if column == start else "", asked=not row.locked, colour=GREY if row.locked else "")
    page.merge_cells(start_row=number, end_row=number, start_column=start, end_column=end)
    _put(page, number, COLUMN[ORIGIN], "", asked=not row.locked)
    _put(page, number, COLUMN[HELP], row.help, colour=GREY, size=10)
    span = sum(WIDTHS[start - 1:end])
    _height(page, number, (row.name, NAME, 11), (row.help, HELP, 10), least=1 if row.now else 2,
            lines=_lines(row.now, span))


def _prompts(page: Worksheet, book: Book) -> None:
    """Hang on every cell for this year what is to be typed there, and refuse what is far too long for a figure."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    for number, row in enumerate(book.figures, start=FIRST + 1):
        rule = DataValidation(type="textLength", operator="lessThanOrEqual", formula1="40", allow_blank=True)
        rule.errorTitle, rule.error = "太长了", "这里只填一个数，例如 5次；一句话请写到下面的“做法”。"
        rule.promptTitle, rule.prompt = row.name[:30], row.help[:200]
        rule.showInputMessage = rule.showErrorMessage = True
        rule.add(f"{_letter(NOW)}{number}")
        page.add_data_validation(rule)


def _settings(page: Worksheet, book: Book, last: int) -> None:
    """Set what holds for the whole sheet: widths, lock, frozen head, paper."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart  # noqa: PLC0415
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415

    for name, width in zip(COLUMNS, WIDTHS, strict=True):
        page.column_dimensions[_letter(name)].width = width
    page.column_dimensions["A"].hidden = True
    page.freeze_panes = f"A{FIRST + 1}"
    page.protection.sheet = True
    page.protection.formatRows = page.protection.formatColumns = False
    page.sheet_view.showGridLines = False
    page.sheet_view.zoomScale = 100
    page.page_setup.paperSize = "9"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{FIRST}:{FIRST}"
    page.print_area = f"B1:{_letter(HELP)}{last}"
    page.print_options.horizontalCentered = True
    page.page_margins.left = page.page_margins.right = 0.4
    page.page_margins.top, page.page_margins.bottom = 0.5, 0.7
    page.page_margins.header = page.page_margins.footer = 0.3
    whose = f"{book.unit}　{book.office}"[:60].replace("&", "&&")
    page.oddFooter = HeaderFooterItem(_HeaderFooterPart(whose), right=_HeaderFooterPart("第 &P 页，共 &N 页"))


def _letter(name: str) -> str:
    return "ABCDEFGHI"[COLUMN[name] - 1]


def _across(page: Worksheet, number: int, words: str, last: int = len(COLUMNS), **look: Any) -> None:
    """Write words across the sheet."""
    _put(page, number, 2, words, border=False, **look)
    page.merge_cells(start_row=number, end_row=number, start_column=2, end_column=last)
    page.row_dimensions[number].height = LINE_HEIGHT * _lines(words, sum(WIDTHS[1:last])) + 4


def _put(page: Worksheet, number: int, column: int, words: str, **look: Any) -> None:
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


def _height(page: Worksheet, number: int, *cells: tuple[str, str, int], least: int = 1, lines: int = 1) -> None:
    """Make a row as high as its longest cell needs; the programs do not all do so by themselves."""
    needed = [_lines(words, int(WIDTHS[COLUMN[name] - 1] * 11 / size)) for words, name, size in cells]
    page.row_dimensions[number].height = LINE_HEIGHT * max(least, lines, *needed) + 6


def _lines(words: str, width: int) -> int:
    """Return how many lines some words take in a width of so many digits; a hanzi takes two, and a line is never quite full."""
    room = max(width - 4, 2)
    return sum(max(1, -(-sum(1 if letter.isascii() else 2 for letter in line) // room)) for line in words.split("\n"))


def _stamped(data: bytes) -> bytes:
    """Return a package without the time at which it was made."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = CHANGED.sub(rb"\g<1>1980-01-01T00:00:00Z", part)
            new.writestr(zipfile.ZipInfo(name, STAMP), part, zipfile.ZIP_DEFLATED)
    return held.getvalue()
