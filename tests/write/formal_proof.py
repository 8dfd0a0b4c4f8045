"""Measure formal copies rendered with LibreOffice: one call for several, millimetres from the paper's left and top edge."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.report import Report
from drafter.write.docx import docx
from drafter.write.layout import GBT9704
from tests.write.fonts import fontconfig
from tests.write.page_proof import DPI, MM
from tests.write.printing import printed


@dataclass(frozen=True)
class Row:
    """A printed line: its words without blanks, its ends, the lower edge of its characters, and the face of its last one."""

    text: str
    left: float
    right: float
    base: float
    size: float
    face: str

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def height(self) -> float:
        """Where the middle of its characters lies."""
        return self.base - 0.38 * self.size / MM

    @property
    def top(self) -> float:
        return self.base - 0.88 * self.size / MM

    @property
    def bottom(self) -> float:
        return self.base + 0.12 * self.size / MM


@dataclass(frozen=True)
class Rule:
    """A printed rule; thickness in millimetres."""

    left: float
    right: float
    at: float
    thick: float
    red: bool


@dataclass(frozen=True)
class Side:
    """One page."""

    rows: tuple[Row, ...]
    rules: tuple[Rule, ...]

    def row(self, words: str) -> Row:
        return next(row for row in self.rows if words in row.text)


def sides(reports: Mapping[str, Report], folder: Path) -> dict[str, list[Side]]:
    """Render some formal copies and return their pages."""
    for name, report in reports.items():
        (folder / f"{name}.docx").write_bytes(docx(report))
    return {name: sides_of(data) for name, data in converted(list(reports), folder).items()}


def converted(names: Sequence[str], folder: Path) -> dict[str, bytes]:
    """Have LibreOffice print some Word files of a folder, and return its PDF files."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", str(folder),
               *(str(folder / f"{name}.docx") for name in names)]
    subprocess.run(command, env=os.environ | {"FONTCONFIG_FILE": str(fontconfig())}, capture_output=True, timeout=300, check=True)
    return {name: (folder / f"{name}.pdf").read_bytes() for name in names}


def set_sides(reports: Mapping[str, Report], folder: Path) -> dict[str, list[Side]]:
    """Print some formal copies ourselves and return their pages; the PDF files are left in the folder."""
    for name, report in reports.items():
        (folder / f"{name}.pdf").write_bytes(printed(report, GBT9704).data)
    return {name: sides_of((folder / f"{name}.pdf").read_bytes()) for name in reports}


def sides_of(pdf: bytes) -> list[Side]:
    """Return the pages of a PDF file."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(pdf)) as book:
        return [Side(_rows(page), _rules(page)) for page in book.pages]


def first_ink(pdf: Path) -> float:
    """Return the upper edge of the first thing printed on page 1, in millimetres."""
    picture = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-gray", "-singlefile", "-r", str(DPI), "-l", "1", str(pdf), str(picture)], check=True, timeout=60)
    _, size, _, pixels = picture.with_suffix(".pgm").read_bytes().split(b"\n", 3)
    width = int(size.split()[0])
    return next(at // width for at in range(0, len(pixels), width) if min(pixels[at:at + width]) < 160) / DPI * 25.4


def _rows(page) -> tuple[Row, ...]:  # type: ignore[no-untyped-def]
    lines: dict[float, list[dict[str, object]]] = {}
    for char in page.chars:
        base = (page.height - char["matrix"][5]) / MM
        near = next((known for known in lines if abs(known - base) < 1), base)
        if char["text"].strip():
            lines.setdefault(near, []).append(char)
    rows = []
    for base, found in sorted(lines.items()):
        chars = sorted(found, key=lambda char: char["x0"])  # type: ignore[arg-type, return-value]
        words = "".join(str(char["text"]) for char in chars)
        rows.append(Row(words, chars[0]["x0"] / MM, chars[-1]["x1"] / MM, base, chars[0]["size"],  # type: ignore[operator, arg-type]
                        str(chars[-1]["fontname"]).split("+")[-1]))
    return tuple(rows)


def _rules(page) -> tuple[Rule, ...]:  # type: ignore[no-untyped-def]
    found = {}
    for line in [*page.lines, *page.rects, *page.curves]:
        if line["bottom"] - line["top"] < 3 and line["x1"] - line["x0"] > 100:
            color = line.get("stroking_color") if line["bottom"] - line["top"] < 0.1 else line.get("non_stroking_color")
            red = isinstance(color, tuple | list) and len(color) == 3 and color[0] > 0.9 and color[1] < 0.1
            thick = max(line["bottom"] - line["top"], line.get("linewidth") or 0)
            at = (line["top"] + line["bottom"]) / 2
            found[round(at)] = Rule(line["x0"] / MM, line["x1"] / MM, at / MM, thick / MM, red)
    return tuple(found[key] for key in sorted(found))
