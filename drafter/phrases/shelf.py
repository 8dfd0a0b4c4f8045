"""The mined part of the phrase library, as drafting reads it: seeds/phrases.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from drafter.finding import Finding
from drafter.phrases.entry import CLAUSE, FIGURE, RATE, USED, VERB, WAY, Entry, PastYear, read_book
from drafter.phrases.same import same_key

FILE = "phrases.yaml"
NAMED = 3
"""Past reports that are named as the origin of one phrase."""


class Shelf(NamedTuple):
    """Everything mined that drafting may use."""

    reports: tuple[PastYear, ...] = ()
    figures: Mapping[str, tuple[Entry, ...]] = {}
    """By indicator."""
    ways: Mapping[str, Entry] = {}
    """By the way as it is written in the constructions."""
    clauses: Mapping[str, Entry] = {}
    """By what two wordings of one claim have in common."""

    def for_any(self, verbs: tuple[str, ...], rate: bool) -> tuple[Entry, ...]:
        """Return the wordings for a figure of which only the verbs are known, or that it is a rate."""
        return self.figures.get(RATE, ()) if rate else tuple(entry for verb in verbs for entry in self.figures.get(f"{VERB}{verb}", ()))

    def report_of(self, unit: str, year: int) -> str:
        """Return the file of a unit's report on a year; empty where there is none."""
        return next((report.file for report in self.reports if (report.unit, report.year) == (unit, year)), "")

    def earlier(self, entry: Entry, unit: str, year: int) -> bool:
        """Tell whether a phrase was said before a year, or by others: nobody's report is drafted from itself."""
        return not entry.seen or any((report := self.reports[seen.report]).unit != unit or report.year < year for seen in entry.seen)

    def all(self) -> Iterator[Entry]:
        """Yield every phrase."""
        for entries in self.figures.values():
            yield from entries
        yield from self.ways.values()
        yield from self.clauses.values()

    def where(self, entry: Entry) -> str:
        """Return where a phrase was seen, for a person: 示例镇2023年报告一、（二）."""
        named = dict.fromkeys(f"{self.reports[seen.report].unit}{self.reports[seen.report].year}年报告" for seen in entry.seen)
        return "、".join(list(named)[:NAMED]) + ("等" if len(named) > NAMED else "") if named else "本单位自己加的"


def load_shelf(folder: Path) -> tuple[Shelf, list[Finding]]:
    """Read the library of a folder; without one there is nothing mined, and nothing wrong."""
    book, findings = read_book(folder / FILE)
    figures: dict[str, list[Entry]] = {}
    ways: dict[str, Entry] = {}
    clauses: dict[str, Entry] = {}
    for entry in book.entries:
        if entry.state != USED:
            continue
        if entry.kind == FIGURE:
            figures.setdefault(entry.about, []).append(entry)
        elif entry.kind == WAY:
            ways[entry.text] = entry
        elif entry.kind == CLAUSE:
            clauses.setdefault(same_key(entry.text), entry)
    return Shelf(book.reports, {key: tuple(found) for key, found in figures.items()}, ways, clauses), findings
