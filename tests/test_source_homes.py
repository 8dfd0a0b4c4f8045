"""A line in the wrong place: the hint says where it belongs, and following it leads to no second mistake."""

import pytest

from drafter.finding import Finding
from drafter.source import parse

TOPIC = "学法:\n  中心组学法: 6次\n"
STRAY = [
    (f"{TOPIC}  学宪法、民法典\n  做法:\n  - 会前学法\n", "Y040", 3, "移到第4行“做法”下面：\n- 学宪法、民法典"),
    (f"{TOPIC}  学宪法、民法典\n", "Y040", 3, "做法:\n- 学宪法、民法典"),
    (f"{TOPIC}  会前学法次数\n", "Y040", 3, "会前学法次数:\n（是一句做法的，前面加“- ”，放到“做法”下面）"),
    (f"{TOPIC}  - 制定计划\n  做法:\n  - 会前学法\n", "Y045", 3, "移到第4行“做法”下面：\n- 制定计划"),
    (f"甲: 1\n{TOPIC}  做法:\n  - 会前学法\n  会前学法次数: 3次\n  - 制定计划\n", "Y045", 7, "移到第4行“做法”下面：\n- 制定计划"),
    ("普法:\n  - 印资料\n  法治宣传活动: 12场次\n", "Y041", 3, "在第2行前面加一行：\n  做法:"),
    ("问题:\n- 问题: 一\n打算: 二\n- 问题: 三\n打算: 四\n", "Y041", 3, "  打算: 二"),
    ("问题:\n- 问题: 一\n  打算: 二\n  打算: 三\n", "Y033", 4, "两行并成一项：\n打算:\n- 二\n- 三"),
    ("问题:\n- 问题: 一\n打算: 二\n执法:\n  行政处罚: 3件\n打算: 四\n", "Y033", 6, "往里缩进，和上面那一条对齐：\n  打算: 四"),
]


def errors(text: str) -> list[Finding]:
    """The errors of a text."""
    return [finding for finding in parse(text.encode(), "资料.yaml")[1] if finding.is_error]


@pytest.mark.parametrize(("text", "rule", "line", "hint"), STRAY)
def test_a_stray_line_is_told_where_it_belongs(text: str, rule: str, line: int, hint: str) -> None:
    first = errors(text)[0]
    assert first.place is not None
    assert (first.rule, first.place.line, first.hint) == (rule, line, hint)


def test_parts_of_problems_that_lost_their_indent_are_never_called_doubles() -> None:
    assert [finding.rule for finding in errors("问题:\n- 问题: 一\n打算: 二\n- 问题: 三\n打算: 四\n")] == ["Y041", "Y041"]


@pytest.mark.parametrize("followed", [
    f"{TOPIC}  做法:\n  - 学宪法、民法典\n  - 会前学法\n", "普法:\n  做法:\n  - 印资料\n  法治宣传活动: 12场次\n",
    "问题:\n- 问题: 一\n  打算: 二\n- 问题: 三\n  打算:\n  - 四\n  - 五\n",
])
def test_what_the_hints_lead_to_is_read_without_a_word(followed: str) -> None:
    assert parse(followed.encode(), "资料.yaml")[1] == []
