"""Sentences become lines of a profile: cut at marks, never inside quotes; figures become lines of their own."""

import pytest

from drafter.mine.clean import clean
from drafter.mine.figures import figures
from drafter.mine.intake.drawn import draw
from drafter.mine.intake.model import Drawn
from drafter.past import Original
from drafter.pipeline.intake import RESERVED
from tests.support.five import setup

REPORT = """示例青石乡2023年法治政府建设年度报告
一、主要举措和成效
（一）规范行政执法
{}
（二）加强法治宣传
{}
二、存在的不足和原因
{}
三、下一步打算
{}
"""


def drawn(deeds: str = "推行执法公示。", publicity: str = "到集市上讲法律。", lacks: str = "一是普法形式单一。",
          plans: str = "一是多讲案例。") -> Drawn:
    kind = setup().kind
    past = clean(Original("甲.txt", "", "txt", REPORT.format(deeds, publicity, lacks, plans)), kind)
    return draw(past, figures(past, kind), kind, RESERVED)


def items(found: Drawn, topic: str = "执法") -> list[str]:
    block = next(block for block in found.blocks if block.topic == topic)
    return [item.line.text for item in block.items]


def entries(found: Drawn) -> dict[str, str]:
    listed = [entry for block in found.blocks for entry in (*block.entries, *(entry for item in block.items for entry in item.entries))]
    return {entry.name: entry.value for entry in listed}


@pytest.mark.parametrize(("sentence", "name", "value", "words"), [
    ("全年办理行政处罚案件26件。", "行政处罚", "26件", []),
    ("整合执法力量，全年实施行政处罚26宗。", "行政处罚", "26宗", ["整合执法力量"]),
    ("组织全乡站所干部、村干部参加行政执法培训3场。", "执法培训", "3场", ["组织全乡站所干部、村干部参加行政执法培训"]),
    ("结合安全生产月，开展行政检查80次。", "行政检查", "80次", ["结合安全生产月"]),
])
def test_a_sure_figure_becomes_a_line_and_the_words_stay(sentence: str, name: str, value: str, words: list[str]) -> None:
    found = drawn(sentence)
    assert entries(found) == {name: value}
    assert [text for block in found.blocks[:-1] for text in (item.line.text for item in block.items)] == words


@pytest.mark.parametrize("sentence", ["拆除残垣断壁19处、整改排污口7个。", "开展行政检查50余次、清理河道3公里。", "行政处罚由26件下降到19件。"])
def test_figures_that_are_local_or_belong_together_stay_in_their_sentence(sentence: str) -> None:
    found = drawn(sentence)
    assert entries(found) == {}
    assert items(found) == [sentence.rstrip("。")]


def test_a_figure_without_measure_word_stays_and_is_asked_about() -> None:
    found = drawn("全年开展行政检查50，规范执法行为。")
    assert entries(found) == {}
    assert ["没有量词" in doubt.what for doubt in found.doubts] == [True]


def test_two_values_of_one_figure_are_not_settled_silently() -> None:
    found = drawn("全年办理行政处罚案件26件。办理行政处罚案件29件。")
    assert entries(found) == {"行政处罚": "26件"}
    assert "办理行政处罚案件29件" in items(found)
    assert "行政处罚: 26件" in found.doubts[0].what


def test_long_sentences_are_cut_at_marks_and_no_line_begins_in_the_middle_of_a_thought() -> None:
    sentence = ("完善“一村一法律顾问，每月到村一次”制度（含驻村、坐班、巡回三种方式，由村选择），梳理涉企检查事项，精简检查次数，"
                "并向社会公布，从而减轻企业负担，推动镇村两级联动执法。")
    lines = items(drawn(sentence))
    assert "，".join(lines) == sentence.rstrip("。")
    assert max(map(len, lines)) <= 60
    assert [line for line in lines if line.startswith(("并", "从而", "每月", "由村"))] == []


def test_the_township_is_no_subject_of_a_line() -> None:
    assert items(drawn("2023年，我乡推行执法公示。示例青石乡党委带头学法。")) == ["推行执法公示", "乡党委带头学法"]


def test_problems_take_their_causes_and_the_plans_of_the_same_head() -> None:
    found = drawn(lacks="一是普法形式单一。多靠发传单。原因在于宣传员少。二是执法力量薄弱。持证人员少。",
                  plans="一是改进普法形式。多讲案例。二是充实执法力量。组织考证。三是建立台账。")
    assert [(one.name.text, [line.text for line in one.causes], [line.text for line in one.plans]) for one in found.lacks] == [
        ("普法形式单一", ["宣传员少"], ["改进普法形式", "多讲案例"]), ("执法力量薄弱", [], ["充实执法力量", "组织考证"])]
    assert [[line.text for line in plan.texts] for plan in found.intents] == [["建立台账"]]


def test_plans_that_answer_in_another_order_keep_theirs() -> None:
    found = drawn(lacks="一是普法形式单一。二是执法力量薄弱。三是台账不全。",
                  plans="一是充实执法力量。二是改进普法形式。三是办好讲座。四是修缮阵地。")
    assert [[line.text for line in plan.texts] for plan in found.intents] == [["充实执法力量"], ["改进普法形式"], ["办好讲座"], ["修缮阵地"]]


def test_a_figure_in_hanzi_is_typed_in_digits_and_shown_as_it_was() -> None:
    found = drawn("组织乡村干部法治培训两期。")
    entry = next(entry for block in found.blocks for entry in (*block.entries, *(one for item in block.items for one in item.entries)))
    assert (entry.value, "两期" in entry.remark) == ("2期", True)


def test_what_is_attached_is_not_taken_for_plans() -> None:
    found = drawn(plans="一是多讲案例。\n二是办好讲座。\n附件：2023年行政执法情况表\n行政处罚9件")
    assert [[line.text for line in plan.texts] for plan in found.intents] == [["多讲案例"], ["办好讲座"]]
    assert entries(found) == {}
    assert [doubt.sentence for doubt in found.doubts if "附件" in doubt.what] == ["行政处罚9件"]


def test_lists_are_told_by_their_ordinals_whatever_they_look_like() -> None:
    wanted = ["多讲案例", "办好讲座", "修缮阵地"]
    for plans in ("一是多讲案例；二是办好讲座；三是修缮阵地。", "第一是多讲案例。第二是办好讲座。第三是修缮阵地。",
                  "一是要多讲案例。\n二是要办好讲座。\n三是要修缮阵地。"):
        assert [plan.texts[0].text for plan in drawn(plans=plans).intents] == wanted, plans


def test_problems_in_one_row_are_several() -> None:
    found = drawn(lacks="主要是：普法形式单一；执法力量薄弱；台账不全。")
    assert [one.name.text for one in found.lacks] == ["普法形式单一", "执法力量薄弱", "台账不全"]


def test_an_ethnic_township_is_one() -> None:
    kind = setup().kind
    text = REPORT.replace("示例青石乡", "示例青石苗族乡").format("推行执法公示。", "讲法律。", "一是人少。", "一是加人。")
    past = clean(Original("甲.txt", "", "txt", text), kind)
    found = draw(past, figures(past, kind), kind, RESERVED)
    assert (found.head.unit.text, found.head.level.text) == ("示例青石苗族乡", "民族乡")


def test_a_mechanism_comes_with_its_parts() -> None:
    block = drawn("实行“三同”机制（同部署、同检查、同考核）。").blocks[0]
    assert [tuple(one) for one in block.mechanisms] == [("实行", "“三同”机制", "同部署、同检查、同考核")]


def test_headings_of_a_shipped_outline_are_recognised_as_it() -> None:
    from drafter.write.text import text
    from tests.support.five import HOME, drafted

    kind = setup().kind
    report = text(drafted(HOME / "profiles" / "示例" / "示例云岭镇-2024.yaml").report)
    past = clean(Original("甲.txt", "", "txt", report), kind)
    assert draw(past, figures(past, kind), kind, RESERVED).shipped == "五要素"


def test_what_is_said_of_all_that_was_counted_is_kept() -> None:
    blocks = drawn("定期开展法治建设专项督促检查，发现的9个问题全部整改，结果记入档案。").blocks
    words = [item.line.text for block in blocks for item in block.items]
    assert any("全部整改" in line for line in words), words
