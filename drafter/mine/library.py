"""From phrases to the two files of the library: what drafting uses, and what is offered to people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from drafter.mine.cluster import similarity
from drafter.mine.frame import Frame
from drafter.mine.taken import Mined
from drafter.phrases.decision import Decision, decided
from drafter.phrases.entry import CLAUSE, DRAFTED, FIGURE, OFFERED, REFUSED, USED, WAY, Book, Entry
from drafter.phrases.shelf import PastYear

MOST = {FIGURE: 1500, WAY: 1500, CLAUSE: 600}
"""Phrases of one kind that drafting is given, those with the best score."""
MOST_OF_ONE = 12
"""Figure phrases of one indicator."""
OFFERS = 400
"""Phrases that are offered to people, over all kinds."""
NEAR_REFUSED = 90.0
"""Similarity from which a phrase shares the fate of one that was refused."""


class Shelves(NamedTuple):
    """The two files of the library."""

    used: Book
    offered: Book


def shelves(frames: Iterable[Frame], reports: Mapping[int, Mined], decisions: list[Decision]) -> Shelves:
    """Sort phrases into what drafting uses and what is offered; decisions of people come first."""
    ranked = sorted(_once(frames), key=lambda frame: (-frame.score, frame.kind, frame.text))
    places = {number: place for place, number in enumerate(sorted(reports))}
    entries = [_entry(frame, places) for frame in _bounded(ranked)]
    entries = decided(entries, decisions, _resembling(entries, decisions))
    known = tuple(PastYear(report.file, report.unit, report.year, report.sha256[:16]) for _, report in sorted(reports.items()))
    used = [entry for entry in entries if entry.state == USED and entry.kind in DRAFTED]
    rest = [entry for entry in entries if entry not in used]
    kept = [entry for entry in rest if entry.state != OFFERED]
    return Shelves(Book(known, tuple(used)), Book(known, (*kept, *[entry for entry in rest if entry.state == OFFERED][:OFFERS])))


def _once(frames: Iterable[Frame]) -> Iterable[Frame]:
    """Return each phrase once: one found both as a clause and as the centre of a cluster has the support of the cluster."""
    made: dict[str, Frame] = {}
    for frame in frames:
        other = made.get(frame.id)
        wider = max(frame, other or frame, key=lambda one: (one.towns, one.years, bool(one.variants)))
        made[frame.id] = wider._replace(usable=frame.usable or bool(other and other.usable))
    return made.values()


def _bounded(ranked: list[Frame]) -> list[Frame]:
    """Return the phrases that have room: the best of each kind, and of each indicator."""
    counts: dict[tuple[str, str], int] = {}
    kept = []
    for frame in ranked:
        room = MOST.get(frame.kind, OFFERS) if frame.usable else OFFERS
        whole, one = (frame.kind, str(frame.usable)), (frame.kind, frame.about)
        counts[whole] = counts.get(whole, 0) + 1
        counts[one] = counts.get(one, 0) + 1
        if counts[whole] <= room and (frame.kind != FIGURE or counts[one] <= MOST_OF_ONE):
            kept.append(frame)
    return kept


def _entry(frame: Frame, places: Mapping[int, int]) -> Entry:
    """Return a phrase as the library keeps it; ``places`` lead from the number of a file to its place among the reports."""
    seen = tuple(source._replace(report=places[source.report]) for source in frame.sources)
    return Entry(frame.id, frame.kind, frame.text, frame.about, frame.role, frame.topic, frame.lack, frame.plan, frame.towns, frame.years,
                 frame.score, USED if frame.usable else OFFERED, frame.variants, frame.like, seen)


def _resembling(entries: list[Entry], decisions: list[Decision]) -> dict[str, str]:
    """Return for each phrase the refused one that it hardly differs from."""
    refused = {decision.id: decision for decision in decisions if decision.action == REFUSED and decision.before}
    made = {}
    for entry in entries if refused else ():
        for name, decision in refused.items():
            same_kind = (decision.kind, decision.about) == (entry.kind, entry.about)
            if name != entry.id and same_kind and similarity(decision.before, entry.text) >= NEAR_REFUSED:
                made[entry.id] = name
    return made
