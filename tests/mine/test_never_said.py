"""What must never be printed for what an office typed, each with the reason: found by thinking of it, and by trying to break it."""

import pytest
import yaml

from drafter.phrases.library import Who
from drafter.pipeline.setup import HOME
from tests.support.promise import SETUP

NEVER = yaml.safe_load((HOME / "tests" / "data" / "句型不许.yaml").read_text(encoding="utf-8"))
WHO = Who("示例镇", 2025, "镇|县", {})


@pytest.mark.parametrize("case", NEVER, ids=lambda case: case["从"])
def test_a_clause_is_never_said_in_a_way_that_says_something_else(case: dict[str, str]) -> None:
    said = {wording.text for wording in SETUP.library.wordings(case["从"], WHO)}
    assert case["到"] not in said, case["说"]


def test_the_ways_that_are_right_are_still_offered() -> None:
    said = {wording.text for wording in SETUP.library.wordings("将法治建设纳入年度考核", WHO)}
    assert "把法治建设列入年度考核" in said
