"""Sentences and clauses of a past report, cut at marks outside quotes and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.past import Clause, Line, Past

HELD = re.compile("《[^《》。]{1,60}》|（[^（）。]{1,120}）|“[^“”。]{1,60}”|‘[^‘’。]{1,60}’")
"""Stretches that are not cut; one that is never closed, or runs past a full stop, is not held."""
CUT = re.compile("[，；。：！？]+")
ORDINAL = re.compile(
    r"(?:第?[一二三四五六七八九十]+是要?|\d{1,2}[.、](?!\d)|（[一二三四五六七八九十\d]{1,3}）|[①-⑳]|第[一二三四五六七八九十](?=，))[，、：]?"
)
SENTENCE = re.compile("[。！？]")


def clauses(past: Past) -> tuple[Clause, ...]:
    """Return the clauses of every line of a report, headings too."""
    return tuple(clause for index, line in enumerate(past.lines) for clause in clauses_of(line, index))


def clauses_of(line: Line, index: int) -> Iterator[Clause]:
    """Yield the clauses of one line, ``index`` being which of the report it is."""
    sentence = 0
    for start, end, mark in cut(line.text):
        begin = start + len(match[0]) if (match := ORDINAL.match(line.text[start:end])) else start
        if begin < end:
            yield Clause(line.text[begin:end], begin, index, sentence)
        if SENTENCE.search(mark):
            sentence += 1


def cut(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each clause of a text begins and ends, and the marks behind it."""
    masked = HELD.sub(lambda held: "□" * len(held[0]), text)
    begin = 0
    for mark in CUT.finditer(masked):
        if mark.start() > begin:
            yield begin, mark.start(), mark[0]
        begin = mark.end()
    if begin < len(text):
        yield begin, len(text), ""
