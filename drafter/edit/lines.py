"""The lines of a profile as typed: where a value ends, how far a block reaches, what is put where."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.finding import Address
from drafter.source import Source
from drafter.source.lines import BLANKS, QUOTED

COMMENT = re.compile("(?<![^ \t\u3000\xa0])#.*$")
COLON = re.compile("[ \t\u3000\xa0]*[:：]")


class Value(NamedTuple):
    """Where the value of a line stands: from ``start`` to ``end``; what follows is blanks and a remark."""

    start: int
    end: int


def value_on(line: str, start: int) -> Value:
    """Return the value that begins at a column of a line."""
    quoted = QUOTED.match(line, start)
    if quoted and (not line[quoted.end():].strip(BLANKS) or COMMENT.match(line[quoted.end():].lstrip(BLANKS))):
        return Value(start, quoted.end())
    comment = COMMENT.search(line, start)
    end = len(line[:comment.start() if comment else len(line)].rstrip(BLANKS))
    return Value(start, max(end, start))


def behind_key(line: str, column: int, key: str) -> int | None:
    """Return the column behind the colon of a key that begins at a column; None where there is none."""
    quote = QUOTED.match(line, column)
    at = quote.end() if quote else column + len(key) if line.startswith(key, column) else None
    colon = COLON.match(line, at) if at is not None else None
    return colon.end() if colon else None


def replaced(line: str, value: Value, words: str, remark: str = "") -> str:
    """Return a line with another value; its remark keeps its column where there is room."""
    before, after = line[:value.start], line[value.end:]
    gap = " " if words and before.endswith((":", "-")) else ""
    note = after.strip(BLANKS)
    if remark and remark not in note:
        note = f"{note}；{remark}" if note else f"# {remark}"
    if not note:
        return f"{before}{gap}{words}".rstrip(BLANKS)
    room = wide(line) - wide(after.strip(BLANKS)) if after.strip(BLANKS) else 0
    made = f"{before}{gap}{words}"
    return made + " " * max(2, room - wide(made)) + note


def wide(text: str) -> int:
    """Return the columns that a text takes where a hanzi takes two."""
    return sum(1 if letter.isascii() else 2 for letter in text)


def indent(line: str) -> int:
    """Return how many blanks a line begins with."""
    return len(line) - len(line.lstrip(BLANKS))


def silent(line: str) -> bool:
    """Tell whether a line says nothing to the reader of the file: it is empty or a remark."""
    return not line.strip(BLANKS) or line.lstrip(BLANKS).startswith("#")


def reach(lines: list[str], at: int, column: int) -> int:
    """Return the line behind the last one that belongs to the key standing on line ``at`` in ``column``; lines count from 0."""
    end = at + 1
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if silent(line):
            continue
        depth = indent(line)
        if depth < column or (depth == column and line[depth] not in "-－—–"):
            break
        end = number + 1
    return end


def first_key(source: Source, at: Address) -> int | None:
    """Return the column (from 0) of the keys of a mapping; None where it has none."""
    columns = [place.column - 1 for known, place in source.keys.items() if len(known) == len(at) + 1 and known[:len(at)] == at]
    return columns[0] if columns else None
