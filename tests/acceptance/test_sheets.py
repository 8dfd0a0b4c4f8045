"""Sheets of whole profiles: unread they change nothing, and filled in to the last cell they give a profile that reads."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from drafter.edit.book_out import workbook
from drafter.kind import load_notes
from drafter.pipeline.collect import collect
from drafter.pipeline.keep import keep
from drafter.pipeline.setup import HOME
from drafter.pipeline.table import books
from drafter.pipeline.year import read_year
from tests.support.promise import SETUP

NAMES = ("桃溪镇-2024", "阳城镇-2025", "示例乡-2025-填了一半", "示例/示例新桥镇-2023")


def fill(path: Path) -> int:
    """Type something into every free cell and return how many there were; three cells of a new problem are one."""
    book = openpyxl.load_workbook(path)
    page, count = book["数据"], 0
    for row in range(7, page.max_row + 1):
        figure, words = page.cell(row, 6), page.cell(row, 4)
        if not words.protection.locked:
            words.value = f"{words.value or '新写的'}{path.stem}第{row}行"
            count += page.cell(row, 3).value == "问题" or not str(page.cell(row, 2).value).startswith("新问题")
        elif not figure.protection.locked and page.cell(row, 1).value:
            figure.value = {"文字": "镇党委书记", "%": 95}.get(words.value, 17)
            page.cell(row, 8).value = "台账"
            count += 1
    book.save(path)
    return count


@pytest.mark.parametrize("name", NAMES)
def test_a_profile_goes_out_and_comes_back(name: str, tmp_path: Path) -> None:
    shutil.copytree(HOME / "profiles", tmp_path / "profiles")
    path = tmp_path / "profiles" / f"{name}.yaml"
    year, _ = read_year(path, SETUP.kind)
    assert year is not None
    sheets = []
    for book in books(year, None, SETUP.kind, load_notes(SETUP.kind.folder)):
        sheets.append(tmp_path / f"{book.office}.xlsx")
        sheets[-1].write_bytes(workbook(book))
    assert collect(sheets, year.sources, SETUP.kind) == ((), ())
    filled = sum(map(fill, sheets))
    collected = collect(sheets, year.sources, SETUP.kind)
    assert [finding for finding in collected.findings if finding.rule not in ("X013", "X017")] == []
    assert len(collected.differences) == filled
    assert keep(path, collected.changes()).findings == ()
    again, findings = read_year(path, SETUP.kind)
    assert again is not None, findings
    assert collect(sheets, again.sources, SETUP.kind).differences == ()
