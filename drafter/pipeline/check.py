"""The story of a check: a profile, a Word file or a text, and what the rules say of it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from drafter.check import Paper, run
from drafter.check.last import Last
from drafter.check.plain import read_lines
from drafter.finding import Finding, Place, Severity
from drafter.kind import Kind
from drafter.pipeline.draft import draft
from drafter.pipeline.parts import PROFILES, read_files
from drafter.pipeline.past import last_of_report, read_report
from drafter.pipeline.setup import Setup
from drafter.profile.period import assumed_day, read_day
from drafter.read import read_docx
from drafter.source import read_text

TITLE = re.compile(r"((?:19|20)\d{2})\s*年度?[^\n。，,：:]{0,12}法治政府建设")
YEAR = re.compile(r"((?:19|20)\d{2})\s*年")
DOUBT = re.compile(r"^\s*[^#\s].*# *请核")
SHOWN = 10
"""Lines to be looked at that are named."""
BEHIND = re.compile(r"^\s*(?:附件\s*(?:\d*\s*$|[:：])|抄送\s*[:：])", re.MULTILINE)
"""Where a formal copy ends as a report: attachments and 版记 have numbers of their own."""


def check(path: Path, setup: Setup) -> list[Finding]:
    """Return what there is to say about a profile or a report."""
    if path.suffix.lower() in PROFILES:
        return [*draft(path, setup)[1], *_doubted(path)]
    if path.suffix.lower() not in (".docx", ".txt"):
        return [Finding("R002", Severity.ERROR, f"不认识这种文件：{path.name}", Place(str(path), 1), "可以校核 .yaml 资料、.docx 初稿和 .txt 文本")]
    text, findings = read_docx(path) if path.suffix.lower() == ".docx" else read_text(path, str(path))
    if text is None:
        return findings
    given = paper(text, str(path), setup.kind)
    return [*findings, *run(replace(given, last=_last(given, setup)))]


def _doubted(path: Path) -> Iterator[Finding]:
    """Yield how many lines of a profile still ask to be looked at: an import or a new year left them."""
    sources, _ = read_files(path)
    for source in sources.files.values() if sources else ():
        numbers = [number for number, line in enumerate(source.text.split("\n"), start=1) if DOUBT.match(line)]
        if numbers:
            shown = "、".join(map(str, numbers[:SHOWN])) + ("……" if len(numbers) > SHOWN else "")
            yield Finding("P025", Severity.WARN, f"还有{len(numbers)}行注明“请核”，没有看过：第{shown}行", Place(source.file, numbers[0]),
                          "看过、改好的，把这一行的“# 请核……”删掉")


def _last(given: Paper, setup: Setup) -> Last | None:
    """Return last year's report of the unit that the title names, where it lies among the past reports."""
    title = given.lines[0].text if given.lines else ""
    named = [report for report in setup.library.shelf.reports if report.year == given.year - 1 and report.unit and report.unit in title]
    if not named:
        return None
    file = max(named, key=lambda report: len(report.unit)).file
    past = read_report(setup.seeds / "reports" / file, setup.kind)
    return last_of_report(past, Path(file), setup.kind) if past else None


def paper(text: str, name: str, kind: Kind) -> Paper:
    """Return a report that is only text: its year is that of its title, its day that of its last line with nothing but a date."""
    day = next((day for line in reversed(text.splitlines()) if (day := read_day(line.strip()))), None)
    behind = BEHIND.search(text)
    lines = read_lines(text[:behind.start()] if behind else text)
    match = TITLE.search(text[:2000]) or YEAR.search(text[:2000])
    year = int(match[1]) if match else 0
    return Paper(name, lines, kind, year, day or (assumed_day(kind.assumed["全年"], year) if year else datetime.date.max))
