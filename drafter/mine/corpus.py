"""All past reports together: read one after the other, folded as they come, so that memory grows with new wording only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.kind import Kind
from drafter.mine.blocks import blocks
from drafter.mine.cluster import clusters
from drafter.mine.frame import Frame
from drafter.mine.frames import clause_frames
from drafter.mine.taken import Mined, Taken
from drafter.mine.terms import terms
from drafter.mine.wording import Wording

KEPT = 5
"""Places that are remembered of one phrase, and wordings of one key."""
SEGMENTED = 4_000
"""Distinct clauses that are searched for building blocks, those of most towns first."""


class _Tally:
    """A phrase, and all who used it."""

    def __init__(self, frame: Frame) -> None:
        self.frame, self.sources, self.units = frame, list(frame.sources[:0]), set[tuple[str, int]]()


class Corpus:
    """What has been seen of all reports so far."""

    def __init__(self, kind: Kind) -> None:
        self._kind, self._terms = kind, terms(kind.folder)
        self._folded: dict[tuple[str, tuple[object, ...]], list[Wording]] = {}
        self._units: dict[tuple[str, tuple[object, ...]], set[tuple[str, int]]] = {}
        self._tallies: dict[tuple[str, str, str], _Tally] = {}
        self.reports: dict[int, Mined] = {}
        """By the number of the file."""

    def add(self, taken: Taken) -> None:
        """Take in what one report has to give."""
        self.reports[taken.number] = taken.report
        who = (taken.report.unit or taken.report.file, taken.report.year)
        for wording in taken.wordings:
            same = (wording.key, wording.manner)
            kept = self._folded.setdefault(same, [])
            if len(kept) < KEPT:
                kept.append(wording)
            self._units.setdefault(same, set()).add(who)
        self._count(taken.frames, who)

    def _count(self, frames: Iterable[Frame], who: tuple[str, int]) -> None:
        """Add phrases of one report to those of the others."""
        for frame in frames:
            tally = self._tallies.setdefault((frame.kind, frame.about, frame.text), _Tally(frame))
            if len(tally.sources) < KEPT:
                tally.sources += frame.sources
            tally.units.add(who)

    def frames(self) -> Iterator[Frame]:
        """Yield every phrase with its support."""
        for tally in self._tallies.values():
            yield supported(tally.frame._replace(sources=tuple(tally.sources)), tally.units)
        for cluster in clusters(self._folded):
            units = {unit for member in cluster.members for unit in self._units[member.key, member.manner]}
            if len({town for town, _ in units}) > 1 or len(units) > 1:
                for frame in clause_frames([cluster], self._terms):
                    yield supported(frame._replace(sources=frame.sources[:KEPT]), units)
        often = sorted(self._folded, key=lambda same: -len(self._units[same]))[:SEGMENTED]
        firsts = (self._folded[same][0] for same in often)
        for frame in blocks(firsts, self._kind.folder, max(2, len(self.reports) // 50)):
            yield supported(frame, {(self.reports[source.report].unit, self.reports[source.report].year) for source in frame.sources})


def supported(frame: Frame, units: set[tuple[str, int]]) -> Frame:
    """Return a phrase with its support: a town that repeats itself is no second witness."""
    return frame._replace(towns=len({unit for unit, _ in units}) or 1, years=len({year for _, year in units}) or 1)
