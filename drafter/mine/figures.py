"""The figures that a past report gives: value, unit, what they count, plan or fact, and the indicator they fill."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from drafter.kind import Kind
from drafter.mine.around import Around, around
from drafter.mine.clauses import clauses_of
from drafter.mine.counted import Label, label, spoken_of
from drafter.mine.doubt import another_thing, is_change, is_doubtful
from drafter.mine.indicator import NOTHING, Book, Found, Said, book, find
from drafter.mine.numbers import Number, numbers
from drafter.mine.words import words
from drafter.past import Clause, Line, Past, Reported

REMEMBERED = 60
"""Characters before a clause that say what it goes on about."""
PLANNED = "安排"
LAW = re.compile("《[^《》]*》")


def figures(past: Past, kind: Kind) -> tuple[Reported, ...]:
    """Return the figures of a report in order."""
    known = book(kind.folder, kind.catalogue())
    following = str(past.year + 1) if past.year else ""
    made: list[Reported] = []
    heading = ""
    for index, line in enumerate(past.lines):
        heading = line.text if line.level else heading
        found = numbers(line.text, kind.folder)
        if found:
            made += _of_line(line, index, found, heading, following, kind.folder, known)
    return tuple(made)


def _of_line(line: Line, index: int, found: Sequence[Number], heading: str, following: str, folder: Path,
             known: Book) -> Iterator[Reported]:
    """Yield the figures of one line."""
    cut = list(clauses_of(line, index))
    starts = [clause.start for clause in cut]
    held: dict[int, list[Number]] = {}
    for number in found:
        held.setdefault(max(0, bisect_right(starts, number.start) - 1), []).append(number)
    spoken, whole, last = "", "", ""
    for place, clause in enumerate(cut):
        if place not in held:
            spoken = spoken_of(clause.text, folder) or spoken
            continue
        for one in around(line.text, clause, held[place]):
            counted = label(one, last if is_change(one, folder) else spoken, folder)
            part = one.subset or counted.borrowed
            filled = _indicator(one, _said(one, counted, line, cut, place, heading, folder), whole if part else "", folder, known)
            yield _reported(one, counted.text, line, filled, following, folder)
            spoken, last = counted.base or spoken, counted.text
            whole = whole if one.subset else filled.id


def _said(one: Around, counted: Label, line: Line, cut: Sequence[Clause], place: int, heading: str,
          folder: Path) -> Said:
    """Return the words by which the indicator of a figure is found; names of laws say nothing of what was done."""
    far = f"{one.before}|{one.after}"
    if place and counted.borrowed and not one.subset and not one.after:
        far = f"{cut[place - 1].text}|{far}"
    behind = cut[place + 1].text if place + 1 < len(cut) else ""
    before = line.text[max(0, one.number.start - REMEMBERED):one.number.start]
    around_it = f"{heading}|{before}|{one.after}"
    near, far, around_it, behind = (LAW.sub("《》", words) for words in (counted.near, far, around_it, behind))
    told = "" if another_thing(folder).search(one.after) else one.after
    return Said(near, told, far, around_it, behind, one.number.figure.unit, line.topic)


def _indicator(one: Around, said: Said, whole: str, folder: Path, known: Book) -> Found:
    """Return the indicator of a figure; a change has none, and a part does not fill the indicator of the whole."""
    if is_change(one, folder):
        return NOTHING
    found = find(said, known)
    unsure = (whole and found.id == whole) or is_doubtful(one, folder)
    return Found("", (found.id,)) if found.id and unsure else found


def _reported(one: Around, what: str, line: Line, known: Found, following: str, folder: Path) -> Reported:
    clause, number = one.clause, one.number
    return Reported(number.figure, what, clause, number.start, number.end, _is_plan(line, clause, following, folder), known.id, known.maybe)


def _is_plan(line: Line, clause: Clause, following: str, folder: Path) -> bool:
    """Tell whether a clause speaks of what is to be done."""
    if line.role == PLANNED:
        return True
    return bool(_planned(folder).search(clause.text)) or bool(following and following + "年" in clause.text)


@lru_cache(maxsize=4)
def _planned(folder: Path) -> re.Pattern[str]:
    """Return the pattern of words that announce a plan."""
    return re.compile("|".join(words(folder).get("打算", ())) or r"(?!)")
