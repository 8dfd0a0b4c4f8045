"""An entry of the phrase library, as it is written to a file and read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from drafter.finding import Finding, Place, Severity
from drafter.phrases.shelf import PastYear
from drafter.source import Data, Source, read

FIGURE, WAY, CLAUSE, OPENER, CLOSER, HEADING, BLOCK = "数据", "句型", "整句", "起首", "收尾", "标题", "词块"
KINDS = (FIGURE, WAY, CLAUSE, OPENER, CLOSER, HEADING, BLOCK)
DRAFTED = (FIGURE, WAY, CLAUSE)
"""The kinds of phrases that drafting uses; the others are for people."""
USED, OFFERED, REFUSED, RETIRED = "采用", "候选", "不用", "停用"
STATES = (USED, OFFERED, REFUSED, RETIRED)
ROLES = ("开头", "成效", "不足", "第一责任人", "安排")
"""The parts of a report that a phrase is from."""
REPORTS, PHRASES = "往年报告", "措辞"
QUOTE = "'"
MALFORMED = "K007"
"""The rule that files of the library are as the program wrote them."""


class Seen(NamedTuple):
    """Where a phrase was seen."""

    report: int
    """Which of the past reports of the library, counted from 0."""
    path: str
    """The numbers of the headings it stands under."""
    start: int
    """Offsets in the words of the file."""
    end: int


class Entry(NamedTuple):
    """A phrase with its origin, its support and its state."""

    id: str
    kind: str
    text: str
    """With slots: {数} the figure, {党委} and the like by level, {甲} {乙} of a construction."""
    about: str = ""
    """The indicator of a figure phrase, the construction of a way."""
    role: str = ""
    topic: str = ""
    lack: bool = False
    plan: bool = False
    towns: int = 0
    years: int = 0
    score: float = 0.0
    state: str = USED
    variants: tuple[str, ...] = ()
    like: tuple[str, ...] = ()
    seen: tuple[Seen, ...] = ()
    parent: str = ""
    """The phrase that a person changed into this one."""
    @property
    def single(self) -> bool:
        """Tell whether one town alone was seen to say it."""
        return self.towns < 2


class Book(NamedTuple):
    """A file of the library: the past reports, and the phrases."""

    reports: tuple[PastYear, ...] = ()
    entries: tuple[Entry, ...] = ()


def read_book(path: Path) -> tuple[Book, list[Finding]]:
    """Read a file of the library; one that is not there is empty, and nothing is wrong."""
    if not path.exists():
        return Book(), []
    source, findings = read(path, f"{path.parent.name}/{path.name}")
    if source is None or findings:
        return Book(), [finding._replace(severity=Severity.WARN) for finding in findings]
    data = source.data if isinstance(source.data, dict) else {}
    reports = tuple(PastYear(_text(entry, "文件"), _text(entry, "单位"), _number(entry, "年份"), _text(entry, "校验"))
                    for entry in _entries(data.get(REPORTS)))
    entries = []
    for index, given in enumerate(_entries(data.get(PHRASES))):
        made = _entry(given, reports)
        if made is None:
            findings.append(malformed(source, (PHRASES, index)))
        else:
            entries.append(made)
    return Book(reports, tuple(entries)), findings


def _entries(data: Data | None) -> list[Mapping[str, Data]]:
    """Return the mappings of a list."""
    return [entry for entry in data if isinstance(entry, dict)] if isinstance(data, list) else []


def _text(entry: Mapping[str, Data], key: str) -> str:
    return str(entry.get(key, ""))


def _number(entry: Mapping[str, Data], key: str) -> int:
    typed = _text(entry, key)
    return int(typed) if typed.isdecimal() and len(typed) < 10 else 0


def _list(entry: Mapping[str, Data], key: str) -> tuple[str, ...]:
    found = entry.get(key, [])
    return tuple(map(str, found)) if isinstance(found, list) else ()


def _entry(given: Mapping[str, Data], reports: tuple[PastYear, ...]) -> Entry | None:
    """Return the entry that a mapping gives; None where something it needs is missing."""
    name, kind, text, about = (_text(given, key) for key in ("编号", "类", "句式", "属于"))
    if not name or not text or (kind in (FIGURE, WAY) and not about):
        return None
    seen = tuple(place for line in _list(given, "来源") if (place := _seen(line, len(reports))))
    score = _text(given, "分").replace(".", "", 1)
    return Entry(name, kind, text, about, _text(given, "部分"), _text(given, "主题"), _text(given, "说不足") == "是", _text(given, "说打算") == "是",
                 _number(given, "镇数"), _number(given, "年数"), float(_text(given, "分")) if score.isdecimal() else 0.0,
                 _text(given, "状态") or USED, _list(given, "又说"), _list(given, "相近"), seen, _text(given, "改自"))


def _seen(line: str, among: int) -> Seen | None:
    """Return the place that a line like  3 一、（二） 812-830  gives."""
    report, path, span = ([*line.split(" "), "", ""])[:3]
    start, _, end = span.partition("-")
    if not (report.isdecimal() and 0 < int(report[:6]) <= among and start.isdecimal() and end.isdecimal()):
        return None
    return Seen(int(report) - 1, path, int(start[:9]), int(end[:9]))


def malformed(source: Source | None, at: tuple[str | int, ...]) -> Finding:
    """Return the finding that an entry is not as the program wrote it."""
    place = source.place(at) if source else Place("phrases.yaml", 1)
    return Finding(MALFORMED, Severity.WARN, "措辞库里这一条读不出来，没有用", place, "用  drafter mine  重新整理一遍，不要手工改这个文件")


def write_book(book: Book, head: str) -> bytes:
    """Return a file of the library; ``head`` are its first lines, as comments."""
    lines = [*(f"# {line}" for line in head.split("\n")), "格式: 1"]
    lines += [f"{REPORTS}:", *(line for report in book.reports for line in _report_lines(report))] if book.reports else []
    lines += [f"{PHRASES}:", *(line for entry in book.entries for line in _entry_lines(entry))] if book.entries else []
    return ("\n".join(lines) + "\n").encode("utf-8")


def _report_lines(report: PastYear) -> Iterable[str]:
    return (f"- 文件: {_quoted(report.file)}", f"  单位: {_quoted(report.unit)}", f"  年份: {report.year}", f"  校验: {_quoted(report.sha256)}")


def _entry_lines(entry: Entry) -> Iterable[str]:
    """Yield the lines of an entry; what is empty is left out."""
    yield f"- 编号: {_quoted(entry.id)}"
    pairs = {"类": entry.kind, "句式": entry.text, "属于": entry.about, "部分": entry.role, "主题": entry.topic,
             "说不足": "是" if entry.lack else "", "说打算": "是" if entry.plan else "", "镇数": str(entry.towns or ""),
             "年数": str(entry.years or ""), "分": str(entry.score or ""), "状态": "" if entry.state == USED else entry.state,
             "改自": entry.parent}
    yield from (f"  {key}: {_quoted(value)}" for key, value in pairs.items() if value)
    seen = tuple(f"{place.report + 1} {place.path} {place.start}-{place.end}" for place in entry.seen)
    for key, listed in (("又说", entry.variants), ("相近", entry.like), ("来源", seen)):
        if listed:
            yield f"  {key}:"
            yield from (f"  - {_quoted(value)}" for value in listed)


def _quoted(text: str) -> str:
    """Return a text as YAML reads it again, whatever it holds."""
    return text if text.isdecimal() else QUOTE + text.replace(QUOTE, QUOTE * 2) + QUOTE
