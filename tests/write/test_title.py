"""A long title is broken where its sense allows, into lines that fit."""

import pytest

from drafter.report import Cited, Text, plain
from drafter.write.cells import width
from drafter.write.title import broken


@pytest.mark.parametrize(("title", "first"), [
    ("示例县青石镇人民政府关于2025年法治政府建设情况的报告", "示例县青石镇人民政府关于2025年"),
    ("示例自治县青石乡人民政府2025年法治政府建设工作报告", "示例自治县青石乡人民政府"),
])
def test_a_title_too_long_for_one_line_has_two_that_fit(title: str, first: str) -> None:
    lines = plain(broken((Cited(title, (("标题",),)),))).split("\n")
    assert lines[0] == first
    assert "".join(lines) == title
    assert all(width(line) <= 20 for line in lines)


def test_a_title_that_fits_stays_whole() -> None:
    runs = (Text("青石镇2025年法治政府建设年度报告"),)
    assert broken(runs) == runs


def test_the_break_keeps_the_addresses_of_both_halves() -> None:
    halves = broken((Cited("示例县青石镇人民政府", (("单位",),)), Cited("关于2025年法治政府建设情况的报告", (("期间",),))))
    assert [run.at for run in halves if isinstance(run, Cited)] == [(("单位",),), (("期间",),)]


def test_a_title_without_a_seam_is_left_to_the_word_processor() -> None:
    runs = (Text("青石" * 15),)
    assert broken(runs) == runs
