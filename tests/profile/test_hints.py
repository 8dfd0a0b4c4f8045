"""What a profile is told to type instead: never a thing that leads to another mistake."""

from pathlib import Path

import pytest

from drafter.finding import Finding
from drafter.pipeline.draft import draft
from tests.support.case import setup

HEAD = "单位: 桃溪镇\n级别: 镇\n上级: 县\n期间: 2024年度\n"


def said(body: str, folder: Path) -> list[Finding]:
    """What is said of a profile with a whole head."""
    path = folder / "资料.yaml"
    path.write_text(HEAD + body, encoding="utf-8")
    return draft(path, setup())[1]


HINTS = [
    ("问题:\n- 问题: 一件\n打算: 多办讲座\n", "P001", "往里缩进，和上面那一条对齐：\n  打算: 多办讲座"),
    ("行政处罚: 3件\n", "P001", "放到主题“执法”下面，行首空两格：\n  行政处罚: 3件"),
    ("组织领导:\n  副组长: 镇长\n", "P001", "不是数字，写成一句话放到“做法”下面，前面加“- ”"),
    ("学法:\n  中心组学法: 全年开展学法活动\n", "P006", "一句话写到“做法”下面，前面加“- ”；这里只写数，例如 5次，还没有数就空着"),
    ("执法:\n  执法培训: 2场次，36人次\n", "P006", "两个数分两行写：\n执法培训: 2场次\n执法培训人次: 36人次"),
    ("执法:\n  执法装备投入: 15万\n", "P006", "加上量词，例如 15万元"),
    ("学法:\n  学宪法、民法典: 有\n", "P001", "不是数字，写成一句话放到“做法”下面，前面加“- ”"),
]


@pytest.mark.parametrize(("body", "rule", "hint"), HINTS)
def test_the_hint_fits_what_was_typed(body: str, rule: str, hint: str, tmp_path: Path) -> None:
    assert [finding.hint for finding in said(body, tmp_path) if finding.rule == rule] == [hint]


def test_a_mark_names_its_problem_by_its_first_words(tmp_path: Path) -> None:
    path = tmp_path / "资料.yaml"
    problems = "问题:\n- 问题: 部分镇村干部遇事找法的习惯没有养成\n  原因:\n  打算:\n- 问题: 案卷不规范\n  打算: 每季度评查\n"
    path.write_text(HEAD + problems, encoding="utf-8")
    made, _ = draft(path, setup())
    assert made is not None
    marks = {run.text for run in made.to_fill()}
    assert {"【待填：“部分镇村干部遇事找法的习……”的原因】", "【待填：“部分镇村干部遇事找法的习……”的打算】"} <= marks


def test_a_promise_is_no_matter_of_the_outline_that_ships(tmp_path: Path) -> None:
    assert not [finding for finding in said("去年打算:\n- 打算: 多办讲座\n  结果: 办了3场\n", tmp_path) if finding.rule == "P020"]
