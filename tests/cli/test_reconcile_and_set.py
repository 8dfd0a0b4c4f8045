"""reconcile and set as a clerk meets them: what is said, what is written, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call, Project
from tests.support import word_edits as word

PROFILE = "profiles/柳湾镇.yaml"


TEXT = """单位: 柳湾镇
级别: 镇
上级: 县
期间: 2025年度
执法:
  行政处罚: 26宗    # 执法队报
  做法:
  - 严格落实行政执法公示、执法全过程记录、重大执法决定法制审核制度
  - 每季度对照台账逐件复查办结的案件
普法:
  法治宣传活动: 12场次
  做法:
  - 结合赶集日在集市摆摊设点，发放法律手册，现场解答群众提问
"""


@pytest.fixture(autouse=True)
def profile(project: Project) -> Path:
    return project.profile(text=TEXT)


def draft_of(call: Call, project: Project) -> Path:
    call("draft", PROFILE)
    return next(file for file in (project.folder / "output").glob("*.docx"))


def change(file: Path, old: str, new: str, author: str = "") -> None:
    """Change some words of a draft where it lies."""
    def edit(root: object) -> None:
        paragraph = next(found for found in word.paragraphs(root) if old in word.text_of(found))
        at = word.text_of(paragraph).index(old)
        word.splice(paragraph, at, at + len(old), new, author)

    file.write_bytes(word.edited(file.read_bytes(), edit))


def test_without_a_yes_nothing_is_written_and_the_list_is(call, project):
    file = draft_of(call, project)
    old, new = "26宗", "27宗"
    change(file, old, new, "张某某")
    before = (project.folder / PROFILE).read_bytes()
    done = call("reconcile", str(file), PROFILE)
    assert done.code == 0
    assert f"{old} → {new}" in done.out
    assert "张某某" in done.out
    assert "--yes" in done.out
    assert (project.folder / PROFILE).read_bytes() == before
    assert file.with_name(f"{file.stem}-意见清单.docx").exists()


def test_with_a_yes_one_line_changes_and_the_next_draft_comes_with_a_comparison(call, project):
    file = draft_of(call, project)
    old, new = "26宗", "27宗"
    change(file, old, new)
    before = (project.folder / PROFILE).read_text(encoding="utf-8").split("\n")
    assert call("reconcile", str(file), PROFILE, "--yes").code == 0
    after = (project.folder / PROFILE).read_text(encoding="utf-8").split("\n")
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1
    said = call("draft", PROFILE).out
    assert "修改对照稿" in said
    assert list(file.parent.glob("*第2稿*修改对照稿.docx"))


def test_a_rewording_is_kept_in_the_profile_and_printed(call, project):
    file = draft_of(call, project)
    text = next(found for found in map(word.text_of, word.paragraphs(word_root(file))) if len(found) > 40)
    change(file, text[4:8], "一件一件抓实")
    assert call("reconcile", str(file), PROFILE, "--yes").code == 0
    assert "改写:" in (project.folder / PROFILE).read_text(encoding="utf-8")
    call("draft", PROFILE)
    again = next(found for found in file.parent.glob("*第2稿*.docx") if "修改" not in found.name)
    assert any("一件一件抓实" in word.text_of(found) for found in word.paragraphs(word_root(again)))


def word_root(file: Path) -> object:
    import zipfile

    from lxml import etree

    with zipfile.ZipFile(file) as package:
        return etree.fromstring(package.read("word/document.xml"))


def test_a_rewording_whose_sentence_is_gone_is_said_and_not_printed(call, project):
    with (project.folder / PROFILE).open("a", encoding="utf-8") as profile:
        profile.write("改写:\n- 原文: 这句话初稿里没有。\n  改为: 这句也不会印。\n")
    said = call("draft", PROFILE).out
    assert "P024" in said
    assert "这句话初稿里没有" in said


def test_the_draft_of_another_unit_and_a_foreign_file_are_refused(call, project):
    file = draft_of(call, project)
    other = project.folder / "profiles/别处.yaml"
    other.write_text("单位: 青石乡\n级别: 乡\n上级: 县\n期间: 2025年度\n执法:\n  行政处罚: 3件\n", encoding="utf-8")
    done = call("reconcile", str(file), "profiles/别处.yaml", fit=False)
    assert done.code == 1
    assert "D001" in done.out
    foreign = project.folder / "别的.txt"
    foreign.write_text("食堂采购清单\n大米五十斤\n青菜二十斤\n", encoding="utf-8")
    done = call("reconcile", "别的.txt", PROFILE, fit=False)
    assert done.code == 1
    assert "D002" in done.out


@pytest.mark.parametrize("words", [("reconcile", "x.docx"), ("reconcile", "a.docx", "b.yaml", "--as", "半")])
def test_a_wrong_command_line_is_told_how_to_type_it(call, words):
    done = call(*words, fit=False)
    assert done.code == 2


def test_set_changes_one_line_and_says_what_it_was(call, project):
    before = (project.folder / PROFILE).read_text(encoding="utf-8").split("\n")
    done = call("set", PROFILE, "执法.行政处罚=30宗")
    assert done.code == 0
    assert "26宗 → 30宗" in done.out
    after = (project.folder / PROFILE).read_text(encoding="utf-8").split("\n")
    assert [line for line, old in zip(after, before, strict=True) if line != old] == ["  行政处罚: 30宗    # 执法队报"]


@pytest.mark.parametrize(("wish", "says"), [("执法.行政处法=3件", "是不是“行政处罚”"), ("行政处罚=30", "例如 30宗"), ("行政处罚", "等号"),
                                            ("执法=3", "哪一项")])
def test_set_refuses_with_what_to_type(call, project, wish, says):
    before = (project.folder / PROFILE).read_bytes()
    done = call("set", PROFILE, wish, fit=False)
    assert done.code == 1
    assert says in done.out
    assert (project.folder / PROFILE).read_bytes() == before


def test_a_second_list_never_takes_the_place_of_the_first(call, project):
    file = draft_of(call, project)
    change(file, "26宗", "27宗")
    call("reconcile", str(file), PROFILE)
    first = file.with_name(f"{file.stem}-意见清单.docx")
    before = first.read_bytes()
    assert call("reconcile", str(file), PROFILE).code == 0
    assert len(list(file.parent.glob("*意见清单*"))) == 1
    change(file, "27宗", "28宗")
    assert call("reconcile", str(file), PROFILE).code == 0
    assert first.read_bytes() == before
    assert file.with_name(f"{file.stem}-意见清单（2）.docx").exists()


PROBLEM = "问题:\n- 问题: 练兵偏少\n  原因: 人手少\n"


@pytest.mark.parametrize(("wish", "says"), [("问题.1.整改=已改", "错误 E002 “问题.第1条”里还没有“整改”这一行"),
                                            ("问题.9.原因=人手少", "错误 E002 “问题”里没有这一条"), ("执法.行政处法=3件", "错误 E002 不认识"),
                                            ("执法.行政处罚=30", "错误 P006 “执法.行政处罚”“30”没有量词")])
def test_a_mistake_of_the_command_names_no_line_of_the_file(call, project, wish, says):
    project.profile(text=TEXT + PROBLEM)
    assert call("set", PROFILE, wish, fit=False).out.startswith(says)


def test_an_entry_of_a_list_is_named_by_its_number_alone(call, project):
    project.profile(text=TEXT + PROBLEM)
    assert "√ 问题.第1条.原因" in call("set", PROFILE, "问题.1.原因=平时练得少").out


def test_a_line_that_is_empty_already_is_called_so(call, project):
    call("set", PROFILE, "执法.行政处罚=")
    assert "执法.行政处罚 本来就是 空的" in call("set", PROFILE, "执法.行政处罚=").out


def test_reconcile_takes_the_profile_wherever_it_is_named(call, project):
    call("draft", PROFILE)
    draft = next((project.folder / "output").glob("*.docx"))
    assert call("reconcile", PROFILE, str(draft), "--yes", fit=False).code == call("reconcile", str(draft), PROFILE, "--yes", fit=False).code == 0
