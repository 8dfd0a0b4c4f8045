"""修改对照稿: a new draft against an old one, as a Word file with native tracked changes.

All accepted it is the new draft, all rejected the old one. The mark of a paragraph carries its own tracked change, which
lets a whole paragraph come and go (ISO/IEC 29500-1, 17.13.5). The last paragraph of a file has nothing behind it to go
on with, so an empty one that never changes stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import count
from typing import NamedTuple

from drafter.report import Head, Report, plain
from drafter.words import pieces
from drafter.write import official
from drafter.write.body import NAMESPACES
from drafter.write.docx import assembled
from drafter.write.dress import section
from drafter.write.escape import escape
from drafter.write.layout import GBT9704
from drafter.write.plan import plan
from drafter.write.properties import core

ALIKE = 0.4
"""Likeness from which a paragraph is changed word by word, not taken out and put in."""
LITTLE = 3
"""A stretch that stayed is shown as such only from this many characters on; shorter ones make the page a patchwork."""
SAME, OUT, IN = "equal", "delete", "insert"
AUTHOR = "起草助手"


class Printed(NamedTuple):
    """A paragraph of a draft: its style, and its words with the number of a heading."""

    style: str
    text: str
    right: float | None = None


class _Row(NamedTuple):
    """A paragraph of the comparison: the words that stayed, went and came; ``mark`` is what became of the paragraph."""

    printed: Printed
    parts: tuple[tuple[str, str], ...]
    mark: str


def printed(report: Report) -> tuple[Printed, ...]:
    """Return the paragraphs of a draft."""
    return tuple(Printed(line.style, line.number + plain(tuple(mark.run for mark in line.marks)), line.right) for line in plan(report))


def tracked(old: Sequence[Printed], new: Sequence[Printed], head: Head) -> bytes:
    """Return the Word file that turns one draft into the other by tracked changes."""
    rows = [*_rows(old, new), _Row(Printed("Normal", ""), (), SAME)]
    ids = count(1)
    body = "\n".join(_paragraph(row, ids) for row in rows)
    xml = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
           f"<w:document {NAMESPACES}><w:body>\n{body}\n{section(GBT9704)}</w:body></w:document>\n")
    return assembled({"word/document.xml": xml, "docProps/core.xml": core(head)})


def _rows(old: Sequence[Printed], new: Sequence[Printed]) -> Iterator[_Row]:
    """Yield the paragraphs of the comparison in order."""
    def keys(lines: Sequence[Printed]) -> list[str]:
        return [f"{line.style} {_flat(line.text)}" for line in lines]

    for tag, low, high, start, end in SequenceMatcher(None, keys(old), keys(new), autojunk=False).get_opcodes():
        if tag == SAME:
            yield from (_Row(line, ((SAME, line.text),), SAME) for line in new[start:end])
        else:
            yield from _changed(old[low:high], new[start:end])


def _changed(old: Sequence[Printed], new: Sequence[Printed]) -> Iterator[_Row]:
    """Yield a stretch of paragraphs that differ: like ones are changed word by word, the others go and come."""
    first = 0
    for line in new:
        if not line.text:
            yield _Row(line, (), SAME)  # an empty line is layout, and drafts remember only their words
            continue
        match = next((at for at in range(first, len(old)) if old[at].style == line.style and _alike(old[at].text, line.text)), None)
        if match is None:
            yield _Row(line, ((IN, line.text),), IN)
            continue
        yield from (_Row(gone, ((OUT, gone.text),), OUT) for gone in old[first:match])
        yield _Row(line, tuple(_parts(old[match].text, line.text)), SAME)
        first = match + 1
    yield from (_Row(gone, ((OUT, gone.text),), OUT) for gone in old[first:])


def _flat(text: str) -> str:
    """Return words without the line breaks of a title."""
    return text.replace("\n", "")


def _alike(first: str, second: str) -> bool:
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= ALIKE


def _parts(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield what stayed, went and came of a paragraph."""
    before, after = [piece.text for piece in pieces(old)], [piece.text for piece in pieces(new)]
    out = come = ""
    for tag, low, high, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, came = "".join(before[low:high]), "".join(after[start:end])
        if tag == SAME and (len(gone) >= LITTLE or not out + come):
            yield from ((kind, words) for kind, words in ((OUT, out), (IN, come)) if words)
            yield SAME, gone
            out = come = ""
        else:
            out, come = out + gone, come + came
    yield from ((kind, words) for kind, words in ((OUT, out), (IN, come)) if words)


def _paragraph(row: _Row, ids: Iterator[int]) -> str:
    right = row.printed.right
    indent = "" if right is None else f'<w:ind w:rightChars="{round(right * 100)}" w:right="{round(right * official.CELL)}"/>'
    mark = "" if row.mark == SAME else f"<w:rPr>{_tag(row.mark, ids)}/></w:rPr>"
    runs = "".join(_run(kind, words, ids) for kind, words in row.parts if words)
    return f'<w:p><w:pPr><w:pStyle w:val="{row.printed.style}"/>{indent}{mark}</w:pPr>{runs}</w:p>'


def _run(kind: str, words: str, ids: Iterator[int]) -> str:
    name = "w:delText" if kind == OUT else "w:t"
    lines = (f'<{name} xml:space="preserve">{escape(piece)}</{name}>' if piece else "" for piece in words.split("\n"))
    run = f"<w:r>{'<w:br/>'.join(lines)}</w:r>"
    return run if kind == SAME else f"{_tag(kind, ids)}>{run}</w:{'del' if kind == OUT else 'ins'}>"


def _tag(kind: str, ids: Iterator[int]) -> str:
    """Return the opening of a tracked change; it bears no date, for a draft knows no clock."""
    return f'<w:{"del" if kind == OUT else "ins"} w:id="{next(ids)}" w:author="{AUTHOR}"'
