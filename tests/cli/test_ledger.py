"""``drafter ledger``: 数据台账, and the table of the year in the formal form."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx as python_docx
import openpyxl
import pytest

from tests.support.command import FOUR, FULL, NAME, Call, Project
from tests.write.test_docx import audit

YEAR = FOUR + """矛盾纠纷:
  提供: 司法所      # 王某某口头说的
  调解: 128宗
  调解成功: 120宗
  调解成功率: 93.75%
  做法:
  - 走访群众300余人次，在“12·4”前后发放资料50份
  - 推进“1+5”联动
"""
ORDER = ("128宗", "120宗", "93.75%", "300余人次", "50份")


def table(path: Path) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in python_docx.Document(str(path)).tables[-1].rows]


def cells(path: Path) -> Iterator[list[str]]:
    page = openpyxl.load_workbook(path).worksheets[0]
    yield from ([cell or "" for cell in row] for row in page.iter_rows(values_only=True))


def made(call: Call, project: Project, text: str = YEAR) -> tuple[Path, Path]:
    project.profile(text=text)
    assert call("ledger", "profiles/柳湾镇.yaml").code == 0
    return project.folder / "output" / f"{NAME}-数据台账.docx", project.folder / "output" / f"{NAME}-数据台账.xlsx"


def test_every_figure_stands_there_with_its_line_its_office_and_its_sentence(call: Call, project: Project) -> None:
    word, _ = made(call, project)
    head, *rows = table(word)
    assert head == ["序号", "数据", "统计什么", "资料里的出处", "谁提供", "印在哪一部分", "印在哪一句"]
    assert sorted(row[1] for row in rows) == sorted(ORDER)
    rate = next(row for row in rows if row[1] == "93.75%")
    assert rate[2:5] == ["调解成功率\n＝调解成功 120宗 ÷ 调解 128宗", "柳湾镇.yaml:9\n矛盾纠纷.调解成功率", "司法所"]
    assert "93.75%" in rate[6]
    spoken = next(row for row in rows if row[1] == "50份")
    assert spoken[2:4] == ["（句中的数）", "柳湾镇.yaml:11\n矛盾纠纷.做法.第1条"]
    assert "王某某" not in str(rows)


def test_the_workbook_has_the_same_rows_and_a_line_to_sign_on(call: Call, project: Project) -> None:
    word, book = made(call, project)
    lines = list(cells(book))
    rows = table(word)
    start = lines.index(rows[0])
    assert lines[start:start + len(rows)] == rows
    assert lines[-1][0].startswith("签字：")
    assert python_docx.Document(str(word)).paragraphs[-1].text.startswith("签字：")


def test_a_rate_without_its_parts_has_no_formula(call: Call, project: Project) -> None:
    word, _ = made(call, project, YEAR.replace("  调解: 128宗\n", ""))
    assert next(row for row in table(word) if row[1] == "93.75%")[2] == "调解成功率"


def test_what_is_to_be_filled_in_is_counted_and_not_listed(call: Call, project: Project) -> None:
    word, _ = made(call, project, YEAR.replace("120宗", "").replace("  调解成功率: 93.75%\n", ""))
    assert not [row for row in table(word) if "待填" in row[1]]
    assert re.search(r"还有[1-9]\d*处待填，没有列入", python_docx.Document(str(word)).paragraphs[1].text)


def test_the_same_profile_gives_the_same_bytes_and_a_sound_file(call: Call, project: Project) -> None:
    first = [path.read_bytes() for path in made(call, project)]
    for path in made(call, project):
        path.unlink()
    again = made(call, project)
    assert [path.read_bytes() for path in again] == first
    assert audit(again[0]) == []


@pytest.mark.parametrize(("out", "names"), [("甲.docx", ["甲.docx", "甲.xlsx"]), ("甲.xlsx", ["甲.docx", "甲.xlsx"]),
                                           ("台账", [f"{NAME}-数据台账.docx", f"{NAME}-数据台账.xlsx"])])
def test_both_files_go_where_they_are_wanted(call: Call, project: Project, out: str, names: list[str]) -> None:
    project.profile(text=YEAR)
    assert call("ledger", "profiles/柳湾镇.yaml", "-o", f"放这里/{out}").code == 0
    assert sorted(path.name for path in (project.folder / "放这里").rglob("[!.]*.*")) == names


def test_what_cannot_be_made_is_said(call: Call, project: Project) -> None:
    project.profile(text=YEAR.replace("128宗", "很多"))
    for words, code in ((("-o", "甲.pdf"), 2), ((), 1)):
        done = call("ledger", "profiles/柳湾镇.yaml", *words)
        assert done.code == code
        assert done.is_fit_for_a_clerk()
    assert project.files() == []


def attached(call: Call, project: Project, now: str, last: str = "") -> list[list[str]]:
    """The rows of the table that goes with the formal form: this year's figures, and last year's beside it."""
    document = "公文:\n  附表: 是\n"
    project.profile(text=FOUR + "矛盾纠纷:\n" + now + document)
    if last:
        before = FOUR.replace("2025", "2024") + "矛盾纠纷:\n" + last
        (project.folder / "profiles" / "柳湾镇-2024.yaml").write_text(before, encoding="utf-8")
    assert call("draft", "profiles/柳湾镇.yaml", "--form", "上报", "-o", "上报.docx").code == 0
    assert audit(project.folder / "上报.docx") == []
    with zipfile.ZipFile(project.folder / "上报.docx") as package:
        assert "主要数据对比表" in package.read("word/document.xml").decode()
    return [row for one in python_docx.Document(str(project.folder / "上报.docx")).tables if len(one.columns) == 6
            for row in [[cell.text for cell in line.cells] for line in one.rows]][1:]


@pytest.mark.parametrize(("last", "now", "row"), [
    ("80宗", "100宗", ["宗", "80", "100", "20", "25%"]),
    ("100宗", "90宗", ["宗", "100", "90", "－10", "－10%"]),
    ("90宗", "90宗", ["宗", "90", "90", "0", "0%"]),
    ("3宗", "4宗", ["宗", "3", "4", "1", "33.3%"]),
    ("0", "5宗", ["宗", "0", "5", "5", "—"]),
    ("无", "5宗", ["宗", "无", "5", "5", "—"]),
    ("", "5宗", ["宗", "—", "5", "—", "—"]),
    ("约80宗", "100宗", ["宗", "约80", "100", "—", "—"]),
    ("80宗", "100余宗", ["宗", "80", "100余", "—", "—"]),
    ("80件", "100宗", ["宗", "80件", "100", "—", "—"]),
    ("9000宗", "1.2万宗", ["宗", "9000", "1.2万", "3000", "33.3%"]),
])
def test_a_figure_is_compared_with_that_of_last_year(call: Call, project: Project, last: str, now: str, row: list[str]) -> None:
    rows = attached(call, project, f"  调解: {now}\n", f"  调解: {last}\n")
    assert rows == [["调解", *row]]


def test_a_rate_is_compared_in_points_only(call: Call, project: Project) -> None:
    assert attached(call, project, "  调解成功率: 95.5%\n", "  调解成功率: 93%\n") == [["调解成功率", "%", "93", "95.5", "2.5个百分点", "—"]]


def test_without_last_year_the_table_has_dashes(call: Call, project: Project) -> None:
    assert attached(call, project, "  调解: 100宗\n") == [["调解", "宗", "—", "100", "—", "—"]]


def test_an_indicator_that_stands_twice_is_not_compared(call: Call, project: Project) -> None:
    now = "  做法:\n  - 做法: 开展春季排查\n    调解: 60宗\n  - 做法: 开展秋季排查\n    调解: 40宗\n"
    assert [row[2:] for row in attached(call, project, now, "  调解: 80宗\n")] == [["—", "60", "—", "—"], ["—", "40", "—", "—"]]


def test_no_table_goes_along_unasked(call: Call, project: Project) -> None:
    project.profile(text=FULL)
    call("draft", "profiles/柳湾镇.yaml", "--form", "上报", "-o", "上报.docx")
    with zipfile.ZipFile(project.folder / "上报.docx") as package:
        assert "主要数据对比表" not in package.read("word/document.xml").decode()
