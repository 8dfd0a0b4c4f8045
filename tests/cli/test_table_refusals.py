"""Sheets that cannot be used: the cell is named, nothing is applied, and the profile stays byte for byte."""

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.support.command import FOUR, Call, Project
from tests.support.office import PROFILE, Form, Town, resaved


@pytest.fixture
def town(project: Project, call: Call) -> Town:
    made = Town(project, call)
    made.form("司法所").type("法治宣传活动", "15场次").sent(made.back / "好的.xlsx")
    return made


def refused(town: Town, fit: bool = True) -> str:
    """What is said where one sheet is bad and another good: nothing of either is written."""
    said = town.read(code=1, fit=fit)
    assert town.profile.read_bytes() == PROFILE.encode()
    assert "× 资料没有动" in said
    return said


@pytest.mark.parametrize(("typed", "said"), [
    ("很多", "X012 执法队.xlsx 数据!F8 “执法·行政处罚”“很多”里没有数字"),
    ("大概有六件左右吧", "X012 执法队.xlsx 数据!F8"),
    ("查处6件，罚款3万元", "X012 执法队.xlsx 数据!F8"),
    ("同上", "X012 执法队.xlsx 数据!F8 “执法·行政处罚”“同上”不是数据"),
    ("-6", "X012 执法队.xlsx 数据!F8 “执法·行政处罚”“-6”是负数"),
    ("95%", "X012 执法队.xlsx 数据!F8 “执法·行政处罚”要填数量，这里是“95%”"),
    ("12:30", "X012 执法队.xlsx 数据!F8"), ("007", "X012 执法队.xlsx 数据!F8"),
    ("=SUM(F9:F12)", "X007 执法队.xlsx 数据!F8 这里是公式“=SUM(F9:F12)”"),
    (datetime.date(2025, 3, 5), "X008 执法队.xlsx 数据!F8 这里被表格软件当成了日期或时间"),
    (datetime.time(12, 30), "X008 执法队.xlsx 数据!F8 这里被表格软件当成了日期或时间"),
    (True, "X008 执法队.xlsx 数据!F8 这里是“是”"), ("#DIV/0!", "X008 执法队.xlsx 数据!F8 这里是“#DIV/0!”"),
    (2.333333333333, "X009 执法队.xlsx 数据!F8 “2.333333333333”小数太多"),
])
def test_what_is_no_figure_is_refused_with_its_cell(town: Town, typed: Any, said: str) -> None:
    town.form("综合执法队").type("行政处罚", typed).sent(town.back / "执法队.xlsx")
    assert said in refused(town, fit=str(typed)[0] not in "=#")


@pytest.mark.parametrize(("typed", "kept"), [
    (6, "6件"), (6.0, "6件"), ("６件", "6件"), ("6 件", "6件"), ("1,200件", "1200件"), ("10余", "10余件"), ("约10", "约10件"), ("1.2万", "1.2万件"),
    ("无", "无"), ("没有", "无"), (0, "0件"), ("6件。", "6件")])
def test_what_is_a_figure_after_all_is_mended(town: Town, typed: Any, kept: str) -> None:
    town.form("综合执法队").type("行政处罚", typed).sent(town.back / "执法队.xlsx")
    town.read()
    assert f"  行政处罚: {kept}" in "\n".join(town.changed())


def test_a_share_that_the_program_shows_in_per_cent_is_one(project: Project, call: Call) -> None:
    town = Town(project, call, FOUR + "矛盾纠纷:\n  提供: 综治中心\n  调解: 128宗\n  调解成功率:\n")
    form = town.form("综治中心").type("调解成功率", 0.9574)
    form.page.cell(form.row("调解成功率"), 6).number_format = "0.00%"
    form.sent(town.back / "综治.xlsx")
    town.read()
    assert town.changed() == ["  调解成功率: 95.74%"]


def without_key_column(form: Form) -> None:
    form.page.delete_cols(1)


def with_keys_wiped(form: Form) -> None:
    for row in range(7, form.page.max_row + 1):
        form.page.cell(row, 1).value = None


def with_a_key_changed(form: Form) -> None:
    form.page.cell(form.row("行政处罚"), 1).value = form.page.cell(form.row("行政检查"), 1).value.replace("行政检查", "行政处罚")


def with_a_key_of_another_office(form: Form) -> None:
    other = Form(form.path.with_name(form.path.name.replace("综合执法队", "未定科室")))
    form.page.cell(form.row("行政处罚"), 1).value = other.page.cell(other.row("合同审查"), 1).value


def without_the_column_of_this_year(form: Form) -> None:
    form.page.delete_cols(6)


@pytest.mark.parametrize(("treated", "said"), [
    (without_key_column, "X005 数据 隐藏的“编号”一列没有了"), (with_keys_wiped, "X005 数据 隐藏的“编号”一列没有了"),
    (with_a_key_changed, "X006 执法队.xlsx 数据!A8"), (with_a_key_of_another_office, "X006 执法队.xlsx 数据!A8"),
    (without_the_column_of_this_year, "X005 数据 缺“今年”这一列"),
])
def test_a_sheet_whose_rows_cannot_be_told_is_refused(town: Town, treated: Callable[[Form], None], said: str) -> None:
    form = town.form("综合执法队").type("行政处罚", "6件")
    for merged in list(form.page.merged_cells.ranges):
        form.page.unmerge_cells(str(merged))
    treated(form)
    form.sent(town.back / "执法队.xlsx")
    assert said.replace(" 数据 ", " 执法队.xlsx 数据 ") in refused(town)


def test_a_foreign_workbook_is_refused(town: Town) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "行政处罚"
    book.save(town.back / "自己的表.xlsx")
    assert "X004 自己的表.xlsx 不是从这里导出的填报表" in refused(town)


@pytest.mark.parametrize(("old", "new", "said"), [
    ("柳湾镇", "杏花镇", "是“杏花镇”的表，这份资料的单位是“柳湾镇”"), ("2025年度", "2024年度", "是“2024年度”的表，这份资料的期间是“2025年度”")])
def test_a_sheet_of_another_unit_or_period_is_refused(town: Town, old: str, new: str, said: str) -> None:
    town.profile.with_name("别的.yaml").write_text(PROFILE.replace(old, new), encoding="utf-8")
    town.call("table", "profiles/别的.yaml", "-o", "别的")
    next(Path("别的").glob("*综合执法队.xlsx")).rename(town.back / "执法队.xlsx")
    assert f"X010 执法队.xlsx 数据 {said}" in refused(town)


def test_an_old_xls_is_refused(town: Town, tmp_path: Path) -> None:
    path = resaved(town.form("综合执法队").path, tmp_path, "xls")
    path.rename(town.back / "执法队.xls")
    assert "X002 执法队.xls 是旧的 .xls 格式" in refused(town)


def packed(town: Town, name: str, change: Callable[[bytes], bytes], extra: dict[str, bytes] | None = None) -> None:
    """Put a sheet into the folder with one of its parts changed."""
    data = io.BytesIO()
    with zipfile.ZipFile(town.form("综合执法队").path) as old, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
        for part, words in (extra or {}).items():
            new.writestr(part, words)
    (town.back / "执法队.xlsx").write_bytes(data.getvalue())


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(("change", "said"), [
    (lambda part: part.replace(b'ref="B1:I1"', b'ref="A1:XFD1048576"'), "内容太多"),
    (lambda part: part.replace(b'ref="B1:I1"', b'ref="A:XFD"'), "内容太多"),
    (lambda part: part.replace(b"<mergeCells", b'<hyperlinks><hyperlink ref="A1:Z99999" display="a"/></hyperlinks><mergeCells'), "内容太多"),
    (lambda part: part.replace(b"</sheetData>", b"<row/>" * 500_000 + b"</sheetData>"), "内容太多"),
    (lambda part: part.replace(b"</sheetData>", b" " * 20_000_000 + b"</sheetData>"), "内容太多"),
    (lambda part: b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]>' + part, "DTD"),
    (lambda part: part.decode().encode("utf-16"), "打不开"),
    (lambda part: part[:400], "打不开"), (lambda _: b"<a/>", "X00"),
])
def test_a_hostile_workbook_is_refused_before_it_is_opened(town: Town, change: Callable[[bytes], bytes], said: str) -> None:
    packed(town, SHEET, change)
    assert said in refused(town)


@pytest.mark.parametrize(("data", "said"), [
    (b"", "打不开"), (b"PK\x03\x04" + b"x" * 100, "打不开"), (b"PK\x01\x02" * 600, "内容太多"), (b"x" * 2_200_000, "超过 2 MB"),
    (b"\xd0\xcf\x11\xe0" + b"x" * 600, "加了密码"), ("行政处罚,6件\n".encode(), "打不开")])
def test_what_is_no_workbook_is_refused(town: Town, data: bytes, said: str) -> None:
    (town.back / "执法队.xlsx").write_bytes(data)
    assert said in refused(town)


def test_a_package_with_two_parts_of_one_name_is_refused(town: Town) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        packed(town, SHEET, lambda part: part, {SHEET: b"<a/>"})
    assert "打不开" in refused(town)


def test_a_missing_sheet_is_named(town: Town) -> None:
    said = town.read("收回/没有.xlsx", code=1)
    assert "没有.xlsx 找不到这个文件" in said


def test_a_sheet_with_a_cell_at_the_far_end_is_read_all_the_same(town: Town) -> None:
    form = town.form("综合执法队").type("行政处罚", "6件")
    form.page["XFD1048576"] = "末"
    form.sent(town.back / "执法队.xlsx")
    assert "第1048576行 加写的一行“末”没有读" in town.read(fit=False)
    assert "  行政处罚: 6件           # 含简易程序" in town.changed()


def test_a_remark_without_a_figure_is_named(town: Town) -> None:
    town.form("综合执法队").type("行政检查", "还在统计", "备注").sent(town.back / "执法队.xlsx")
    assert "X016 “执法·行政检查”只写了备注或来源，没有填数，没有写进资料（执法队.xlsx 数据!F9）" in town.read()
    assert town.changed() == ["  法治宣传活动: 15场次"]


def test_a_plan_without_its_problem_is_named(town: Town) -> None:
    town.form("综合执法队").type("打算", "多办培训", "句子", "新问题").sent(town.back / "执法队.xlsx")
    assert "没有写“问题”，没有写进资料" in town.read()


def test_last_year_s_measures_are_only_to_look_at(project: Project, call: Call) -> None:
    project.profile("柳湾镇-2024.yaml", PROFILE.replace("2025年度", "2024年度"))
    town = Town(project, call, FOUR + "普法:\n  提供: 司法所\n  做法:\n")
    town.form("司法所").type("去年的做法", "改过的话", "句子").sent(town.back / "司法所.xlsx")
    assert "去年的做法只供参考，改了没有读" in town.read()
    assert town.changed() == []
