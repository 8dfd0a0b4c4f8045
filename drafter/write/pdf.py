"""PDF files and pictures of pages, set from the document tree by Typst, which comes as one Python wheel.

The same report with the same fonts gives the same bytes: the only date in the file is the report's own.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from drafter.report import Formal, Head, Report
from drafter.write.fonts import RARE, Catalogue, Found, Opened, find, find_all, opened
from drafter.write.formal import Item, laid, lines_in
from drafter.write.layout import PageLayout
from drafter.write.plan import plan
from drafter.write.typeset import data, mark_of

if TYPE_CHECKING:
    import typst

PAGE = Path(__file__).parent / "parts" / "page.typ"
SLOTS = ("title", "body", "number", "heading1", "heading2", "heading3", "heading4")
ARCHIVAL: Literal["a-2b"] = "a-2b"
PICTURE_DPI = 110
UNSHOWN = re.compile('`"(.*?)"`')
"""How the typesetter names words that it has no glyph for."""


class Copy(NamedTuple):
    """What is to be set: the head for the file's properties, and what stands on the pages."""

    head: Head
    items: tuple[Item, ...]
    layout: PageLayout
    formal: Formal | None = None
    duplex: bool = False
    """Printed on both sides: 版记 stands on an even one."""


def copy_of(report: Report, layout: PageLayout, duplex: bool = False) -> Copy:
    """Return a report, ready to be set."""
    return Copy(report.head, items_of(report, layout), layout, report.formal, duplex)


def items_of(report: Report, layout: PageLayout) -> tuple[Item, ...]:
    """Return what stands on the pages of a report, in order."""
    return laid(report, layout) if report.formal else plan(report, layout)


class Pages(NamedTuple):
    """A PDF file and how many pages it has."""

    data: bytes
    number: int
    lost: str = ""
    """A character that no font has, shown as an empty box."""


class Unprintable(Exception):
    """What keeps a copy from being archival: a character that no font has, or where it is empty the missing date."""


class Broken(Exception):
    """Font files that cannot be read."""

    def __init__(self, files: frozenset[Path]) -> None:
        super().__init__()
        self.files = files


class Shelf(NamedTuple):
    """The fonts of this machine that a layout needs, by slot; what is missing has a stand-in or is not there."""

    slots: Mapping[str, Found]
    digits: Found | None
    rare: tuple[Found, ...]
    lacking: tuple[tuple[str, Found | None], ...]
    """Faces without a font of their class, and what stands in."""


def shelf(layout: PageLayout, catalogue: Catalogue, files: Mapping[str, Path]) -> Shelf | None:
    """Return the fonts for a layout; None where the machine has no Chinese font at all."""
    faces = layout.faces
    wanted = dict(zip(SLOTS, (faces.title, faces.body, faces.number, *faces.headings), strict=True))
    found = {slot: find(face, catalogue, files) for slot, face in wanted.items()}
    rare = tuple(find_all(RARE, catalogue, files))
    last = next((one for one in (*found.values(), *rare) if one), None)
    if last is None:
        return None
    digits = find(faces.digits, catalogue, files) if faces.digits else None
    named = {wanted[slot]: one for slot, one in found.items()} | ({faces.digits: digits} if faces.digits else {})
    lacking = tuple((face, one or last) for face, one in named.items() if one is None or one.candidate.stand_in)
    return Shelf({slot: one or last for slot, one in found.items()}, digits, rare, lacking)


def pdf(copy: Copy, fonts: Shelf, archival: bool = False) -> Pages:
    """Return the copy as a PDF file, with ``archival`` as PDF/A-2b.

    Raises Unprintable where PDF/A is asked for and a character has no font, or the report no date, and Broken where a font
    file cannot be read.
    """
    unusual = _unusual(copy.items)
    with _compiler(copy, fonts, unusual) as compiler:
        # Only an archival copy is refused where a character has no glyph; an ordinary one would show an empty box.
        lost = _lost(compiler) if unusual or archival else ""
        if archival and (lost or not copy.head.created):
            raise Unprintable(lost)
        data = _bytes(compiler.compile(format="pdf", pdf_standards=[ARCHIVAL] if archival else []))
        return Pages(data, int(compiler.query("<pages>", field="value", one=True)), lost)


def _lost(compiler: typst.Compiler) -> str:
    """Return the first words with a character that no font has; empty where all can be shown."""
    import typst  # noqa: PLC0415

    try:
        compiler.compile(format="pdf", pdf_standards=[ARCHIVAL])
    except typst.TypstError as error:
        found = UNSHOWN.search(error.message)
        return found[1] if found else ""
    return ""


def pictures(pages: Pages, dpi: int = PICTURE_DPI) -> list[bytes]:
    """Return the pages of a PDF file as PNG pictures, as they are printed."""
    sheets = [[number] for number in range(1, pages.number + 1)]
    made = _imposed(pages, sheets, "png", dpi)
    return made if isinstance(made, list) else [_bytes(made)]


def booklet(pages: Pages) -> bytes:
    """Return a PDF of A4 pages as one of A3 sheets, in the order in which they are folded; the text stays text."""
    whole = -(-pages.number // 4) * 4
    pairs = [[whole - at, at + 1] if at % 2 == 0 else [at + 1, whole - at] for at in range(whole // 2)]
    return _bytes(_imposed(pages, pairs, "pdf"))


def _imposed(pages: Pages, sheets: Sequence[Sequence[int]], format_: Literal["pdf", "png"], dpi: int = PICTURE_DPI) -> object:
    """Set pages of a PDF side by side on sheets; a page beyond the last is a blank one."""
    import typst  # noqa: PLC0415

    side = 'image("pages.pdf", page: {}, width: 210mm, height: 297mm)'
    made = [f"#stack(dir: ltr, {', '.join(side.format(page) if page <= pages.number else 'h(210mm)' for page in sheet)})" for sheet in sheets]
    page = f"#set page(width: {210 * len(sheets[0])}mm, height: 297mm, margin: 0pt)\n"
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pages.pdf").write_bytes(pages.data)
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[])
        source = "#set document(date: none)\n" + page + "\n#pagebreak()\n".join(made)
        return typst.Compiler(input=source.encode(), root=folder, font_paths=fonts).compile(format=format_, ppi=dpi)


@contextmanager
def _compiler(copy: Copy, shelf: Shelf, unusual: bool) -> Iterator[typst.Compiler]:
    import typst  # noqa: PLC0415

    rare = shelf.rare if unusual else ()
    latin = (shelf.digits,) if shelf.digits else ()
    wanted = (*shelf.slots.values(), *rare, *latin)
    with opened(found.path for found in wanted) as open_:
        if broken := open_.broken(wanted):
            raise Broken(broken)
        faces = {slot: face_of(open_, found, shelf.digits if slot not in ("title", "number") else None) for slot, found in shelf.slots.items()}
        others = [pair[0] for found in rare if (pair := open_.family(found))]
        given = data(copy.head, copy.items, copy.layout,
                     {"faces": faces, "rare": others, "mark": mark_of(copy.formal, copy.layout), "duplex": copy.duplex})
        yield typst.Compiler(input=str(PAGE), root=str(PAGE.parent), font_paths=open_.fonts, sys_inputs={"data": given})


def face_of(open_: Opened, found: Found, digits: Found | None) -> dict[str, object]:
    """Return a face as the page knows it."""
    family, weight = open_.family(found) or ("", 400)
    latin = open_.family(digits) if digits else None
    return {"family": family, "weight": weight, "latin": latin[0] if latin else None}


USUAL = str.maketrans({"·": None, "—": None, "～": None, "\n": None, "\t": None})
"""Marks that every Chinese font has, although the codec of the national character set gives them other code points."""


def _unusual(items: Sequence[Item]) -> bool:
    """Tell whether there may be characters that not every Chinese font has."""
    try:
        "".join(mark.run.text for line in lines_in(items) for mark in line.marks).translate(USUAL).encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def _bytes(made: object) -> bytes:
    assert isinstance(made, bytes), "without an output file the typesetter returns bytes"
    return made
