"""Lay a report out as the paragraphs of the file, with the hidden bookmarks that recognise them later."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple

from drafter.report import Block, Cited, Head, Heading, Report, Run, numbered, plain
from drafter.write import official
from drafter.write.layout import GBT9704, PageLayout
from drafter.write.places import unsealed_places
from drafter.write.title import broken

LONGEST_NAME = 40


class Mark(NamedTuple):
    """One run as it will be printed; ``bookmark`` is empty unless it is a figure."""

    run: Run
    bookmark: str = ""
    face: str = ""
    """A character style other than that of the paragraph."""


class Layout(NamedTuple):
    """What sets a paragraph of the formal form apart from its style; lengths are characters of the text unless said otherwise."""

    first: float | None = None
    """Where the first line begins from the left; None leaves that to the style."""
    left: float = 0.0
    """Where the other lines begin; counts only beside ``first``."""
    tabs: tuple[tuple[str, float], ...] = ()
    """Tab stops from the left: left, center or right."""
    height: int = 0
    """The exact height of a line in twips; 0 leaves it to the style."""
    page: bool = False
    """Begins a new side."""
    rules: tuple[int, int] = (0, 0)
    """Rules above and below, in 1/8 pt."""
    look: str = ""
    """Properties of the runs beside those of the style, as XML."""
    cell: int = official.CELL
    """One character in twips."""


class Line(NamedTuple):
    """One paragraph of the file; without an id it is an empty line."""

    style: str
    id: str = ""
    number: str = ""
    bookmark: str = ""
    marks: tuple[Mark, ...] = ()
    right: float | None = None
    """Right indent in characters."""
    keep: bool = False
    layout: Layout | None = None


EMPTY = Line("Normal")


def plan(report: Report, layout: PageLayout = GBT9704) -> tuple[Line, ...]:
    """Return every paragraph of the file in order, bookmarks named."""
    lines = (*_title(report.head, layout), *(block_line(mark, block) for mark, block in numbered(report)), *closing(report.head, layout))
    return tuple(named(lines))


def _title(head: Head, layout: PageLayout) -> tuple[Line, ...]:
    return Line("Title", "title", bookmark="_htitle", marks=marked(broken(head.title, layout))), EMPTY


def block_line(mark: str, block: Block) -> Line:
    """Return the line of a block with its number."""
    style = f"Heading{block.level}" if isinstance(block, Heading) else "BodyText"
    return Line(style, block.id, mark, "_b" + block.id, marked(block.runs))


def line_of(style: str, name: str, runs: tuple[Run, ...], layout: Layout | None = None, right: float | None = None) -> Line:
    """Return a line of the formal form."""
    return Line(style, name, bookmark=f"_h{name}", marks=marked(runs), layout=layout, right=right)


def closing(head: Head, layout: PageLayout) -> tuple[Line, ...]:
    """Return signatures and date, one line below the text and kept together."""
    rows = [Line("Signature", f"signature{n}", bookmark=f"_hsignature{n}", marks=marked(runs))
            for n, runs in enumerate(head.signatures, 1)]
    if head.date:
        rows.append(Line("Date", "date", bookmark="_hdate", marks=marked(head.date)))
    if not rows:
        return ()
    last = plain(head.signatures[-1]) if head.signatures else ""
    name, date = unsealed_places(last, plain(head.date), layout)
    placed = [row._replace(right=date if row.id == "date" else name) for row in rows]
    kept = [row._replace(keep=True) for row in (EMPTY, *placed[:-1])]
    return (*kept, placed[-1])


def marked(runs: tuple[Run, ...], face: str = "") -> tuple[Mark, ...]:
    """Return runs as marks."""
    return tuple(Mark(run, face=face) for run in runs)


def named(lines: Iterable[Line]) -> Iterator[Line]:
    """Give every figure its bookmark and make the blocks' names fit for Word."""
    figures = count(1)
    taken: set[str] = set()
    for line in lines:
        marks = line.marks
        if any(isinstance(mark.run, Cited) and mark.run.figure for mark in marks):
            marks = tuple(mark._replace(bookmark=f"_f{next(figures)}") if isinstance(mark.run, Cited) and mark.run.figure else mark
                          for mark in marks)
        yield line._replace(marks=marks, bookmark=_fit(line.bookmark, taken) if line.id else "")


def _fit(name: str, taken: set[str]) -> str:
    """Return the name itself where Word takes it and it is new, else one with a fingerprint."""
    fit = re.sub(r"\W", "_", name)
    if fit != name or len(fit) > LONGEST_NAME:
        fit = _fingerprinted(fit, name)
    while fit.casefold() in taken:
        fit = _fingerprinted(fit, f"{name} {len(taken)}")
    taken.add(fit.casefold())
    return fit


def _fingerprinted(fit: str, name: str) -> str:
    return f"{fit[:LONGEST_NAME - 11]}_{hashlib.sha256(name.encode()).hexdigest()[:10]}"
