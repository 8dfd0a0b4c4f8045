"""Whole drafts that a person has read and approved: the two examples and one real profile."""

from pathlib import Path

import pytest

from drafter.pipeline.draft import draft
from drafter.pipeline.setup import HOME
from drafter.write.text import text
from tests.support.case import setup
from tests.support.golden import same_as_golden

FOLDER = Path(__file__).parent / "golden"
PROFILES = ("示例镇-2025-只填四项", "示例乡-2025-填了一半", "桃溪镇-2024")


@pytest.mark.parametrize("name", PROFILES)
def test_a_draft_reads_as_it_was_approved(name: str, pytestconfig: pytest.Config) -> None:
    made, findings = draft(HOME / "profiles" / f"{name}.yaml", setup())
    assert made is not None, findings
    same_as_golden(FOLDER / name / "report.txt", text(made.report), pytestconfig)


def test_every_golden_draft_is_compared() -> None:
    assert {path.parent.name for path in FOLDER.glob("*/report.txt")} == set(PROFILES)
