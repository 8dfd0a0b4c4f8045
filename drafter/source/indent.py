"""Indentation: one kind of blank a block is made into spaces, several kinds are shown and refused."""

from __future__ import annotations

import re

from drafter.finding import Finding, Place
from drafter.source.lines import ODD, Line
from drafter.source.rules import error

_WIDTH = {" ": 1, "\t": 2, "\u3000": 2, "\xa0": 1}
_NAME = {" ": "空格", "\t": "Tab 键", "\u3000": "全角空格", "\xa0": "不换行空格"}
# All of these are in GBK, so that every console can print them.
_VISIBLE = str.maketrans({"\t": "→", "\u3000": "·", "\xa0": "°"})
_HEADER = re.compile(r"[:：\-－—–\s][|>](?:[+-]?[1-9]?|[1-9][+-])\s*(?:\s#.*)?$")
_MARK = "-－—–‐−﹣"


def blocks(lines: list[Line]) -> list[list[Line]]:
    """Return the lines from one top-level key to the next; a list on top counts by its items."""
    found: list[list[Line]] = [[]]
    keyed = False
    for line in lines:
        text = line.text
        if text and line.body == 0 and text[0] not in "#]}":
            item = text[0] in _MARK
            if not item or not keyed:
                found.append([])
            keyed = keyed or not item
        found[-1].append(line)
    return found


def straighten(lines: list[Line], file: str) -> list[Finding]:
    """Turn odd indents into spaces; blocks of mixed kinds are taken out and reported."""
    found: list[Finding] = []
    for block in blocks(lines):
        indents = _indents(block)
        kinds = {mark for line, width in indents for mark in line.text[:width]}
        if len(kinds) > 1:
            found.append(_mixed(block, indents, file))
            for line in block:
                line.drop()
                line.body = len(line.text)
        elif kinds and kinds != {" "}:
            for line, width in indents:
                _convert(line, width)
        for line in block:
            _comment(line)
    return found


def _indents(block: list[Line]) -> list[tuple[Line, int]]:
    """Return the lines whose indent means something, and how many blanks of each do."""
    found: list[tuple[Line, int]] = []
    parent: str | None = None
    base = 0
    for line in block:
        lead = line.text[: line.body]
        if line.body == len(line.text):
            continue
        if parent is not None and lead.startswith(parent) and len(lead) > len(parent):
            # Inside a | or > text only the indent of its first line is structure; the rest is words.
            base = base or len(lead) - len(lead.lstrip(lead[0]))
            found.append((line, min(base, line.body)))
            continue
        parent, base = (lead, 0) if _HEADER.search(line.text) else (None, 0)
        if line.text[line.body] != "#" and line.body:
            found.append((line, line.body))
    return found


def _convert(line: Line, width: int) -> None:
    lead = line.text[:width]
    spaces = sum(_WIDTH[mark] for mark in lead)
    line.indent = spaces
    line.edit(0, width, " " * spaces, "Y012" if "\t" in lead else "Y013")


def _comment(line: Line) -> None:
    """Blank lines and comments never break for their blanks."""
    if line.edits or not ODD.search(line.text[: line.body]):
        return
    if line.body == len(line.text):
        line.edit(0, line.body, "")
    elif line.text[line.body] == "#":
        line.edit(0, line.body, " " * line.body)


def _mixed(block: list[Line], indents: list[tuple[Line, int]], file: str) -> Finding:
    first = indents[0][0].text[0]
    line = next(line for line, width in indents if line.text[:width].strip(first))
    names = "、".join(_NAME[mark] for mark in dict.fromkeys(m for line, width in indents for m in line.text[:width]))
    head = block[0]
    message = (
        f"第 {head.number + 1} 行到第 {block[-1].number + 1} 行这一段，缩进混用了{names}，分不清层次"
        "（→ 是 Tab 键，· 是全角空格，° 是不换行空格）"
    )
    steps = len(line.text[: line.body].expandtabs(2).replace("\u3000", "  "))
    shown = line.text[: line.body].translate(_VISIBLE) + line.text[line.body :]
    place = Place(file, line.number + 1)
    return error("Y020", message, place, " " * steps + line.text[line.body :], shown, (Place(file, head.number + 1),))
