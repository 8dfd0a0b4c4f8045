"""Last year, where it is at hand: the unit's profile of last year, else its report among the past reports."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from drafter.check.last import Last, last_of
from drafter.finding import Finding, Place, Severity
from drafter.pipeline.setup import Setup, kind_of
from drafter.pipeline.year import Year, read_year
from drafter.pipeline.years import last_profile
from drafter.profile import Profile


class Before(NamedTuple):
    """What is known of last year."""

    last: Last | None = None
    sentences: tuple[str, ...] = ()
    """The sentences of last year's report, which a draft does not repeat."""
    findings: tuple[Finding, ...] = ()


def before(path: Path, profile: Profile, setup: Setup) -> Before:
    """Return what is known of the year before that of a profile."""
    file = last_profile(path, profile.unit.text, profile.period.year, profile.period.part)
    year, findings = _read(file, setup) if file else (None, ())
    known = last_of(year.profile, year.sources) if year else None
    name = setup.library.shelf.report_of(profile.unit.text, profile.period.year - 1)
    if not name:
        return Before(known, (), findings)
    # Only now: a town without last year's report does not pay for reading one.
    from drafter.pipeline.past import last_of_report, read_report, sentences_of  # noqa: PLC0415

    report = read_report(setup.seeds / "reports" / name, setup.kind)
    if report is None:
        return Before(known, (), findings)
    # A report on a whole year is no measure for half of one.
    if known is None and not profile.period.part:
        known = last_of_report(report, Path(name), setup.kind)
    return Before(known, tuple(sentences_of(report)), findings)


def _read(path: Path, setup: Setup) -> tuple[Year | None, tuple[Finding, ...]]:
    """Read the profile of another year; one with mistakes is passed over, and that is said."""
    kind, _ = kind_of(path, setup)
    year = read_year(path, kind)[0] if kind else None
    if year is None:
        said = f"去年的资料 {path.name} 里有错误，没有同它比"
        return None, (Finding("S001", Severity.NOTE, said, Place(str(path), 1), f"用  drafter check {path}  看错在哪里"),)
    return year, ()
