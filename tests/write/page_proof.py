"""Prove a page: render a Word file with LibreOffice and stand-in fonts, then judge what stands where.

``proof(path).complaints()`` is empty where the page is right. Word and WPS may break single lines elsewhere.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from tests.write.fonts import fontconfig

MM = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
PITCH = 579 / 20 / MM
DPI = 300
FACES = {"Title": "FandolSong-Bold", "Heading 1": "FandolHei-Regular", "Heading 2": "FandolKai-Regular"}
TEXT_FACE, NUMBER_FACE = "FandolFang-Regular", "FandolSong-Regular"
NOT_FIRST = "，。；：、！？》）〕】”’…·"
NOT_LAST = "《（〔【“‘"
INDENTED = {"Body Text", "Heading 1", "Heading 2", "Heading 3", "Heading 4"}


@dataclass(frozen=True)
class Letter:
    """One printed character; lengths in millimetres from the paper's left and top edge."""

    text: str
    face: str
    left: float
    right: float
    base: float
    paragraph: int = -1


@dataclass(frozen=True)
class Page:
    """One page: its lines of text, the page number, and how far the number's dash lies under the type area."""

    lines: tuple[tuple[Letter, ...], ...]
    foot: tuple[Letter, ...]
    dash: float

    @property
    def slots(self) -> int:
        """Count lines down to the last, empty ones included."""
        return round((self.lines[-1][0].base - TOP) / PITCH + 0.2) if self.lines else 0


@dataclass(frozen=True)
class Proof:
    """A rendered file and the paragraphs it was made of, as (style, words without blanks)."""

    pages: tuple[Page, ...]
    paragraphs: tuple[tuple[str, str], ...]

    def complaints(self) -> list[str]:
        """Return all that is wrong, empty where the page is right."""
        return [*self.lost_words(), *self.short_pages(), *self.cells(), *self.breaks(), *self.faces(), *self.numbers()]

    def lines(self) -> list[tuple[Letter, ...]]:
        """Return the lines of all pages."""
        return [line for page in self.pages for line in page.lines]

    def style(self, line: tuple[Letter, ...]) -> str:
        """Return the style of the paragraph a line belongs to."""
        return self.paragraphs[line[0].paragraph][0]

    def lost_words(self) -> Iterator[str]:
        """Compare the printed words with the file's."""
        printed = "".join(words(line) for line in self.lines())
        wanted = "".join(text for _, text in self.paragraphs)
        if printed != wanted:
            at = next((n for n, (a, b) in enumerate(zip(printed, wanted, strict=False)) if a != b), 0)
            yield f"printed «{printed[at - 10:at + 10]}», file says «{wanted[at - 10:at + 10]}»"

    def short_pages(self) -> Iterator[str]:
        """Look for full pages that have not 22 lines, less the headings that went over with their text."""
        for number, (page, after) in enumerate(pairwise(self.pages), 1):
            moved = self.moved(after)
            count = page.slots if number == 1 else len(page.lines)
            if not 22 - moved <= count <= 22:
                yield f"page {number} has {count} lines, next begins with {moved} lines kept together"
            if number > 1 and len(page.lines) != page.slots:
                yield f"page {number} has an empty line or another pitch"

    def moved(self, page: Page) -> int:
        """Count the lines at the head of a page that had to stay with what follows them."""
        together = 0
        for line in page.lines:
            if self.style(line) in {"Body Text", "Normal"}:
                break
            together += 1
        return together

    def cells(self) -> Iterator[str]:
        """Look for full lines of hanzi that have not 28 cells; one less where the next may not begin a line."""
        for line, after in self.full_lines():
            if any(letter.text.isascii() for letter in line):
                continue
            first = line[0].left > LEFT + 3
            missing = (26 if first else 28) - len(line)
            if missing not in ((0, 1, 2, 3) if may_be_short(words(after)) else (0,)):
                yield f"{len(line)} cells: {words(line)}"
            if abs(line[-1].right - RIGHT) > 0.6 and not may_be_short(words(after)):
                yield f"ends at {line[-1].right:.1f} mm: {words(line)}"

    def full_lines(self) -> Iterator[tuple[tuple[Letter, ...], tuple[Letter, ...]]]:
        """Yield each line that runs on, with the next line of its paragraph."""
        for line, after in pairwise(self.lines()):
            if line[0].paragraph == after[0].paragraph and self.style(line) in INDENTED:
                yield line, after

    def breaks(self) -> Iterator[str]:
        """Look for marks that may not begin or end a line, and for lines that leave the type area."""
        for line, after in self.full_lines():
            if after[0].text in NOT_FIRST or line[-1].text in NOT_LAST:
                yield f"bad break: {words(line)} | {words(after)}"
        for line in self.lines():
            if line[0].left < LEFT - 0.3 or line[-1].right > RIGHT + 0.3:
                yield f"outside the type area: {words(line)}"

    def faces(self) -> Iterator[str]:
        """Look for characters in the wrong face; a hanzi outside GB2312 may come from another font."""
        for line in self.lines():
            want = FACES.get(self.style(line), TEXT_FACE)
            if wrong := {letter.face for letter in line if common(letter.text)} - {want}:
                yield f"{wrong} instead of {want}: {words(line)}"
        for page in self.pages:
            if {letter.face for letter in page.foot} != {NUMBER_FACE}:
                yield f"page number in {page.foot[:1]}"

    def numbers(self) -> Iterator[str]:
        """Look at the page numbers: text, distance under the type area, one character in from the outer edge."""
        for number, page in enumerate(self.pages, 1):
            if words(page.foot) != f"—{number}—":
                yield f"page {number} is numbered {words(page.foot)}"
                continue
            inset = RIGHT - page.foot[-1].right if number % 2 else page.foot[0].left - LEFT
            if abs(page.dash - 7) > 0.5 or abs(inset - 14 / MM) > 0.5:
                yield f"number of page {number}: {page.dash:.2f} mm under, {inset:.2f} mm in"


def words(line: tuple[Letter, ...]) -> str:
    """Return the text of a line."""
    return "".join(letter.text for letter in line)


def may_be_short(following: str) -> bool:
    """Tell whether a line had to end early because of what follows."""
    first, second = following[0], following[1:2]
    return first in NOT_LAST + "—…" or second in tuple(NOT_FIRST) or first.isascii() or second.isascii()


def common(text: str) -> bool:
    """Tell whether every font must have it."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def require() -> None:
    """Skip loudly where the page cannot be proven; in CI that is a failure."""
    lacking = [tool for tool in ("soffice", "pdftoppm", "fc-list") if not shutil.which(tool)]
    try:
        fontconfig()
    except (OSError, subprocess.SubprocessError, StopIteration) as error:
        lacking.append(f"stand-in fonts ({error})")
    if lacking:
        reason = f"the page was NOT proven, missing: {', '.join(lacking)}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


def proof(path: Path) -> Proof:
    """Render a Word file and return what is printed where."""
    import docx

    stories = docx.Document(str(path)).paragraphs
    paragraphs = [(p.style.name, "".join(p.text.split())) for p in stories if p.style]
    with tempfile.TemporaryDirectory() as scratch:
        pdf = rendered(path, Path(scratch))
        return Proof(tuple(_pages(pdf, [text for _, text in paragraphs])), tuple(paragraphs))


def rendered(path: Path, folder: Path) -> Path:
    """Convert with LibreOffice, a fresh user profile and our fonts."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
               "--outdir", str(folder), str(path)]
    env = os.environ | {"FONTCONFIG_FILE": str(fontconfig())}
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", timeout=180, check=False)
    pdf = folder / f"{path.stem}.pdf"
    assert pdf.exists(), done.stdout + done.stderr
    return pdf


def _pages(pdf: Path, paragraphs: list[str]) -> Iterator[Page]:
    """Read the letters of each page; as they come in the file's order, each finds its paragraph by counting."""
    import pdfplumber

    owners = iter([number for number, text in enumerate(paragraphs) for _ in text])
    with pdfplumber.open(pdf) as book:
        for number, page in enumerate(book.pages, 1):
            letters = sorted(_letters(page), key=lambda letter: (round(letter.base), letter.left))
            body = [letter for letter in letters if letter.base < BOTTOM]
            foot = tuple(letter for letter in letters if letter.base >= BOTTOM)
            owned = [Letter(a.text, a.face, a.left, a.right, a.base, next(owners, 0)) for a in body]
            yield Page(tuple(_lines(owned)), foot, _dash(pdf, number, foot))


def _letters(page: object) -> Iterator[Letter]:
    for char in page.chars:  # type: ignore[attr-defined]
        if char["text"].strip():
            base = (page.height - char["matrix"][5]) / MM  # type: ignore[attr-defined]
            yield Letter(char["text"], char["fontname"].split("+")[-1], char["x0"] / MM, char["x1"] / MM, base)


def _lines(letters: list[Letter]) -> Iterator[tuple[Letter, ...]]:
    line: list[Letter] = []
    for letter in letters:
        if line and letter.base - line[0].base > PITCH / 2:
            yield tuple(line)
            line = []
        line.append(letter)
    if line:
        yield tuple(line)


def _dash(pdf: Path, number: int, foot: tuple[Letter, ...]) -> float:
    """Measure the ink of the number's first dash: millimetres under the type area."""
    if not foot:
        return -1.0
    left, right, top = (round(length / 25.4 * DPI) for length in (foot[0].left, foot[0].right, BOTTOM))
    picture = pdf.with_name(f"foot{number}")
    crop = ["-x", left, "-y", top, "-W", right - left, "-H", round(30 / 25.4 * DPI)]
    command = ["pdftoppm", "-gray", "-singlefile", "-r", DPI, "-f", number, "-l", number, *crop, pdf, picture]
    subprocess.run([str(part) for part in command], check=True, timeout=60)
    _, size, _, pixels = picture.with_suffix(".pgm").read_bytes().split(b"\n", 3)
    width = int(size.split()[0])
    rows = (pixels[start:start + width] for start in range(0, len(pixels), width))
    return next((row / DPI * 25.4 for row, ink in enumerate(rows) if min(ink) < 128), -1.0)
