"""The mined part of the phrase library, as drafting uses it: no more of a phrase than that takes, so that it loads fast."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

VERB, RATE = "动词:", "比率"
"""What a figure phrase is for that fits any object: a verb, or every rate."""
NAMED = 3
"""Past reports that are named as the origin of one phrase."""


class PastYear(NamedTuple):
    """A past report that the library knows."""

    file: str
    unit: str
    year: int
    sha256: str = ""


class Said(NamedTuple):
    """A wording mined from past reports, or added by the office."""

    id: str
    text: str
    """With slots: {数} the figure, {宾} the catalogue's object; {党委} and the like by level."""
    reports: tuple[int, ...]
    """Which of the past reports it was seen in, counted from 0; none where the office added it."""

    @property
    def origin(self) -> str:
        """Return the origin that it gives its words: its id, never a place."""
        return f"往年:{self.id}"


class Shelf(NamedTuple):
    """Everything mined that drafting may use."""

    reports: tuple[PastYear, ...] = ()
    figures: Mapping[str, tuple[Said, ...]] = {}
    """By indicator, or by what fits any object."""
    ways: Mapping[str, Said] = {}
    """By the way as it is written in the constructions."""
    clauses: Mapping[str, Said] = {}
    """By what two wordings of one claim have in common."""

    def for_any(self, verbs: tuple[str, ...], rate: bool) -> tuple[Said, ...]:
        """Return the wordings for a figure of which only the verbs are known, or that it is a rate."""
        return self.figures.get(RATE, ()) if rate else tuple(said for verb in verbs for said in self.figures.get(f"{VERB}{verb}", ()))

    def report_of(self, unit: str, year: int) -> str:
        """Return the file of a unit's report on a year; empty where there is none."""
        return next((report.file for report in self.reports if (report.unit, report.year) == (unit, year)), "")

    def earlier(self, said: Said, unit: str, year: int) -> bool:
        """Tell whether a wording was used before a year, or by others: nobody's report is drafted from itself."""
        return not said.reports or any((report := self.reports[at]).unit != unit or report.year < year for at in said.reports)

    def own(self, said: Said, unit: str) -> bool:
        """Tell whether a unit said it so itself."""
        return any(self.reports[at].unit == unit for at in said.reports)

    def all(self) -> Iterator[Said]:
        """Yield every wording."""
        for group in self.figures.values():
            yield from group
        yield from self.ways.values()
        yield from self.clauses.values()

    def where(self, said: Said) -> str:
        """Return where a wording was seen, for a person: 示例镇2023年报告."""
        named = [f"{report.unit}{report.year}年报告" if report.unit and report.year else report.file
                 for report in (self.reports[at] for at in said.reports)]
        return "、".join(named[:NAMED]) + ("等" if len(named) > NAMED else "") if named else "本单位自己加的"
