"""The five profiles of real reports, drafted: what a reader sees of each, read back from its Word file."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import docx as python_docx
import pytest

from drafter.pipeline.deliver import deliver
from drafter.pipeline.draft import Draft, draft, file_name
from drafter.pipeline.setup import HOME, Setup, load_setup
from drafter.write.docx import docx

DATA = Path(__file__).parents[1] / "data"
SHARED = HOME.parent / "shared"
PROFILES = {
    "000": "桃溪镇-2024.yaml", "001": "瓦屋镇-2023.yaml", "002": "阳城镇-2025.yaml", "003": "蒲台乡-2020.yaml",
    "004": "黄金镇-2025.yaml",
}
MARKS = (r"([一二三四五六七八九十]+、)", r"(（[一二三四五六七八九十]+）)", r"(\d+\.)", r"(（\d+）)")
ITEM = re.compile(r"(?:^|(?<=[。；]))([一二三四五六七八九十]+是)", re.MULTILINE)


@dataclass(frozen=True)
class Line:
    """One paragraph of the Word file; ``level`` is that of its heading style, 0 for text."""

    text: str
    style: str
    level: int


@dataclass(frozen=True)
class Word:
    """A drafted Word file as a reader sees it."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return "".join(f"{line.text}\n" for line in self.lines)

    @property
    def body(self) -> list[Line]:
        """Headings and paragraphs: all but title, signatures and date."""
        return [line for line in self.lines if line.level or line.style == "Body Text"]

    @property
    def headings(self) -> list[str]:
        return [line.text for line in self.lines if line.level]

    def section(self, path: str) -> str:
        """The words under a path such as 一、（二）1.三是; an empty text where there is no such part."""
        marks, item = _steps(path)
        found = _under(self.body, marks)
        return "\n".join(found) if not item else _item("\n".join(found), item)


@cache
def setup() -> Setup:
    made, findings = load_setup(HOME)
    assert made is not None, findings
    return made


def drafted(path: Path) -> Draft:
    made, findings = draft(path, setup())
    assert made is not None, findings
    return made


def profile(number: str) -> Path:
    return HOME / "profiles" / PROFILES[number]


@cache
def five(number: str) -> Draft:
    """The draft of one of the five, in memory."""
    return drafted(profile(number))


@cache
def word(number: str) -> Word:
    return read_word(docx(five(number).report))


def read_word(data: bytes) -> Word:
    """Read a Word file with python-docx; empty paragraphs do not count, nor does where a long title is broken."""
    lines = []
    for paragraph in python_docx.Document(io.BytesIO(data)).paragraphs:
        style = paragraph.style.name if paragraph.style and paragraph.style.name else ""
        level = int(style.removeprefix("Heading ")) if style.startswith("Heading ") else 0
        words = paragraph.text.replace("\n", "") if style == "Title" else paragraph.text
        if words:
            lines.append(Line(words, style, level))
    return Word(tuple(lines))


def sheet_of(number: str, folder: Path) -> str:
    """The 校核 file that is written beside a draft."""
    made = five(number)
    done = deliver(made, folder / f"{file_name(made)}.docx", setup(), {})
    assert done.beside is not None, done.findings
    return done.beside.read_text(encoding="utf-8-sig")


def past_reports() -> Path:
    """The folder of the real reports; a test that needs it stands aside where it is absent, and fails in CI."""
    folder = SHARED / "past-reports"
    if not any(folder.glob("*.txt")):
        reason = "没有往年报告（../shared/past-reports），这项检查没有运行"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return folder


def bare(text: str) -> str:
    return "".join(text.split())


def _steps(path: str) -> tuple[list[str], str]:
    """Take a path apart: its heading marks from level 1 down, and the item, 一是 …"""
    marks, rest = [], path
    for pattern in MARKS:
        match = re.match(pattern, rest)
        if match:
            marks.append(match[1])
            rest = rest[match.end():]
    assert re.fullmatch(r"([一二三四五六七八九十]+是)?", rest), path
    return marks, rest


def _under(lines: list[Line], marks: list[str]) -> Iterator[str]:
    """Yield the paragraphs under headings with some marks."""
    above: dict[int, str] = {}
    for line in lines:
        if line.level:
            above = {level: mark for level, mark in above.items() if level < line.level}
            match = re.match(MARKS[line.level - 1], line.text)
            above[line.level] = match[1] if match else ""
        elif [above.get(level) for level in range(1, len(marks) + 1)] == marks:
            yield line.text


def _item(text: str, item: str) -> str:
    pieces = ITEM.split(text)
    return "".join(words for name, words in zip(pieces[1::2], pieces[2::2], strict=True) if name == item)
