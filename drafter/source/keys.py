"""Where a key ends: at a colon, full-width or half-width, with a blank behind it or without."""

from __future__ import annotations

import re

from drafter.source.lines import BLANKS, ODD, QUOTED, Line

_SEPARATOR = re.compile("[:：]|[ \t\u3000\xa0]#")
_SENTENCE = re.compile("[，。；！？,;]")
_LONGEST = 30
_COLON = re.compile(" *: *")
_SPECIAL = "\"'[]{}&*!|>%@`,"

OPENERS = frozenset({"做法", "名称", "问题", "主题", "打算", "文字", "编号", "日期"})
"""Keys that open a list item in our files; there ``- 名称：甲`` is an item of several parts, not a sentence."""


def find(line: Line, start: int, begin: int, opens: bool | None) -> tuple[int, int] | None:
    """Return where the key that begins at ``start`` ends and its colon stands, looking from ``begin`` on.

    ``opens`` is None outside a list; in a list item it tells whether a sloppy colon makes a key.
    """
    text = line.text
    for match in _SEPARATOR.finditer(text, begin):
        at = match.start()
        if text[at] not in ":：":
            return None
        end = len(text[:at].rstrip(BLANKS))
        if end <= start:
            return None
        following = text[at + 1 : at + 2]
        if text[at] == ":" and (not following or following in BLANKS):
            return end, at
        clock = text[at - 1].isdigit() and following.isdigit()
        if opens is not False and not clock and following != "/" and plausible(text[start:end]):
            return end, at
    return None


def plausible(key: str) -> bool:
    """Tell a key from a sentence that happens to hold a colon."""
    return len(key) <= _LONGEST and not _SENTENCE.search(key)


def mend(line: Line, start: int, end: int, colon: int) -> int:
    """Mend the colon after a key, and return where the value begins."""
    text = line.text
    value = line.after(colon + 1)
    between = text[end:value]
    if not _COLON.fullmatch(between) or (between[-1] == ":" and value < len(text)):
        line.edit(end, value, ": " if value < len(text) else ":", _cause(between, text[colon]))
    key = text[start:end]
    if key[0] in _SPECIAL and not QUOTED.fullmatch(key) and not _decorated(key):
        line.edit(start, end, "'" + key.replace("'", "''") + "'", "Y016")
    return value


def _cause(between: str, colon: str) -> str:
    if colon == "：":
        return "Y010"
    if ODD.search(between):
        return "Y012" if "\t" in between else "Y013"
    return "Y011"


def _decorated(key: str) -> bool:
    """Leave anchors, aliases and tags on keys for the parser to name."""
    return re.match(r"[&*][\w\-]+(?:\s|$)|![!<A-Za-z]", key, re.ASCII) is not None
