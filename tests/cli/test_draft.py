"""``drafter draft``: what is written, what is said, and the exit code."""

import shutil

import pytest

from drafter.pipeline.setup import HOME
from tests.support.command import FOUR, FULL, NAME, Call, Project

BOTH = [f"{NAME}-校核.txt", f"{NAME}.docx"]


def test_a_profile_becomes_a_draft_and_a_review_sheet_in_the_output_folder(project: Project) -> None:
    project.profile()
    done = project.run("draft", "profiles/柳湾镇.yaml")
    assert done.code == 0
    assert project.files() == BOTH
    assert f"√ 已生成初稿：{project.folder / 'output' / NAME}.docx" in done.out
    assert done.is_fit_for_a_clerk()


def test_the_draft_goes_to_the_file_or_folder_that_is_named(call: Call, project: Project) -> None:
    project.profile()
    assert call("draft", "profiles/柳湾镇.yaml", "-o", "送审/初稿.docx").code == 0
    assert project.files("送审") == ["初稿-校核.txt", "初稿.docx"]
    assert call("draft", "profiles/柳湾镇.yaml", "-o", "报县里").code == 0
    assert project.files("报县里") == BOTH
    assert project.files() == []


def test_a_draft_that_waits_for_something_says_how_much_and_a_final_is_refused(call: Call, project: Project) -> None:
    project.profile(text=FOUR + "执法:\n  行政处罚:\n")
    done = call("draft", "profiles/柳湾镇.yaml")
    assert done.code == 0
    assert "处待填" in done.out
    before = project.files()
    done = call("draft", "profiles/柳湾镇.yaml", "--final", "-o", "定稿")
    assert done.code == 3
    assert "定稿没有生成" in done.out
    assert "profiles/柳湾镇.yaml:6:" in done.out
    assert (project.files(), project.files("定稿")) == (before, [])


def test_one_bad_profile_never_stops_the_rest(call: Call, project: Project) -> None:
    project.profile("甲.yaml", FULL.replace("柳湾", "青禾"))
    project.profile("乙.yaml", FULL.replace("5件", "5:30"))
    project.profile("丙.yaml", FULL.replace("柳湾", "石桥"))
    done = call("draft", "profiles")
    assert done.code == 1
    assert [name for name in project.files() if name.endswith(".docx")] == [
        NAME.replace("柳湾", "石桥") + ".docx", NAME.replace("柳湾", "青禾") + ".docx"]
    assert "共3份：写成2份，没有写成1份" in done.out
    assert "乙.yaml:6:" in done.out
    assert done.out.count("下一步：") == 1


def test_two_profiles_of_one_name_get_two_files(call: Call, project: Project) -> None:
    project.profile("甲.yaml")
    project.profile("乙.yaml")
    assert call("draft", "profiles").code == 0
    assert len([name for name in project.files() if name.endswith(".docx")]) == 2


def test_topic_files_are_no_profiles_of_their_own(call: Call, project: Project) -> None:
    project.profile(text=FOUR + "分文件: 执法.yaml\n")
    project.profile("执法.yaml", "执法:\n  行政处罚: 5件\n")
    assert call("draft", "profiles").code == 0
    assert project.files() == BOTH


def test_a_folder_without_profiles_says_how_to_make_one(call: Call, project: Project) -> None:
    done = call("draft", "profiles")
    assert done.code == 1
    assert "drafter new" in done.out


@pytest.mark.parametrize("out", ["一份.docx", "一份.DOCX", "一份.pdf", "一份.doc"])
def test_what_cannot_be_one_word_file_is_a_wrong_command_line(call: Call, project: Project, out: str) -> None:
    project.profile("甲.yaml", FULL.replace("柳湾", "青禾"))
    project.profile("乙.yaml")
    assert call("draft", "profiles", "-o", out).code == 2
    assert not (project.folder / out).exists()


@pytest.mark.parametrize(("name", "words"), [("没有.yaml", "找不到"), ("profiles/空.yaml", "没有内容"), ("profiles/乱.yaml", "字节")])
def test_a_profile_that_cannot_be_read_is_said(call: Call, project: Project, name: str, words: str) -> None:
    project.profile("空.yaml", "")
    (project.folder / "profiles" / "乱.yaml").write_bytes(b"\x80\x81\xff\xfe\x00\x01\x02" * 40)
    done = call("draft", name)
    assert done.code == 1
    assert words in done.out
    assert project.files() == []


def test_mistakes_are_shown_at_their_place_with_a_caret_and_a_hint(call: Call, project: Project) -> None:
    project.profile(text=FULL.replace("行政处罚: 5件", "行政处罚: 5"))
    done = call("draft", "profiles/柳湾镇.yaml")
    assert done.code == 1
    assert done.out.split("\n")[:4] == [
        "profiles/柳湾镇.yaml:6:9 错误 P006 “执法.行政处罚”“5”没有量词", "    6 |   行政处罚: 5", "      |             ^",
        "  提示：加上量词，例如 5件"]


def test_an_old_draft_stays_as_it_was_when_the_profile_is_bad(call: Call, project: Project) -> None:
    project.profile()
    call("draft", "profiles/柳湾镇.yaml")
    before = {name: (project.folder / "output" / name).read_bytes() for name in project.files()}
    project.profile(text=FULL.replace("5件", "012件"))
    assert call("draft", "profiles/柳湾镇.yaml").code == 1
    assert {name: (project.folder / "output" / name).read_bytes() for name in project.files()} == before


def test_only_the_first_twenty_findings_are_shown_and_the_rest_counted(call: Call, project: Project) -> None:
    project.profile(text=FOUR + "".join(f"项目{number}: 1\n" for number in range(40)))
    done = call("draft", "profiles/柳湾镇.yaml")
    assert done.out.count(" 错误 P001 ") == 20
    assert "还有20条" in done.out


def test_an_outline_that_is_missing_is_shown_where_it_is_named(call: Call, project: Project) -> None:
    project.profile(text=FULL + "提纲: 提纲/县里.txt\n")
    done = call("draft", "profiles/柳湾镇.yaml")
    assert done.code == 1
    assert "profiles/柳湾镇.yaml:9:5 错误 P014 找不到提纲“提纲/县里.txt”" in done.out


def test_every_profile_that_ships_becomes_a_draft(call: Call, project: Project) -> None:
    shutil.copytree(HOME / "profiles", project.folder / "profiles", dirs_exist_ok=True)
    given = list((project.folder / "profiles").glob("*.yaml"))
    assert call("draft", "profiles").code == 0
    assert len([name for name in project.files() if name.endswith(".docx")]) == len(given) > 5
