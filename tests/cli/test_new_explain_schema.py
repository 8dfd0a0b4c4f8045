"""``new``, ``explain``, ``rules`` and ``schema``: what a clerk begins with and looks up."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.check import RULES
from drafter.pipeline.setup import HOME
from drafter.profile import TOP
from tests.support.command import FOUR, NAME, Call, Project
from tests.support.json_schema import mistakes

FILL = {"单位:": "单位: 柳湾镇", "级别:": "级别: 镇", "上级:": "上级: 县", "期间:": "期间: 2025年度"}


def filled(path: Path) -> None:
    """Type the four required values behind their keys."""
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join(FILL.get(line.split(" ")[0].split("#")[0].strip(), line) for line in lines), encoding="utf-8")


def test_a_new_profile_is_at_most_80_lines_and_drafts_once_the_four_keys_are_filled_in(call: Call, project: Project) -> None:
    assert call("new", "profiles/柳湾镇").code == 0
    path = project.folder / "profiles" / "柳湾镇.yaml"
    assert len(path.read_text(encoding="utf-8").rstrip("\n").split("\n")) <= 80
    refused = call("draft", "profiles")
    assert refused.code == 1
    assert refused.out.count("错误 P010") == 4
    assert refused.out.count(" 错误 ") == 4
    filled(path)
    done = call("draft", "profiles")
    assert done.code == 0
    assert " 错误 " not in done.out
    assert f"{NAME}.docx" in project.files()


def test_a_new_profile_with_its_head_given_drafts_as_it_is(call: Call) -> None:
    options = ("--unit", "柳湾镇", "--level", "镇", "--superior", "县", "--period", "2025年度")
    assert call("new", "profiles/柳湾镇.yaml", *options).code == 0
    done = call("draft", "profiles")
    assert done.code == 0
    assert "处待填" in done.out


def test_a_new_profile_never_overwrites(call: Call, project: Project) -> None:
    path = project.profile()
    before = path.read_bytes()
    for name in ("profiles/柳湾镇.yaml", "profiles/柳湾镇"):
        done = call("new", name)
        assert done.code == 4
        assert "已经有这个文件" in done.out
    assert path.read_bytes() == before


def test_a_new_profile_in_a_folder_that_is_a_file(call: Call, project: Project) -> None:
    project.profile()
    assert call("new", "profiles/柳湾镇.yaml/新.yaml").code == 4


def test_every_topic_and_figure_that_a_new_profile_asks_for_can_be_explained(call: Call, project: Project) -> None:
    call("new", "profiles/柳湾镇.yaml")
    text = (project.folder / "profiles" / "柳湾镇.yaml").read_text(encoding="utf-8")
    names = set(re.findall(r"^ *(?:- )?([一-鿿]+):", text, re.MULTILINE)) - {"格式"}
    assert len(names) > 30
    for name in names:
        assert call("explain", name).code == 0, name


@pytest.mark.parametrize(("name", "said"), [
    ("行政处罚", ["件", "怎么填", "报告里印成", "也可以写作"]),
    ("处罚案件", ["行政处罚"]),
    ("执法.行政处罚", ["怎么填"]),
    ("调解成功率", ["报告里印成：调解成功率95%"]),
    ("单位", ["必填"]),
    ("执法", ["主题", "行政检查"]),
    ("C03", ["依据", "提示"]),
    ("c03", ["依据"]),
    ("Y012", ["Tab"]),
    ("P006", ["数字加量词"]),
])
def test_a_name_is_explained(call: Call, name: str, said: list[str]) -> None:
    done = call("explain", name)
    assert done.code == 0
    for words in said:
        assert words in done.out


@pytest.mark.parametrize(("name", "near"), [("行政处分", "行政处罚"), ("领导组织", "组织领导"), ("成文日子", "成文日期")])
def test_an_unknown_name_gets_the_nearest_ones(call: Call, name: str, near: str) -> None:
    done = call("explain", name)
    assert done.code == 1
    assert near in done.out


def test_a_name_that_is_like_nothing_is_sent_to_the_outlet(call: Call) -> None:
    done = call("explain", "zzzz")
    assert done.code == 1
    assert "本地数据" in done.out


def test_the_rules_are_listed_with_weight_and_authority(call: Call) -> None:
    said = call("rules").out
    for rule in RULES:
        assert f"{rule.id} {rule.severity.value} {rule.title}　依据：{rule.authority}" in said


@pytest.fixture
def schema(call: Call) -> Any:
    return json.loads(call("schema", fit=False).out)


def test_the_schema_is_valid_draft_7(schema: Any) -> None:
    meta = json.loads((Path(__file__).parent / "draft-07-keywords.json").read_text(encoding="utf-8"))
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert mistakes(schema, meta) == []


@pytest.mark.parametrize("path", sorted((HOME / "profiles").rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_schema_accepts_every_profile_that_ships(schema: Any, path: Path) -> None:
    assert mistakes(yaml.safe_load(path.read_text(encoding="utf-8")), schema, dates=True) == []


@pytest.mark.parametrize("text", [
    "单位: 柳湾镇", "{单位: 柳湾镇, 级别: 市, 上级: 县, 期间: 2025年度}",
    "{单位: 柳湾镇, 级别: 镇, 上级: 县, 期间: 2025年度, 执法: {行政处分: 5件}}",
    "{单位: 柳湾镇, 级别: 镇, 上级: 县, 期间: 2025年度, 执法: 5件}",
    "{单位: 柳湾镇, 级别: 镇, 上级: 县, 期间: 2025年度, 问题: [{毛病: 甲}]}",
])
def test_the_schema_refuses_what_the_program_refuses(schema: Any, call: Call, project: Project, text: str) -> None:
    assert mistakes(yaml.safe_load(text), schema)
    project.profile(text="".join(f"{key}: {value}\n" for key, value in yaml.safe_load(text).items()))
    assert call("draft", "profiles").code == 1


def test_the_schema_is_written_to_a_file(call: Call, project: Project, schema: Any) -> None:
    assert call("schema", "-o", "资料.json").code == 0
    assert json.loads((project.folder / "资料.json").read_text(encoding="utf-8")) == schema


def test_a_schema_that_cannot_be_written_is_said(call: Call, project: Project) -> None:
    (project.folder / "资料.json").mkdir()
    assert call("schema", "-o", "资料.json").code == 4


def test_a_new_profile_names_its_schema_in_its_first_line_and_the_schema_lies_there(call: Call, project: Project, schema: Any) -> None:
    call("new", "柳湾镇")
    path = project.folder / "profiles" / "柳湾镇.yaml"
    named = re.match(r"# yaml-language-server: \$schema=(\S+) ", path.read_text(encoding="utf-8"))
    assert named
    assert json.loads((path.parent / named[1]).read_text(encoding="utf-8")) == schema


def test_the_schema_that_ships_is_that_of_the_catalogue(schema: Any) -> None:
    shipped = HOME / "templates" / "rule-of-law" / "资料.schema.json"
    assert json.loads(shipped.read_text(encoding="utf-8")) == schema


def test_a_changed_catalogue_changes_the_schema_with_the_next_new_profile(call: Call, project: Project) -> None:
    catalogue = project.templates / "indicators.yaml"
    catalogue.write_text(catalogue.read_text(encoding="utf-8").replace("又名: 组长\n", "又名: 组长、带头人\n", 1), encoding="utf-8")
    call("new", "柳湾镇")
    assert "带头人" in (project.templates / "资料.schema.json").read_text(encoding="utf-8")


def test_a_schema_that_cannot_be_kept_is_not_named(call: Call, project: Project) -> None:
    (project.templates / "资料.schema.json").unlink()
    (project.templates / "资料.schema.json").mkdir()
    assert call("new", "柳湾镇").code == 0
    assert "yaml-language-server" not in (project.folder / "profiles" / "柳湾镇.yaml").read_text(encoding="utf-8")


def test_every_top_key_is_explained_in_the_schema(schema: Any) -> None:
    assert [key for key in TOP if not schema["properties"][key]["description"]] == []


BOTH = "执法:\n  行政检查: {}\n  做法:\n  - 亮证执法，按清单逐项检查\n监督公开:\n  做法:\n  - 做法: 抽查窗口单位\n    行政检查: 12次\n"


def test_explain_shows_both_years_and_the_sentences_that_print_a_figure(call: Call, project: Project) -> None:
    project.profile("柳湾镇-2024.yaml", FOUR.replace("2025", "2024") + "执法:\n  行政检查: 31次\n")
    project.profile("柳湾镇-2025.yaml", FOUR + BOTH.format("45次"))
    said = call("explain", "行政检查", "--profile", "profiles/柳湾镇-2025.yaml").out
    assert "柳湾镇-2025.yaml 第6行：执法.行政检查  45次" in said
    assert "去年的资料：31次（柳湾镇-2024.yaml 第6行）" in said
    assert "初稿里用到它的有2句" in said
    only = call("explain", "执法.行政检查", "--profile", "profiles/柳湾镇-2025.yaml").out
    assert "初稿里用到它的有1句" in only
    assert "45次。" in only


def test_explain_shows_the_sentence_of_one_line(call: Call, project: Project) -> None:
    project.profile(text=FOUR + BOTH.format("45次"))
    said = call("explain", "执法.做法.第1条").out
    assert "初稿里用到它的有1句" in said
    assert "按清单逐项检查" in said


@pytest.mark.parametrize(("body", "said"), [
    ("执法:\n  行政处罚: 5件\n", "柳湾镇.yaml 里没有填"),
    ("执法:\n  行政检查:\n", "执法.行政检查  还空着"),
    ("执法:\n  行政检查: 5次\n", "手边没有去年的资料或报告"),
    ("执法:\n  行政检查: 5\n", "还有错误"),
])
def test_explain_takes_the_only_profile_there_is(call: Call, project: Project, body: str, said: str) -> None:
    project.profile(text=FOUR + body)
    done = call("explain", "行政检查")
    assert done.code == 0
    assert said in done.out


def test_explain_does_not_guess_between_profiles(call: Call, project: Project) -> None:
    project.profile("甲.yaml", FOUR + "执法:\n  行政检查: 5次\n")
    project.profile("乙.yaml", FOUR + "执法:\n  行政检查: 6次\n")
    assert "初稿" not in call("explain", "行政检查").out


@pytest.mark.parametrize(("name", "body"), [("没有.yaml", None), ("柳湾镇.yaml", "执法:\n  行政检查: 5\n")])
def test_explain_with_a_profile_that_cannot_be_read_says_so(call: Call, project: Project, name: str, body: str | None) -> None:
    if body:
        project.profile(text=FOUR + body)
    done = call("explain", "行政检查", "--profile", f"profiles/{name}")
    assert done.code == 1
    assert " 错误 " in done.out
    assert "怎么填" in done.out
