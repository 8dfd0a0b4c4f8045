"""An installation that lacks something or was broken by hand: who is at fault is said, with the file and the line."""

import shutil

import pytest

from tests.support.command import FULL, Call, Project

KIND_FILES = ("kind.yaml", "topics.yaml", "indicators.yaml", "动词.yaml", "dated/会议.yaml", "dated/思想.yaml",
              "dated/纪念日.yaml")
COMMANDS = (("draft", "profiles"), ("check", "profiles/柳湾镇.yaml"), ("new", "新.yaml"), ("explain", "单位"), ("schema",))


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_without_the_kind_of_report_every_command_says_what_is_missing(call: Call, project: Project, words: tuple[str, ...]) -> None:
    project.profile()
    shutil.rmtree(project.templates)
    done = call(*words)
    assert done.code == 5
    assert "找不到报告种类" in done.out
    assert project.files() == []


@pytest.mark.parametrize("name", KIND_FILES)
def test_a_file_of_the_kind_that_is_missing_is_named(call: Call, project: Project, name: str) -> None:
    project.profile()
    (project.templates / name).unlink()
    done = call("draft", "profiles")
    assert done.code == 5
    assert name in done.out


@pytest.mark.parametrize("name", KIND_FILES)
@pytest.mark.parametrize("text", ["- 1\n- [", "甲: {乙: 丙}\n", "甲\n", "- 甲: 乙\n", ""])
def test_a_broken_file_of_the_kind_is_named(call: Call, project: Project, name: str, text: str) -> None:
    project.profile()
    (project.templates / name).write_text(text, encoding="utf-8")
    done = call("draft", "profiles")
    assert done.code == 5
    assert name in done.out


def test_phrases_that_are_no_list_are_named(call: Call, project: Project) -> None:
    project.profile()
    (project.templates / "phrases" / "数据.yaml").write_text("数据: 一句话\n", encoding="utf-8")
    done = call("draft", "profiles")
    assert done.code == 5
    assert "phrases/数据.yaml:1:" in done.out


def test_a_phrase_file_that_cannot_be_read_stops_the_work(call: Call, project: Project) -> None:
    project.profile()
    (project.templates / "phrases" / "数据.yaml").write_text("数据: [甲\n", encoding="utf-8")
    assert call("draft", "profiles").code == 5


@pytest.mark.parametrize("line", ["{{ 没有这个词 }}", "{% if 措辞 %}", "{{ 措辞( }}", "{{ ''.__class__ }}",
                                  "{% include '没有.j2' %}"])
def test_a_broken_template_is_shown_at_the_authors_line(call: Call, project: Project, line: str) -> None:
    project.profile()
    template = project.templates / "sections" / "开头.j2"
    template.write_text(f"{{# 开头 #}}\n{line}\n", encoding="utf-8")
    done = call("draft", "profiles")
    assert done.code == 1
    assert "sections/开头.j2:2:" in done.out
    assert project.files() == []


def test_a_template_that_is_missing_is_named(call: Call, project: Project) -> None:
    project.profile()
    (project.templates / "sections" / "主题.j2").unlink()
    done = call("draft", "profiles")
    assert done.code == 1
    assert "主题.j2" in done.out


def test_a_shipped_outline_that_is_missing_is_named(call: Call, project: Project) -> None:
    project.profile(text=FULL + "提纲: 四段\n")
    (project.templates / "outlines" / "四段.txt").unlink()
    done = call("draft", "profiles")
    assert done.code == 1
    assert "找不到提纲“四段”" in done.out


def test_suggestions_are_not_needed_for_a_draft(call: Call, project: Project) -> None:
    project.profile()
    (project.templates / "suggestions.yaml").unlink()
    assert call("draft", "profiles").code == 0


def test_the_check_up_says_what_is_well(call: Call, project: Project) -> None:
    done = call("doctor", fit=False)
    assert done.code == 0
    assert "√ 报告种类" in done.out
    assert "√ 输出文件夹" in done.out
    assert "× " not in done.out


def test_the_check_up_says_what_is_ill(call: Call, project: Project) -> None:
    (project.templates / "kind.yaml").unlink()
    (project.folder / "output").write_text("", encoding="utf-8")
    done = call("doctor", fit=False)
    assert done.code == 5
    assert "× 报告种类" in done.out
    assert "× 输出文件夹" in done.out
    assert done.out.rstrip().split("\n")[-1].startswith("下一步：先处理")
