"""A draft edited at random, reconciled and drafted again: what went in must come out."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path
from typing import Any, NamedTuple

from drafter.compare.base import BaseFigure, BaseLine
from drafter.finding import Finding
from drafter.pipeline.base import of_report
from drafter.pipeline.draft import Draft, draft
from drafter.pipeline.keep import keep
from drafter.pipeline.reconcile import Reconciled, reconcile
from drafter.pipeline.setup import Setup, load_setup
from drafter.report import plain
from drafter.words import headed
from drafter.write.docx import docx
from drafter.write.plan import plan
from tests.support import word_edits as word

FIVE = ("桃溪镇-2024", "瓦屋镇-2023", "蒲台乡-2020", "阳城镇-2025", "黄金镇-2025")
NEW_WORDS = ("并逐项抓好落实", "，做到有部署有检查", "坚持常态长效", "（含村级）")
NEW_LINE = "同时，按照上级统一安排，把法治建设各项任务细化到岗位、落实到个人，定期开展自查。"
NUMBER = re.compile(r"\d[\d.]*")


class Case(NamedTuple):
    """A profile in a folder of its own, its draft, and what was done to the draft."""

    profile: Path
    made: Draft
    data: bytes


class Outcome(NamedTuple):
    """What came of one round trip."""

    found: Reconciled
    again: Draft
    findings: list[Finding]


_SETUP: list[Setup] = []


def setup() -> Setup:
    if not _SETUP:
        found, _ = load_setup(Path.cwd())
        assert found is not None
        _SETUP.append(found)
    return _SETUP[0]


def case(name: str, folder: Path) -> Case:
    """Copy a profile and draft it."""
    target = folder / f"{name}.yaml"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(Path("profiles") / f"{name}.yaml", target)
    if not (folder / "提纲").exists():
        shutil.copytree("profiles/提纲", folder / "提纲")
    made, findings = draft(target, setup())
    assert made is not None, findings
    return Case(target, made, docx(made.report))


def body(root: Any) -> list[Any]:
    """Return the paragraphs of running text."""
    return [found for found in word.paragraphs(root) if word.style_of(found) == "BodyText"]


def inside(text: str, luck: random.Random) -> tuple[int, int]:
    """Return a stretch of some characters that no digit touches."""
    for _ in range(200):
        start = luck.randrange(0, max(1, len(text) - 8))
        end = start + luck.randrange(2, 7)
        if end < len(text) and not re.search(r"[\d。；！？]", text[max(0, start - 1):end + 2]):
            return start, end
    return 0, 0


def figure_spots(case_: Case) -> list[tuple[BaseLine, BaseFigure]]:
    """Return the numbers of the body that a person may change, with their lines."""
    return [(line, figure) for line in of_report(case_.made.report) for figure in line.figures
            if not (line.title or line.closing or line.level or figure.blank) and figure.at != ("期间",)]


def other_number(text: str, luck: random.Random) -> str:
    """Return a figure with another number."""
    number = NUMBER.search(text)
    assert number is not None
    return text.replace(number[0], str(int(float(number[0])) + luck.randrange(3, 40)), 1)


def change_figure(root: Any, spot: tuple[BaseLine, BaseFigure], new: str, author: str = "") -> None:
    """Change one number where it stands."""
    line, figure = spot
    paragraph = next(found for found in word.paragraphs(root) if word.text_of(found) == line.shown)
    word.splice(paragraph, figure.start, figure.end, new, author)


def lines_of(made: Draft) -> list[str]:
    """Return the lines of a draft without the numbers of headings."""
    return [plain(tuple(mark.run for mark in line.marks)).replace("\n", "") for line in plan(made.report) if line.id]


def lines_in(found: Reconciled, copy: int = 0) -> list[str]:
    """Return the lines of an edited copy without the numbers of headings."""
    return [headed(line.text)[2] for line in found.copies[copy][0].edited.lines]


def go(case_: Case, files: list[bytes], original: bool = False) -> Outcome:
    """Reconcile, write all of it into the profile, and draft again."""
    paths = []
    for number, data in enumerate(files):
        path = case_.profile.with_name(f"改{number}.docx")
        path.write_bytes(data)
        paths.append(path)
    found, findings = reconcile(paths, case_.profile, setup(), original)
    assert found is not None, findings
    changes = found.changes()
    if changes:
        kept = keep(case_.profile, changes)
        assert kept.files, kept.findings
    again, findings = draft(case_.profile, setup())
    assert again is not None, findings
    return Outcome(found, again, findings)


def returned(found: Reconciled) -> set[tuple[tuple[str | int, ...], str, str]]:
    """Return the figures that came back: address, old, new."""
    return {(one.figure.figure.at, one.figure.figure.text, one.now) for one in found.figures}
