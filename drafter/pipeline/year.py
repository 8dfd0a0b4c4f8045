"""A year of a unit: its profile with the files it was read from, and the year before where that lies beside it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from drafter.finding import Finding
from drafter.kind import Kind
from drafter.pipeline.outline import find_outline
from drafter.pipeline.parts import read_files
from drafter.pipeline.years import last_of
from drafter.profile import Profile, read_profile
from drafter.source import Sources


class Year(NamedTuple):
    """A profile with the files it was read from."""

    profile: Profile
    sources: Sources


def read_year(path: Path, kind: Kind, forgiving: bool = False) -> tuple[Year | None, list[Finding]]:
    """Read a profile; a forgiving reading leaves out what has mistakes instead of giving up.

    An outline that is not there yet stops neither: the county sends it when the offices have long been asked.
    """
    sources, findings = read_files(path)
    if sources is None:
        return None, findings
    outline, about_outline = find_outline(sources, path, kind)
    profile, found = read_profile(sources, kind, outline.declared_topics() if outline else [], forgiving)
    findings += found
    if profile is None or (not forgiving and any(finding.is_error for finding in findings)):
        return None, [*findings, *about_outline]
    return Year(profile, sources), [*findings, *about_outline]


def year_before(path: Path, now: Year, kind: Kind) -> Year | None:
    """Return the year before of the same unit, where its profile lies beside this one and can be read."""
    last = last_of(path, now.sources)
    return read_year(last, kind, forgiving=True)[0] if last else None
