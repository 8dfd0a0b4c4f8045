"""A past report is taken apart: furniture goes, headings are told from text, every character knows its offset."""

from __future__ import annotations

from itertools import pairwise

import pytest

from drafter.mine.clauses import clauses, cut
from drafter.past import Past
from tests.mine.reports import past
from tests.support.five import past_reports

PAGE = """首页 > 政务公开 > 法治政府建设年度报告
索引号：113/2025-001\t主题分类：法治政府
柳林镇2024年度法治政府建设年度报告_云溪县人民政府
柳林镇2024年度法治政府建设年度报告
来源：柳林镇 发布时间：2025-01-20 10:12 浏览次数：123 字体：【大 中 小】
县委、县人民政府:
今年以来,柳林镇坚持依法行政。现将有关情况报告如下:
第一部分 主要举措和成效
(一)强化学习。“一把手”带头,学法3次。
1、组织领导.成立领导小组。
①开展普法5场。
②发放资料300份。
一是压实责任,召开会议2次。
第二部分  存在的问题和下一步打算
（一）存在的问题
执法力量不足。
（二）下一步打算
继续努力。
柳林镇人民政府
2025年1月20日
打印本页  关闭窗口
上一篇：别的消息
下一篇：另一则消息
主办：云溪县人民政府"""

LOST = """中共云溪县石桥乡委员会
石桥乡人民政府
关于二〇二三年法治政府建设情况的报告
石委〔2024〕3号
2023 年，石桥乡扎实工作。
主要工作举措及成效
加强领导，召开会议１２次，共1，200人次参加，占９８．５％，17:15结束。
存在的不足
宣传不够。
下一步工作打算
㈠加强学习。继续学习。
㈡加强执法。继续执法。
"""


def shape(report: Past) -> list[tuple[int, str, str, str]]:
    return [(line.level, line.number, line.role, line.text) for line in report.lines]


def test_a_page_of_a_site() -> None:
    report = past(PAGE)
    assert (report.title, report.unit, report.level, report.year) == ("柳林镇2024年度法治政府建设年度报告", "柳林镇", "镇", 2024)
    assert shape(report) == [
        (0, "", "开头", "今年以来，柳林镇坚持依法行政。现将有关情况报告如下："),
        (1, "第一部分", "成效", "主要举措和成效"),
        (2, "（一）", "成效", "强化学习"), (0, "", "成效", "“一把手”带头，学法3次。"),
        (3, "1、", "成效", "组织领导"), (0, "", "成效", "成立领导小组。"),
        (0, "①", "成效", "开展普法5场。"), (0, "②", "成效", "发放资料300份。"), (0, "", "成效", "一是压实责任，召开会议2次。"),
        (1, "第二部分", "不足", "存在的问题和下一步打算"),
        (2, "（一）", "不足", "存在的问题"), (0, "", "不足", "执法力量不足。"),
        (2, "（二）", "安排", "下一步打算"), (0, "", "安排", "继续努力。"),
    ]
    assert "下一篇：另一则消息" in report.dropped


def test_numbers_that_were_lost_and_a_title_of_three_lines() -> None:
    report = past(LOST)
    assert (report.unit, report.level, report.year) == ("石桥乡", "乡", 2023)
    assert shape(report)[1:] == [
        (1, "", "成效", "主要工作举措及成效"), (0, "", "成效", "加强领导，召开会议12次，共1,200人次参加，占98.5%，17:15结束。"),
        (1, "", "不足", "存在的不足"), (0, "", "不足", "宣传不够。"), (1, "", "安排", "下一步工作打算"),
        (2, "（一）", "安排", "加强学习"), (0, "", "安排", "继续学习。"), (2, "（二）", "安排", "加强执法"), (0, "", "安排", "继续执法。"),
    ]


@pytest.mark.parametrize(("title", "unit", "level", "year"), [
    ("某某市某某区蒲台乡2020年度法治政府建设工作报告", "蒲台乡", "乡", 2020),
    ("云溪县罗家瑶族乡人民政府关于2023年法治政府建设情况的报告", "罗家瑶族乡", "乡", 2023),
    ("江北街道办事处2022年法治政府建设工作总结", "江北街道", "街道", 2022), ("2024年法治政府建设年度报告", "", "", 2024),
])
def test_whose_report_it_is(title: str, unit: str, level: str, year: int) -> None:
    report = past(f"{title}\n一年来，扎实推进各项工作。\n")
    assert (report.unit, report.level, report.year) == (unit, level, year)


def test_without_a_title_the_first_sentence_tells() -> None:
    report = past("2025年，白鹤镇坚持依法行政。\n一、主要成效\n成效明显。\n")
    assert (report.title, report.unit, report.year) == ("", "白鹤镇", 2025)


def test_a_paragraph_that_begins_with_a_number_is_an_item_unless_its_first_sentence_is_short() -> None:
    long = "（一）加强组织领导，成立以党委书记为组长、乡长为副组长、各站所负责人为成员的法治政府建设工作领导小组，明确职责分工。其次抓落实。"
    report = past(f"2024年法治政府建设年度报告\n一、成效\n{long}\n（二）抓好学法。组织学法。\n")
    assert [(line.level, line.number) for line in report.lines] == [(1, "一、"), (0, "（一）"), (2, "（二）"), (0, "")]


@pytest.mark.parametrize("text", [PAGE, LOST])
def test_every_character_knows_its_offset(text: str) -> None:
    for line in past(text).lines:
        assert len(line.text) == len(line.at)
        assert all(later >= earlier for earlier, later in pairwise(line.at))
        hanzi = [(letter, text[place]) for letter, place in zip(line.text, line.at, strict=True) if "一" <= letter <= "鿿"]
        assert [pair for pair in hanzi if pair[0] != pair[1] and pair[1] not in "㈠㈡"] == []


def test_quotes_and_brackets_are_not_cut_but_a_lost_quote_swallows_nothing() -> None:
    text = "学习《某法（2021，修订）》，实行“同部署，同落实”；宣传“宪法日等节点，开展活动。发放资料，召开会议。"
    assert [text[start:end] for start, end, _ in cut(text)] == [
        "学习《某法（2021，修订）》", "实行“同部署，同落实”", "宣传“宪法日等节点", "开展活动", "发放资料", "召开会议"]


def test_ordinals_are_stripped_and_sentences_counted() -> None:
    found = clauses(past("2024年报告\n一是抓学习，常态化。二是抓执法。"))
    assert [(clause.text, clause.sentence) for clause in found][-3:] == [("抓学习", 0), ("常态化", 0), ("抓执法", 1)]


def test_the_five_reports_have_their_sections() -> None:
    roles = {}
    for path in sorted(past_reports().glob("*.txt")):
        report = past(path.read_text(encoding="utf-8-sig"))
        roles[path.name[:3]] = [line.role for line in report.lines if line.level == 1]
        assert (report.unit, bool(report.year)) == (report.unit or "?", True)
    assert roles == {
        "000": ["成效", "不足", "第一责任人", "安排", "其他"], "001": ["成效", "不足", "第一责任人", "安排"], "002": ["成效", "不足", "安排"],
        "003": ["成效"] * 7 + ["不足", "安排"], "004": ["成效", "第一责任人", "不足", "安排"],
    }
