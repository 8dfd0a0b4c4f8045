"""The draft that an edited file was made from: as the file itself remembers it, else as the profile gives it now."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from drafter.compare.base import BaseFigure, BaseLine, counted, figures_in
from drafter.edited import Edited, EditedLine
from drafter.finding import Finding, Place, Severity
from drafter.read.edited import read_edited
from drafter.read.own_part import OwnBlock, OwnPart
from drafter.read.past import read_past
from drafter.report import Cited, Report
from drafter.write.plan import Line, plan

HEADING = "Heading"
WHOSE = (("单位",), ("期间",))


class Copy(NamedTuple):
    """An edited file with the draft it was made from."""

    path: Path
    edited: Edited
    base: tuple[BaseLine, ...]
    own: bool
    """Whether the file itself says which draft it was."""


def open_copy(path: Path, now: Report, original: bool) -> tuple[Copy | None, list[Finding]]:
    """Read an edited file, whatever its name; one that does not remember its draft is compared with the draft as the profile gives it now."""
    opened, _ = read_edited(path, original)
    if opened is None:
        past, findings = read_past(path, path.name)
        if past is None:
            return None, findings
        lines = tuple(EditedLine(line.strip()) for line in past.text.split("\n") if line.strip())
        return Copy(path, Edited(path.name, lines), of_report(now), own=False), []
    if opened.own and (trouble := _stranger(opened.own, now, path)):
        return None, [trouble]
    base = of_part(opened.own) if opened.own else of_report(now)
    return Copy(path, opened.edited, base, opened.own is not None), []


def _stranger(own: OwnPart, now: Report, path: Path) -> Finding | None:
    """Return why a file is the draft of another profile; None where it is not."""
    said = {cited.at[0]: cited.words for cited in own.about if cited.at}
    ours = {run.at[0]: run.typed or run.text for run in now.head.about if run.at}
    wrong = [(said[at], ours[at]) for at in said if at in ours and said[at] != ours[at] and at in WHOSE]
    if not wrong:
        return None
    return Finding("D001", Severity.ERROR, f"这是“{'、'.join(one for one, _ in wrong)}”的初稿，资料写的是“{'、'.join(one for _, one in wrong)}”",
                   Place(str(path), 1), "看看文件是不是拿错了，或换成那一份资料")


def of_part(own: OwnPart) -> tuple[BaseLine, ...]:
    """Return the lines of the draft that a file remembers."""
    return tuple(_line_of(block) for block in own.blocks if block.text)


def of_report(report: Report) -> tuple[BaseLine, ...]:
    """Return the lines of a draft in memory."""
    return tuple(_line(line) for line in plan(report) if line.id)


def _line_of(block: OwnBlock) -> BaseLine:
    figures: list[BaseFigure] = []
    names = {block.bookmark}
    at = 0
    for run in block.runs:
        words = (run if isinstance(run, str) else run.value).replace("\n", "")
        if not isinstance(run, str) and run.at:
            figures += figures_in(words, at, run.at[0], bool(run.bookmark))
            names.add(run.bookmark)
        at += len(words)
    return _made(block.id, block.style, block.number, block.text, names, figures)


def _line(line: Line) -> BaseLine:
    figures: list[BaseFigure] = []
    names = {line.bookmark}
    text = ""
    for mark in line.marks:
        words = mark.run.text.replace("\n", "")
        if isinstance(mark.run, Cited) and mark.run.at:
            figures += figures_in(words, len(text), mark.run.at[0], bool(mark.bookmark))
            names.add(mark.bookmark)
        text += words
    return _made(line.id, line.style, line.number, text, names, figures)


def _made(name: str, style: str, number: str, text: str, bookmarks: set[str], figures: list[BaseFigure]) -> BaseLine:
    level = int(style.removeprefix(HEADING)) if style.startswith(HEADING) else 0
    closing = style in ("Signature", "Date")
    return BaseLine(name, text, level, number, frozenset(bookmarks - {""}), counted(figures), style == "Title", closing)
