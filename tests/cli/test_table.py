"""The sheets of the offices: what goes out, what comes back, and that nothing else of the profile changes."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.support.command import FOUR, Call, Project
from tests.support.office import PROFILE, Form, Town, resaved


@pytest.fixture
def town(project: Project, call: Call) -> Town:
    return Town(project, call)


def test_every_office_gets_a_sheet_and_what_names_nobody_one_of_its_own(town: Town) -> None:
    assert sorted(path.name for path in town.out.glob("*.xlsx")) == [
        f"柳湾镇2025年度填报表-{office}.xlsx" for office in ("司法所", "未定科室", "综合执法队")]


def test_a_sheet_asks_for_the_profile_s_own_figures_and_the_usual_ones(town: Town) -> None:
    page = town.form("司法所").page
    names = [str(page.cell(row, 3).value).split("\n")[0] for row in range(7, page.max_row)]
    assert names[:7] == ["法治宣传活动", "宣传受众", "宣传资料", "执法培训", "行政处罚", "行政检查", "None"]


def test_last_year_stands_beside_this_year_with_its_unit(project: Project, call: Call) -> None:
    project.profile("柳湾镇-2024.yaml", PROFILE.replace("2025年度", "2024年度").replace("5件", "7宗").replace("合同审查", "重大决策审查"))
    town = Town(project, call, PROFILE.replace("5件 ", ""))
    form = town.form("综合执法队")
    assert (form.value("行政处罚", "去年"), form.value("行政处罚"), form.value("行政处罚", "单位")) == ("7宗", None, "宗")
    assert town.form("未定科室").value("重大决策审查", "去年") == "3件"
    assert form.page["E6"].value == "去年\n（2024年度）"


def test_the_same_profile_gives_the_same_bytes(town: Town) -> None:
    before = {path: path.read_bytes() for path in town.out.glob("*.xlsx")}
    town.call("table", "profiles/柳湾镇-2025.yaml", "-o", "发出")
    assert {path: path.read_bytes() for path in town.out.glob("*.xlsx")} == before


def test_a_sheet_that_was_filled_in_is_not_overwritten(town: Town) -> None:
    form = town.form("司法所").type("法治宣传活动", "15场次")
    form.sent(form.path)
    town.call("table", "profiles/柳湾镇-2025.yaml", "-o", "发出")
    assert Form(form.path).value("法治宣传活动") == "15场次"


def looks(page: openpyxl.worksheet.worksheet.Worksheet) -> list[object]:
    """What must survive: lock, hidden key, prompts, paper, and where one may type. (Run without a window, it drops the frozen head.)"""
    free = {cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked}
    prompts = {str(rule.sqref): (rule.promptTitle, rule.showInputMessage, rule.type) for rule in page.data_validations.dataValidation}
    return [page.protection.sheet, page.protection.password, page.column_dimensions["A"].hidden, prompts,
            page.page_setup.orientation, str(page.page_setup.paperSize), page.sheet_properties.pageSetUpPr.fitToPage,
            {cell for cell in free if cell[0] in "DEFGH" and int(cell[1:]) > 6}, [page.cell(row, 1).value for row in range(6, 20)]]


def test_only_the_tinted_cells_are_free_and_each_figure_has_a_prompt(town: Town) -> None:
    page = town.form("综合执法队").page
    row = town.form("综合执法队").row("行政处罚")
    assert page.protection.sheet
    assert page.column_dimensions["A"].hidden
    assert page.freeze_panes == "A7"
    assert [page.cell(row, column).protection.locked for column in range(1, 10)] == [True] * 5 + [False] * 3 + [True]
    assert {page.cell(row, column).fill.fgColor.rgb for column in (6, 7, 8)} == {"00FFF8DC"}
    prompts = {str(rule.sqref): rule.prompt for rule in page.data_validations.dataValidation}
    assert "如 5件" in prompts[f"F{row}"]


def test_lock_prompts_and_hidden_key_survive_libreoffice(town: Town, tmp_path: Path) -> None:
    path = town.form("综合执法队").path
    assert looks(Form(resaved(path, tmp_path)).page) == looks(Form(path).page)


def test_only_the_cells_that_were_edited_change_the_profile(town: Town, tmp_path: Path) -> None:
    form = town.form("综合执法队").type("行政处罚", "8件").type("行政处罚", "台账", "数据来源").type("行政检查", 212).type("执法培训", "3场次")
    form.type("新做法", "1、开展渔政执法检查。", "句子").type("原因", "培训少", "句子", "问题")
    town.back.mkdir()
    resaved(form.sent(tmp_path / "执法队.xlsx"), tmp_path).rename(town.back / "执法队.xlsx")
    said = town.read()
    assert town.changed() == [
        "  行政处罚: 8件           # 含简易程序；来源：台账", "  行政检查: 212次", "  - 执法培训: 3场次", "  - 开展渔政执法检查", "  原因: 培训少"]
    assert "已自动补上量词：“212”写作“212次”" in said


def test_what_was_not_filled_in_stays_as_it_is(town: Town) -> None:
    form = town.form("司法所").type("法治宣传活动", None).type("做法", None, "句子")
    form.sent(town.back / "司法所.xlsx")
    assert "没有要改的" in town.read()
    assert town.profile.read_text("utf-8") == PROFILE


def test_reading_the_same_sheet_again_changes_nothing_more(town: Town) -> None:
    form = town.form("司法所").type("法治宣传活动", "15").type("新做法", "办好法治夜校", "句子").type("问题", "普法阵地少", "句子", "新问题")
    form.type("打算", "每村建一处宣传栏", "句子", "新问题").type("打算", "办好法治讲座", "句子", "另外打算")
    form.sent(town.back / "司法所.xlsx")
    town.read()
    once = town.profile.read_bytes()
    assert town.changed() == [
        "  法治宣传活动: 15场次", "  - 办好法治夜校", "- 问题: 普法阵地少", "  打算: 每村建一处宣传栏", "另外打算:", "- 办好法治讲座"]
    assert "没有要改的" in town.read()
    assert town.profile.read_bytes() == once


def test_two_sheets_that_differ_are_shown_and_the_rest_is_written(town: Town) -> None:
    town.form("司法所").type("行政处罚", "6件").type("宣传受众", "900人次").sent(town.back / "司法所.xlsx")
    town.form("综合执法队").type("行政处罚", "7件").sent(town.back / "执法队.xlsx")
    said = town.read()
    assert "X014 “执法·行政处罚”几张表填的不一样：6件（司法所.xlsx 数据!F11）；7件（执法队.xlsx 数据!F8）；资料里是“5件”" in said
    assert [line.split() for line in town.changed()] == [["宣传受众:", "900人次", "#", "等统计"]]


def test_two_sheets_that_agree_are_written_once(town: Town) -> None:
    for office in ("司法所", "综合执法队"):
        town.form(office).type("行政处罚", "6件").sent(town.back / f"{office}.xlsx")
    assert "X014" not in town.read()
    assert town.changed() == ["  行政处罚: 6件           # 含简易程序"]


def test_a_profile_that_changed_after_the_sheet_went_out_is_a_conflict(town: Town) -> None:
    town.form("综合执法队").type("行政处罚", "6件").type("行政检查", "9次").sent(town.back / "执法队.xlsx")
    town.profile.write_text(PROFILE.replace("5件", "8件"), encoding="utf-8")
    assert "X015 “执法·行政处罚”导出以后资料改过，现在是“8件”，表里填的是“6件”（执法队.xlsx 数据!F8）" in town.read()
    assert "  行政处罚: 8件           # 含简易程序\n  行政检查: 9次\n" in town.profile.read_text("utf-8")


def unmerged(form: Form) -> None:
    """Undo the merged cells, which Excel asks for before it sorts, and openpyxl does not move."""
    for merged in list(form.page.merged_cells.ranges):
        form.page.unmerge_cells(str(merged))


def shuffled(form: Form) -> None:
    """Sort the rows below the head the other way round, as Excel does: values move."""
    page = form.page
    unmerged(form)
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=7)]
    for number, row in enumerate(reversed(rows), start=7):
        for column, value in enumerate(row, start=1):
            page.cell(number, column).value = value


def with_rows_deleted(form: Form) -> None:
    unmerged(form)
    form.page.delete_rows(form.row("法治宣传活动"), 2)


def with_a_column_put_in(form: Form) -> None:
    unmerged(form)
    form.page.insert_cols(4)


@pytest.mark.parametrize("treated", [shuffled, with_rows_deleted, with_a_column_put_in])
def test_rows_are_found_wherever_they_stand(town: Town, treated: Callable[[Form], None]) -> None:
    form = town.form("司法所").type("行政处罚", "6件").type("新做法", "办好法治夜校", "句子")
    treated(form)
    form.sent(town.back / "司法所.xlsx")
    town.read()
    assert town.changed() == ["  - 办好法治夜校", "  行政处罚: 6件           # 含简易程序"]


def test_rows_and_columns_that_the_office_added_are_named(town: Town) -> None:
    form = town.form("综合执法队").type("行政处罚", "6件")
    form.page["B60"], form.page["F60"], form.page["K8"] = "渔政", "4起", "另附台账"
    form.sent(town.back / "执法队.xlsx")
    said = town.read()
    assert "执法队.xlsx 数据!第60行 加写的一行“渔政，4起”没有读" in said
    assert "执法队.xlsx 数据!K8 表外加写的一列“另附台账”" in said
    assert town.changed() == ["  行政处罚: 6件           # 含简易程序"]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8-sig", "utf-16"])
def test_the_profile_keeps_its_encoding_and_line_ends(project: Project, call: Call, encoding: str) -> None:
    town = Town(project, call, PROFILE.replace("\n", "\r\n"), encoding)
    town.form("综合执法队").type("行政处罚", "6件").type("行政处罚", "台账", "备注").sent(town.back / "执法队.xlsx")
    town.read()
    expected = PROFILE.replace("5件           # 含简易程序", "6件           # 含简易程序；台账").replace("\n", "\r\n")
    assert town.profile.read_bytes() == expected.encode(encoding)


def test_a_profile_in_several_files_is_changed_where_the_line_stands(project: Project, call: Call) -> None:
    head, tail = PROFILE.split("执法:\n", 1)
    project.profile("执法.yaml", "执法:\n" + tail)
    town = Town(project, call, head + "分文件: 执法.yaml\n")
    town.form("综合执法队").type("行政处罚", "6件").type("新做法", "开展渔政执法检查", "句子").sent(town.back / "执法队.xlsx")
    town.read()
    assert town.profile.read_text("utf-8") == head + "分文件: 执法.yaml\n"
    other = (project.folder / "profiles" / "执法.yaml").read_text("utf-8")
    assert "行政处罚: 6件" in other
    assert "- 开展渔政执法检查\n" in other


@pytest.mark.parametrize("typed", ["1、开展渔政检查", "（2）开展渔政检查。", "二是开展渔政检查；", "- 开展渔政检查", "3. 开展渔政检查"])
def test_a_sentence_loses_its_number_and_its_full_stop(town: Town, typed: str) -> None:
    town.form("综合执法队").type("新做法", typed, "句子").sent(town.back / "执法队.xlsx")
    town.read()
    assert town.changed() == ["  - 开展渔政检查"]


def test_several_lines_in_a_cell_are_several_measures(town: Town) -> None:
    town.form("综合执法队").type("新做法", "1.开展渔政检查\n2.“12·4”期间上街宣讲", "句子").sent(town.back / "执法队.xlsx")
    town.read()
    assert town.changed() == ["  - 开展渔政检查", "  - “12·4”期间上街宣讲"]


def test_the_blank_problem_of_a_new_profile_is_filled_first(project: Project, call: Call) -> None:
    town = Town(project, call, FOUR + "执法:\n  提供: 综合执法队\n  行政处罚:\n问题:\n- 问题:\n  原因:\n  打算:\n")
    form = town.form("综合执法队").type("问题", "执法人手紧", "句子", "新问题1").type("打算", "招录两人", "句子", "新问题1")
    form.type("问题", "文书不规范", "句子", "新问题2").sent(town.back / "执法队.xlsx")
    town.read()
    assert town.profile.read_text("utf-8").endswith(
        "问题:\n- 问题: 执法人手紧\n  原因:\n  打算: 招录两人\n- 问题: 文书不规范\n  原因:\n  打算:\n")


def test_an_outline_that_has_not_come_yet_stops_nobody_from_asking(project: Project, call: Call) -> None:
    town = Town(project, call, PROFILE + "提纲: 提纲/县里的.txt\n")
    town.form("综合执法队").type("行政处罚", "6件").sent(town.back / "执法队.xlsx")
    town.read()
    assert town.changed() == ["  行政处罚: 6件           # 含简易程序"]


@pytest.mark.parametrize(("old", "new", "said"), [
    ("  - 严格落实执法公示制度\n  - 执法培训: 2场次\n    做法: 讲解新修订的法律\n", "无\n", "“执法.做法”资料里写的是“无”，后面加不了“办好培训”"),
    ("另外打算:\n- 无\n", "另外打算: 无\n", "“另外打算”资料里写的是“无”，后面加不了“多办讲座”")])
def test_a_list_that_is_a_single_word_gets_nothing_added(project: Project, call: Call, old: str, new: str, said: str) -> None:
    text = (PROFILE + "另外打算:\n- 无\n").replace(old, new).replace("做法:\n无", "做法: 无")
    town = Town(project, call, text)
    form = town.form("综合执法队").type("行政处罚", "6件").type("新做法", "办好培训", "句子").type("打算", "多办讲座", "句子", "另外打算")
    form.sent(town.back / "执法队.xlsx")
    assert said in town.read()
    assert "  行政处罚: 6件           # 含简易程序" in town.changed()


@pytest.mark.parametrize("words", [
    ("table",), ("table", "甲.yaml", "乙.yaml"), ("table", "甲.yaml", "表.xlsx"), ("table", "表.xlsx", "--read", "别的.xlsx")])
def test_a_call_that_cannot_be_meant_is_explained(call: Call, words: tuple[str, ...]) -> None:
    assert call(*words).code == 2


def test_sheets_are_taken_as_a_shell_spells_them_out(town: Town) -> None:
    town.form("司法所").type("法治宣传活动", "15场次").sent(town.back / "司法所.xlsx")
    town.form("综合执法队").type("行政处罚", "6件").sent(town.back / "执法队.xlsx")
    town.read("收回/司法所.xlsx", "收回/执法队.xlsx")
    assert len(town.changed()) == 2


def test_a_profile_without_topics_has_nothing_to_ask(project: Project, call: Call) -> None:
    project.profile("空.yaml", FOUR)
    assert call("table", "profiles/空.yaml").code == 1
    assert project.files() == []


def test_a_profile_with_mistakes_gives_no_sheets(project: Project, call: Call) -> None:
    project.profile("错.yaml", FOUR + "执法:\n  行政处罚: 5\n")
    done = call("table", "profiles/错.yaml")
    assert done.code == 1
    assert "P006" in done.out
    assert project.files() == []


MONEY = FOUR + "法治保障:\n  提供: 财政所\n  法治经费: 15万元\n"


@pytest.mark.parametrize(("typed", "kept"), [("16", ["  法治经费: 16万元"]), ("16万", ["  法治经费: 16万元"]), ("16元", []), ("160000", [])])
def test_money_is_asked_for_in_the_unit_of_the_profile_and_a_leap_is_not_written(
        typed: str, kept: list[str], project: Project, call: Call) -> None:
    town = Town(project, call, MONEY)
    form = town.form("财政所")
    assert form.value("法治经费", "单位") == "万元"
    form.type("法治经费", typed).sent(town.back / "财政所.xlsx")
    said = town.read()
    assert town.changed() == kept
    assert ("差几千倍，没有写" in said) is not bool(kept)
