"""修改对照稿: what a new draft says otherwise than the one that went round, for whoever marked that one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from drafter.files import is_file, write_new_or_own
from drafter.files.names import draft_name
from drafter.finding import Finding
from drafter.read.edited import read_edited
from drafter.read.own_part import OwnPart
from drafter.report import Report
from drafter.write.tracked import Printed, printed, tracked

TAIL = "-修改对照稿.docx"
LATEST = 20
"""Drafts of one name that are looked through for the last one."""


def comparison(report: Report, target: Path) -> bytes | None:
    """Return the comparison with the last draft under a name, as it was generated; None where there is none, or it says the same."""
    new = printed(report)
    for own in _owns(target):
        old = _printed(own, new)
        if old and [line.text for line in old] != [line.text.replace("\n", "") for line in new if line.text]:
            return tracked(old, new, report.head)
    return None


def remembered(target: Path) -> OwnPart | None:
    """Return what the last draft under a name remembers of itself; None where there is none."""
    return next(_owns(target), None)


def _owns(target: Path) -> Iterator[OwnPart]:
    """Yield what the drafts under a name remember, the last one first."""
    for turn in range(LATEST, 0, -1):
        if own := _own(draft_name(target, turn)):
            yield own


def _own(path: Path) -> OwnPart | None:
    opened, _ = read_edited(path) if is_file(path) else (None, [])
    return opened.own if opened else None


def _printed(own: OwnPart, new: tuple[Printed, ...]) -> tuple[Printed, ...]:
    """Return the paragraphs of an earlier draft; what closes it stands where the new one's stands."""
    right = {line.style: line.right for line in new}
    return tuple(Printed(block.style, block.number + block.text, right.get(block.style)) for block in own.blocks if block.text)


def write_comparison(data: bytes, draft: Path) -> tuple[Path | None, list[Finding]]:
    """Write a comparison beside the draft that it explains."""
    return write_new_or_own(draft.with_name(f"{draft.stem}{TAIL}"), data, lambda _: None)
