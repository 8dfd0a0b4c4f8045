"""Outlines as they are pasted from a county's notice."""

from pathlib import Path

import pytest

from drafter.finding import Finding, Severity
from drafter.kind import Node, Outline, parse_outline
from drafter.pipeline.setup import HOME

SHIPPED = sorted((HOME / "templates" / "rule-of-law" / "outlines").glob("*.txt"))


def read(text: str) -> tuple[Outline, list[Finding]]:
    outline, findings = parse_outline(text, "县里.txt")
    return outline, list(findings)


def nodes(text: str) -> list[tuple[int, str]]:
    return [(node.level, node.texts[0]) for node in read(text)[0].nodes]


def only(text: str) -> Node:
    outline, findings = read(text)
    assert findings == []
    assert len(outline.nodes) == 1
    return outline.nodes[0]


def test_marks_give_the_levels() -> None:
    assert nodes("一、成效\n（一）学习\n1.排课\n（1）主讲\n二、不足\n") == [
        (1, "成效"), (2, "学习"), (3, "排课"), (4, "主讲"), (1, "不足")]


@pytest.mark.parametrize("text", [
    "一、成效\n(一)学习\n1、排课\n(1)主讲\n", "一 、 成效\n（ 一 ）学习\n1．排课\n（ 1 ） 主讲\n", "  一、成效\n　（一）、学习\n\t1. 排课\n（1）主讲",
    "\ufeff一、成效。\r\n\r\n（一）学习；\r\n1.排课：\r\n（1）主讲，\r\n",
])
def test_marks_are_read_however_they_are_typed(text: str) -> None:
    assert nodes(text) == [(1, "成效"), (2, "学习"), (3, "排课"), (4, "主讲")]


def test_a_heading_gets_full_width_marks_and_loses_its_full_stop() -> None:
    assert only("一、加强领导,压实责任(县、镇)。").texts == ("加强领导，压实责任（县、镇）",)
    assert only("一、对照2025年1:1要求").texts == ("对照2025年1:1要求",)


def test_items_open_paragraphs() -> None:
    assert nodes("一、成效\n一是主动履职。\n二是带头学法\n在决策程序上，\n产业发展方面\n") == [
        (1, "成效"), (5, "主动履职"), (5, "带头学法"), (5, "在决策程序上"), (5, "产业发展方面")]


def test_only_items_that_are_counted_are_counted_again() -> None:
    outline, _ = read("一、成效\n一是主动履职\n在决策程序上\n")
    assert [node.counted for node in outline.nodes] == [False, True, False]


def test_without_any_mark_every_line_is_a_heading_of_the_first_level() -> None:
    assert nodes("依法全面履行政府职能方面\n存在的问题\n下一步打算\n") == [
        (1, "依法全面履行政府职能方面"), (1, "存在的问题"), (1, "下一步打算")]


def test_lines_under_a_heading_say_what_stands_there() -> None:
    node = only("一、成效\n主题：组织领导、学法，普法\n必须写到：法律顾问；公共法律服务\n没有材料时：省略\n")
    assert node.topics == ("组织领导", "学法", "普法")
    assert node.must == ("法律顾问", "公共法律服务")
    assert node.optional


def test_several_such_lines_add_up() -> None:
    assert only("一、成效\n主题：组织领导\n主题: 学法\n").topics == ("组织领导", "学法")


def test_the_topics_that_an_outline_declares_are_known_in_order() -> None:
    outline, _ = read("一、成效\n主题：学法、普法\n二、不足\n主题：问题、学法\n")
    assert outline.declared_topics() == ["学法", "普法", "问题"]


def test_remarks_and_blank_lines_are_passed_over() -> None:
    assert nodes("# 县里2025年的通知\n\n一、成效\n   \n# 说明\n二、不足\n") == [(1, "成效"), (1, "不足")]


def test_a_line_about_a_heading_that_is_not_there_is_refused_at_its_place() -> None:
    _, findings = read("主题：学法\n一、成效\n")
    assert [(finding.rule, finding.severity, finding.place and finding.place.line) for finding in findings] == [
        ("O001", Severity.ERROR, 1)]


def test_an_empty_outline_is_refused() -> None:
    for text in ("", "\n\n", "# 只有说明\n"):
        assert [finding.rule for finding in read(text)[1]] == ["O002"]


def test_a_level_that_is_left_out_is_closed_up_and_asked_about() -> None:
    outline, findings = read("一、成效\n1.排课\n二、安排\n（一）学法\n1.听课\n")
    assert [node.level for node in outline.nodes] == [1, 2, 1, 2, 3]
    assert {finding.rule for finding in findings} == {"O003"}
    assert all(finding.severity is Severity.WARN for finding in findings)
    assert findings[0].place is not None
    assert findings[0].place.line == 2


def test_a_notice_may_begin_its_marks_where_it_likes() -> None:
    outline, findings = read("1、成效\n（1）学法\n（2）执法\n2、存在问题\n3、明年安排\n")
    assert [node.level for node in outline.nodes] == [1, 2, 2, 1, 1]
    assert not findings


def test_a_remark_in_brackets_behind_a_heading_is_not_printed() -> None:
    assert only("一、复议应诉情况（请附数据）").texts == ("复议应诉情况",)


def test_an_offices_outline_offers_no_choice_of_wordings() -> None:
    assert only("一、甲｜乙").texts == ("甲｜乙",)


def test_decimals_and_years_at_the_start_of_a_line_are_no_marks() -> None:
    assert nodes("一、成效\n（一）1.5倍增长目标\n")[1] == (2, "1.5倍增长目标")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_outline_that_ships_reads_without_a_word(path: Path) -> None:
    outline, findings = parse_outline(path.read_text(encoding="utf-8"), path.name, shipped=True)
    assert not findings
    assert len([node for node in outline.nodes if node.level == 1]) >= 3
    assert all("｜" not in text for node in outline.nodes for text in node.texts)


@pytest.mark.parametrize("path", sorted((HOME / "profiles" / "提纲").glob("*.txt")), ids=lambda path: path.stem)
def test_every_outline_of_the_profiles_reads_without_an_error(path: Path) -> None:
    outline, findings = parse_outline(path.read_text(encoding="utf-8"), path.name)
    assert [finding for finding in findings if finding.is_error] == []
    assert outline.nodes


def test_a_file_with_too_many_headings_is_no_outline() -> None:
    assert read("（一）学习\n" * 300)[1] == []
    outline, findings = read("（一）学习\n" * 200_000)
    assert [(finding.rule, finding.is_error, finding.place.line) for finding in findings if finding.place] == [("O006", True, 301)]
    assert len(outline.nodes) == 300
