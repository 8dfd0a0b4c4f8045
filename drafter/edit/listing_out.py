"""A list as a workbook: one table under its title, fit to print on lying A4, with a last line to sign on."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.edit.cell import LINE_HEIGHT, lines_of, put, stamped

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEAD = "D9E2EC"
SCALE = 1.3
"""Digits of the usual face to one part of the width."""


def listing_book(title: str, lead: Sequence[str], columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]], foot: str) -> bytes:
    """Return the .xlsx of a list; the same list gives the same bytes."""
    # Half a second to load: only whoever writes a sheet pays for it.
    from openpyxl import Workbook  # noqa: PLC0415

    made = Workbook()
    page = made.worksheets[0]
    page.title = title[-31:]
    widths = [int(part * SCALE) for _, part in columns]
    _across(page, 1, title, widths, size=16, bold=True, middle=True)
    for number, line in enumerate(lead, start=2):
        _across(page, number, line, widths)
    first = len(lead) + 2
    for column, (name, _) in enumerate(columns, start=1):
        put(page, first, column, name, fill=HEAD, bold=True, middle=True)
    for number, row in enumerate(rows, start=first + 1):
        for column, words in enumerate(row, start=1):
            put(page, number, column, words)
        needed = max(lines_of(words, width) for words, width in zip(row, widths, strict=True))
        page.row_dimensions[number].height = LINE_HEIGHT * needed + 6
    _across(page, first + len(rows) + 2, foot, widths)
    _settings(page, first, widths)
    held = io.BytesIO()
    made.save(held)
    return stamped(held.getvalue())


def _across(page: Worksheet, number: int, words: str, widths: Sequence[int], **look: object) -> None:
    """Write words across the sheet."""
    put(page, number, 1, words, border=False, **look)
    page.merge_cells(start_row=number, end_row=number, start_column=1, end_column=len(widths))
    page.row_dimensions[number].height = (LINE_HEIGHT + 6) * lines_of(words, sum(widths)) + 4


def _settings(page: Worksheet, first: int, widths: Sequence[int]) -> None:
    """Set what holds for the whole sheet: widths, frozen head, paper."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart  # noqa: PLC0415
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415

    for column, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = f"A{first + 1}"
    page.sheet_view.showGridLines = False
    page.page_setup.paperSize = "9"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{first}:{first}"
    page.oddFooter = HeaderFooterItem(right=_HeaderFooterPart("第 &P 页，共 &N 页"))
