"""Every reported figure stands in the draft as it was given, where it belongs, as often as it was mentioned."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import groupby

import pytest

from tests.support.figures import Mention, mentions, standing, unplaced
from tests.support.five import PROFILES, word


@pytest.mark.parametrize("number", PROFILES)
def test_every_figure_stands_in_its_section_in_a_clause_that_names_what_it_counts(number: str) -> None:
    missing: list[Mention] = []
    for section, wanted in groupby(mentions(number), lambda mention: mention.section):
        text = word(number).section(section)
        assert text, f"{number} 没有 {section}"
        missing += unplaced(list(wanted), text)
    assert missing == []


@pytest.mark.parametrize("number", PROFILES)
def test_no_figure_stands_more_often_than_it_was_mentioned(number: str) -> None:
    body = "\n".join(line.text for line in word(number).body if not line.level)
    counted = Counter(mention.written for mention in mentions(number))
    assert {form: len(list(standing(form, body))) for form in counted} == dict(counted)


def test_all_151_figures_are_there(capsys: pytest.CaptureFixture[str]) -> None:
    found = {}
    for number in PROFILES:
        wanted = mentions(number)
        lost = [mention for section in {mention.section for mention in wanted}
                for mention in unplaced([m for m in wanted if m.section == section], word(number).section(section))]
        found[number] = len(wanted) - len(lost)
    with capsys.disabled():
        counted = "，".join(f"{number} {count}个" for number, count in found.items())
        sys.stdout.write(f"\n数据：{counted}，共{sum(found.values())}个\n")
    assert sum(found.values()) == 151


def test_the_search_does_not_take_a_part_for_the_whole() -> None:
    text = "一年开展18次，参加12场次，召开4次以上，共仅3人，达34.5%；办理8次"
    assert [clause for _, clause in standing("8次", text)] == ["办理8次"]
    assert not any(list(standing(form, text)) for form in ("12场", "4次", "3人", "4.5%", "5%"))
    twice = [Mention("", str(n), "", "8次", ("办理",)) for n in (1, 2)]
    assert unplaced(twice, text) == twice[1:]
