"""Reading the phrase library from its files; a start that finds it kept from before does not load this."""

from __future__ import annotations

from pathlib import Path

from drafter.finding import Finding
from drafter.phrases.decision import ADDED, Decision, decided, read_decisions
from drafter.phrases.entry import CLAUSE, FIGURE, USED, WAY, Entry, read_book
from drafter.phrases.library import SHELF, STARTERS, Library
from drafter.phrases.model import SLOT
from drafter.phrases.same import same_key
from drafter.phrases.shelf import Said, Shelf
from drafter.phrases.starter import load_starters
from drafter.phrases.ways import Construction, Constructions, Way
from drafter.phrases.ways_file import load_constructions


def load(kind_folder: Path, seeds: Path) -> tuple[Library, list[Finding]]:
    """Read the starters and constructions of a kind, and what was mined into the folder seeds/."""
    starters, findings = load_starters(kind_folder / STARTERS)
    constructions, found = load_constructions(kind_folder)
    shelf, wrong = load_shelf(seeds)
    decisions, unread = read_decisions(seeds)
    settled = _settled(decisions)
    constructions = _with_own(constructions, settled)
    return Library(starters, constructions, shelf, {}, _refused(constructions, settled)), [*findings, *found, *wrong, *unread]


def _settled(decisions: list[Decision]) -> list[Entry]:
    """Return the ways that were ever decided on, with the state that the last decision about each gives it."""
    known = {one.id: Entry(one.id, one.kind, one.before, one.about) for one in decisions if one.kind == WAY and one.action != ADDED}
    return [entry for entry in decided(list(known.values()), decisions, {}) if entry.kind == WAY]


def _with_own(constructions: Constructions, settled: list[Entry]) -> Constructions:
    """Return the constructions with the office's own ways behind the others: printed, and recognised nowhere."""
    return constructions._replace(all=tuple(construction._replace(ways=(*construction.ways, *_own(construction, settled)))
                                            for construction in constructions.all))


def _own(construction: Construction, settled: list[Entry]) -> list[Way]:
    """Return the ways that people gave a construction."""
    known = {way.text for way in construction.ways}
    texts = {entry.text: entry.id for entry in settled if entry.about == construction.name and entry.state == USED and entry.text not in known}
    return [Way(name, construction.name, text, tuple(SLOT.split(text))) for text, name in texts.items()]


def _refused(constructions: Constructions, settled: list[Entry]) -> frozenset[str]:
    """Return the ids of the ways that people refused, and did not add again."""
    used = {(entry.about, entry.text) for entry in settled if entry.state == USED}
    refused = {(entry.about, entry.text) for entry in settled if entry.state != USED} - used
    return frozenset(way.id for one in constructions.all for way in one.ways if (one.name, way.text) in refused)


def load_shelf(folder: Path) -> tuple[Shelf, list[Finding]]:
    """Read what was mined; without a library there is nothing mined, and nothing wrong."""
    book, findings = read_book(folder / SHELF)
    figures: dict[str, list[Said]] = {}
    ways: dict[str, Said] = {}
    clauses: dict[str, Said] = {}
    for entry in book.entries:
        if entry.state != USED:
            continue
        if entry.kind == FIGURE:
            figures.setdefault(entry.about, []).append(_said(entry))
        elif entry.kind == WAY:
            ways[entry.text] = _said(entry)
        elif entry.kind == CLAUSE:
            clauses.setdefault(same_key(entry.text), _said(entry))
    return Shelf(book.reports, {key: tuple(found) for key, found in figures.items()}, ways, clauses), findings


def _said(entry: Entry) -> Said:
    """Return what drafting needs of an entry."""
    return Said(entry.id, entry.text, tuple(dict.fromkeys(seen.report for seen in entry.seen)))
