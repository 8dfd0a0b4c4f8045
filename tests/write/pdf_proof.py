"""Judge a printed PDF of a report by measuring it, whoever printed it: ``complaints(read(pdf, lines), layout)`` is empty where it is right."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.write import official
from drafter.write.layout import CENTRED, PageLayout
from drafter.write.plan import Line
from tests.write.page_proof import MM, NOT_FIRST, NOT_LAST, Letter, may_be_short, words

FACES = {"Title": "FandolSong-Bold", "Heading1": "FandolHei-Regular", "Heading2": "FandolKai-Regular"}
TEXT_FACE, NUMBER_FACE = "FandolFang-Regular", "FandolSong-Regular"
FOOT_MM = 262 + 4
"""What stands lower than this is the page number, in every layout."""
TEXT = {"BodyText", "Heading1", "Heading2", "Heading3", "Heading4"}
DASH_MM = 297 - 28
"""The dash of the page number: 7 mm under 版心, 28 mm above the paper's edge."""


@dataclass(frozen=True)
class Row:
    """One printed line with its page and the paragraph it belongs to."""

    page: int
    letters: tuple[Letter, ...]
    style: str
    paragraph: int

    @property
    def text(self) -> str:
        return words(self.letters)

    @property
    def left(self) -> float:
        return self.letters[0].left

    @property
    def right(self) -> float:
        """Where the ink may end: a mark at the end of a line is given half its width, or hangs."""
        last = self.letters[-1]
        return last.right - (last.right - last.left) / 2 if last.text in NOT_FIRST else last.right

    @property
    def base(self) -> float:
        return self.letters[0].base


@dataclass(frozen=True)
class Paper:
    """All rows of a PDF, and the letters of each page number."""

    rows: tuple[Row, ...]
    feet: tuple[tuple[Letter, ...], ...]
    wanted: str

    def page(self, number: int) -> list[Row]:
        return [row for row in self.rows if row.page == number]


def read(pdf: bytes, lines: Sequence[Line]) -> Paper:
    """Read the rows of a PDF; as they come in the order of the report, each letter finds its paragraph by counting."""
    import pdfplumber

    owners = iter([(number, line.style) for number, line in enumerate(lines) for _ in printed(line)])
    rows: list[Row] = []
    feet: list[tuple[Letter, ...]] = []
    with pdfplumber.open(io.BytesIO(pdf)) as book:
        for number, page in enumerate(book.pages, 1):
            letters = [Letter(char["text"], char["fontname"].split("+")[-1], char["x0"] / MM, char["x1"] / MM,
                              (page.height - char["matrix"][5]) / MM) for char in page.chars if char["text"].strip()]
            feet.append(tuple(sorted((one for one in letters if one.base > FOOT_MM), key=lambda one: one.left)))
            for row in _rows([one for one in letters if one.base <= FOOT_MM]):
                own = [next(owners, (-1, "")) for _ in row]
                rows.append(Row(number, row, own[0][1], own[0][0]))
    return Paper(tuple(rows), tuple(feet), "".join(map(printed, lines)))


def printed(line: Line) -> str:
    """Return the letters of a paragraph without blanks."""
    return "".join((line.number + "".join(mark.run.text for mark in line.marks)).split())


def _rows(letters: list[Letter]) -> Iterator[tuple[Letter, ...]]:
    held: list[Letter] = []
    for letter in sorted(letters, key=lambda one: (round(one.base, 1), one.left)):
        if held and letter.base - held[0].base > 2:
            yield tuple(sorted(held, key=lambda one: one.left))
            held = []
        held.append(letter)
    if held:
        yield tuple(sorted(held, key=lambda one: one.left))


def complaints(paper: Paper, layout: PageLayout) -> list[str]:
    """Return all that is wrong with a PDF."""
    return [*lost(paper), *short(paper, layout), *cells(paper, layout), *faces(paper, layout), *numbers(paper, layout)]


def formal_complaints(paper: Paper, lines: Sequence[Line], layout: PageLayout) -> list[str]:
    """Return all that is wrong with the text, the page numbers and the fill of the sides of a formal copy."""
    text = Paper(tuple(row for row in paper.rows if row.style in TEXT), paper.feet, paper.wanted)
    return [*lost(paper), *cells(text, layout), *faces(text, layout), *numbers(paper, layout), *uneven(text, layout), *unfilled(paper, lines, layout)]


def uneven(text: Paper, layout: PageLayout) -> Iterator[str]:
    """Look for lines of the text that stand between the lines; on the first side these begin where 版头 and title end."""
    pitch = layout.pitch / 20 / MM
    for number in range(1, len(text.feet) + 1):
        for row in text.page(number):
            start = text.page(1)[0].base if number == 1 else layout.top / 20 / MM + 0.8 * pitch
            off = (row.base - start) % pitch
            if min(off, pitch - off) > (0.5 if number == 1 else 1):
                yield f"between the lines of page {number} ({off:.2f} mm): {row.text}"


def unfilled(paper: Paper, lines: Sequence[Line], layout: PageLayout) -> Iterator[str]:
    """Look for sides that end early although the next begins with nothing that had to stay together."""
    pitch, end = layout.pitch / 20 / MM, (official.PAGE_HEIGHT - layout.bottom) / 20 / MM
    for number in range(1, len(paper.feet)):
        last, after = paper.page(number)[-1], paper.page(number + 1)
        at, together = after[0].paragraph, 0
        while at != last.paragraph and (lines[at].keep or lines[at].style.startswith("Heading")):
            together += max(1, sum(row.paragraph == at for row in after))
            at += 1
        # Under the letters of a line lies a seventh of the pitch.
        free = (end - last.base) / pitch - 0.12 * 16 / (layout.pitch / 20)
        if lines[at].style not in ("Imprint", "AttachmentLabel") and free > together + 1.16:
            yield f"page {number} ends {free:.1f} lines early, the next begins with {together} kept together"


def lost(paper: Paper) -> Iterator[str]:
    """Compare the printed words with the report's."""
    found = "".join(row.text for row in paper.rows)
    if found != paper.wanted:
        at = next((n for n, (a, b) in enumerate(zip(found, paper.wanted, strict=False)) if a != b), 0)
        yield f"printed «{found[at - 10:at + 10]}», the report says «{paper.wanted[at - 10:at + 10]}»"


def short(paper: Paper, layout: PageLayout) -> Iterator[str]:
    """Look for pages that are not full, and for lines that stand between the lines."""
    pitch, top = layout.pitch / 20 / MM, layout.top / 20 / MM
    for row in paper.rows:
        off = ((row.base - top) / pitch) % 1
        if not 0.7 < off < 0.95:
            yield f"between the lines ({off:.2f}): {row.text}"
    for number in range(1, len(paper.feet)):
        moved = next((at for at, row in enumerate(paper.page(number + 1)) if row.style in ("BodyText", "Normal")), 0)
        count = int((paper.page(number)[-1].base - top) / pitch) + 1
        if not layout.lines - moved - 1 < count <= layout.lines:
            yield f"page {number} has {count} lines, the next begins with {moved} kept together"


def cells(paper: Paper, layout: PageLayout) -> Iterator[str]:
    """Look for full lines with other than the whole count of hanzi, or that do not fill 版心."""
    left, right = layout.left / 20 / MM, (official.PAGE_WIDTH - layout.right) / 20 / MM
    for row, after in pairwise(paper.rows):
        # An opening bracket at the start of a line may be set in half its width: its ink is in the right half.
        if row.left < left - (3 if row.text[0] in NOT_LAST else 0.5) or row.right > right + 3:
            yield f"outside the type area: {row.text}"
        if row.paragraph != after.paragraph or row.style == "Title":
            continue
        if after.text[0] in NOT_FIRST or row.text[-1] in NOT_LAST:
            yield f"bad break: {row.text} | {after.text}"
        slack = 4 if row.text[-1] in NOT_FIRST else 1
        if not may_be_short(after.text) and abs(row.right - right) > slack:
            yield f"ends at {row.right:.1f} mm: {row.text}"
        whole = layout.cells - (2 if row.left > left + 3 else 0)
        pure = all("\u4e00" <= letter <= "\u9fff" for letter in row.text)
        marks = sum(letter in NOT_FIRST + NOT_LAST for letter in row.text)
        if all(not letter.isascii() for letter in row.text) and not may_be_short(after.text):
            most = whole if pure else whole + (marks + 1) // 2
            if not whole <= len(row.text) <= most:
                yield f"{len(row.text)} cells: {row.text}"


def faces(paper: Paper, layout: PageLayout) -> Iterator[str]:
    """Look for letters in the wrong face."""
    for row in paper.rows:
        want = {FACES.get(row.style, TEXT_FACE)}
        for letter in row.letters:
            # LibreOffice sets a dash or a dot between digits in the face of the digits, whatever the file says.
            latin = layout.faces.digits and (letter.text.isascii() or letter.text in "—·") and row.style != "Title"
            if letter.face not in want and not (latin and "Serif" in letter.face) and letter.text not in "“”‘’":
                yield f"{letter.face} instead of {want}: {letter.text} in {row.text}"
                break


def numbers(paper: Paper, layout: PageLayout) -> Iterator[str]:
    """Look at the page numbers: words, face, height and place."""
    left, right = layout.left / 20 / MM, (official.PAGE_WIDTH - layout.right) / 20 / MM
    for number, foot in enumerate(paper.feet, 1):
        if words(foot) != f"—{number}—" or {letter.face for letter in foot} != {NUMBER_FACE}:
            yield f"page {number} is numbered {words(foot)} in {foot[0].face if foot else ''}"
            continue
        middle, cell = (foot[0].left + foot[-1].right) / 2, 14 / MM
        off = middle - 105 if layout.number == CENTRED else right - foot[-1].right - cell if number % 2 else foot[0].left - left - cell
        if layout.number == CENTRED:
            off = middle - (left + right) / 2
        # The dash lies a third of the letters' height above their baseline.
        dash = foot[0].base - 14 / MM * 0.38
        place = DASH_MM if layout.name != "house" else 297 - layout.bottom / 20 / MM + 7
        if abs(off) > 1 or abs(dash - place) > 1:
            yield f"number of page {number}: off by {off:.2f} mm, dash at {dash:.2f} instead of {place:.2f} mm"
