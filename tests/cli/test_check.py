"""``drafter check``: profiles, Word files and texts; for people and as JSON."""

import json
import zipfile
from pathlib import Path

import pytest
from docx import Document

from tests.support.command import FOUR, FULL, NAME, Call, Project

REPORT = """柳湾镇2025年法治政府建设年度报告
一、主要举措和成效
全年召开专题会议8，研究法治工作。
二、存在的不足和原因
由于人手少，宣传不够。
三、第一责任人履职情况
书记带头学法。
四、下一年度安排
继续推进。
"""

RIGHT = """柳湾镇2025年法治政府建设年度报告
一、主要举措和成效
全年召开专题会议8次，研究法治工作。
二、存在的不足和原因
由于人手少，宣传不够。
三、党政主要负责人履行推进法治建设第一责任人职责情况
书记带头学法。
四、下一年度主要安排
加强宣传，补充人手。
"""


def test_a_good_profile_has_no_errors(call: Call, project: Project) -> None:
    project.profile()
    done = call("check", "profiles/柳湾镇.yaml")
    assert done.code == 0
    assert "√ 柳湾镇.yaml：错误0条" in done.out
    assert project.files() == []


def test_a_bad_profile_has_all_its_errors_shown_at_once(call: Call, project: Project) -> None:
    project.profile(text=FOUR + "执法:\n  行政处罚: 5\n  行政检查: 12:30\n")
    done = call("check", "profiles/柳湾镇.yaml")
    assert done.code == 1
    assert done.out.count(" 错误 ") == 2
    assert "× 柳湾镇.yaml：错误2条" in done.out


def test_a_text_is_checked_by_the_rules(call: Call, project: Project) -> None:
    (project.folder / "报告.txt").write_text(REPORT, encoding="utf-8")
    done = call("check", "报告.txt")
    assert done.code == 0
    assert "报告.txt:3:1 必看 C01" in done.out
    assert "drafter explain 编号" in done.out


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_text_from_any_editor_is_read(call: Call, project: Project, encoding: str) -> None:
    (project.folder / "报告.txt").write_bytes(REPORT.encode(encoding))
    assert "报告.txt:3:1 必看 C01" in call("check", "报告.txt").out


def test_a_draft_is_checked_as_the_profile_was(call: Call, project: Project) -> None:
    project.profile(text=FULL + "思想学习:\n  做法:\n  - 全年召开学习会12，逐条讨论\n")
    call("draft", "profiles/柳湾镇.yaml")
    done = call("check", f"output/{NAME}.docx")
    assert done.code == 0
    assert "必看 C01" in done.out


def test_what_is_left_to_fill_in_a_word_file_is_named(call: Call, project: Project) -> None:
    project.profile(text=FOUR + "执法:\n  行政处罚:\n")
    call("draft", "profiles/柳湾镇.yaml")
    done = call("check", f"output/{NAME}.docx")
    assert "必看 S03 还有待填" in done.out
    assert "打印" not in done.out


def test_a_word_file_with_nothing_against_it_goes_to_print(call: Call, project: Project) -> None:
    made = Document()
    for line in RIGHT.splitlines():
        made.add_paragraph(line)
    made.save(str(project.folder / "定稿.docx"))
    assert "打印" in call("check", "定稿.docx").out


def test_several_files_are_each_counted_and_one_error_is_enough(call: Call, project: Project) -> None:
    project.profile("甲.yaml")
    project.profile("乙.yaml", FOUR + "执法:\n  行政处罚: 5\n")
    done = call("check", "profiles/甲.yaml", "profiles/乙.yaml")
    assert done.code == 1
    assert "√ 甲.yaml" in done.out
    assert "× 乙.yaml" in done.out


def test_json_holds_every_finding_and_nothing_else_is_printed(call: Call, project: Project) -> None:
    project.profile(text=FOUR + "".join(f"项目{number}: 1\n" for number in range(40)))
    done = call("check", "--json", "profiles/柳湾镇.yaml", fit=False)
    found = json.loads(done.out)
    assert done.code == 1
    assert len(found) == 40
    assert {finding["编号"] for finding in found} == {"P001"}
    assert found[0]["行"] == 5


def damaged(path: Path, kind: str) -> None:
    """Make a file that calls itself a Word file and is none."""
    if kind == "bytes":
        path.write_bytes(b"\xd0\xcf\x11\xe0 old word")
    elif kind == "empty":
        path.write_bytes(b"")
    else:
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("word/document.xml" if kind == "xml" else "other.xml", "<w:document" if kind == "xml" else "<a/>")


@pytest.mark.parametrize("kind", ["bytes", "empty", "xml", "other"])
def test_a_word_file_that_cannot_be_opened_is_said(call: Call, project: Project, kind: str) -> None:
    damaged(project.folder / "报告.docx", kind)
    done = call("check", "报告.docx")
    assert done.code == 1
    assert "打不开" in done.out


def test_a_document_type_is_refused_and_nothing_is_fetched(call: Call, project: Project) -> None:
    (project.folder / "秘密.txt").write_text("不可外传", encoding="utf-8")
    entity = '<!DOCTYPE d [<!ENTITY e SYSTEM "秘密.txt">]><d>&e;</d>'
    with zipfile.ZipFile(project.folder / "报告.docx", "w") as package:
        package.writestr("word/document.xml", entity)
    done = call("check", "报告.docx")
    assert done.code == 1
    assert "不可外传" not in done.said


@pytest.mark.parametrize("name", ["没有.yaml", "没有.txt", "没有.docx"])
def test_a_missing_file_is_called_missing(call: Call, name: str) -> None:
    done = call("check", name)
    assert done.code == 1
    assert "找不到" in done.out


@pytest.mark.parametrize("name", ["报告.pdf", "报告", "报告.doc"])
def test_other_files_are_not_checked(call: Call, project: Project, name: str) -> None:
    (project.folder / name).write_text("甲", encoding="utf-8")
    done = call("check", name)
    assert done.code == 1
    assert "可以校核" in done.out


def test_a_text_cannot_steer_the_terminal(call: Call, project: Project) -> None:
    (project.folder / "报告.txt").write_text(REPORT.replace("会议8", "\x1b[2J会议8"), encoding="utf-8")
    assert "\x1b" not in call("check", "报告.txt").said


def test_lines_that_still_ask_to_be_looked_at_are_counted(call: Call, project: Project) -> None:
    project.profile("柳湾镇.yaml", FOUR + "执法:\n  行政处罚: 5件    # 请核：原文：五件\n  # 请核过了\n  行政检查: 9次    # 台账\n")
    said = call("check", "profiles/柳湾镇.yaml").said
    assert "还有1行注明“请核”，没有看过：第6行" in said
