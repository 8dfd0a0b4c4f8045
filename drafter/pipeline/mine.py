"""The story of mining: past reports → corpus → the phrase library in seeds/."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from drafter.files import is_folder, write_own
from drafter.finding import Finding, Place, Severity
from drafter.kind import Kind
from drafter.mine.corpus import Corpus
from drafter.mine.library import Shelves, shelves
from drafter.mine.sections import OPENING
from drafter.mine.segment import warm
from drafter.mine.taken import Taken, take
from drafter.phrases.decision import read_decisions
from drafter.phrases.entry import Book, write_book
from drafter.phrases.library import SHELF as USED_FILE
from drafter.phrases.ways import Constructions
from drafter.pipeline.workers import all_read
from drafter.read.past import read_past

REPORTS = "reports"
OFFERED_FILE = "proposals.yaml"
PASSED = (".", "~$", "README", "说明")
"""Beginnings of names that are no past reports."""


class MinedLibrary(NamedTuple):
    """What mining made: the files of the library, and which past reports were not usable."""

    shelves: Shelves
    reports: int
    skipped: tuple[Finding, ...]
    notes: tuple[Finding, ...] = ()


def past_files(seeds: Path) -> list[Path]:
    """Return what lies in the folder of past reports, by name."""
    folder = seeds / REPORTS
    return sorted(file for file in folder.iterdir() if not file.name.startswith(PASSED)) if is_folder(folder) else []


class Read(NamedTuple):
    """What became of one file: what it has to give, or why nothing."""

    taken: Taken | None
    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()


class Reader:
    """Reads past reports one by one; a worker process has one of its own."""

    def __init__(self, kind: Kind, constructions: Constructions) -> None:
        self._kind, self._constructions = kind, constructions

    def read(self, number: int, path: Path) -> Read:
        """Read one file and take it apart."""
        original, findings = read_past(path, path.name)
        if original is None:
            return Read(None, tuple(findings))
        taken = take(original, number, self._kind, self._constructions)
        if not taken.report.unit and all(wording.role == OPENING for wording in taken.wordings):
            return Read(None, (*findings, Finding("R012", Severity.WARN, "不像法治政府建设年度报告，没有用：看不出单位，也没有各个部分",
                                                  Place(path.name, 1), "是报告就把第一行写成题目，补上各部分的标题；不是就移走")))
        return Read(taken, tuple(findings), original.notes)


def mine(seeds: Path, kind: Kind, constructions: Constructions, progress: Callable[[int, int], None]) -> MinedLibrary:
    """Mine all past reports of a folder; one that cannot be read never stops the others."""
    corpus = Corpus(kind)
    files = past_files(seeds)
    skipped: list[Finding] = []
    notes: list[Finding] = []
    seen: dict[str, str] = {}
    warming = warm(kind.folder) if files else None
    for number, (path, read) in enumerate(zip(files, all_read(files, Reader(kind, constructions).read), strict=True), start=1):
        progress(number, len(files))
        if read.taken is None:
            skipped += read.findings
            continue
        report = read.taken.report
        notes += [Finding("R009", Severity.NOTE, note, Place(path.name, 1)) for note in read.notes]
        if report.sha256 in seen:
            notes.append(Finding("R010", Severity.NOTE, f"和“{seen[report.sha256]}”是同一份，只用一份", Place(path.name, 1), "删去一份"))
            continue
        seen[report.sha256] = path.name
        corpus.add(read.taken)
        if not report.unit or not report.year:
            notes.append(Finding("R011", Severity.WARN, "看不出是哪个单位、哪一年的报告", Place(path.name, 1),
                                 "把第一行写成标题，例如  青石镇2024年法治政府建设年度报告"))
    if warming:
        warming.join()
    decisions, wrong = read_decisions(seeds)
    return MinedLibrary(shelves(corpus.frames(), corpus.reports, decisions), len(corpus.reports), tuple(skipped), (*notes, *wrong))


def save(seeds: Path, made: Shelves) -> list[Finding]:
    """Write the library; the answer is empty where that was done."""
    return write_own({
        seeds / OFFERED_FILE: write_book(made.offered, "整理往年报告时找到、起草时不用的措辞，供挑选：drafter phrases list --status 候选"),
        seeds / USED_FILE: write_book(_sorted(made.used), "措辞库：起草时从这里取。由 drafter mine 整理，请用 drafter phrases 管理，不要手工改。"),
    })


def _sorted(book: Book) -> Book:
    """Return a book in an order in which a person can read it: by kind, by what it is about, the best first."""
    return book._replace(entries=tuple(sorted(book.entries, key=lambda entry: (entry.kind, entry.about, -entry.score, entry.text))))
