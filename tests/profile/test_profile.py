"""What a profile may hold and what is refused, as a clerk sees it: through a draft."""

from pathlib import Path

import pytest

from drafter.finding import Finding, Severity
from drafter.pipeline.draft import Draft, draft
from drafter.write.text import text as text_of
from tests.support.case import setup
from tests.support.command import FOUR, FULL


def drafted(folder: Path, text: str, **others: str) -> tuple[Draft | None, list[Finding]]:
    """Draft a profile beside which topic files lie."""
    for name, words in others.items():
        (folder / f"{name}.yaml").write_text(words, encoding="utf-8")
    path = folder / "资料.yaml"
    path.write_text(text, encoding="utf-8")
    return draft(path, setup())


def refused(folder: Path, text: str, **others: str) -> Finding:
    """The one error of a profile."""
    made, findings = drafted(folder, text, **others)
    errors = [finding for finding in findings if finding.is_error]
    assert made is None
    assert len(errors) == 1, errors
    return errors[0]


def where(finding: Finding) -> tuple[str, int]:
    assert finding.place is not None
    return Path(finding.place.file).name, finding.place.line


def test_four_keys_are_enough(tmp_path: Path) -> None:
    made, findings = drafted(tmp_path, FOUR)
    assert made is not None
    assert [finding for finding in findings if finding.severity is not Severity.NOTE] == []


def test_a_bare_list_under_a_topic_is_its_measures(tmp_path: Path) -> None:
    listed, findings = drafted(tmp_path, FOUR + "普法:\n- 送法到田间\n- 法治宣传活动: 12场\n  做法: 逢集必到\n")
    named, _ = drafted(tmp_path, FOUR + "普法:\n  做法:\n  - 送法到田间\n  - 法治宣传活动: 12场\n    做法: 逢集必到\n")
    assert listed is not None
    assert named is not None
    assert not [finding for finding in findings if finding.is_error]
    assert "送法到田间" in text_of(listed.report)
    assert text_of(listed.report) == text_of(named.report)


def test_a_bare_list_with_nothing_in_it_is_a_topic_left_blank(tmp_path: Path) -> None:
    listed, _ = drafted(tmp_path, FOUR + "普法:\n-\n")
    blank, _ = drafted(tmp_path, FOUR + "普法:\n")
    assert listed is not None
    assert blank is not None
    assert text_of(listed.report) == text_of(blank.report)


@pytest.mark.parametrize("key", ["单位", "级别", "上级", "期间"])
@pytest.mark.parametrize("blank", [True, False])
def test_each_of_the_four_keys_is_required(tmp_path: Path, key: str, blank: bool) -> None:
    lines = [f"{key}:" if line.startswith(key) else line for line in FOUR.split("\n") if blank or not line.startswith(key)]
    finding = refused(tmp_path, "\n".join(lines))
    assert (finding.rule, finding.message) == ("P010", f"“{key}”还空着" if blank else f"缺“{key}”")
    assert f"{key}: " in finding.hint


@pytest.mark.parametrize(("old", "new"), [("级别: 镇", "级别: 乡镇"), ("上级: 县", "上级: 地级市")])
def test_a_level_or_superior_that_is_none_names_those_there_are(tmp_path: Path, old: str, new: str) -> None:
    finding = refused(tmp_path, FOUR.replace(old, new))
    assert finding.rule == "P011"
    assert old.split(" ")[1] in finding.hint


@pytest.mark.parametrize(("line", "near"), [
    ("成文日子: 2026-01-20", "成文日期"), ("问题和不足: 无", "问题"),
    ("执法:\n  行政处法: 5件", "行政处罚"), ("执法:\n  做发: [公示]", "做法"), ("问题:\n- 问题: 甲\n  原 因: 乙", "原因"),
    ("普法:\n  活动:\n  - 名称: 讲座\n    场数: 3场", "场次"), ("普法:\n  机制:\n  - 名称: 讲座\n    做用: 好", "作用"),
])
def test_an_unknown_key_is_refused_with_the_nearest_name(tmp_path: Path, line: str, near: str) -> None:
    finding = refused(tmp_path, FOUR + line + "\n")
    assert finding.rule == "P001"
    assert f"是不是“{near}”" in finding.hint


def test_a_full_stop_behind_a_level_is_no_mistake(tmp_path: Path) -> None:
    assert drafted(tmp_path, FOUR.replace("级别: 镇", "级别: 镇。"))[0] is not None


def test_a_long_value_is_asked_about_and_printed_whole(tmp_path: Path) -> None:
    long = "走村入户" * 16
    made, findings = drafted(tmp_path, FOUR + f"普法:\n  做法: [{long}]\n")
    assert made is not None
    assert [(finding.rule, finding.severity) for finding in findings if finding.rule == "P005"] == [("P005", Severity.WARN)]
    assert long in text_of(made.report)


def test_word_for_word_text_may_be_long(tmp_path: Path) -> None:
    long = "走村入户" * 40
    made, findings = drafted(tmp_path, FOUR + f"原文照用:\n- 主题: 普法\n  文字: {long}\n")
    assert made is not None
    assert "P005" not in {finding.rule for finding in findings}
    assert long in text_of(made.report)


def test_what_is_kept_back_is_not_printed(tmp_path: Path) -> None:
    made, _ = drafted(tmp_path, FULL + "留底:\n  信访积案: 7件\n")
    assert made is not None
    assert "7件" not in text_of(made.report)
    assert made.profile.kept == (("信访积案", "7件"),)


def test_topic_files_are_merged_and_places_point_to_their_own_file(tmp_path: Path) -> None:
    main = FOUR + "分文件: 执法.yaml、普法.yaml\n"
    made, findings = drafted(tmp_path, main, 执法="执法:\n  行政处罚: 1,234件\n", 普法="# 司法所交\n普法:\n  法治宣传活动: １２场次\n")
    assert made is not None
    assert "1234件" in text_of(made.report)
    assert "12场次" in text_of(made.report)
    repaired = [finding for finding in findings if finding.rule == "P004"]
    assert [where(finding) for finding in repaired] == [("执法.yaml", 2), ("普法.yaml", 3)]
    assert "１２场次" in repaired[1].excerpt


def test_two_files_may_add_to_one_topic_and_to_one_list(tmp_path: Path) -> None:
    main = FOUR + "分文件: [甲.yaml, 乙.yaml]\n执法:\n  做法:\n  - 公示执法结果\n"
    made, _ = drafted(tmp_path, main, 甲="执法:\n  做法:\n  - 录下执法过程\n", 乙="执法:\n  行政处罚: 5件\n")
    assert made is not None
    said = text_of(made.report)
    for words in ("公示执法结果", "录下执法过程", "5件"):
        assert said.count(words) == 1


def test_a_key_that_stands_in_two_files_is_refused_with_both_places(tmp_path: Path) -> None:
    main = FOUR + "分文件: 甲.yaml\n执法:\n  行政处罚: 5件\n"
    finding = refused(tmp_path, main, 甲="执法:\n  行政检查: 3次\n  行政处罚: 6件\n")
    assert finding.rule == "Y030"
    assert where(finding) == ("甲.yaml", 3)
    assert [(Path(place.file).name, place.line) for place in finding.also] == [("资料.yaml", 7)]


def test_a_mistake_in_a_topic_file_is_shown_there(tmp_path: Path) -> None:
    finding = refused(tmp_path, FOUR + "分文件: 甲.yaml\n", 甲="# 交来的\n执法:\n  行政处罚: 5\n")
    assert finding.rule == "P006"
    assert where(finding) == ("甲.yaml", 3)
    assert finding.excerpt == "  行政处罚: 5"


def test_a_topic_file_that_is_missing_is_named_and_the_rest_is_read_all_the_same(tmp_path: Path) -> None:
    made, findings = drafted(tmp_path, FOUR + "分文件: 没有.yaml\n执法:\n  行政处罚: 5\n")
    assert made is None
    assert {(finding.rule, where(finding)) for finding in findings if finding.is_error} == {
        ("Y001", ("资料.yaml", 5)), ("P006", ("资料.yaml", 7))}
    assert "没有.yaml" in next(finding.message for finding in findings if finding.rule == "Y001")


def test_a_mistake_of_yaml_does_not_hide_mistakes_of_content(tmp_path: Path) -> None:
    _, findings = drafted(tmp_path, FOUR + "执法:\n  行政处罚: 5\n标题: 甲\n标题: 乙\n")
    assert {finding.rule for finding in findings if finding.is_error} == {"Y033", "P006"}


def test_a_figure_with_another_measure_word_is_asked_about_and_printed(tmp_path: Path) -> None:
    made, findings = drafted(tmp_path, FOUR + "执法:\n  行政处罚: 5桩\n")
    assert made is not None
    assert [finding.severity for finding in findings if finding.rule == "P007"] == [Severity.WARN]
    assert "5桩" in text_of(made.report)
