"""Length, origins and wording of the five drafts, and what the 校核 file says about them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.five import PROFILES, SHARED, bare, five, past_reports, profile, sheet_of, word

LENGTHS = {"000": (2180, 4060), "001": (1990, 3710), "002": (1770, 3290), "004": (2810, 5230)}
LONGEST_VALUE = 60
ORIGIN = re.compile(r"^\s*(\S+)　(\d+)字　[\d.]+%\s*$", re.MULTILINE)
THIN = re.compile(r"偏短（(\d+)字）：(.+)")
ITEM = re.compile(r"^[一二三四五六七八九十]+是")


def length(number: str) -> int:
    return sum(len(bare(line.text)) for line in word(number).body)


def part(sheet: str, name: str) -> str:
    """Return one part of a 校核 file, by the words of its heading."""
    parts = re.split(r"^(?=[一二三四五六七八九]、)", sheet.replace("\r\n", "\n"), flags=re.MULTILINE)
    return next(text for text in parts if name in text.split("\n")[0])


def values(data: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Yield every value of a profile with its address, 原文照用 left out."""
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        if step != "原文照用":
            yield from values(value, (*at, step))
    if isinstance(data, str):
        yield at, data


@pytest.mark.parametrize("number", LENGTHS)
def test_a_draft_is_as_long_as_the_report_was_within_a_third(number: str) -> None:
    low, high = LENGTHS[number]
    assert low <= length(number) <= high


@pytest.mark.parametrize("number", PROFILES)
def test_the_sheet_counts_every_character_by_its_origin(number: str, tmp_path: Path) -> None:
    told = part(sheet_of(number, tmp_path), "篇幅和来源")
    counted = {name: int(count) for name, count in ORIGIN.findall(told)}
    assert {"规定语", "句式", "单位资料", "原文照用"} <= counted.keys()
    whole = re.search(r"正文(\d+)字", told)
    assert whole is not None
    assert sum(counted.values()) == int(whole[1]) == length(number)
    assert counted["单位资料"] > sum(counted.values()) / 2
    assert counted["原文照用"] <= sum(counted.values()) / 10


@pytest.mark.parametrize("number", PROFILES)
def test_the_sheet_names_the_thin_parts_and_no_other(number: str, tmp_path: Path) -> None:
    told = part(sheet_of(number, tmp_path), "偏短")
    named = {title.strip(): int(count) for count, title in THIN.findall(told)}
    measured: dict[str, int] = {}
    for line in word(number).body:
        if line.level == 1:
            title = line.text.partition("、")[2]
            measured[title] = 0
        elif not line.level and measured:
            measured[title] += len(bare(line.text))
    assert named == {title: measured[title] for title in named}
    assert max(named.values(), default=0) < min(count for title, count in measured.items() if title not in named)
    if number == "003":
        assert min(measured, key=lambda title: measured[title]) in named


@pytest.mark.parametrize("number", PROFILES)
def test_no_value_of_a_profile_is_a_ready_made_paragraph(number: str) -> None:
    data = yaml.load(profile(number).read_text(encoding="utf-8"), yaml.BaseLoader)
    found = list(values(data))
    assert len(found) > 50
    assert [(at, text) for at, text in found if len(text) > LONGEST_VALUE] == []


@pytest.mark.parametrize("number", PROFILES)
def test_no_sentence_stands_twice(number: str) -> None:
    sentences = [ITEM.sub("", sentence) for line in word(number).body if not line.level
                 for sentence in re.split(r"[。；]", line.text) if sentence]
    assert len(sentences) > 40
    assert [sentence for sentence, count in Counter(sentences).items() if count > 1] == []


def test_no_sentence_of_the_real_reports_is_carried_over(tmp_path: Path) -> None:
    past_reports()
    paths = []
    for number in PROFILES:
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(word(number).text, encoding="utf-8")
    tool = SHARED / "tools" / "own_words.py"
    done = subprocess.run([sys.executable, str(tool), *map(str, paths)], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "own words: none"), done.stdout + done.stderr


def test_the_tool_for_own_words_sees_a_copied_sentence(tmp_path: Path) -> None:
    report = min(past_reports().glob("*.txt")).read_text(encoding="utf-8")
    copied = max(report.split("。"), key=len)
    path = tmp_path / "照抄.txt"
    path.write_text(copied, encoding="utf-8")
    tool = SHARED / "tools" / "own_words.py"
    done = subprocess.run([sys.executable, str(tool), str(path)], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1


@pytest.mark.parametrize("number", PROFILES)
def test_drafting_an_honest_profile_finds_no_error(number: str) -> None:
    assert [finding for finding in five(number).findings if finding.is_error] == []
