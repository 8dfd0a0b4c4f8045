"""The document tree: what every writer reads and every composer makes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.finding import Address

CHINESE = "一二三四五六七八九十"


class Text(NamedTuple):
    """Words that stand in no profile: set phrases, and the words of a frame around its facts."""

    text: str
    origin: str = ""


class Cited(NamedTuple):
    """Words or a figure of the profile, with the addresses they came from."""

    text: str
    at: tuple[Address, ...]
    origin: str = ""
    figure: bool = False
    typed: str = ""
    """The words as the profile has them, where they are said in another way here; empty where they stand as typed."""


Run = Text | Cited


class Heading(NamedTuple):
    """A heading without its number; level 1 prints 一、, 2 （一）, 3 1., 4 （1）."""

    level: int
    runs: tuple[Run, ...]
    id: str


class Paragraph(NamedTuple):
    """A paragraph of running text."""

    runs: tuple[Run, ...]
    id: str


Block = Heading | Paragraph


class Head(NamedTuple):
    """What stands outside the numbered text: title, signature, and the properties of the file.

    ``created`` is an ISO date that stands in the file's properties; never the clock.
    """

    title: tuple[Run, ...]
    unit: str
    created: str
    signatures: tuple[tuple[Run, ...], ...] = ()
    date: tuple[Run, ...] = ()
    about: tuple[Cited, ...] = ()
    """What the whole report hangs on: 单位, 级别, 上级, 期间; stands in the custom part, not on the page."""


class Report(NamedTuple):
    """A whole report, ready for any writer."""

    head: Head
    blocks: tuple[Block, ...]


def plain(runs: tuple[Run, ...]) -> str:
    """Return the words of some runs."""
    return "".join(run.text for run in runs)


def fingerprint(words: str) -> str:
    """Return what tells whether a paragraph still says the same; line breaks and blanks at its ends are layout."""
    return hashlib.sha256(re.sub("[\n\v]", "", words).strip().encode()).hexdigest()[:16]


def chinese(number: int) -> str:
    """Return 1 to 999 in Chinese numerals; what is more stays as it is."""
    if number > 999:
        return str(number)
    hundreds, rest = divmod(number, 100)
    if hundreds:
        tail = f"零{chinese(rest)}" if 0 < rest < 10 else f"{'一' if 10 <= rest < 20 else ''}{chinese(rest)}" if rest else ""
        return f"{CHINESE[hundreds - 1]}百{tail}"
    tens, ones = divmod(number, 10)
    if not tens:
        return CHINESE[ones - 1]
    return ("" if tens == 1 else CHINESE[tens - 1]) + "十" + (CHINESE[ones - 1] if ones else "")


def number(level: int, count: int) -> str:
    """Return the mark of the count-th heading of a level (GB/T 9704—2012, 7.3.3)."""
    if level == 1:
        return f"{chinese(count)}、"
    if level == 2:
        return f"（{chinese(count)}）"
    return f"{count}." if level == 3 else f"（{count}）"


def numbered(report: Report) -> Iterator[tuple[str, Block]]:
    """Yield every block with its number, which is empty for paragraphs."""
    counts = [0, 0, 0, 0]
    for block in report.blocks:
        if isinstance(block, Heading):
            counts[block.level - 1] += 1
            counts[block.level:] = [0] * (4 - block.level)
            yield number(block.level, counts[block.level - 1]), block
        else:
            yield "", block
