"""Characters that no report may hold."""

from __future__ import annotations

import re

from drafter.finding import Finding, Place
from drafter.source.rules import error

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff\ufeff\ufffe\uffff]"
)
"""What XML forbids, control marks, lone surrogates, marks that turn the reading direction, private marks.

A byte order mark inside a text is one too: it comes from files put one behind the other, and only one of the
parsers sees it.
"""

LIMIT = 50
"""How many bad characters of one file are named one by one."""


def name(mark: str) -> str:
    """Return how a message names a bad character."""
    code = ord(mark)
    kind = "控制字符"
    if 0xE000 <= code <= 0xF8FF:
        kind = "只在本机字体里有的自造字"
    elif 0xD800 <= code <= 0xDFFF:
        kind = "不成对的半个字符"
    elif mark in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        kind = "看不见的改变文字方向的字符"
    elif mark == "\ufeff":
        kind = "看不见的文件头标记"
    elif mark in "\x85\u2028\u2029":
        kind = "看不见的换行符"
    return f"{kind}（U+{code:04X}）"


def characters(text: str, file: str) -> tuple[str, list[Finding]]:
    """Return a text in which bad characters are blanks of the same length, and name each of them."""
    if FORBIDDEN.search(text) is None:
        return text, []
    found: list[Finding] = []
    for number, line in enumerate(text.split("\n"), 1):
        for match in FORBIDDEN.finditer(line):
            if len(found) == LIMIT:
                break
            found.append(_bad(match, line, Place(file, number, match.start() + 1)))
    return FORBIDDEN.sub(" ", text), found


def _bad(match: re.Match[str], line: str, place: Place) -> Finding:
    message = f"这里有{name(match.group())}，印不出来，请删去或改成通用的字"
    return error("Y006", message, place, FORBIDDEN.sub("", line).strip(), FORBIDDEN.sub("□", line))
