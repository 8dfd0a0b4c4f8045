"""版记 at the foot of the last side: who gets the report and copies of it, who printed it and when (GB/T 9704—2012, 7.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.report import Formal, Run, Text, plain
from drafter.write import official
from drafter.write.cells import folds, width
from drafter.write.layout import PageLayout
from drafter.write.plan import Layout, Line, line_of
from drafter.write.title import cut

RIGHT = "right"
RECIPIENTS, COPIES = "主送：", "抄送："
APART = 1.0
"""Characters that part 印发机关 and 印发日期 at least."""
HAIR = 20
"""The height in twips of a line that holds but a rule."""


class Foot(NamedTuple):
    """版记, at the foot of the last side."""

    lines: tuple[Line, ...]
    height: int
    """In twips; the room that is kept for it."""


def imprint(formal: Formal, page: PageLayout, crowded: bool = False) -> Foot:
    """Return 版记: 抄送, then 印发机关 and 印发日期, between rules as wide as 版心 (7.4).

    Where the first side is too ``crowded`` to show the text, 主送机关 stand here, above 抄送 and without a rule between (7.3.2, 7.4.2).
    """
    outer, inner = official.IMPRINT_RULES
    cell = official.IMPRINT_CELL
    room = page.width / cell - 2
    lines = [_rule((outer, 0))]
    listed = (("recipients", RECIPIENTS, formal.recipients if crowded else ()), ("copies", COPIES, formal.copies))
    layout = Layout(first=1.0, left=1.0 + len(COPIES), cell=cell)
    for name, label, organs in listed:
        if organs:
            lines.append(line_of("Imprint", name, (Text(label), *_copied(organs, room), Text("。")), layout, 1.0))
    if len(lines) > 1:
        lines.append(_rule((inner, 0)))
    lines += [*_printed(formal, room), _rule((0, outer))]
    texts = [plain(tuple(mark.run for mark in line.marks)) for line in lines if line.id]
    deep = sum(1 + text.count("\n") for text in texts)
    return Foot(tuple(lines), deep * page.pitch + (len(lines) - len(texts)) * 2 * HAIR)


def _rule(sizes: tuple[int, int]) -> Line:
    """Return a rule of 版记: a line with nothing in it, for the rule of a line with words keeps to their insets."""
    return Line("Imprint", layout=Layout(height=HAIR, rules=sizes))


def _printed(formal: Formal, room: float) -> Iterator[Line]:
    """Yield 印发机关 and 印发日期 in one line, or in two where they do not fit into it."""
    layout = Layout(first=1.0, left=1.0, tabs=((RIGHT, room + 1),), cell=official.IMPRINT_CELL)
    date = (Text("\t"), *formal.printed, Text("印发"))
    printer = plain(formal.printer)
    if width(printer) + APART + width(plain(date)) <= room:
        yield line_of("Imprint", "printed", (*formal.printer, *date), layout)
        return
    yield line_of("Imprint", "printer", _folded(formal.printer, room), layout._replace(tabs=()), 1.0)
    yield line_of("Imprint", "printed", date, layout)


def _folded(runs: tuple[Run, ...], room: float) -> tuple[Run, ...]:
    """Return runs with line breaks in them where a line is full."""
    for turn, at in enumerate(folds(plain(runs), room)):
        runs = cut(runs, at + turn)
    return runs


def _copied(copies: tuple[tuple[Run, ...], ...], between: float) -> Iterator[Run]:
    """Yield the organs that get a copy; where lines end is laid down here, so that their number is known.

    ``between`` is what a line holds between its insets, in characters.
    """
    room, used = between - len(COPIES), 0.0
    for number, copy in enumerate(copies):
        needed = width(plain(copy)) + 1
        if number:
            yield Text("，\n" if used + needed > room else "，")
        used = 0.0 if used + needed > room else used
        found = _folded(copy, room - 1)
        used += width(plain(found).rsplit("\n", 1)[-1]) + 1
        yield from found
