"""Every rule against its cases: what it must find, and what it must leave alone."""

from pathlib import Path

import pytest

from drafter.check import RULES
from drafter.check.rule import Rule
from drafter.finding import Severity
from tests.support.case import CASES, Case, every_case, findings_of, load

EVERY = every_case()


def called(case: Case) -> str:
    return f"{case.rule} {'finds' if case.fails else 'leaves'} {case.name}"


@pytest.mark.parametrize("case", [case for case in EVERY if not case.fails], ids=called)
def test_a_rule_leaves_alone_what_is_right(case: Case, tmp_path: Path) -> None:
    assert findings_of(case, tmp_path) == []


@pytest.mark.parametrize("case", [case for case in EVERY if case.fails], ids=called)
def test_a_rule_finds_what_is_wrong_and_says_where(case: Case, tmp_path: Path) -> None:
    found = findings_of(case, tmp_path)
    assert len(found) == len(case.given["finds"]), found
    for finding, words in zip(found, case.given["finds"], strict=True):
        assert words in finding.message
        assert finding.hint
    if "severity" in case.given:
        assert {finding.severity for finding in found} == {Severity(case.given["severity"])}
    if "line" in case.given:
        assert [finding.place.line for finding in found if finding.place] == [case.given["line"]]
    if "also" in case.given:
        assert [place.line for place in found[0].also] == case.given["also"]


def test_every_rule_has_cases_of_both_kinds_and_no_case_is_without_a_rule() -> None:
    assert {case.rule for case in EVERY} == {rule.id for rule in RULES}
    for rule in RULES:
        assert {case.fails for case in EVERY if case.rule == rule.id} == {True, False}, rule.id


def test_a_rule_and_its_cases_have_one_name() -> None:
    modules = {rule.check.__module__.rsplit(".", 1)[-1]: rule.id for rule in RULES}
    assert {path.stem: load(path)[0].rule for path in CASES.glob("*.yaml")} == modules


def test_every_file_of_the_rules_folder_is_a_rule_that_runs() -> None:
    import drafter.check.rules

    folder = Path(drafter.check.rules.__path__[0])
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert files == {rule.check.__module__.rsplit(".", 1)[-1] for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_names_its_authority_and_what_to_type_instead(rule: Rule) -> None:
    assert rule.title
    assert len(rule.authority) > 5
    assert len(rule.hint) > 5


def test_the_numbers_of_rules_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
