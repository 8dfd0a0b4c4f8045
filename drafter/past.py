"""A past report as data: the words of its file, its lines, and the figures it gives; every stretch knows its offset."""

from __future__ import annotations

from typing import NamedTuple

from drafter.figure import Figure


class Original(NamedTuple):
    """The words of a file; every offset in this module counts characters of ``text``."""

    name: str
    sha256: str
    """Hash of the bytes of the file."""
    format: str
    """docx, txt, html, pdf or doc: what the bytes are, whatever the name says."""
    text: str
    """Paragraphs parted by line feeds, cells of a table by tabs."""
    date: str = ""
    """ISO date on which a web page says it was published."""
    notes: tuple[str, ...] = ()
    """What a reader should know of how the words were got, in Chinese."""


class Line(NamedTuple):
    """A heading or a paragraph, cleaned: full-width marks, no number, no site furniture."""

    text: str
    at: tuple[int, ...]
    """The offset in the original of every character of ``text``."""
    level: int = 0
    """1 to 4 for a heading, 0 for running text."""
    number: str = ""
    """The number of a heading as it stood: 一、 （二） 3."""
    role: str = ""
    """The class of section: 开头, 成效, 不足, 第一责任人, 安排 or 其他."""
    topic: str = ""
    """The topic of the kind that the text is about; empty where none is sure."""
    path: str = ""
    """The numbers of the headings it stands under: 一、（二）."""


class Past(NamedTuple):
    """A past report: where and when it is from, and its lines in order."""

    original: Original
    title: str
    unit: str
    """The township, from the title or the first line of running text; empty where neither says."""
    level: str
    """镇, 乡, 民族乡, 街道 …; empty where the unit does not say."""
    year: int
    """The year reported on; 0 where nothing says."""
    lines: tuple[Line, ...]
    dropped: tuple[str, ...] = ()
    """Lines of site furniture that were left out."""


class Clause(NamedTuple):
    """A stretch of a line between marks, without an ordinal like 一是."""

    text: str
    start: int
    """Where it begins in the text of its line."""
    line: int
    """Which line of the report it stands in."""
    sentence: int
    """Which sentence of the line it stands in."""


class Reported(NamedTuple):
    """A figure that a past report gives, with what it counts."""

    figure: Figure
    what: str
    """What is counted, in the words of the report."""
    clause: Clause
    start: int
    """Where the figure begins in the text of its line; ``end`` is behind its unit."""
    end: int
    plan: bool
    """True for an aim of next year, not something done."""
    indicator: str
    """Id of the indicator of the catalogue; empty where none is sure."""
    maybe: tuple[str, ...] = ()
    """Ids of indicators that it may be, where none is sure."""
