"""The formal form as paragraphs: 版头, 主体 and 版记 of GB/T 9704—2012, 7.2 to 7.4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from math import ceil
from typing import NamedTuple

from drafter.report import Attachment, Cited, Formal, Head, Report, Run, Table, Text, joined, numbered, plain
from drafter.write import official
from drafter.write.cells import width
from drafter.write.imprint import HAIR, Foot, imprint
from drafter.write.layout import GBT9704, PageLayout
from drafter.write.places import mark_look, sealed_rows, signer_places
from drafter.write.plan import EMPTY, Layout, Line, block_line, closing, line_of, marked, named
from drafter.write.title import shaped

CENTER, LEFT = "center", "left"


class Mark(NamedTuple):
    """发文机关标志 of several organs: a line each, and 文件 beside them in the middle."""

    names: tuple[Line, ...]
    suffix: Line | None
    height: int
    """Of a line, in twips."""
    widths: tuple[int, int]
    """Of the names and of 文件, in twips."""


class Grid(NamedTuple):
    """A table of an attachment."""

    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[int, ...]
    """In twips."""


Item = Line | Mark | Foot | Grid


def laid(report: Report, layout: PageLayout = GBT9704) -> tuple[Item, ...]:
    """Return everything that stands in a formal copy, in order, bookmarks named."""
    formal = report.formal
    if formal is None:
        return ()
    begin = (*_head(formal, layout), *_title(report.head, formal, layout))
    crowded = sum(_height(item, layout) for item in begin) + layout.pitch > official.PAGE_HEIGHT - layout.top - layout.bottom
    if crowded:
        begin = begin[:-1]
    items = (*begin, *_text(report, formal), *_closing(report.head, formal, layout),
             *chain.from_iterable(_attachment(one, number, len(formal.attachments), layout) for number, one in enumerate(formal.attachments, 1)),
             imprint(formal, layout, crowded))
    names = named(lines_in(items))
    return tuple(_with(item, names) for item in items)


def lines_in(items: Iterable[Item]) -> Iterator[Line]:
    """Yield every paragraph of some items in order."""
    for item in items:
        if isinstance(item, Line):
            yield item
        elif isinstance(item, Mark):
            yield from (item.names[0], *([item.suffix] if item.suffix else []), *item.names[1:])
        else:
            yield from chain.from_iterable(item.rows) if isinstance(item, Grid) else item.lines


def _with(item: Item, names: Iterator[Line]) -> Item:
    """Return an item with the next paragraphs in the place of its own."""
    if isinstance(item, Line):
        return next(names)
    if isinstance(item, Mark):
        first, suffix = next(names), next(names) if item.suffix else None
        return Mark((first, *(next(names) for _ in item.names[1:])), suffix, item.height, item.widths)
    if isinstance(item, Grid):
        return item._replace(rows=tuple(tuple(next(names) for _ in row) for row in item.rows))
    return item._replace(lines=tuple(next(names) for _ in item.lines))


def words(report: Report, layout: PageLayout = GBT9704) -> str:
    """Return the words of a formal copy, one paragraph a line."""
    lines = ((line.style, line.number + plain(tuple(mark.run for mark in line.marks))) for line in lines_in(laid(report, layout)))
    return "\n".join(text.replace("\n", "") if style == "Title" else text for style, text in lines)


def _height(item: Item, page: PageLayout) -> int:
    """Return how deep something above the text is, in twips."""
    if isinstance(item, Mark):
        return len(item.names) * item.height
    assert isinstance(item, Line)
    text = plain(tuple(mark.run for mark in item.marks))
    lines = ceil(width(text) / page.across) if item.style == "Recipients" else 1 + text.count("\n")
    return (item.layout.height if item.layout else 0) or lines * page.pitch


def _head(formal: Formal, page: PageLayout) -> Iterator[Item]:
    """Yield 版头: mark, number with signers, and the red rule; the mark is where it is on the sheet, whatever the upper margin."""
    look = mark_look([plain(name) for name in formal.mark], plain(formal.suffix), page)
    height = round(look.points * 20 * 1.1)  # a line so high holds the characters and no more
    above = official.MARK_TOP_MM * official.TWIPS_PER_MM + GBT9704.top - page.top
    yield Line("Normal", layout=Layout(height=max(HAIR, round(above - official.MARK_WHITE * look.points * 20))))
    size = f'<w:w w:val="{look.percent}"/><w:sz w:val="{round(look.points * 2)}"/><w:szCs w:val="{round(look.points * 2)}"/>'
    layout = Layout(height=height, look=size)
    if formal.preprinted:
        yield from (Line("OrganMark", layout=layout) for _ in formal.mark)
    elif len(formal.mark) == 1:
        yield line_of("OrganMark", "mark", (*formal.mark[0], *formal.suffix), layout)
    else:
        yield _joint_mark(formal, layout, look.points * look.percent / 5)
    yield from [EMPTY] * official.NUMBER_GAP_LINES
    yield from _number(formal, page)
    yield Line("Normal" if formal.preprinted else "RedRule", layout=Layout(height=official.RULE_ROOM))


def _joint_mark(formal: Formal, layout: Layout, letter: float) -> Mark:
    """Return the mark of several organs; ``letter`` is the width of a character in twips."""
    names = tuple(line_of("JointMark", f"mark{number}", name, layout) for number, name in enumerate(formal.mark, 1))
    longest = max(len(plain(name)) for name in formal.mark)
    suffix = line_of("OrganMark", "suffix", formal.suffix, layout) if formal.suffix else None
    widths = round(letter * longest) + 20, round(letter * len(plain(formal.suffix))) + 20 if suffix else 0
    return Mark(names, suffix, layout.height, widths)


def _number(formal: Formal, page: PageLayout) -> Iterator[Line]:
    """Yield 签发人 row by row, with 发文字号 in the last (7.2.5, 7.2.6)."""
    places = signer_places([plain(name) for name in formal.signers], plain(formal.number), page)
    for turn, row in enumerate(places.rows):
        last = turn == len(places.rows) - 1 and places.beside
        begin = marked(formal.number) if last else ()
        label = "\t签发人：" if turn == 0 else "\t"  # the first name follows its label; a tab stop there might be passed over
        names = [(*marked((Text("\t" if column else label),)), *marked(formal.signers[index], "SignerName")) for column, index in enumerate(row)]
        at = (places.label if turn == 0 else places.columns[0], *places.columns[1:])
        yield Line("DocumentNumber", f"number{turn + 1}", bookmark=f"_hnumber{turn + 1}", marks=(*begin, *chain.from_iterable(names)),
                   layout=Layout(first=float(official.NUMBER_INSET_CELLS), tabs=tuple((LEFT, one) for one in at)))
    if not places.beside:
        yield line_of("DocumentNumber", "number", formal.number, Layout(first=float(official.NUMBER_INSET_CELLS)))


def _title(head: Head, formal: Formal, page: PageLayout) -> Iterator[Line]:
    """Yield title, 稿次 and 主送机关."""
    yield from [EMPTY] * official.TITLE_GAP_LINES
    yield line_of("Title", "title", shaped(head.title, page))
    if formal.stage:
        yield line_of("DraftStage", "stage", (Text("（"), *formal.stage, Text("）")))
    yield from [EMPTY] * official.RECIPIENT_GAP_LINES
    yield line_of("Recipients", "recipients", (*joined(formal.recipients, "、"), Text("：")))


def _text(report: Report, formal: Formal) -> Iterator[Line]:
    """Yield the text; its last paragraph does not part from the attachments and names below it: no side bears these alone."""
    lines = [block_line(mark, block) for mark, block in numbered(report)]
    yield from lines[:-1]
    yield from (line._replace(keep=True) for line in lines[-1:])
    yield from _named_attachments(formal)


def _named_attachments(formal: Formal) -> Iterator[Line]:
    """Yield 附件说明 (7.3.4): one has no number, several have, and a long name goes on under its first character."""
    indent, label = float(official.PARAGRAPH_INDENT_CELLS), "附件："
    count = len(formal.attachments)
    if count:
        yield EMPTY._replace(keep=True)
    for number, one in enumerate(formal.attachments, 1):
        mark = f"{number}." if count > 1 else ""
        begin = indent if number == 1 else indent + len(label)
        name = indent + len(label) + (width(mark) + 0.25 if mark else 0)
        start = (label if number == 1 else "") + mark + ("\t" if mark else "")
        layout = Layout(first=begin, left=name, tabs=((LEFT, name),) if mark else ())
        yield line_of("AttachmentList", f"attached{number}", (Text(start), *one.title), layout)._replace(keep=True)


def _closing(head: Head, formal: Formal, page: PageLayout) -> Iterator[Line]:
    """Yield 署名, 成文日期 and 附注."""
    *lines, last = _sealed(head, page) if formal.sealed else closing(head, page)
    yield from lines
    yield last._replace(keep=bool(formal.note))
    if formal.note:
        yield line_of("DocumentNote", "note", (Text("（"), *formal.note, Text("）")))


def _sealed(head: Head, page: PageLayout) -> Iterator[Line]:
    """Yield 署名 and 成文日期 with room for seals, kept together (7.3.5.1)."""
    rows = sealed_rows([plain(name) for name in head.signatures], plain(head.date), page)
    count, first = 0, 0
    for row in rows:
        yield from [EMPTY._replace(keep=True)] * (official.SEAL_ROW_LINES if first else official.SEAL_GAP_LINES)
        signed = head.signatures[first:first + len(row.middles)]
        first += len(row.middles)
        layout = Layout(first=0.0, tabs=tuple((CENTER, at) for at in row.middles))
        for pieces in row.lines:
            count += 1
            runs = chain.from_iterable((Text("\t"), _piece(name, words)) for name, words in zip(signed, pieces, strict=True))
            yield line_of("Signature", f"signature{count}", tuple(runs), layout, 0.0)._replace(keep=True)
    under = Layout(first=0.0, tabs=((CENTER, rows[-1].middles[-1]),))
    yield line_of("Date", "date", (Text("\t"), *head.date), under, 0.0)


def _piece(name: tuple[Run, ...], words: str) -> Run:
    """Return the part of a name that stands in one line, with the addresses of the whole."""
    at = tuple(dict.fromkeys(address for run in name if isinstance(run, Cited) for address in run.at))
    return Cited(words, at) if at and words else Text(words)


def _attachment(one: Attachment, number: int, count: int, page: PageLayout) -> Iterator[Item]:
    """Yield an attachment on a side of its own (7.3.7); one of which only the name is known prints nothing here."""
    if not one.blocks:
        return
    label = f"附件{number}" if count > 1 else "附件"
    yield line_of("AttachmentLabel", f"label{number}", (Text(label),), Layout(page=True))
    yield from [EMPTY] * (official.ATTACHMENT_TITLE_LINE - 2)
    yield line_of("Title", f"title{number}", shaped(one.title, page))
    yield EMPTY
    texts = tuple(block for block in one.blocks if not isinstance(block, Table))
    marks = {block.id: mark for mark, block in numbered(Report(Head((), "", ""), texts))}
    for block in one.blocks:
        yield _grid(block, page) if isinstance(block, Table) else block_line(marks[block.id], block)


def _grid(table: Table, page: PageLayout) -> Grid:
    """Return a table as wide as 版心."""
    whole = sum(table.widths)
    rows = tuple(tuple(line_of("TableHead" if row == 0 else "TableText", f"{table.id}-{row + 1}-{column + 1}", cell)
                       for column, cell in enumerate(cells)) for row, cells in enumerate(table.rows))
    return Grid(rows, tuple(page.width * part // whole for part in table.widths))
