"""The text of a Word file as it stands now: insertions count, deletions do not; the XML is walked directly.

python-docx drops text inside tracked changes. Text boxes are written twice, for new and old programs, and count once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from lxml import etree

from drafter.read.package import Package
from drafter.read.paragraphs import broken
from drafter.read.word_numbers import VALUE, Numbers, W

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OFF = {"0", "false", "off"}
NUMBERED = "标题前的序号是 Word 自动编的，已照 Word 的排法补上"
EMBEDDED = "文件里嵌着别的文件，那一部分没有读"
SAME_GLYPH = re.compile(r"[0-9A-Za-z]$")


class Piece(NamedTuple):
    """A paragraph: what parts it from the one before, the number that Word draws, and its words."""

    glue: str
    """A line feed, a tab before the next cell of a row, or nothing where the mark between them was deleted."""
    number: str
    text: str
    """Line breaks are U+000B, tabs are blanks."""


class Document(NamedTuple):
    """The paragraphs of a Word file, and what was left out."""

    pieces: tuple[Piece, ...]
    notes: tuple[str, ...]


class _Open:
    """A paragraph that is being read."""

    def __init__(self, at: int, glue: str, properties: Any) -> None:
        self.at, self.glue, self.properties = at, glue, properties
        self.words: list[str] = []


class _Walk:
    """One way through a document; a handler that returns True has the subtree passed over."""

    def __init__(self, numbers: Numbers, hidden: set[str]) -> None:
        self.numbers, self.hidden = numbers, hidden
        self.pieces: list[Piece | None] = []
        self.open: list[_Open] = []
        self.rows: list[bool] = []
        self.chosen: list[int] = []
        self.glue = "\n"
        self.letters = 0
        self.embedded = False

    def through(self, root: Any) -> None:
        """Read all paragraphs under the root."""
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            handler = (STARTS if event == "start" else ENDS).get(element.tag)
            if handler is not None and handler(self, element):
                walker.skip_subtree()

    def paragraph(self, element: Any) -> bool:
        """Open a paragraph."""
        properties = element.find(f"{W}pPr")
        hidden = properties is not None and _value(properties.find(f"{W}pStyle")) in self.hidden
        self.open.append(_Open(len(self.pieces), self.glue, None if hidden else properties))
        self.pieces.append(None)
        self.glue = "\n"
        return hidden

    def paragraph_end(self, _: Any) -> bool:
        """Close a paragraph; one of which nothing is left, its mark deleted too, never was."""
        done = self.open.pop()
        text = "".join(done.words)
        mark = None if done.properties is None else done.properties.find(f"{W}rPr")
        if mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None):
            if not text:
                self.glue = done.glue
                return False
            self.glue = ""
        number = "" if not done.glue else self.numbers.next(done.properties)
        self.pieces[done.at] = Piece(done.glue, number, text)
        return False

    def run(self, element: Any) -> bool:
        """Pass over hidden words, such as 窗体顶端 in what was copied from a web page."""
        first = element[0] if len(element) else None
        vanish = None if first is None or first.tag != f"{W}rPr" else first.find(f"{W}vanish")
        return vanish is not None and vanish.get(VALUE, "1") not in OFF

    def text(self, element: Any) -> bool:
        """Take the words of a run."""
        words = element.text or ""
        self.letters += len(words)
        return self.add(words.translate(BLANKS))

    def add(self, words: str) -> bool:
        """Add words to the innermost paragraph."""
        if self.open:
            self.open[-1].words.append(words)
        return False

    def row(self, element: Any) -> bool:
        """Open a row of a table, unless it was deleted."""
        self.rows.append(True)
        self.glue = self.glue or "\n"
        return element.find(f"{W}trPr/{W}del") is not None

    def row_end(self, _: Any) -> bool:
        """Close a row."""
        self.rows.pop()
        self.glue = "\n"
        return False

    def cell(self, element: Any) -> bool:
        """Open a cell; what a merged cell runs on into stays empty."""
        properties = element.find(f"{W}tcPr")
        if properties is not None and properties.find(f"{W}cellDel") is not None:
            return True
        if self.rows:
            self.glue = self.glue if self.rows[-1] else "\t"
            self.rows[-1] = False
        merged = None if properties is None else properties.find(f"{W}vMerge")
        if merged is None or merged.get(VALUE, "continue") != "continue":
            return False
        self.pieces.append(Piece(self.glue, "", ""))
        self.glue = "\n"
        return True

    def versions(self, _: Any) -> bool:
        """Begin a part that is written in several versions."""
        self.chosen.append(self.letters)
        return False

    def versions_end(self, _: Any) -> bool:
        """End such a part."""
        self.chosen.pop()
        return False

    def version(self, _: Any) -> bool:
        """Pass over a version when one before it had words."""
        return bool(self.chosen) and self.letters > self.chosen[-1]

    def embed(self, _: Any) -> bool:
        """Remember that a file is embedded."""
        self.embedded = True
        return True


BLANKS = str.maketrans("\t\n\r\v", "    ")
_Handler = Callable[[_Walk, Any], bool]


def _pass(_walk: _Walk, _element: Any) -> bool:
    return True


def _adding(words: str) -> _Handler:
    return lambda walk, _element: walk.add(words)


STARTS: dict[str, _Handler] = {
    f"{W}p": _Walk.paragraph, f"{W}r": _Walk.run, f"{W}t": _Walk.text, f"{W}tr": _Walk.row, f"{W}tc": _Walk.cell,
    f"{W}tab": _adding(" "), f"{W}ptab": _adding(" "), f"{W}br": _adding("\v"), f"{W}cr": _adding("\v"), f"{W}noBreakHyphen": _adding("-"),
    f"{MC}AlternateContent": _Walk.versions, f"{MC}Choice": _Walk.version, f"{MC}Fallback": _Walk.version, f"{W}altChunk": _Walk.embed,
    **{f"{W}{name}": _pass for name in ("del", "moveFrom", "rt", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr")},
}
ENDS: dict[str, _Handler] = {
    f"{W}p": _Walk.paragraph_end, f"{W}tr": _Walk.row_end, f"{MC}AlternateContent": _Walk.versions_end,
}


def _value(element: Any) -> str | None:
    return None if element is None else element.get(VALUE)


def read_document(package: Package) -> Document:
    """Return the paragraphs of a Word file in the order of the page, text boxes behind what they hang on."""
    root = package.xml(package.main())
    styles = package.beside_main("styles.xml")
    hidden = () if styles is None else styles.iterfind(f"{W}style/{W}rPr/{W}vanish/../..")
    walk = _Walk(
        Numbers(package.beside_main("numbering.xml"), styles),
        {style.get(f"{W}styleId") for style in hidden if style.find(f"{W}rPr/{W}vanish").get(VALUE, "1") not in OFF},
    )
    walk.through(root)
    pieces = tuple(piece for piece in walk.pieces if piece is not None)
    notes = [NUMBERED] * any(piece.number for piece in pieces) + [EMBEDDED] * walk.embedded
    return Document(pieces, tuple(notes))


def joined(pieces: Iterable[Piece]) -> str:
    """Return paragraphs as one text: lines parted by line feeds, cells by tabs, numbers as Word draws them."""
    made = "".join(piece.glue + _numbered(piece.number, broken(piece.text).strip()) for piece in pieces)
    return re.sub(r"\n{2,}", "\n", made).strip("\n")


def _numbered(number: str, text: str) -> str:
    """Put a number before its text, and a blank between where 1. and 2024年 would run into one figure."""
    needs = SAME_GLYPH.search(number) or (number.endswith((".", "．")) and text[:1].isdigit())
    return f"{number} {text}" if needs else number + text
