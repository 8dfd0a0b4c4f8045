"""Findings as a terminal shows them: the fact, the line with a caret, the hint."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator

from drafter.finding import DRAFT, Finding, Place

FIRST = 20
MANY = 4
"""Places in one file that share a line from this number on."""
WEIGHT = {"错误": 0, "必看": 1, "提醒": 2, "说明": 3}


def printed(findings: Iterable[Finding], first: int = FIRST) -> list[str]:
    """Return the lines for some findings: the heaviest first where there are more than fit, then in order of place."""
    given = list(findings)
    shown = sorted(given, key=lambda finding: WEIGHT[finding.severity.value])[:first]
    shown.sort(key=_order)
    lines = [line for finding in shown for line in lines_of(finding)]
    if len(given) > len(shown):
        lines.append(f"……还有{len(given) - len(shown)}条，修改后再看；全部内容用 --json 或看校核文件")
    return lines


def _order(finding: Finding) -> tuple[str, int, int]:
    """Return where a finding comes among others: by file and line, those without a place last."""
    place = finding.place
    return (place.file, place.line, place.column) if place else ("\uffff", 0, 0)


def lines_of(finding: Finding) -> list[str]:
    """Return the lines for one finding."""
    place = finding.place
    where = f"{clean(place.file)}:{place.line}:{place.column} " if place else ""
    if place and place.file == DRAFT:
        where = f"{DRAFT}第{place.line}段 "
    lines = [f"{where}{finding.severity.value} {finding.rule} {clean(finding.message)}"]
    if place and finding.excerpt.strip():
        lines += excerpt(clean(finding.excerpt), place.line, place.column)
    lines += [f"  另见：{clean(file)}{where}" for file, where in _elsewhere(finding.also)]
    if finding.hint:
        first, *rest = finding.hint.split("\n")
        lines += [f"  提示：{clean(first)}", *(f"{' ' * width('  提示：')}{clean(line)}" for line in rest)]
    return lines


def _elsewhere(places: Iterable[Place]) -> Iterator[tuple[str, str]]:
    """Yield further places: a few one by one, many of one file as the numbers of their lines."""
    by_file: dict[str, list[Place]] = {}
    for place in places:
        by_file.setdefault(place.file, []).append(place)
    for file, found in by_file.items():
        if len(found) < MANY:
            yield from ((file, f":{place.line}:{place.column}") for place in found)
        else:
            yield file, f" 第{'、'.join(dict.fromkeys(str(place.line) for place in found))}行"


def excerpt(line: str, number: int, column: int, most: int = 72) -> list[str]:
    """Return a line with its number and a caret under a column; a long line is cut round the column."""
    start = max(0, column - 1 - most // 2) if len(line) > most else 0
    cut = line[start:start + most]
    gutter = f"{number:>5} | "
    before = width(cut[:max(0, column - 1 - start)])
    return [gutter + cut, " " * (len(gutter) - 2) + "| " + " " * before + "^"]


def width(text: str) -> int:
    """Return how many columns of a terminal some text takes: hanzi take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WFA" else 1 for letter in text)


def clean(text: str) -> str:
    """Return text without control characters, so that no file can steer the terminal; blanks are kept."""
    return "".join(" " if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp", "Cs", "Co") else letter for letter in text)


def as_json(findings: Iterable[Finding]) -> str:
    """Return findings as JSON, one object each."""
    return json.dumps([
        {"文件": finding.place.file if finding.place else "", "行": finding.place.line if finding.place else 0,
         "列": finding.place.column if finding.place else 0, "级别": finding.severity.value, "编号": finding.rule,
         "内容": finding.message, "提示": finding.hint,
         "另见": [f"{other.file}:{other.line}" for other in finding.also]}
        for finding in findings
    ], ensure_ascii=False, indent=1)
