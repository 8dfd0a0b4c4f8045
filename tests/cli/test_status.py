"""How far a profile has come: by office, against last year, what is odd, and what to do next."""

from pathlib import Path

import pytest

from drafter.pipeline.setup import HOME
from tests.support.command import FOUR, Call, Project

HALF = FOUR + """\
普法:
  提供: 司法所
  法治宣传活动: 12场次
  宣传受众:
  做法:
  - 组织普法队伍进村入户
执法:
  提供: 综合执法队
  行政检查:
  行政处罚:
矛盾纠纷:
  提供: 综治中心
  调解: 无
  调解成功率: 95%
"""
LAST = HALF.replace("2025年度", "2024年度").replace("12场次", "10场次").replace("调解: 无", "调解: 5件").replace("95%", "96.5%")


def told(call: Call, code: int = 0) -> list[str]:
    done = call("status", "profiles/柳湾镇-2025.yaml")
    assert done.code == code, done.said
    return [line.strip() for line in done.out.splitlines()]


@pytest.fixture
def half(project: Project) -> Path:
    return project.profile("柳湾镇-2025.yaml", HALF)


@pytest.mark.usefixtures("half")
def test_each_office_is_told_what_it_has_delivered_and_what_it_owes(call: Call) -> None:
    lines = told(call)
    assert lines[:6] == [
        "填了多少：7项里填了4项", "司法所      [======    ] 2/3  还缺1项", "普法.宣传受众（第8行）",
        "综合执法队  [          ] 0/2  还没有交", "执法.行政检查（第13行）、执法.行政处罚（第14行）", "综治中心    [==========] 2/2  √"]
    assert lines[-1] == "下一步：找司法所、综合执法队要材料，用  drafter table profiles/柳湾镇-2025.yaml  导出填报表"


@pytest.mark.usefixtures("half")
def test_the_largest_changes_against_last_year_are_told(project: Project, call: Call) -> None:
    project.profile("柳湾镇-2024.yaml", LAST)
    lines = told(call)
    assert lines[6:10] == [
        "和去年比（2024年度），变化最大的：", "矛盾纠纷.调解：5件 → 无（减少100.0%）", "普法.法治宣传活动：10场次 → 12场次（增加20.0%）",
        "矛盾纠纷.调解成功率：96.5% → 95%（下降1.5个百分点）"]


@pytest.mark.parametrize(("now", "said"), [
    ("行政处罚: 5件", "两年都有的1个数都没有变化，请看是不是还没有更新"), ("行政处罚:", "今年还没有能比的数")])
def test_a_year_that_was_not_brought_up_to_date_is_noticed(project: Project, call: Call, now: str, said: str) -> None:
    project.profile("柳湾镇-2024.yaml", FOUR.replace("2025年度", "2024年度") + "执法:\n  行政处罚: 5件\n")
    project.profile("柳湾镇-2025.yaml", FOUR + f"执法:\n  提供: 综合执法队\n  {now}\n")
    assert f"和去年比（2024年度）：{said}" in told(call)


def test_what_is_odd_about_figures_is_counted(project: Project, call: Call) -> None:
    project.profile("柳湾镇-2025.yaml", FOUR + "矛盾纠纷:\n  提供: 综治中心\n  调解: 5件\n  调解成功: 6人\n")
    lines = told(call)
    start = next(number for number, line in enumerate(lines) if line.startswith("数据有疑问的"))
    assert any("P007 “调解成功”" in line for line in lines[start:])


def test_problems_without_plan_and_promises_without_result_are_told(project: Project, call: Call) -> None:
    asked = "问题:\n- 问题: 执法文书不够规范\n  原因: 培训少\n去年打算:\n- 打算: 办好执法培训\n  结果:\n"
    project.profile("柳湾镇-2025.yaml", FOUR + "执法:\n  提供: 综合执法队\n  行政处罚: 5件\n" + asked)
    lines = told(call)
    assert "问题和去年打算，还没有交代完的2处：" in lines
    assert "第9行 问题“执法文书不够规范”没有写打算（综合执法队）" in lines
    assert "第12行 去年打算“办好执法培训”没有写结果（综合执法队）" in lines


def test_mistakes_of_form_come_first_and_the_rest_is_told_all_the_same(project: Project, call: Call) -> None:
    project.profile("柳湾镇-2025.yaml", HALF.replace("12场次", "12"))
    lines = told(call, code=1)
    assert lines[0].startswith("profiles/柳湾镇-2025.yaml:7:11 错误 P006")
    assert "填了多少：6项里填了3项" in lines
    assert lines[-1] == "下一步：改正上面的错误，再看  drafter status profiles/柳湾镇-2025.yaml"


def test_a_profile_without_its_head_gets_only_its_mistakes(project: Project, call: Call) -> None:
    project.profile("柳湾镇-2025.yaml", "单位: 柳湾镇\n")
    lines = told(call, code=1)
    assert sum("P010" in line for line in lines) == 3


def test_topics_that_name_no_office_are_to_get_one(project: Project, call: Call) -> None:
    project.profile("柳湾镇-2025.yaml", FOUR + "执法:\n  行政处罚:\n")
    assert told(call)[-1].startswith("下一步：在缺材料的主题下面写上“提供: 科室”")


def test_a_whole_profile_is_ready_to_be_drafted(project: Project, call: Call) -> None:
    project.profile("柳湾镇-2025.yaml", FOUR + "执法:\n  提供: 综合执法队\n  行政处罚: 5件\n  做法:\n  - 严格落实执法公示制度\n")
    assert told(call)[-1] == "下一步：可以起草了  drafter draft profiles/柳湾镇-2025.yaml"


@pytest.mark.parametrize("name", ["桃溪镇-2024", "示例乡-2025-填了一半", "示例镇-2025-只填四项"])
def test_what_ships_can_be_looked_at(call: Call, name: str) -> None:
    assert call("status", str(HOME / "profiles" / name)).code == 0
