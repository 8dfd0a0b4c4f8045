"""Where one paragraph ends and the next begins, told by the words themselves."""

from __future__ import annotations

import re

from drafter.report import CHINESE

NUMBERED = re.compile(
    rf"[ \u3000]*(?:[{CHINESE}]{{1,3}}、|[（(][{CHINESE}]{{1,3}}[）)]|第[{CHINESE}]{{1,3}}[章节部条]|\d{{1,2}}[.．、](?!\d)|[（(]\d{{1,2}}[）)])"
)
ENDS = tuple("。！？；：!?;:")
CLOSING = "”’）)》】」』"
LONGEST_HEADING = 40


def is_numbered(text: str) -> bool:
    """Tell whether a line begins with the number of a heading."""
    return NUMBERED.match(text) is not None


def is_ended(text: str) -> bool:
    """Tell whether a line ends with a sentence."""
    return text.rstrip(CLOSING + " \u3000").endswith(ENDS)


def is_heading(text: str) -> bool:
    """Tell whether a line is a heading and nothing more."""
    return is_numbered(text) and len(text) <= LONGEST_HEADING and not is_ended(text)


def broken(text: str) -> str:
    """Resolve line breaks (U+000B) in a paragraph: a new line behind a sentence or a heading, nothing inside one."""
    first, *rest = text.split("\v")
    for line in rest:
        last = first.rpartition("\n")[2]
        parts = not last.strip() or is_ended(last) or is_numbered(line) or is_heading(last.strip())
        first += f"\n{line}" if parts else line
    return first
