"""数据台账: every figure that a draft prints, with where it came from and where it stands, for the leader who signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.compare.base import BaseFigure, BaseLine
from drafter.edit.listing_out import listing_book
from drafter.finding import Address, spell
from drafter.kind import Indicator, Kind
from drafter.pipeline.base import of_report
from drafter.pipeline.counted import Counted, counted
from drafter.pipeline.draft import Draft
from drafter.pipeline.reconcile import where
from drafter.profile import Entry, Profile
from drafter.words import sentences
from drafter.write.listing import listing

COLUMNS = (("序号", 6), ("数据", 10), ("统计什么", 17), ("资料里的出处", 23), ("谁提供", 10), ("印在哪一部分", 17), ("印在哪一句", 35))
SIZE = 21
"""五号, in half-points."""
IN_SENTENCE = "（句中的数）"
FOOT = "签字：　　　　　　　　　　　　日期：　　　　年　　月　　日"
BEFORE, BEHIND = 24, 16
"""Characters of a long sentence that are shown before and behind its figure."""
AROUND = re.compile("以上|以下|左右")
NAMES = "·+"
"""Beside these a number is part of a name: 12·4, 1+5."""
YEAR = re.compile("(?:19|20)[0-9]{2}")
BEHIND_YEAR = re.compile("年|[—-](?:19|20)[0-9]{2}年")


class Ledger(NamedTuple):
    """The two files of a ledger, and how many figures stand in it."""

    docx: bytes
    xlsx: bytes
    figures: int


def ledger(made: Draft) -> Ledger:
    """Return the ledger of a draft as a Word file and as a workbook."""
    rows = [[str(number), *row] for number, row in enumerate(listed(made), start=1)]
    profile = made.profile
    title = f"{profile.unit.text}{profile.period.text}数据台账"
    waiting = len(made.to_fill())
    still = f"还有{waiting}处待填，没有列入。" if waiting else ""
    lead = [f"初稿里印出的数据共{len(rows)}处，按印出的先后排列；同一个数印在几处，就列几行。{still}",
            "年份、日期，名称里的数字（如“12·4”），不列入。"]
    return Ledger(listing(title, lead, COLUMNS, rows, made.report.head, FOOT, SIZE), listing_book(title, lead, COLUMNS, rows, FOOT), len(rows))


def listed(made: Draft) -> Iterator[list[str]]:
    """Yield one row for each place where a figure is printed: value, what it counts and how it follows, source, provider, part, sentence."""
    lines = of_report(made.report)
    known = counted(made.profile)
    formulas = _formulas(made.profile)
    units = _units(made.setup.kind)
    for number, line in enumerate(lines):
        for figure in line.figures:
            if line.title or line.closing or figure.blank or not _is_amount(figure, line):
                continue
            what = known.get(figure.at, Counted())
            place = made.sources.place(figure.at)
            name = (what.name or IN_SENTENCE) + formulas.get(figure.at, "")
            source = f"{Path(place.file).name}:{place.line}\n{spell(figure.at)}"
            yield [_value(figure, line, units), name, source, what.provider, where(number, lines), _sentence(figure, line)]


def _is_amount(figure: BaseFigure, line: BaseLine) -> bool:
    """Tell whether it counts something: neither a year nor part of a name."""
    before, behind = line.text[:figure.start], line.text[figure.end:]
    if figure.whole:
        return bool(re.search(r"\d", figure.text))
    if before[-1:] in tuple(NAMES) or behind[:1] in tuple(NAMES):
        return False
    return not (YEAR.fullmatch(figure.text) and BEHIND_YEAR.match(behind))


def _value(figure: BaseFigure, line: BaseLine, units: Sequence[str]) -> str:
    """Return a figure as printed; a number in a sentence with the measure word behind it."""
    if figure.whole:
        return figure.text
    behind = line.text[figure.end:]
    unit = next((unit for unit in units if behind.startswith(unit)), "")
    around = AROUND.match(behind, len(unit))
    return figure.text + unit + (around[0] if around else "")


def _units(kind: Kind) -> list[str]:
    """Return the measure words of the kind, the longest first."""
    return sorted({unit for indicator in kind.indicators.values() for unit in indicator.units}, key=lambda unit: (-len(unit), unit))


def _sentence(figure: BaseFigure, line: BaseLine) -> str:
    """Return the sentence that a figure stands in; of a long one what is around the figure."""
    at = 0
    for words in sentences(line.text):
        if at + len(words) > figure.start:
            start, end = figure.start - at, figure.end - at
            low, high = max(0, start - BEFORE), min(len(words), end + BEHIND)
            return f"{'…' if low else ''}{words[low:high]}{'…' if high < len(words) else ''}"
        at += len(words)
    return line.text


def _formulas(profile: Profile) -> dict[Address, str]:
    """Return how each rate follows from its parts, where the profile has all of them."""
    entries: dict[str, list[Entry]] = {}
    for entry in profile.entries():
        entries.setdefault(entry.indicator.id, []).append(entry)
    made = {}
    for entry in profile.entries():
        parts, whole = _parts(entry.indicator, entries)
        if parts and whole:
            made[entry.amount.fact.at] = f"\n＝{parts} ÷ {whole}"
    return made


def _parts(indicator: Indicator, entries: dict[str, list[Entry]]) -> tuple[str, str]:
    """Return numerator and denominator in words; empty where a part is missing or has several values."""
    return _sum(indicator.numerator, entries), _sum(indicator.denominator, entries)


def _sum(names: tuple[str, ...], entries: dict[str, list[Entry]]) -> str:
    found = [entries.get(name, []) for name in names]
    if any(len({one.amount.fact.text for one in known}) != 1 or known[0].amount.figure is None for known in found):
        return ""
    words = "＋".join(f"{known[0].typed} {known[0].amount.fact.text}" for known in found)
    return f"（{words}）" if len(found) > 1 else words
