"""A past report taken apart into its lines, without site furniture, letterhead and signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from drafter.kind import Kind
from drafter.mine.furniture import without_furniture
from drafter.mine.heading import Part, parts
from drafter.mine.marks import Words, paragraphs
from drafter.mine.origin import find_title, names, origin
from drafter.mine.sections import placed
from drafter.mine.words import words
from drafter.past import Line, Original, Past

DAY = re.compile(r"(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日")
ADDRESSEE = re.compile(r"[^。；]{2,40}：")
LAST = 4
"""Lines at the end among which a signature may stand."""


def clean(original: Original, kind: Kind) -> Past:
    """Take a past report apart: whose it is, and its lines with role, topic and path."""
    kept, dropped = without_furniture(list(paragraphs(original.text)), kind.folder)
    begin, end, title = find_title(kept, kind.folder)
    top, body = (kept[:begin], kept[end:]) if title else ([], kept)
    head, body = _letterhead(body)
    body, signature = _signed(body, kind.folder)
    known = origin(title, [line.text for line in body], signature, kind.folder)
    lines = placed(levelled(parts(body, words(kind.folder).get("无号标题", ()))), kind, known.year)
    left = [line.text for line in top] + head + dropped + signature
    return Past(original, title, known.unit, known.level, known.year, lines, tuple(left))


def _letterhead(lines: list[Words]) -> tuple[list[str], list[Words]]:
    """Part what stands above the first sentence, as a date in brackets or 县委、县政府：, from the body."""
    head: list[str] = []
    while len(head) < len(lines) and len(head) < LAST:
        text = lines[len(head)].text
        if not (ADDRESSEE.fullmatch(text) and "如下" not in text and not re.match(r"[一二三]、|（", text)) and not DAY.fullmatch(text.strip("（）")):
            break
        head.append(text)
    return head, lines[len(head):]


def _signed(lines: list[Words], folder: Path) -> tuple[list[Words], list[str]]:
    """Part the signature and the date at the end from the body."""
    lone = names(folder).lone
    count = 0
    while count < min(LAST, len(lines)) and _is_signature(lines[-1 - count].text, lone):
        count += 1
    return (lines[:-count], [line.text for line in lines[-count:]]) if count else (lines, [])


def _is_signature(text: str, lone: re.Pattern[str]) -> bool:
    bare = DAY.sub("", text.strip("（）()"))
    return not bare or bool(lone.fullmatch(bare))


def levelled(found: Sequence[Part]) -> list[Line]:
    """Return the lines with their levels: the first style of number that a report uses is level 1, whatever it is."""
    styles = sorted({part.style or 1 for part in found if part.heading})
    levels = {style: level for level, style in enumerate(styles, start=1)}
    return [Line(part.words.text, part.words.at, _level(part, levels), part.number) for part in found]


def _level(part: Part, levels: dict[int, int]) -> int:
    """Return the level of a heading; one without a number stands at the top."""
    return levels[part.style or 1] if part.heading else 0
