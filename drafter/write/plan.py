"""Lay a report out as the paragraphs of the file, with the hidden bookmarks that recognise them later."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from drafter.report import Block, Cited, Head, Heading, Report, Run, numbered, plain
from drafter.write import official
from drafter.write.cells import width
from drafter.write.title import broken

LONGEST_NAME = 40


class Mark(NamedTuple):
    """One run as it will be printed; ``bookmark`` is empty unless it is a figure."""

    run: Run
    bookmark: str = ""


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


EMPTY = Line("Normal")


def plan(report: Report) -> tuple[Line, ...]:
    """Return every paragraph of the file in order, bookmarks named."""
    lines = (*_title(report.head), *(_block(mark, block) for mark, block in numbered(report)), *_closing(report.head))
    return tuple(_named(lines))


def _title(head: Head) -> tuple[Line, ...]:
    return Line("Title", "title", bookmark="_htitle", marks=_marks(broken(head.title))), EMPTY


def _block(mark: str, block: Block) -> Line:
    style = f"Heading{block.level}" if isinstance(block, Heading) else "BodyText"
    return Line(style, block.id, mark, "_b" + block.id, _marks(block.runs))


def _closing(head: Head) -> tuple[Line, ...]:
    """Return signatures and date, one line below the text and kept together."""
    rows = [Line("Signature", f"signature{n}", bookmark=f"_hsignature{n}", marks=_marks(runs))
            for n, runs in enumerate(head.signatures, 1)]
    if head.date:
        rows.append(Line("Date", "date", bookmark="_hdate", marks=_marks(head.date)))
    if not rows:
        return ()
    last = plain(head.signatures[-1]) if head.signatures else ""
    name, date = insets(last, plain(head.date))
    placed = [row._replace(right=date if row.id == "date" else name) for row in rows]
    kept = [row._replace(keep=True) for row in (EMPTY, *placed[:-1])]
    return (*kept, placed[-1])


def insets(name: str, date: str) -> tuple[float, float]:
    """Return the right indents of name and date, in characters, where no seal is set (7.3.5.2)."""
    base = float(official.SIGNATURE_INDENT_CELLS)
    if not name or not date:
        return base, base
    longer = width(name) - width(date)
    return (base, longer) if longer >= base else (base * 2 - longer, base)


def _marks(runs: tuple[Run, ...]) -> tuple[Mark, ...]:
    return tuple(Mark(run) for run in runs)


def _named(lines: tuple[Line, ...]) -> Iterator[Line]:
    """Give every figure its bookmark and make the blocks' names fit for Word."""
    figures = count(1)
    taken: set[str] = set()
    for line in lines:
        marks = line.marks
        if any(isinstance(mark.run, Cited) and mark.run.figure for mark in marks):
            marks = tuple(Mark(mark.run, f"_f{next(figures)}") if isinstance(mark.run, Cited) and mark.run.figure else mark
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
