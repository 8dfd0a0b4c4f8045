"""Headings are exactly those of the town's outline, and every name stands in its right form."""

from __future__ import annotations

import pytest
import yaml

from tests.support.five import DATA, PROFILES, word

NAMES: dict[str, dict[str, list]] = yaml.safe_load((DATA / "names.yaml").read_text(encoding="utf-8"))
STRAIGHT = str.maketrans({'"': "“", "'": "‘", "「": "“", "」": "”"})


def normal(text: str) -> str:
    return text.translate(STRAIGHT)


@pytest.mark.parametrize("number", PROFILES)
def test_headings_are_exactly_those_of_the_outline(number: str) -> None:
    wanted = (DATA / "headings" / f"{number}.txt").read_text(encoding="utf-8").split()
    assert word(number).headings == wanted


@pytest.mark.parametrize("number", PROFILES)
def test_every_name_stands_in_its_right_form(number: str) -> None:
    text = normal(word(number).text)
    wanted = [name for group in NAMES[number]["names"] for name in group]
    assert len(wanted) > 20
    assert [name for name in wanted if not any(form in text for form in name.split("|"))] == []


@pytest.mark.parametrize("number", PROFILES)
def test_no_slip_of_the_old_report_is_carried_over(number: str) -> None:
    text = normal(word(number).text)
    slips = NAMES[number]["slips"]
    assert slips
    assert [slip for slip in slips if slip in text] == []


@pytest.mark.parametrize("number", PROFILES)
def test_problems_and_plans_speak_of_what_the_town_named(number: str) -> None:
    parts = [line.text for line in word(number).body]
    start = next(at for at, line in enumerate(word(number).body) if line.level == 1 and ("不足" in line.text or "问题" in line.text))
    text = normal("\n".join(parts[start:]))
    assert [label for label in NAMES[number]["labels"] if not any(form in text for form in label.split("|"))] == []
