"""The format of a profile: an older one is brought forward step by step, a newer one is told so."""

from __future__ import annotations

import pytest

from drafter.finding import Finding
from drafter.profile.format import FIRST, newest, read_format, upgraded
from drafter.schema import Form
from drafter.source import merge, parse


def renamed(text: str) -> str:
    """A made-up step: a key gets another name."""
    return text.replace("受众:", "参加人次:")


def counted(text: str) -> str:
    """Another one, which must come after the first."""
    return text.replace("参加人次: 5", "参加人次: 5人次")


STEPS = (renamed, counted)


def read(words: str, steps: tuple = STEPS) -> tuple[int, list[Finding]]:
    source, _ = parse(words.encode(), "资料.yaml")
    assert source is not None
    form = Form(merge(source, [])[0])
    return read_format(form, steps), form.findings


@pytest.mark.parametrize(("version", "made"), [(1, "参加人次: 5人次\n"), (2, "受众: 5\n"), (3, "受众: 5\n")])
def test_a_file_takes_the_steps_that_came_after_its_format(version, made):
    assert upgraded("受众: 5\n", version, STEPS) == made


def test_the_second_step_sees_what_the_first_made():
    assert upgraded("参加人次: 5\n", 2, STEPS) == "参加人次: 5人次\n"
    assert newest(STEPS) == 3


@pytest.mark.parametrize(("line", "version"), [("", FIRST), ("格式:\n", FIRST), ("格式: 1\n", 1), ("格式：２\n", 2), ("格式: 3\n", 3)])
def test_the_format_is_read_from_its_line_and_is_the_first_without_one(line, version):
    assert read(line + "单位: 甲\n")[0] == version
    assert not [finding for finding in read(line + "单位: 甲\n")[1] if finding.is_error]


@pytest.mark.parametrize(("typed", "rule", "said"), [("4", "V001", "只认到3"), ("一", "V002", "不能写“一”"), ("0", "V002", "不能写“0”")])
def test_a_newer_format_and_one_that_is_no_number_are_told(typed, rule, said):
    found = read(f"单位: 甲\n格式: {typed}\n")[1]
    assert [(finding.rule, finding.place.line) for finding in found] == [(rule, 2)]
    assert said in found[0].message
