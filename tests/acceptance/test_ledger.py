"""数据台账 of the five profiles: every printed figure stands there once for each place where it is printed."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from drafter.pipeline.ledger import listed
from drafter.report import Cited, plain
from tests.support.five import PROFILES, five, profile

NO_AMOUNT = re.compile(r"\d+[·+]\d+|20\d\d年|20\d\d—20\d\d年")
NUMBER = re.compile(r"\d+(?:\.\d+)?")


@pytest.mark.parametrize("number", PROFILES)
def test_every_printed_figure_is_listed_once_for_each_place(number: str) -> None:
    made = five(number)
    printed = Counter(value for block in made.report.blocks for value in NUMBER.findall(NO_AMOUNT.sub("", plain(block.runs))))
    rows = list(listed(made))
    assert Counter(value for row in rows for value in NUMBER.findall(row[0])) == printed
    runs = [run for block in made.report.blocks for run in block.runs if isinstance(run, Cited) and run.figure]
    whole = Counter(run.text for run in runs if "待填" not in run.text)
    assert not whole - Counter(row[0] for row in rows)


@pytest.mark.parametrize("number", PROFILES)
def test_every_line_named_is_the_line_that_gives_the_figure(number: str) -> None:
    lines = profile(number).read_text("utf-8").split("\n")
    for value, _, source, _, _, sentence in listed(five(number)):
        place = re.match(r"(.*):(\d+)\n", source)
        assert place
        assert place[1] == profile(number).name
        digits = NUMBER.search(value)
        assert digits
        assert digits[0] in lines[int(place[2]) - 1]
        assert value in sentence
