"""A Word file that people edited: its paragraphs with tracked changes and comments, and who made them.

The XML is walked directly: python-docx drops text inside tracked changes. One view counts what was put in and not what
was taken out (the file as if all were accepted), the other the reverse.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from drafter.edited import Edited, EditedLine, Hand, Remark, Stroke
from drafter.figure import THOUSANDS, tidy
from drafter.files import real
from drafter.finding import Finding
from drafter.read.limits import read_bytes
from drafter.read.own_part import OwnPart, own_part
from drafter.read.package import Package, damaged
from drafter.read.result import Refused
from drafter.read.word_numbers import VALUE, Numbers, W
from drafter.read.word_text import MC, OFF

PUT_IN, TAKEN_OUT = (f"{W}ins", f"{W}moveTo"), (f"{W}del", f"{W}moveFrom")
OURS = ("_b", "_h", "_f")
PASSED = {f"{W}{name}" for name in ("pPr", "rPr", "sectPr", "instrText", "delInstrText", "rt", "txbxContent", "tbl")} | {f"{MC}Fallback"}
LETTERS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}noBreakHyphen": "-"}
UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters that take no room: places where a line may break, marks of direction."""
HALF_DIGITS = {ord("０") + digit: str(digit) for digit in range(10)} | {ord("％"): "%"}
CREATOR = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy"


class Opened(NamedTuple):
    """An edited file in one view, and what it says of itself where it is one of ours."""

    edited: Edited
    own: OwnPart | None


def read_edited(path: Path, original: bool = False) -> tuple[Opened | None, list[Finding]]:
    """Read a Word file as if its tracked changes were accepted, or with ``original`` as if they were rejected."""
    try:
        package = Package(read_bytes(real(path)))
        if package.other():
            raise damaged()
        walk = _Walk(package, original)
        return Opened(walk.edited(path.name), own_part(package)), []
    except Refused as refused:
        return None, [refused.finding(str(path))]


class _Paragraph:
    """A paragraph while it is read; one whose mark is gone goes on with the next."""

    def __init__(self) -> None:
        self.text = ""
        self.style = ""
        self.number = ""
        self.bookmarks: set[str] = set()
        self.strokes: list[Stroke] = []
        self.quotes: dict[str, tuple[int, int]] = {}


class _Walk:
    """One way through a document in one view."""

    def __init__(self, package: Package, original: bool) -> None:
        self._root = package.xml(package.main())
        self._numbers = Numbers(package.beside_main("numbering.xml"), package.beside_main("styles.xml"))
        self._notes = package.beside_main("comments.xml")
        self._core = package.xml("docProps/core.xml")
        self._gone, self._new = (PUT_IN, TAKEN_OUT) if original else (TAKEN_OUT, PUT_IN)
        self._original = original
        self._open: dict[str, tuple[str, int]] = {}
        self._quoted: set[str] = set()
        self._count = 0
        self._lines: list[_Paragraph] = []

    def edited(self, name: str) -> Edited:
        """Read the whole file."""
        held: _Paragraph | None = None
        for element in self._paragraphs():
            held = held or _Paragraph()
            properties = element.find(f"{W}pPr")
            self._begin(held)
            self._content(element, held, (), None)
            self._end(held)
            mark = None if properties is None else properties.find(f"{W}rPr")
            self._count += mark is not None and any(mark.find(tag) is not None for tag in (*PUT_IN, *TAKEN_OUT))
            if mark is not None and any(mark.find(tag) is not None for tag in self._gone):
                continue  # its mark is gone: it goes on with the next one
            held.style = _value(properties, "pStyle")
            held.number = self._numbers.next(properties) if held.text.strip() else ""
            self._lines.append(held)
            held = None
        if held is not None and held.text.strip():
            self._lines.append(held)
        kept = [line for line in self._lines if line.text.strip()]
        saved = "" if self._core is None else self._core.findtext(CREATOR) or ""
        return Edited(name, tuple(map(_line, kept)), tuple(self._remarks(kept)), saved.strip(), self._count)

    def _paragraphs(self) -> Iterator[Any]:
        """Yield the paragraphs in their order; rows that are not there in this view and second versions are passed over."""
        rows = {f"{W}ins" if self._original else f"{W}del"}
        stack = [self._root]
        while stack:
            element = stack.pop()
            if element.tag == f"{MC}Fallback":
                continue
            if element.tag == f"{W}tr" and any(element.find(f"{W}trPr/{tag}") is not None for tag in rows):
                continue
            if element.tag == f"{W}p":
                yield element
                stack.extend(reversed([inner for box in element.iter(f"{W}txbxContent") if not _second(box) for inner in box]))
            else:
                stack.extend(child for child in reversed(element) if isinstance(child.tag, str))

    def _begin(self, held: _Paragraph) -> None:
        for number, (name, _) in list(self._open.items()):
            self._open[number] = (name, len(held.text))

    def _end(self, held: _Paragraph) -> None:
        held.bookmarks |= {name for name, start in self._open.values() if start < len(held.text)}
        for number, (start, end) in list(held.quotes.items()):
            held.quotes[number] = (start, len(held.text) if number in self._quoted else end)

    def _content(self, element: Any, held: _Paragraph, states: tuple[str, ...], hand: Hand | None) -> None:
        """Take what stands in a paragraph, or in a part of one; ``states`` are the tracked changes around it."""
        for child in element:
            tag = child.tag
            if tag in PASSED or not isinstance(tag, str):
                continue
            if tag in (*PUT_IN, *TAKEN_OUT):
                self._count += 1
                self._content(child, held, (*states, tag), _hand(child))
            elif tag in (f"{W}t", f"{W}delText") or tag in LETTERS:
                self._words(LETTERS.get(tag, child.text or ""), held, states, hand)
            elif tag == f"{W}r" and _hidden(child):
                continue
            else:
                self._mark(child, held)
                self._content(child, held, states, hand)

    def _words(self, words: str, held: _Paragraph, states: tuple[str, ...], hand: Hand | None) -> None:
        at = len(held.text)
        words = words.translate(BLANKS)
        if any(tag in states for tag in self._gone):
            if hand and not self._original:
                # What one person put in and another took out was never in the draft.
                held.strokes.append(Stroke(at, at, "" if any(tag in states for tag in self._new) else words, hand))
            return
        held.text += words
        if hand and any(tag in states for tag in self._new) and not self._original:
            held.strokes.append(Stroke(at, at + len(words), "", hand))

    def _mark(self, element: Any, held: _Paragraph) -> None:
        """Note where a bookmark or the words of a comment begin and end."""
        number = element.get(f"{W}id", "")
        if element.tag == f"{W}bookmarkStart" and element.get(f"{W}name", "").startswith(OURS):
            self._open[number] = (element.get(f"{W}name"), len(held.text))
        elif element.tag == f"{W}bookmarkEnd" and number in self._open:
            name, start = self._open.pop(number)
            if start < len(held.text):
                held.bookmarks.add(name)
        elif element.tag == f"{W}commentRangeStart":
            held.quotes[number] = (len(held.text), len(held.text))
            self._quoted.add(number)
        elif element.tag == f"{W}commentRangeEnd" and number in held.quotes:
            held.quotes[number] = (held.quotes[number][0], len(held.text))
            self._quoted.discard(number)
        elif element.tag == f"{W}commentReference" and number not in self._quoted:
            held.quotes.setdefault(number, (len(held.text), len(held.text)))

    def _remarks(self, lines: list[_Paragraph]) -> Iterator[Remark]:
        """Yield the comments in the order of the words they hang on; those whose words are gone come last."""
        if self._notes is None:
            return
        known = {found.get(f"{W}id", ""): found for found in self._notes.iterfind(f"{W}comment")}
        for index, line in enumerate(lines):
            for number, (start, end) in line.quotes.items():
                found = known.pop(number, None)
                if found is not None:
                    yield Remark(_hand(found), _said(found), index, line.text[start:end].strip())
        for found in known.values():
            yield Remark(_hand(found), _said(found), -1)


BLANKS = HALF_DIGITS | dict.fromkeys(map(ord, "\t\n\r\v\xa0"), " ") | dict.fromkeys(map(ord, UNSEEN), None)


def _line(held: _Paragraph) -> EditedLine:
    lead = len(held.text) - len(held.text.lstrip())
    commas = [column for number in THOUSANDS.finditer(held.text) for column in range(*number.span()) if held.text[column] == ","]

    def at(column: int) -> int:
        return max(0, column - lead - sum(comma < column for comma in commas)) + len(held.number)

    strokes = tuple(Stroke(at(stroke.start), at(stroke.end), stroke.gone, stroke.hand) for stroke in held.strokes)
    return EditedLine(held.number + tidy(held.text).strip(), held.style, frozenset(held.bookmarks), strokes)


def _said(comment: Any) -> str:
    return "；".join(words for found in comment.iter(f"{W}p") if (words := "".join(text.text or "" for text in found.iter(f"{W}t")).strip()))


def _hand(element: Any) -> Hand:
    date = element.get(f"{W}date", "").replace("T", " ")[:16]
    return Hand(element.get(f"{W}author", "").strip(), "" if date.startswith(("0000", "1970")) else date)


def _hidden(run: Any) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(VALUE, "1") not in OFF


def _second(element: Any) -> bool:
    return any(above.tag == f"{MC}Fallback" for above in element.iterancestors())


def _value(properties: Any, name: str) -> str:
    found = None if properties is None else properties.find(f"{W}{name}")
    return "" if found is None else found.get(VALUE, "")
