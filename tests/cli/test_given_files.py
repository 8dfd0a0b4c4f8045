"""Whatever is given as a profile, topic file or outline: read, or refused with a reason; the rest is still drafted."""

import errno
import os
from pathlib import Path

import pytest

from tests.support.command import FULL, NAME, Call, Project

BOTH = [f"{NAME}-校核.txt", f"{NAME}.docx"]
PART = "普法:\n  做法:\n  - 开展宪法宣传活动\n"


def drafts(project: Project) -> list[str]:
    return [name for name in project.files() if name.endswith(".docx")]


def test_a_pipe_among_the_profiles_is_refused_and_never_waited_for(project: Project) -> None:
    project.profile()
    os.mkfifo(project.folder / "profiles" / "管道.yaml")
    done = project.run("draft", "profiles")
    assert done.code == 1
    assert "不是普通文件" in done.out
    assert drafts(project) == [f"{NAME}.docx"]


@pytest.mark.parametrize("text", [
    "分文件: 普法.yaml\n", "分文件: ./普法.yaml\n", "分文件: \"普法.yaml\"\n", "分文件: 普法.yaml  # 司法所\n",
    "分文件:\n- 普法.yaml\n", "分文件：普法.yaml\n", "分文件: [普法.yaml]\n"])
def test_a_topic_file_is_known_however_its_name_is_typed(call: Call, project: Project, text: str) -> None:
    project.profile(text=FULL + text)
    project.profile("普法.yaml", PART)
    assert call("draft", "profiles").code == 0
    assert project.files() == BOTH


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-8-sig"])
def test_a_topic_file_is_known_from_any_encoding_and_far_down(call: Call, project: Project, encoding: str) -> None:
    text = FULL + "# " + "注" * 3000 + "\n分文件: 普法.yaml\n"
    (project.folder / "profiles" / "柳湾镇.yaml").write_bytes(text.encode(encoding))
    project.profile("普法.yaml", PART)
    assert call("draft", "profiles").code == 0
    assert project.files() == BOTH


def test_files_that_name_each_other_are_refused_and_not_passed_over(call: Call, project: Project) -> None:
    project.profile("甲.yaml", FULL + "分文件: 乙.yaml\n")
    project.profile("乙.yaml", "分文件: 甲.yaml\n" + PART)
    done = call("draft", "profiles")
    assert done.code == 1
    assert "共2份：写成0份" in done.out


@pytest.mark.parametrize("names", ["普法.yaml、普法.yaml", "普法.yaml、./普法.yaml", "柳湾镇.yaml", "普法.yaml、../profiles/柳湾镇.yaml"])
def test_a_file_is_never_read_twice(call: Call, project: Project, names: str) -> None:
    project.profile(text=FULL + f"分文件: {names}\n")
    project.profile("普法.yaml", PART)
    done = call("draft", "profiles/柳湾镇.yaml")
    assert done.code == 1
    assert "profiles/柳湾镇.yaml:9:6 错误 P018" in done.out
    assert project.files() == []


def test_many_profiles_of_one_name_get_as_many_files(call: Call, project: Project) -> None:
    names = ["一/甲.yaml", "二/甲.yaml", "三/甲.yaml", f"四/{'长' * 80}.yaml", f"五/{'长' * 80}.yaml"]
    for number, name in enumerate(names, start=1):
        project.profile(name, FULL.replace("5件", f"{number}件"))
    assert call("draft", *(f"profiles/{name}" for name in names)).code == 0
    assert len(drafts(project)) == 5
    assert [name for name in drafts(project) if "第2稿" in name] == []


def test_a_profile_given_twice_is_drafted_once(call: Call, project: Project) -> None:
    project.profile()
    assert call("draft", "profiles/柳湾镇.yaml", "profiles", "profiles/../profiles/柳湾镇").code == 0
    assert project.files() == BOTH


@pytest.mark.parametrize("name", ["长" * 300 + ".yaml", "a/" * 3000, "", "没有/这个"])
def test_a_name_that_is_none_is_said_and_the_others_are_drafted(call: Call, project: Project, name: str) -> None:
    project.profile()
    done = call("draft", name, "profiles/柳湾镇.yaml", fit=False)
    assert done.code == 1
    assert "Y001" in done.out
    assert project.files() == BOTH


def closed(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Close a file or folder, for root too, who may read everything."""
    path.chmod(0o000)
    if os.geteuid():
        return
    for name in ("open", "scandir", "listdir"):
        real = getattr(os, name)

        def refusing(given: object, *more: object, real: object = real, **named: object) -> object:
            if str(given) == str(path.relative_to(Path.cwd())):
                raise PermissionError(errno.EACCES, "Permission denied")
            return real(given, *more, **named)  # type: ignore[operator]

        monkeypatch.setattr(os, name, refusing)


@pytest.mark.parametrize("name", ["profiles/乙.yaml", "资料"])
def test_what_may_not_be_read_is_named_and_the_others_are_drafted(
        call: Call, project: Project, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    project.profile()
    project.profile("乙.yaml")
    (project.folder / "资料").mkdir()
    closed(monkeypatch, project.folder / name)
    done = call("draft", name, "profiles/柳湾镇.yaml")
    assert done.code == 1
    assert f"{name}:1:1 错误 Y001" in done.out
    assert project.files() == BOTH


@pytest.mark.parametrize("name", ["", "长" * 300, "a/" * 3000])
def test_a_new_profile_under_a_name_that_is_none_is_said(call: Call, name: str) -> None:
    assert call("new", name, fit=False).code == 4


@pytest.mark.parametrize(("data", "rule"), [("一、甲\n".encode() * 300_000, "Y002"), (b"\xe4\xb8\x80\xff\xfe\xfd", "Y004"),
                                           ("一、甲\ue000\n".encode(), "Y006")])
def test_what_is_wrong_with_an_outline_is_said_as_it_is(call: Call, project: Project, data: bytes, rule: str) -> None:
    project.profile(text=FULL + "提纲: 县里.txt\n")
    (project.folder / "profiles" / "县里.txt").write_bytes(data)
    done = call("draft", "profiles/柳湾镇.yaml")
    assert done.code == 1
    assert "profiles/县里.txt:1:" in done.out
    assert f" 错误 {rule} " in done.out
    assert "P014" not in done.out


@pytest.mark.parametrize("name", ["../秘密.yaml", "/etc/passwd", "..", ".", "链接", "/dev/zero"])
def test_an_outline_outside_the_folder_is_read_only_where_it_is_a_text(call: Call, project: Project, name: str) -> None:
    (project.folder / "秘密.yaml").write_text("一、不给看\n", encoding="utf-8")
    (project.folder / "profiles" / "链接").symlink_to(project.folder / "秘密.yaml")
    project.profile(text=FULL + f"提纲: {name}\n")
    done = call("draft", "profiles/柳湾镇.yaml", fit=False)
    assert done.code == 1
    assert "错误 P014" in done.out
    assert "不给看" not in done.out


def test_an_outline_of_the_county_may_lie_outside_the_folder(call: Call, project: Project) -> None:
    (project.folder / "县里.txt").write_text("一、主要举措和成效\n二、存在的不足\n三、下一年度安排\n", encoding="utf-8")
    project.profile(text=FULL + "提纲: ../县里.txt\n")
    assert call("draft", "profiles/柳湾镇.yaml").code == 0


@pytest.mark.parametrize("unit", ["甲: 乙", "甲 #乙", "[甲", "\"甲", "'", "- 甲", "&甲", "|", "镇：甲", "*", "%甲", "@甲", "null"])
def test_a_unit_given_to_new_is_read_back_as_it_was_given(call: Call, project: Project, unit: str) -> None:
    options = ("--level", "镇", "--superior", "县", "--period", "2025年度")
    assert call("new", "profiles/新.yaml", f"--unit={unit}", *options).code == 0
    done = call("check", "profiles/新.yaml", "--json", fit=False)
    assert '"编号": "Y' not in done.out
    from drafter.source import read

    source, findings = read(project.folder / "profiles" / "新.yaml")
    assert findings == []
    assert source
    assert isinstance(source.data, dict)
    assert source.data["单位"] == unit


@pytest.mark.parametrize("unit", ["甲\n标题: 乙", "甲\x1b[31m", "测\u202e镇", "\ue000"])
def test_a_unit_with_hidden_marks_is_refused(call: Call, project: Project, unit: str) -> None:
    assert call("new", "profiles/新.yaml", f"--unit={unit}", fit=False).code == 2
    assert project.files("profiles") == []


def test_a_review_sheet_that_could_not_be_written_is_said_by_code_and_word(call: Call, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.profile()
    real = os.write

    def full(handle: int, data: memoryview) -> int:
        if bytes(data[:3]) == b"\xef\xbb\xbf":
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(handle, data)

    monkeypatch.setattr(os, "write", full)
    done = call("draft", "profiles/柳湾镇.yaml")
    assert done.code == 4
    assert project.files() == [f"{NAME}.docx"]
    assert "校核文件没有写成" in done.out


def test_a_pipe_that_is_called_a_word_file_is_refused_and_never_waited_for(project: Project) -> None:
    os.mkfifo(project.folder / "初稿.docx")
    done = project.run("check", "初稿.docx")
    assert done.code == 1
    assert "不是普通文件" in done.out
    assert done.is_fit_for_a_clerk()
