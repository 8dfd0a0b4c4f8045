"""Comparing with last year: from its profile, from its report, and where neither can be read."""

import shutil
from pathlib import Path

import pytest

from drafter.pipeline.check import check
from drafter.pipeline.setup import HOME
from tests.support.case import setup
from tests.support.command import Call, Project

SAMPLES, REPORTS = HOME / "profiles" / "示例", HOME / "seeds" / "reports"
COMPARING = ("C18", "L01", "L02", "L03", "L04", "B10", "F10", "S001")
HEAD = "单位: 柳湾镇\n级别: 镇\n上级: 县\n期间: {}\n"


def compared(path: Path) -> list[str]:
    """What is said of a file in comparison with last year: rule and words."""
    return [f"{finding.rule} {finding.message}" for finding in check(path, setup()) if finding.rule in COMPARING]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_year_that_was_really_written_anew_gets_no_false_alarm(path: Path) -> None:
    """Only plans of last year that nothing takes up, and a number of meetings that is the same every year."""
    assert [said for said in compared(path) if not said.startswith(("L03", "C18 有1个小数目"))] == []


def test_last_years_report_serves_where_there_is_no_profile(tmp_path: Path) -> None:
    path = tmp_path / "示例云岭镇-2024.yaml"
    shutil.copy(SAMPLES / path.name, path)
    assert compared(path) == ["L01 “法治培训人次”285人次，去年的报告是164人次，多出74%"]


def test_a_sentence_taken_from_last_years_report_is_found_in_a_text(tmp_path: Path) -> None:
    old = (REPORTS / "示例云岭镇-2023.txt").read_text(encoding="utf-8").splitlines()
    taken = next(line for line in old[4:] if len(line) > 60).split("。")[1]
    lines = (REPORTS / "示例云岭镇-2024.txt").read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if number > 4 and len(line) > 60)
    lines.insert(at, taken + "。")
    path = tmp_path / "报告.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert compared(path) == [f"F10 这句话和去年的报告一字不差：{taken[:30]}"]


@pytest.mark.parametrize("path", sorted(REPORTS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_report_written_anew_is_not_called_a_copy(path: Path) -> None:
    assert compared(path) == []


def test_a_half_year_is_not_compared_with_a_whole_one(call: Call, project: Project) -> None:
    project.profile("柳湾镇-2024.yaml", HEAD.format("2024年度") + "执法:\n  行政检查: 80次\n")
    project.profile("柳湾镇-2025.yaml", HEAD.format("2025年上半年") + "执法:\n  行政检查: 31次\n")
    assert "L01" not in call("check", "profiles/柳湾镇-2025.yaml").out


def test_a_profile_of_last_year_with_a_mistake_is_passed_over_and_named(call: Call, project: Project) -> None:
    project.profile("柳湾镇-2024.yaml", HEAD.format("2024年度") + "执法:\n  行政检查: 八十\n")
    project.profile("柳湾镇-2025.yaml", HEAD.format("2025年度") + "执法:\n  行政检查: 31次\n")
    done = call("check", "profiles/柳湾镇-2025.yaml")
    assert done.code == 0
    assert "S001 去年的资料 柳湾镇-2024.yaml 里有错误" in done.out


def test_what_stands_in_both_years_is_shown_with_its_lines(call: Call, project: Project) -> None:
    body = "执法:\n  做法:\n" + "".join(f"  - 建立{name}并逐人核对、按季更新\n" for name in ("学习档案", "执法台账", "证件清单", "培训名册"))
    project.profile("柳湾镇-2024.yaml", HEAD.format("2024年度") + body)
    project.profile("柳湾镇-2025.yaml", HEAD.format("2025年度") + body)
    said = call("check", "profiles/柳湾镇-2025.yaml").out
    assert "“执法”有4条和去年的资料一字不差" in said
    assert "柳湾镇-2024.yaml 第7、8、9、10行" in said
