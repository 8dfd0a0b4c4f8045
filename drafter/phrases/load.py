"""Reading the phrase library from its files; a start that finds it kept from before does not load this."""

from __future__ import annotations

from pathlib import Path

from drafter.finding import Finding
from drafter.phrases.entry import CLAUSE, FIGURE, USED, WAY, Entry, read_book
from drafter.phrases.library import SHELF, STARTERS, Library
from drafter.phrases.same import same_key
from drafter.phrases.shelf import Said, Shelf
from drafter.phrases.starter import load_starters
from drafter.phrases.ways_file import load_constructions


def load(kind_folder: Path, seeds: Path) -> tuple[Library, list[Finding]]:
    """Read the starters and constructions of a kind, and what was mined into the folder seeds/."""
    starters, findings = load_starters(kind_folder / STARTERS)
    constructions, found = load_constructions(kind_folder)
    shelf, wrong = load_shelf(seeds)
    return Library(starters, constructions, shelf, {}), [*findings, *found, *wrong]


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
