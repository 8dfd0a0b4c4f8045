"""Next year's profile, case by case: sloppy files, several files, odd periods, words that go with the year."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.files import is_file
from drafter.kind import Carried
from drafter.pipeline.draft import draft
from drafter.pipeline.rollover import rollover, save
from drafter.source import found
from drafter.write.text import text
from tests.support.five import setup
from tests.support.rollover import BODY, HEAD, clerk, rolled, source


def test_each_state_of_a_value_is_seen_beside_the_blank(tmp_path):
    words = HEAD + "执法:\n  行政处罚: 无\n  行政检查: 0次\n  执法培训:\n  法律顾问: '3名'   # 请核\n复议应诉: 无\n其他需要报告: 无\n"
    new = rolled(clerk(tmp_path, words)).pages[0].rolled.text
    assert [re.sub(" {2,}", "  ", line) for line in new.split("\n")[7:]] == [
        "执法:", "  行政处罚:  # 去年 无", "  行政检查:  # 去年 0次", "  执法培训:  # 去年没有填", "  法律顾问:  # 去年 3名  # 请核",
        "复议应诉:  # 去年 无", "其他需要报告:  # 去年 无", ""]


SLOPPY = {
    "full-width colons": lambda words: words.replace(": ", "："),
    "no blank behind colons": lambda words: re.sub(r"^(\s*\S+): ", r"\1:", words, flags=re.MULTILINE),
    "Tabs": lambda words: re.sub("^(  )+", lambda blanks: "\t" * (len(blanks[0]) // 2), words, flags=re.MULTILINE).replace(":\t#", ": #"),
    "full-width blanks": lambda words: re.sub("^(  )+", lambda blanks: "\u3000" * (len(blanks[0]) // 2), words, flags=re.MULTILINE),
    "quotes": lambda words: re.sub(r": (\S+)(  |$)", r": '\1'\2", words, flags=re.MULTILINE),
    "brackets": lambda words: words.replace("另外打算:\n- 办好夜校", "另外打算: [办好夜校]").replace(
        "  - 行政检查: 12次\n    做法: 分片包干", "  - {行政检查: 12次, 做法: 分片包干}"),
    "a value on the next line": lambda words: words.replace("行政检查: 12次", "行政检查:\n      12次"),
    "a dash on its own line": lambda words: words.replace("  - 行政检查", "  -\n    行政检查"),
}


@pytest.mark.parametrize("typed", SLOPPY.values(), ids=SLOPPY)
def test_a_sloppy_file_rolls_to_the_same_profile(typed, tmp_path):
    sloppy = typed(HEAD + BODY)
    assert sloppy != HEAD + BODY
    plain = source(rolled(clerk(tmp_path, HEAD + BODY)).pages[0].rolled.text)
    made = source(rolled(clerk(tmp_path, sloppy, "潦草-2024.yaml")).pages[0].rolled.text)
    assert made.data == plain.data
    assert re.search("行政检查: +# 去年 12次", made.text)
    assert re.search("#\\s*场次: +# 去年 9场", made.text)


@pytest.mark.parametrize(("codec", "ends"), [("gb18030", "\r\n"), ("utf-8-sig", "\r\n"), ("utf-16", "\n")])
def test_the_new_file_has_the_encoding_and_the_line_ends_of_the_old(codec, ends, tmp_path):
    path = clerk(tmp_path, (HEAD + BODY).replace("\n", ends), codec=codec)
    before = path.read_bytes()
    made = rolled(path)
    assert save(made) == []
    words = made.pages[0].new.read_bytes().decode(codec)
    assert words.count(ends) == words.count("\n") > 20
    assert "# 去年 26宗" in words
    assert path.read_bytes() == before


def test_a_promise_is_reported_on_and_one_with_a_number_is_blank_until_somebody_looked(tmp_path):
    new = source(rolled(clerk(tmp_path, HEAD + BODY)).pages[0].rolled.text)
    assert new.data["去年打算"] == [{"打算": "", "结果": ""}, {"打算": "办好夜校", "结果": ""}]
    assert "- 打算:    # 去年 全年走访120家  # 里面有数字，核对后再填" in new.text


def test_promises_of_the_year_before_make_room_and_remarks_among_them_stay(tmp_path):
    words = "去年打算:\n- 打算: 甲\n  # 其中：乙\n  结果: 成了\n# 县里要看\n- 打算: 丙\n"
    words = HEAD + words + BODY + "改写:\n- 原文: 旧话一句。\n  改为: 新话一句。\n"
    new = source(rolled(clerk(tmp_path, words)).pages[0].rolled.text)
    assert [entry["打算"] for entry in new.data["去年打算"]] == ["", "办好夜校"]
    assert "\n# 县里要看\n" in new.text
    assert "其中：乙" not in new.text
    assert "旧话" not in new.text
    none = source(rolled(clerk(tmp_path, HEAD + "去年打算: 无\n" + BODY, "没有-2024.yaml")).pages[0].rolled.text)
    assert len(none.data["去年打算"]) == 2


def test_what_was_planned_before_a_gap_is_not_reported_on_as_last_years(tmp_path):
    assert "去年打算" not in rolled(clerk(tmp_path, HEAD + BODY), "2026年度", gap=True).pages[0].rolled.text


def test_values_of_several_lines_go_whole_and_come_back_whole(tmp_path):
    words = HEAD + "普法:\n  做法:\n  - 一句长话\n    分两行\n  - '引号里的\n    两行'\n原文照用:\n- |\n  有5件。\n\n  又一句。\n"
    new = rolled(clerk(tmp_path, words)).pages[0].rolled.text
    assert source(new).data["普法"] == {"做法": ""}
    again = source(re.sub(r"^(\s*)#(?=\S)", r"\1", new, flags=re.MULTILINE))
    assert again.data["普法"] == source(words).data["普法"]
    assert again.data["原文照用"] == source(words).data["原文照用"]


def test_a_suggestion_is_a_line_again_when_its_mark_is_taken_off(tmp_path):
    old = source(HEAD + BODY)
    text = rolled(clerk(tmp_path, HEAD + BODY)).pages[0].rolled.text
    again = source("\n".join(re.sub(r"^(\s*)#(?=\S)", r"\1", line) for line in text.split("\n")))
    assert found(again.data, ("问题",)) == found(old.data, ("问题",))
    assert found(again.data, ("执法", "做法", 0)) == "案件办结后逐件回访"


@pytest.mark.parametrize(("period", "said"), [
    ("2026年度", "中间隔了1年"), ("2023年度", "不在2024年度后面"), ("2024年度", "不在2024年度后面"), ("2025年上半年", "不是同一段时期"),
    ("明年", "看不出是哪一年"),
])
def test_a_period_that_does_not_follow_is_asked_about(period, said, tmp_path):
    made, findings = rollover(clerk(tmp_path, HEAD + BODY), setup().kind, period, None, gap=False)
    assert made is None
    assert said in findings[0].message
    assert "--period 2025年度" in findings[0].hint


def test_years_may_be_passed_over_when_asked_and_the_values_are_called_by_their_year(tmp_path):
    made = rolled(clerk(tmp_path, HEAD + BODY), "2026年度", gap=True)
    assert made.pages[0].new.name == "青石镇-2026.yaml"
    assert "# 2024年 26宗" in made.pages[0].rolled.text


def test_half_a_year_is_followed_by_the_same_half(tmp_path):
    made = rolled(clerk(tmp_path, HEAD.replace("2024年度", "2024年上半年") + BODY))
    assert made.period.text == "2025年上半年"


def test_the_next_turn_shows_only_the_last_year_and_drops_what_nobody_touched(tmp_path):
    first = rolled(clerk(tmp_path, HEAD + BODY)).pages[0]
    filled = re.sub("行政处罚: +# 去年 26宗", "行政处罚: 31宗       # 去年 26宗", first.rolled.text)
    filled = filled.replace("# 含两宗移送", "# 含三宗移送").replace("  #- 案件办结后逐件回访", "  - 案件办结后逐件回访")
    new = rolled(clerk(tmp_path, filled, first.new.name)).pages[0].rolled.text
    assert re.search("行政处罚: +# 去年 31宗  # 含三宗移送\n", new)
    assert "26宗" not in new
    assert "#- 案件办结后逐件回访" in new
    assert "赶集日普法" not in new
    assert new.count("# 新建自") == new.count("# 冒号后面空着的") == 1
    assert "\n\n\n" not in new


def test_a_remark_that_only_looks_like_ours_stays(tmp_path):
    first = rolled(clerk(tmp_path, HEAD + BODY)).pages[0]
    filled = first.rolled.text.replace("行政处罚: ", "行政处罚: 31宗  # 去年 漏报了两宗，已补  ")
    assert "# 去年 31宗  # 去年 漏报了两宗，已补" in rolled(clerk(tmp_path, filled, first.new.name)).pages[0].rolled.text


def test_what_is_copied_and_what_is_not_is_data(tmp_path):
    kind = setup().kind
    path = clerk(tmp_path, HEAD + "组织领导:\n  领导小组组长: 镇党委书记\n  机制:\n  - “五同”机制\n前言:\n- 抓法治\n")
    other = kind._replace(carried=Carried({**kind.carried.top, "前言": "照抄"}, {**kind.carried.topic, "机制": "清空"}))
    made, _ = rollover(path, other, "", None, gap=False)
    assert made is not None
    assert source(made.pages[0].rolled.text).data == {
        **source(HEAD.replace("2024", "2025")).data, "格式": "1", "组织领导": {"领导小组组长": "镇党委书记"}, "前言": ["抓法治"]}


def test_a_kind_that_says_nothing_of_a_next_year_is_told_so(tmp_path):
    made, findings = rollover(clerk(tmp_path, HEAD), setup().kind._replace(carried=Carried({}, {})), "", None, gap=False)
    assert made is None
    assert [finding.rule for finding in findings] == ["V004"]


@pytest.mark.parametrize("words", ["{" + HEAD.replace("\n", ", ") + "}\n", HEAD + "执法:\n  ? 行政处罚\n  : 5件\n"])
def test_what_cannot_be_changed_line_by_line_is_refused_where_it_stands(words, tmp_path):
    made, findings = rollover(clerk(tmp_path, words), setup().kind, "", None, gap=False)
    assert made is None
    assert [finding.rule for finding in findings] == ["V005"]
    assert findings[0].place is not None


NAMED = ("分文件:\n- 2024/执法.yaml   # 执法队\n- 普法.yaml\n", "分文件: 2024/执法.yaml、普法.yaml\n", "分文件: [2024/执法.yaml, 普法.yaml]\n")


def split(folder: Path, named: str = NAMED[0]) -> Path:
    (folder / "2024").mkdir()
    clerk(folder / "2024", "执法:\n  行政处罚: 26宗\n", "执法.yaml")
    clerk(folder, "普法:\n  做法:\n  - 办夜校\n另外打算:\n- 修书屋\n", "普法.yaml")
    return clerk(folder, HEAD + named + "问题:\n- 问题: 路远\n  打算: 修路\n")


@pytest.mark.parametrize("named", NAMED)
def test_topic_files_go_along_each_beside_its_old_one(named, tmp_path):
    made = rolled(split(tmp_path, named))
    assert save(made) == []
    assert [page.new.relative_to(tmp_path).as_posix() for page in made.pages] == ["青石镇-2025.yaml", "2025/执法.yaml", "普法-2025.yaml"]
    done, findings = draft(tmp_path / "青石镇-2025.yaml", setup())
    assert done is not None, findings
    assert "修路" in text(done.report)
    assert "修书屋" in text(done.report)


def test_where_one_of_the_files_is_in_the_way_nothing_is_written(tmp_path):
    path = split(tmp_path)
    clerk(tmp_path, "学法:\n", "普法-2025.yaml")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*.yaml")}
    findings = save(rolled(path))
    assert [finding.rule for finding in findings] == ["W009"]
    assert {file: file.read_bytes() for file in tmp_path.rglob("*.yaml")} == before


def test_a_run_that_was_killed_between_the_files_is_made_up_for(tmp_path):
    made = rolled(split(tmp_path))
    (tmp_path / "2025").mkdir()
    made.pages[1].new.write_bytes(made.pages[1].rolled.text.encode())
    assert save(made) == []
    assert all(is_file(page.new) for page in made.pages)


def test_the_outline_of_the_new_year_is_taken_where_it_lies_and_the_old_one_is_to_be_checked_elsewhere(tmp_path):
    words = HEAD + "提纲: 提纲/县2024.txt\n" + BODY
    clerk(tmp_path, "一、主要举措和成效\n", "县2024.txt")
    (tmp_path / "提纲").mkdir()
    (tmp_path / "县2024.txt").rename(tmp_path / "提纲" / "县2024.txt")
    path = clerk(tmp_path, words)
    assert "提纲: 提纲/县2024.txt  # 请核：还是上一年的提纲\n" in rolled(path).pages[0].rolled.text
    elsewhere = rolled(path, target=tmp_path / "新" / "青石镇.yaml").pages[0].rolled.text
    assert "提纲: ../提纲/县2024.txt  # 请核" in elsewhere
    clerk(tmp_path / "提纲", "一、成效\n", "县2025.txt")
    assert "提纲: 提纲/县2025.txt\n" in rolled(path).pages[0].rolled.text


@pytest.mark.parametrize(("year", "before", "after"), [
    (2020, "落实“七五”普法规划", "落实“八五”普法规划"),
    (2020, "落实《法治政府建设实施纲要（2015—2020年）》", "落实《法治政府建设实施纲要（2021—2025年）》"),
    (2024, "落实“八五”普法规划", "落实“八五”普法规划"),
    (2025, "落实“八五”普法规划", "落实“八五”普法规划  # 请核：“八五”普法到2025年为止"),
    (2023, "学习党的二十大和二十届二中全会精神", "学习党的二十大和二十届二中、三中全会精神"),
    (2023, "领会二十届二中全会部署", "领会二十届二中全会部署  # 请核：二十届二中全会之后又开过会"),
    (2024, "参加2024年法治考试", "参加2024年法治考试  # 请核：2024年"),
])
def test_words_that_go_with_the_year_are_advanced_by_the_tables_or_marked(year, before, after, tmp_path):
    path = clerk(tmp_path, HEAD.replace("2024", str(year)) + f"普法:\n  做法:\n  - {before}\n")
    assert f"  #- {after}\n" in rolled(path).pages[0].rolled.text


REWORDED = HEAD + "另外打算:\n- 办专题讲座、知识竞赛、案例研讨\n- 修订村规民约\n- 办好夜校\n改写:\n"


@pytest.mark.parametrize(("rewording", "promised"), [
    ("- 原文: 一是办专题讲座、知识竞赛、案例研讨。\n  改为: 一是每季度办一次专题讲座、知识竞赛。\n",
     ["每季度办一次专题讲座、知识竞赛", "修订村规民约", "办好夜校"]),
    ("- 原文: 二是修订村规民约。\n  改为: 无\n", ["办专题讲座、知识竞赛、案例研讨", "办好夜校"]),
    ("- 原文: 二是修订村规民约。三是办好夜校。\n  改为: 二是全面修订村规民约。三是办好夜校和讲堂。\n",
     ["办专题讲座、知识竞赛、案例研讨", "全面修订村规民约", "办好夜校和讲堂"]),
    ("- 原文: 别的一句。\n  改为: 另一句。\n", ["办专题讲座、知识竞赛、案例研讨", "修订村规民约", "办好夜校"]),
])
def test_what_was_promised_is_what_people_made_of_it_in_word(rewording, promised, tmp_path):
    made = rolled(clerk(tmp_path, REWORDED + rewording))
    assert [entry["打算"] for entry in source(made.pages[0].rolled.text).data["去年打算"]] == promised
    assert made.reworded == 1
