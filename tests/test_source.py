"""What clerks type, and what is read from it. The rows of the table in facts/users.md §1.1 are all here."""

from __future__ import annotations

import re

import pytest
import yaml

from drafter.finding import Finding, Place, Severity
from drafter.source import RULES, Data, Source, parse


def _read(text: str, *, lists: bool = False) -> tuple[Data | None, list[Finding]]:
    source, findings = parse(text.encode(), "资料.yaml", lists=lists)
    return (None if source is None else source.data), findings


def _rules(findings: list[Finding]) -> list[tuple[str, int]]:
    return [(finding.rule, finding.place.line if finding.place else 0) for finding in findings]


def _source(text: str) -> Source:
    source, _ = parse(text.encode(), "资料.yaml")
    assert source is not None
    return source


REPAIRED = [
    ("镇名：桃溪镇\n级别: 镇\n", {"镇名": "桃溪镇", "级别": "镇"}, [("Y010", 1)]),
    (
        "镇名：桃溪镇\n普法：\n  培训：3场\n",
        {"镇名": "桃溪镇", "普法": {"培训": "3场"}},
        [("Y010", n) for n in (1, 2, 3)],
    ),
    ("培训场次:2\n", {"培训场次": "2"}, [("Y011", 1)]),
    (
        "培训场次:2\n级别: 镇\n时刻:12:30\n",
        {"培训场次": "2", "级别": "镇", "时刻": "12:30"},
        [("Y011", 1), ("Y011", 3)],
    ),
    ("普法:\n\t培训: 2场\n", {"普法": {"培训": "2场"}}, [("Y012", 2)]),
    (
        "普法:\n\t活动:\n\t- 名称: 甲\n\t\t场次: 3\n",
        {"普法": {"活动": [{"名称": "甲", "场次": "3"}]}},
        [("Y012", n) for n in (2, 3, 4)],
    ),
    ("培训:\t2场\n", {"培训": "2场"}, [("Y012", 1)]),
    ("普法:\n　　培训: 2场\n　　宣传: 3场\n", {"普法": {"培训": "2场", "宣传": "3场"}}, [("Y013", 2), ("Y013", 3)]),
    ("普法:\n\xa0\xa0培训: 2场\n", {"普法": {"培训": "2场"}}, [("Y013", 2)]),
    ("单位:　桃溪镇　\n级别: 镇\n", {"单位": "桃溪镇", "级别": "镇"}, [("Y013", 1)]),
    (
        "做法:\n-一是\n－ 二是\n— 三是\n–四是\n",
        {"做法": ["一是", "二是", "三是", "四是"]},
        [("Y014", n) for n in (2, 3, 4, 5)],
    ),
    ("形式: [讲座，横幅]\n", {"形式": ["讲座", "横幅"]}, [("Y015", 1)]),
    ("活动: {名称：甲，场次：2}\n", {"活动": {"名称": "甲", "场次": "2"}}, [("Y015", 1)]),
    ("形式: [讲座,\n  横幅，手册]\n", {"形式": ["讲座", "横幅", "手册"]}, [("Y015", 2)]),
    ("形式: [*重点，@甲]\n", {"形式": ["*重点", "@甲"]}, [("Y016", 1), ("Y015", 1)]),
    ('机制: "五同"机制  # 注\n', {"机制": '"五同"机制'}, [("Y016", 1)]),
    ("办法: '试行'办法\n", {"办法": "'试行'办法"}, [("Y016", 1)]),
    ("办法: [试行]办法\n", {"办法": "[试行]办法"}, [("Y016", 1)]),
    ("做法:\n- *重点\n", {"做法": ["*重点"]}, [("Y016", 2)]),
    *[(f"甲: {mark}重点\n", {"甲": f"{mark}重点"}, [("Y016", 1)]) for mark in "*@%&!`|>"],
    ("甲: |x\n乙: >x\n", {"甲": "|x", "乙": ">x"}, [("Y016", 1), ("Y016", 2)]),
    ('甲: "五同"机制\n  接着写\n', {"甲": '"五同"机制 接着写'}, [("Y016", 1)]),
    ('"五同"机制: 好\n', {'"五同"机制': "好"}, [("Y016", 1)]),
    ("说明: 备注: 无\n", {"说明": "备注: 无"}, [("Y017", 1)]),
    ("说明:备注: 无\n", {"说明": "备注: 无"}, [("Y011", 1), ("Y017", 1)]),
    ("备注:#5\n", {"备注": "#5"}, [("Y011", 1), ("Y016", 1)]),
    (
        "活动:\n-名称：甲\n  场次: 2\n",
        {"活动": [{"名称": "甲", "场次": "2"}]},
        [("Y014", 2), ("Y010", 2)],
    ),
]


@pytest.mark.parametrize(("text", "data", "rules"), REPAIRED)
def test_a_usual_slip_is_put_right_and_said(text: str, data: Data, rules: list[tuple[str, int]]) -> None:
    got, findings = _read(text)
    assert got == data
    assert _rules(findings) == rules
    for finding in findings:
        assert finding.severity is Severity.NOTE
        assert finding.message.startswith("已自动改正")
        assert finding.place is not None
        assert finding.excerpt == text.split("\n")[finding.place.line - 1]


@pytest.mark.parametrize(("text", "data"), [(text, data) for text, data, _ in REPAIRED if "\n  接着" not in text])
def test_the_hint_of_a_repair_typed_in_its_place_reads_the_same_without_a_word(text: str, data: Data) -> None:
    _, findings = _read(text)
    lines = text.split("\n")
    for finding in findings:
        assert finding.place is not None
        at = finding.place.line - 1
        lead = re.match("[ \t\u3000\xa0]*", lines[at])
        width = 0 if lead is None else sum({"\t": 2, "\u3000": 2}.get(mark, 1) for mark in lead.group())
        lines[at] = " " * width + finding.hint
    assert _read("\n".join(lines)) == (data, [])


UNTOUCHED = [
    ("编号: 0123\n时间: 12:30\n得分: 3:2\n", {"编号": "0123", "时间": "12:30", "得分": "3:2"}),
    (
        "甲: no\n乙: on\n丙: NO\n丁: yes\n戊: ~\n己: null\n",
        dict(zip("甲乙丙丁戊己", ("no", "on", "NO", "yes", "~", "null"), strict=True)),
    ),
    (
        "甲: 1_500\n乙: 1,500\n丙: １５００\n丁: 1 500\n",
        {"甲": "1_500", "乙": "1,500", "丙": "１５００", "丁": "1 500"},
    ),
    ("甲: 2025-03-01\n乙: 12-4\n丙: 1.10\n", {"甲": "2025-03-01", "乙": "12-4", "丙": "1.10"}),
    ("甲: 4500人次\n乙: 15万元\n丙: 95％\n丁: １２\n", {"甲": "4500人次", "乙": "15万元", "丙": "95％", "丁": "１２"}),
    ("处罚:\n复议: 无\n诉讼: 0\n信访: ''\n", {"处罚": "", "复议": "无", "诉讼": "0", "信访": ""}),
    ("网址: http://a.cn:80/x\n备注: 备注：无\n", {"网址": "http://a.cn:80/x", "备注": "备注：无"}),
    (
        "形式: [讲座, 横幅]\n表: {甲: 1, 乙: [2, '3，4']}\n",
        {"形式": ["讲座", "横幅"], "表": {"甲": "1", "乙": ["2", "3，4"]}},
    ),
    ("甲: \"好，坏：中\"\n乙: 'it''s'\n丙: “引号”开头\n", {"甲": "好，坏：中", "乙": "it's", "丙": "“引号”开头"}),
    (
        "甲: |\n  　　第一段：好\n  第二\t段\n乙: >-\n  一\n  二：三\n",
        {"甲": "　　第一段：好\n第二\t段\n", "乙": "一 二：三"},
    ),
    ("甲: 乙 # 丙：丁\n# 戊：己\n　# 庚\n　\n", {"甲": "乙"}),
    (
        "做法:\n- 一是抓学习：办讲座\n- 时间12:30开会\n- -5度\n",
        {"做法": ["一是抓学习：办讲座", "时间12:30开会", "-5度"]},
    ),
    ("甲: '一\n  二'\n乙: \"三\n\n  四\"\n", {"甲": "一 二", "乙": "三\n四"}),
    ("甲: 一\n  二，三\n", {"甲": "一 二，三"}),
    ("---\n甲: 1\n...\n", {"甲": "1"}),
    ("字: 𠮷㐂😀👨‍👩‍👧\n", {"字": "𠮷㐂😀👨‍👩‍👧"}),
]


@pytest.mark.parametrize(("text", "data"), UNTOUCHED)
def test_what_is_right_is_read_as_typed_without_a_word(text: str, data: Data) -> None:
    assert _read(text) == (data, [])


REFUSED = [
    ("甲: &a 1\n乙: *a\n", [("Y038", 1), ("Y038", 2)]),
    ("甲: &节\n  乙: 1\n丙: *节\n", [("Y038", 1), ("Y038", 3)]),
    ("甲: [&a 1, *a]\n", [("Y038", 1), ("Y038", 1)]),
    ("甲: !!str 3\n乙: !!python/object/apply:os.system [x]\n", [("Y031", 1), ("Y031", 2)]),
    ("甲: {乙: 1}\n丙:\n  <<: {丁: 1}\n", [("Y032", 3)]),
    ("甲: 1\n乙: 2\n甲: 3\n", [("Y033", 3)]),
    ("甲: 1\n---\n乙: 2\n", [("Y034", 2)]),
    ("甲: " + "[" * 25 + "]" * 25 + "\n", [("Y035", 1)]),
    ("".join(" " * n + f"甲{n}:\n" for n in range(25)), [("Y035", 21)]),
    ("? [甲]\n: 乙\n", [("Y036", 1)]),
    ("'': 乙\n", [("Y036", 1)]),
    ("名称: {{单位}}\n", [("Y036", 1)]),
    ("单\u200b位: 甲\n", [("Y036", 1)]),
    ("- 甲\n- 乙\n", [("Y037", 1)]),
    ("随便写的话\n第二行\n", [("Y037", 1)]),
    ("", [("Y003", 1)]),
    ("# 只有注释\n", [("Y003", 1)]),
    ("镇名 桃溪镇\n级别: 镇\n普法\n  培训: 2\n", [("Y040", 1), ("Y040", 3)]),
    ("做法:\n- 一\n二\n", [("Y040", 3)]),
    ("普法: 好\n  培训: 2场\n执法: 1\n", [("Y041", 2)]),
    ("普法:\n    培训: 2场\n  宣传: 3\n执法: 1\n", [("Y041", 3)]),
    ("做法:\n- 落实会前学法\n  中心组学法: 6次\n", [("Y041", 3)]),
    ("甲: '没配对\n乙: 2\n", [("Y042", 1)]),
    ("甲: [一, 二\n乙: 2\n", [("Y043", 1)]),
    ('甲: "C:\\资料"\n乙: 2\n', [("Y044", 1)]),
    ("甲: - 一\n乙: 2\n", [("Y045", 1)]),
    ("普法:\n  提供: 甲\n  - 一\n", [("Y045", 3)]),
    ("单位: 桃\ue001溪\n级\u202e别: 镇\n丙: \x07\n", [("Y006", 1), ("Y006", 2), ("Y006", 3)]),
    ('甲: "\\ue001"\n乙: "\\u202e"\n', [("Y006", 1), ("Y006", 2)]),
]


@pytest.fixture(params=[True, False], ids=["libyaml", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", request.param and yaml.__with_libyaml__)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "rules"), REFUSED)
def test_what_cannot_be_read_is_refused_on_its_own_line_in_chinese(text: str, rules: list[tuple[str, int]]) -> None:
    _, findings = _read(text)
    assert _rules([finding for finding in findings if finding.is_error]) == rules
    for finding in findings:
        assert finding.rule in RULES
        assert not re.search("[a-z]{4}", finding.message.replace("!!python/object/apply:os.system", ""))
        assert finding.hint


def test_every_mistake_of_a_file_is_said_at_once_in_the_order_of_its_lines() -> None:
    text = "镇名 甲\n普法: 好\n  培训: 2\n执法:\n    甲: 1\n  乙: 2\n   丙: 3\n"
    text += '督: \'没\n诉: [一\n级别：镇\n丁: "\\q"\n戊: &a 1\n'
    _, findings = _read(text)
    expected = ["Y040", "Y041", "Y041", "Y041", "Y042", "Y043", "Y010", "Y044", "Y038"]
    assert _rules(findings) == list(zip(expected, (1, 3, 6, 7, 8, 9, 10, 11, 12), strict=True))


def test_mixed_blanks_in_one_block_are_shown_and_the_other_blocks_are_still_judged() -> None:
    data, findings = _read("普法:\n\t培训: 2场\n　　宣传: 3场\n执法：\n  处罚: 1宗\n")
    assert data is None
    assert _rules(findings) == [("Y020", 3), ("Y010", 4)]
    assert findings[0].excerpt == "··宣传: 3场"
    assert "Tab" in findings[0].message
    assert findings[0].also == (Place("资料.yaml", 1),)


def test_the_second_of_two_equal_keys_points_to_the_first() -> None:
    data, findings = _read("普法:\n  培训: 1\n  宣传: 2\n  培训: 3\n")
    assert data == {"普法": {"培训": "1", "宣传": "2"}}
    assert findings[0].place == Place("资料.yaml", 4, 3)
    assert findings[0].also == (Place("资料.yaml", 2, 3),)


def test_a_private_mark_is_named_by_its_code() -> None:
    _, findings = _read("单位: 桃\ue001溪\n")
    assert "U+E001" in findings[0].message
    assert findings[0].place == Place("资料.yaml", 1, 6)


def test_a_folded_line_that_looks_like_an_item_is_pointed_out() -> None:
    data, findings = _read("做法:\n- 落实会前学法\n  中心组学法：6次\n")
    assert data == {"做法": ["落实会前学法 中心组学法：6次"]}
    assert _rules(findings) == [("Y021", 3)]
    assert findings[0].severity is Severity.WARN


def test_places_point_into_the_file_as_typed() -> None:
    text = '普法：\n\t做法:\t"五同"机制\n\t-名称：甲\n'.replace(
        "\t-名称：甲\n", "\t活动：\n\t-名称：甲\n\t- 名称: *乙 # 注\n"
    )
    source = _source(text)
    assert source.text == text
    assert source.key(("普法",)) == Place("资料.yaml", 1, 1)
    assert source.key(("普法", "做法")) == Place("资料.yaml", 2, 2)
    assert source.place(("普法", "做法")) == Place("资料.yaml", 2, 6)
    assert source.place(("普法", "活动", 0, "名称")) == Place("资料.yaml", 4, 6)
    assert source.key(("普法", "活动", 0, "名称")) == Place("资料.yaml", 4, 3)
    assert source.place(("普法", "活动", 1, "名称", "没有", 3)) == Place("资料.yaml", 5, 8)
    assert source.place(("没有",)) == Place("资料.yaml", 1, 1)
    assert source.line(4) == "\t-名称：甲"
    assert source.line(99) == ""


def test_a_list_on_top_is_read_only_where_it_is_asked_for() -> None:
    assert _read("- 编号: a\n- 编号: b\n", lists=True) == ([{"编号": "a"}, {"编号": "b"}], [])
    assert _rules(_read("- 编号: a\n")[1]) == [("Y037", 1)]
