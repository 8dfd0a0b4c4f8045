"""The rules over the five real reports: the known slips are found, and nothing else is."""

from pathlib import Path

import pytest

from drafter.pipeline.check import check
from tests.support.case import setup
from tests.support.five import past_reports

EXPECTED = [line.split("\t") for line in (Path(__file__).parent / "real_reports.tsv").read_text("utf-8").splitlines()[1:]]
REPORTS = sorted({row[0] for row in EXPECTED})


@pytest.mark.parametrize("report", REPORTS)
def test_the_slips_of_a_real_report_are_found_and_nothing_else(report: str) -> None:
    path = next(past_reports().glob(f"{report}_*.txt"))
    found = [[report, finding.rule, finding.severity.value, str(finding.place.line if finding.place else 0)]
             for finding in check(path, setup())]
    assert sorted(found) == sorted(row for row in EXPECTED if row[0] == report)
