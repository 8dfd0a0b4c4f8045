"""Cases of the rules: a text, a profile or the runs of one paragraph, and what a rule says of it."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from drafter.check import RULES, Paper
from drafter.finding import Finding
from drafter.pipeline.check import check, paper
from drafter.pipeline.setup import HOME, Setup, load_setup
from drafter.report import Cited, Head, Paragraph, Report, Run, Text

CASES = Path(__file__).parents[1] / "check" / "cases"
HEAD = {"单位": "柳湾镇", "级别": "镇", "上级": "县", "期间": "2025年度"}
OUTLINE = "县里提纲.txt"


@dataclass(frozen=True)
class Case:
    """One case: what the rule is given, and for a case that must be found what is said of it."""

    rule: str
    name: str
    given: dict[str, Any]
    fails: bool


@cache
def setup() -> Setup:
    """The kind of report that ships."""
    made, findings = load_setup(HOME)
    assert made is not None, findings
    return made


def load(path: Path) -> list[Case]:
    """The cases of one file."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [Case(data["rule"], case["name"], case, kind == "fail") for kind in ("pass", "fail") for case in data[kind]]


def every_case() -> list[Case]:
    """The cases of all rules."""
    return [case for path in sorted(CASES.glob("*.yaml")) for case in load(path)]


def findings_of(case: Case, folder: Path) -> list[Finding]:
    """What the rule of a case says of what is given."""
    if "runs" in case.given:
        found = [finding for rule in RULES if rule.id == case.rule for finding in rule.check(_of_runs(case.given["runs"]))]
    else:
        found = check(_file(case, folder), setup())
        assert not [finding for finding in found if finding.rule[0] in "YPOK" and finding.is_error], found
    return [finding for finding in found if finding.rule == case.rule]


def _file(case: Case, folder: Path) -> Path:
    """Write what is given the way an office would have it: a text, or a profile with its outline."""
    if "text" in case.given:
        path = folder / "报告.txt"
        path.write_text(case.given["text"], encoding="utf-8")
        return path
    path = folder / "资料.yaml"
    path.write_text(_head(case.given.get("year", 2025)) + case.given["profile"], encoding="utf-8")
    if "last" in case.given:
        (folder / "资料-2024.yaml").write_text(_head(2024) + case.given["last"], encoding="utf-8")
    (folder / OUTLINE).write_text(case.given.get("outline", "一、成效\n"), encoding="utf-8")
    return path


def _head(year: int) -> str:
    """The four keys that every profile has."""
    return "".join(f"{key}: {value}\n" for key, value in {**HEAD, "期间": f"{year}年度"}.items())


def _of_runs(given: list[dict[str, str]]) -> Paper:
    """A report of one paragraph; a run with 出处 is cited."""
    runs: list[Run] = [
        Cited(run["文"], (tuple(run["出处"].split(".")),)) if "出处" in run else Text(run["文"], run["来源"]) for run in given
    ]
    report = Report(Head((), "柳湾镇", "2026-01-31"), (Paragraph(tuple(runs), "p1"),))
    return replace(paper("", "初稿", setup().kind), report=report)
