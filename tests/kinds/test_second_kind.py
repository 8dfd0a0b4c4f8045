"""A kind of report is a folder: a small second one drafts from the same profile, and no code knows the first."""

import ast
import json
import shutil
from pathlib import Path

import pytest

from drafter.pipeline.draft import draft
from drafter.pipeline.setup import HOME, load_setup
from drafter.write.text import text
from tests.support.command import Call, Project, caller, made_project

SECOND = Path(__file__).parent / "半年小结"
SETUP, _ = load_setup(HOME)
assert SETUP is not None
BODY = """单位: 柳湾镇
级别: 镇
上级: 县
期间: 2025年上半年
普法:
  法治宣传活动: 6场次
  做法:
  - 在圩日摆摊讲法律
执法:
  行政处罚: 3件
  做法:
  - 办案前先提醒
矛盾纠纷:
  调解: 41件
问题:
- 问题: 村里懂法的人少
  原因: 年轻人外出多
  打算:
  - 每村培养两名法律明白人
"""
ROLES = {"第一责任人"}
"""A class of sections that bears the name of a topic."""
COLUMNS = {"普法"}
"""A column of a dated table that bears the name of a topic."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with both kinds."""
    made = made_project(tmp_path / "县")
    shutil.copytree(SECOND, made.folder / "templates" / SECOND.name)
    return made


@pytest.fixture
def call(project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    return caller(project, monkeypatch, capsys)


@pytest.fixture
def alone(project: Project) -> Project:
    """A project that has only the second kind."""
    shutil.rmtree(project.templates)
    return project


def test_one_profile_drafts_as_both_kinds_and_keeps_every_figure(project: Project) -> None:
    first, second = (project.profile(name, head + BODY) for name, head in (("甲.yaml", ""), ("乙.yaml", "报告种类: 半年小结\n")))
    setup, _ = load_setup(project.folder)
    assert setup is not None
    words = []
    for path in (first, second):
        made, findings = draft(path, setup)
        assert made is not None, findings
        words.append(text(made.report))
        assert all(figure in words[-1] for figure in ("6场次", "3件", "41件"))
    assert words[0].startswith("柳湾镇2025年上半年法治政府建设情况报告")
    assert words[1].startswith("柳湾镇2025年上半年法治建设工作小结")
    assert "第一责任人" in words[0]
    assert "第一责任人" not in words[1]
    assert "半年来作出处罚决定3件" in words[1]


def test_a_batch_may_hold_both_kinds(call: Call, project: Project) -> None:
    project.profile("甲.yaml", BODY)
    project.profile("乙.yaml", "报告种类: 半年小结\n" + BODY)
    assert call("draft", "profiles").code == 0
    assert {name for name in project.files() if name.endswith(".docx")} == {
        "柳湾镇2025年上半年法治政府建设情况报告.docx", "柳湾镇2025年上半年法治建设工作小结.docx"}


def test_a_kind_may_be_called_by_its_name(call: Call, project: Project) -> None:
    project.profile("乙.yaml", "报告种类: 半年工作小结\n" + BODY)
    assert call("draft", "profiles").code == 0
    assert "柳湾镇2025年上半年法治建设工作小结.docx" in project.files()


@pytest.mark.parametrize("name", ["季报", "../templates", "../半年小结"])
def test_a_kind_that_is_not_there_is_refused_with_those_that_are(call: Call, project: Project, name: str) -> None:
    project.profile("乙.yaml", f"报告种类: {name}\n" + BODY)
    done = call("draft", "profiles")
    assert done.code == 1
    assert "S002" in done.out
    assert "法治政府建设年度报告、半年工作小结" in done.out


def test_the_rules_of_the_second_kind_are_its_own(call: Call, project: Project) -> None:
    project.profile("乙.yaml", "报告种类: 半年小结\n" + BODY.replace("  原因: 年轻人外出多\n", ""))
    said = call("check", "profiles/乙.yaml").out
    assert "A01" not in said
    assert "错误0条" in said


def test_every_command_works_where_the_second_kind_is_the_only_one(call: Call, alone: Project) -> None:
    assert call("new", "柳湾镇", "--unit", "柳湾镇", "--level", "镇", "--superior", "县", "--period", "2025年上半年").code == 0
    assert "处罚" in (alone.folder / "profiles" / "柳湾镇.yaml").read_text(encoding="utf-8")
    assert call("draft", "profiles").code == 0
    assert "柳湾镇2025年上半年法治建设工作小结.docx" in alone.files()
    assert call("check", "profiles/柳湾镇.yaml").code == 0
    assert "作出处罚决定5件" in call("explain", "处罚").out
    schema = json.loads(call("schema", fit=False).out)
    assert set(schema["properties"]) >= {"普法", "执法", "平安"}
    assert "组织领导" not in schema["properties"]
    assert call("doctor").code == 0


def test_the_commands_that_change_a_profile_ask_it_for_its_kind(call: Call, project: Project) -> None:
    project.profile("柳湾镇-2025.yaml", "报告种类: 半年小结\n" + BODY)
    assert call("set", "profiles/柳湾镇-2025.yaml", "平安.调处=44件").code == 0
    assert call("rollover", "profiles/柳湾镇-2025.yaml").code == 0
    new = (project.folder / "profiles" / "柳湾镇-2026.yaml").read_text(encoding="utf-8")
    assert "报告种类: 半年小结" in new
    assert "44件" in new
    assert call("draft", "profiles/柳湾镇-2026.yaml").code == 0
    assert "柳湾镇2026年上半年法治建设工作小结.docx" in project.files()


def constants(path: Path) -> set[str]:
    """The texts that a module holds as literals."""
    return {node.value for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@pytest.mark.parametrize("path", sorted((HOME / "drafter").rglob("*.py")), ids=lambda path: str(path.relative_to(HOME)))
def test_no_code_names_a_kind_a_topic_or_an_indicator(path: Path) -> None:
    names = {*SETUP.kind.indicators, *SETUP.kind.topics, *(one.id for one in SETUP.kind.catalogue()), SETUP.kind.folder.name, SETUP.kind.name}
    assert constants(path) & names - ROLES - COLUMNS == set()
