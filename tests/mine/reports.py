"""Past reports for tests: of the shipped kind, from text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from drafter.kind import Kind, load
from drafter.mine.clean import clean
from drafter.past import Original, Past
from drafter.pipeline.setup import HOME

DATA = Path(__file__).parent / "data"


@cache
def kind() -> Kind:
    made, findings = load(HOME / "templates" / "rule-of-law")
    assert made is not None, findings
    return made


def past(text: str, name: str = "报告.txt") -> Past:
    return clean(Original(name, "", "txt", text), kind())


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
