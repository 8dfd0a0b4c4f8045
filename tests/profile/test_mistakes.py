"""Profiles with as many mistakes as possible: what is said of them, all at once, is a golden file."""

import re
from pathlib import Path

import pytest

from drafter.finding import Finding
from drafter.pipeline.draft import draft
from drafter.show import printed
from tests.support.case import setup
from tests.support.golden import same_as_golden

FOLDER = Path(__file__).parents[1] / "golden" / "mistakes"
EVERY = 10_000


def findings(name: str, monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    """What is said of one of the files, by its bare name so that no path of this machine shows."""
    monkeypatch.chdir(FOLDER)
    made, found = draft(Path(name), setup())
    assert made is None
    return found


@pytest.mark.parametrize(("name", "golden"), [("profile.yaml", "findings.txt"), ("typing.yaml", "typing.txt")])
def test_all_mistakes_are_said_at_once(name: str, golden: str, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config) -> None:
    text = "".join(f"{line}\n" for line in printed(findings(name, monkeypatch), EVERY))
    same_as_golden(FOLDER / golden, text, pytestconfig)


@pytest.mark.parametrize("name", ["profile.yaml", "typing.yaml"])
def test_every_error_has_a_place_an_excerpt_and_a_hint(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (FOLDER / name).read_text(encoding="utf-8").split("\n")
    errors = [finding for finding in findings(name, monkeypatch) if finding.is_error]
    assert len(errors) > 5
    for finding in errors:
        assert finding.place is not None
        assert finding.place.file == name
        assert lines[finding.place.line - 1] == finding.excerpt, finding
        assert 1 <= finding.place.column <= len(finding.excerpt) + 1
        assert finding.hint, finding
        assert finding.hint.rstrip() != finding.excerpt.rstrip(), finding


def test_the_findings_stand_in_the_order_of_the_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = printed(findings("profile.yaml", monkeypatch), EVERY)
    numbers = [int(match[1]) for line in shown if (match := re.match(r"profile\.yaml:(\d+):", line))]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) > 30


@pytest.mark.parametrize("number", ["P001", "P002", "P003", "P004", "P005", "P006", "P007", "P008", "P011", "P012", "P013"])
def test_the_profile_of_mistakes_holds_every_kind(number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert number in {finding.rule for finding in findings("profile.yaml", monkeypatch)}
