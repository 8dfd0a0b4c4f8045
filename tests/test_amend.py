"""Changing a profile: one line a change, whatever the file looks like."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.edit.amend import Append, Change, amend
from drafter.files import swap
from drafter.pipeline.keep import keep
from drafter.source import as_bytes, found, parse

PROFILES = sorted(Path("profiles").glob("*.yaml")) + sorted(Path("profiles/示例").glob("*.yaml"))
HEAD = "单位: 青石镇\n级别: 镇\n上级: 县\n期间: 2025年度\n"
SLOPPY = "单位：青石镇\n级别: 镇\n上级: 县\n期间: 2025年度\n"
SLOPPY += "执法：\n　　行政处罚：１３９宗	# 执法队报\n　　行政检查: '12次'\n普法:\n- 讲课\n问题:\n"


def changed(text: str, *changes: Change | Append) -> list[tuple[str, str]]:
    """Return the lines that differ, as pairs; an added line has nothing before it."""
    source, _ = parse(text.encode(), "资料.yaml")
    assert source is not None
    made, findings = amend(source, changes, ("问题",))
    assert made is not None, findings
    before, after = text.split("\n"), made.split("\n")
    if len(before) == len(after):
        return [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    return [("", line) for line in after if line not in before]


@pytest.mark.parametrize("file", PROFILES, ids=[file.stem for file in PROFILES])
def test_any_value_of_any_shipped_profile_is_changed_in_one_line(file):
    source, _ = parse(file.read_bytes(), str(file))
    assert source is not None
    for at in source.places:
        if isinstance(found(source.data, at), str):
            assert len(changed(source.text, Change(at, "12345宗"))) == 1, at


def test_full_width_colons_tabs_and_quotes_are_no_hindrance():
    assert changed(SLOPPY, Change(("执法", "行政处罚"), "140宗")) == [("　　行政处罚：１３９宗	# 执法队报", "　　行政处罚：140宗    # 执法队报")]
    assert changed(SLOPPY, Change(("执法", "行政检查"), "13次")) == [("　　行政检查: '12次'", "　　行政检查: 13次")]


def test_a_remark_stays_in_its_column_and_takes_another():
    line = "执法:\n  行政处罚: 5件      # 待核\n"
    assert changed(line, Change(("执法", "行政处罚"), "15件", "来源：执法队"))[0][1] == "  行政处罚: 15件     # 待核；来源：执法队"


def test_a_value_that_yaml_would_misread_is_put_in_quotes():
    assert changed("单位: 甲\n标题:\n", Change(("标题",), "甲: 乙"))[0][1] == "标题: '甲: 乙'"


def test_a_new_figure_gets_a_line_among_the_figures_of_its_topic_and_a_new_topic_stands_above_the_problems():
    text = "执法:\n  提供: 执法队\n  做法:\n  - 巡查\n# 问题请逐条核对\n问题:\n- 路\n"
    source, _ = parse(text.encode(), "x")
    assert source is not None
    made, _ = amend(source, [Change(("执法", "行政处罚"), "3件"), Change(("信访", "信访办理"), "1件")], ("问题",))
    assert made == ("执法:\n  提供: 执法队\n  行政处罚: 3件\n  做法:\n  - 巡查\n信访:\n  信访办理: 1件\n"
                    "# 问题请逐条核对\n问题:\n- 路\n")


def test_an_entry_is_added_behind_the_last_of_its_list_or_begins_one():
    text = "执法:\n  做法:\n  - 巡查\n  # 下面是数\n  立案: 3件\n问题:\n"
    source, _ = parse(text.encode(), "x")
    assert source is not None
    made, _ = amend(source, [Append(("执法", "做法"), ("- 回访",)), Append(("问题",), ("- 问题: 路", "  打算: 修"))])
    assert made == "执法:\n  做法:\n  - 巡查\n  - 回访\n  # 下面是数\n  立案: 3件\n问题:\n- 问题: 路\n  打算: 修\n"


@pytest.mark.parametrize("at", [("普法", "普法活动"), ("普法",), ("单位", "甲"), ("普法", 0, "甲")])
def test_what_cannot_be_done_in_one_line_is_refused_with_the_line(at):
    source, _ = parse(SLOPPY.encode(), "资料.yaml")
    assert source is not None
    made, findings = amend(source, [Change(at, "3件")])
    assert made is None
    assert findings[0].rule == "E001"
    assert findings[0].excerpt


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_and_line_ends_stay(tmp_path, codec, end):
    text = SLOPPY.replace("\n", end)
    path = tmp_path / "资料.yaml"
    path.write_bytes(text.encode(codec))
    kept = keep(path, [Change(("执法", "行政处罚"), "140宗")])
    assert kept.files == (path,)
    assert path.read_bytes() == text.replace("１３９宗\t", "140宗    ").encode(codec)


def test_each_topic_file_gets_its_own_changes(tmp_path):
    (tmp_path / "资料.yaml").write_text(HEAD + "分文件: 执法.yaml\n执法:\n  做法:\n  - 甲\n", encoding="utf-8")
    (tmp_path / "执法.yaml").write_text("执法:\n  行政处罚: 5件\n  做法:\n  - 乙\n  - 丙\n", encoding="utf-8")
    keep(tmp_path / "资料.yaml", [Change(("执法", "行政处罚"), "6件"), Change(("执法", "做法", 2), "丁"), Change(("期间",), "2026年度")])
    assert (tmp_path / "执法.yaml").read_text(encoding="utf-8") == "执法:\n  行政处罚: 6件\n  做法:\n  - 乙\n  - 丁\n"
    assert "期间: 2026年度" in (tmp_path / "资料.yaml").read_text(encoding="utf-8")


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path):
    path = tmp_path / "资料.yaml"
    path.write_bytes(b"b")
    assert swap(path, b"a", b"c")[0].rule == "W014"
    assert path.read_bytes() == b"b"
    assert swap(path, b"b", b"c") == []
    assert path.read_bytes() == b"c"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_open_elsewhere_is_left_alone(tmp_path):
    path = tmp_path / "资料.yaml"
    path.write_bytes(b"a")
    (tmp_path / ".~lock.资料.yaml#").touch()
    assert swap(path, b"a", b"c")[0].rule == "W015"
    assert path.read_bytes() == b"a"


def test_bytes_that_no_codec_fits_are_not_written():
    with pytest.raises(UnicodeEncodeError):
        as_bytes("\ud800", b"a")
