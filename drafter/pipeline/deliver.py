"""The story of a draft on the disk: its Word file and its 校核 file, checked before they take their places."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from drafter.files import Beside, Written, write_pair
from drafter.finding import Finding, Severity
from drafter.phrases import Shelf
from drafter.pipeline.draft import Draft
from drafter.pipeline.setup import Setup
from drafter.report import Report
from drafter.show.sheet import Sheet, sheet
from drafter.write.docx import docx
from drafter.write.layout import GBT9704, PageLayout
from drafter.write.text import text
from drafter.write.verify import check_docx


def deliver(made: Draft, target: Path, setup: Setup, suggestions: Mapping[str, Mapping[str, tuple[str, ...]]],
            layout: PageLayout = GBT9704) -> Written:
    """Write a draft in a layout and its 校核 file; an edited or unknown file is never overwritten."""
    expected = text(made.report, layout)
    words = sheet(Sheet(made.report, made.findings, made.sources, made.to_fill(), made.composed.empty, made.profile.kept,
                        made.profile.period.text, str(made.composed.day), suggestions,
                        {given.topic: given.provider for given in made.profile.materials}, _wordings(made.report, setup.library.shelf)))
    beside = Beside("-校核.txt", words.encode("utf-8-sig"))
    return write_pair(target, docx(made.report, layout), lambda data: check_docx(data, expected), beside)


def _wordings(report: Report, shelf: Shelf) -> dict[str, str]:
    """Return where the mined wordings of a draft were seen, by origin."""
    used = {run.origin for block in report.blocks for run in block.runs}
    return {entry.origin: shelf.where(entry) for entry in shelf.all() if entry.origin in used}


def unfinished(made: Draft) -> list[Finding]:
    """Return what still waits for something, as findings that stop a final version."""
    found = []
    for run_ in made.to_fill():
        # What the profile does not have yet stands in no line of it.
        place = made.sources.places.get(run_.at[0]) if run_.at else None
        found.append(Finding("F001", Severity.ERROR, f"还没填：{run_.text}", place, "填上数或内容；确实没有的写 无，不涉及的整行删掉",
                             made.sources.line(place) if place else ""))
    return list(dict.fromkeys(found))
