"""The workbook of an office: pleasant to fill in, fit to print on A4, and locked where nothing is to be typed."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from drafter.edit.book import COLUMNS, GROUP, HELP, LAST, NAME, NOW, ORIGIN, REMARK, SHEET, UNIT, Book, Guard, Row, key
from drafter.edit.cell import LINE_HEIGHT, lines_of, put, stamped

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

WIDTHS = (4, 12, 28, 8, 13, 15, 22, 20, 38)
"""Width of each column in digits of the usual face."""
TITLE, HEAD, SECTION = "D9E2EC", "D9E2EC", "EEF2F6"
GREY = "666666"
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
    return stamped(held.getvalue())


def _head(page: Worksheet, book: Book) -> None:
    """Write the title, the rules, and the line for whoever fills the sheet in."""
    _across(page, 1, f"{book.unit}{book.period}法治政府建设资料填报表", size=16, bold=True, middle=True)
    for number, rule in enumerate(RULES, start=2):
        _across(page, number, rule, colour=GREY)
    _across(page, 4, f"单位：{book.unit}　　期间：{book.period}　　科室：{book.office}", last=COLUMN[UNIT])
    for column, words in ((LAST, "填表人："), (REMARK, "日期：")):
        put(page, 4, COLUMN[column], words, right=True, border=False)
        put(page, 4, COLUMN[column] + 1, "", asked=True)
    page.row_dimensions[1].height, page.row_dimensions[4].height, page.row_dimensions[5].height = 30, 22, 6


def _headings(page: Worksheet, book: Book, guard: Guard) -> None:
    """Write the heads of the columns; whose sheet it is stands over the hidden one."""
    said = {LAST: f"{LAST}\n（{book.before or '没有资料'}）", NOW: f"{NOW}\n（{book.period}）"}
    for number, name in enumerate(COLUMNS, start=1):
        put(page, FIRST, number, said.get(name, name), fill=HEAD, bold=True, middle=True)
    page.cell(FIRST, 1).value = guard.text
    page.row_dimensions[FIRST].height = 2 * LINE_HEIGHT + 4


def _figure(page: Worksheet, number: int, row: Row, guard: Guard) -> None:
    """Write a row that asks for a figure."""
    put(page, number, 1, key(guard, row))
    for name, words in ((GROUP, row.group), (NAME, row.name), (UNIT, row.unit), (LAST, row.last)):
        put(page, number, COLUMN[name], words, middle=name in (UNIT, LAST))
    put(page, number, COLUMN[NOW], row.now, asked=True, middle=True)
    put(page, number, COLUMN[REMARK], "", asked=True)
    put(page, number, COLUMN[ORIGIN], "", asked=True)
    put(page, number, COLUMN[HELP], row.help, colour=GREY, size=10)
    _height(page, number, (row.group, GROUP, 11), (row.name, NAME, 11), (row.help, HELP, 10), (row.now, NOW, 11), (row.last, LAST, 11))


def _divider(page: Worksheet, number: int) -> int:
    """Write the line over the sentences and return its number."""
    page.row_dimensions[number].height = 8
    _across(page, number + 1, "做法、问题和打算：已有的可以直接改；新的写在空格里，一格一件事。只想改数字的，改上面的表。", bold=True, fill=SECTION)
    return number + 1


def _sentence(page: Worksheet, number: int, row: Row, guard: Guard) -> None:
    """Write a row that asks for a sentence, or shows one of last year's."""
    put(page, number, 1, key(guard, row))
    put(page, number, COLUMN[GROUP], row.group)
    put(page, number, COLUMN[NAME], row.name)
    start, end = COLUMN[UNIT], COLUMN[REMARK]
    for column in range(start, end + 1):
        put(page, number, column, row.now if column == start else "", asked=not row.locked, colour=GREY if row.locked else "")
    page.merge_cells(start_row=number, end_row=number, start_column=start, end_column=end)
    put(page, number, COLUMN[ORIGIN], "", asked=not row.locked)
    put(page, number, COLUMN[HELP], row.help, colour=GREY, size=10)
    span = sum(WIDTHS[start - 1:end])
    _height(page, number, (row.name, NAME, 11), (row.help, HELP, 10), least=1 if row.now else 2,
            lines=lines_of(row.now, span))


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
    put(page, number, 2, words, border=False, **look)
    page.merge_cells(start_row=number, end_row=number, start_column=2, end_column=last)
    page.row_dimensions[number].height = LINE_HEIGHT * lines_of(words, sum(WIDTHS[1:last])) + 4


def _height(page: Worksheet, number: int, *cells: tuple[str, str, int], least: int = 1, lines: int = 1) -> None:
    """Make a row as high as its longest cell needs; the programs do not all do so by themselves."""
    needed = [lines_of(words, int(WIDTHS[COLUMN[name] - 1] * 11 / size)) for words, name, size in cells]
    page.row_dimensions[number].height = LINE_HEIGHT * max(least, lines, *needed) + 6
