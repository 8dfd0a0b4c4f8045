"""The document tree: what every writer reads and every composer makes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.finding import Address

CHINESE = "一二三四五六七八九十"
TO_FILL = "【待填："
"""How the mark begins that stands where the profile has a blank: 【待填：行政处罚】."""


class Text(NamedTuple):
    """Words that stand in no profile: set phrases, and the words of a frame around its facts."""

    text: str
    origin: str = ""


class Cited(NamedTuple):
    """Words or a figure of the profile, with the addresses they came from."""

    text: str
    at: tuple[Address, ...]
    origin: str = ""
    figure: bool = False
    typed: str = ""
    """The words as the profile has them, where they are said in another way here; empty where they stand as typed."""


Run = Text | Cited


class Heading(NamedTuple):
    """A heading without its number; level 1 prints 一、, 2 （一）, 3 1., 4 （1）."""

    level: int
    runs: tuple[Run, ...]
    id: str


class Paragraph(NamedTuple):
    """A paragraph of running text."""

    runs: tuple[Run, ...]
    id: str


Block = Heading | Paragraph


class Head(NamedTuple):
    """What stands outside the numbered text: title, signature, and the properties of the file.

    ``created`` is an ISO date that stands in the file's properties; never the clock.
    """

    title: tuple[Run, ...]
    unit: str
    created: str
    signatures: tuple[tuple[Run, ...], ...] = ()
    date: tuple[Run, ...] = ()
    about: tuple[Cited, ...] = ()
    """What the whole report hangs on: 单位, 级别, 上级, 期间; stands in the custom part, not on the page."""


class Table(NamedTuple):
    """A table of an attachment; the first row holds the names of the columns."""

    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    widths: tuple[int, ...]
    """Parts of the whole width, one a column."""
    id: str


class Attachment(NamedTuple):
    """A 附件: its name, printed in 附件说明 and above its text, and the text; without blocks only its name prints."""

    title: tuple[Run, ...]
    blocks: tuple[Block | Table, ...] = ()


class Formal(NamedTuple):
    """What the formal form (上报) has besides the text, by GB/T 9704—2012, 7.2 to 7.4; what is empty does not print.

    署名 and 成文日期 stand in ``Head``; several organs are several signatures, the lead organ first.
    """

    mark: tuple[tuple[Run, ...], ...]
    """发文机关标志: one organ a line, without 文件."""
    suffix: tuple[Run, ...]
    """文件, beside all the organs of the mark; empty where the mark does without."""
    number: tuple[Run, ...]
    """发文字号 of the lead organ; never invented: 〔　　〕　　号 while nobody gave one."""
    signers: tuple[tuple[Run, ...], ...]
    """签发人, their names only."""
    recipients: tuple[tuple[Run, ...], ...]
    """主送机关, joined by 、 and followed by ： in print."""
    attachments: tuple[Attachment, ...] = ()
    note: tuple[Run, ...] = ()
    """附注, without its brackets."""
    copies: tuple[tuple[Run, ...], ...] = ()
    """抄送机关, joined by ， and followed by 。 in print."""
    printer: tuple[Run, ...] = ()
    """印发机关."""
    printed: tuple[Run, ...] = ()
    """印发日期, without 印发."""
    stage: tuple[Run, ...] = ()
    """稿次, without its brackets: 征求意见稿, 送审稿; empty in a final."""
    sealed: bool = True
    """Room for one seal an organ; no seal is ever drawn."""
    preprinted: bool = False
    """套红: the paper has mark and red rule already, so they are left out and their room is kept."""

    def runs(self) -> tuple[Run, ...]:
        """Return all the words of the form, without the text of the attachments."""
        parts = (*self.mark, self.number, *self.signers, *self.recipients, *(one.title for one in self.attachments), self.note,
                 *self.copies, self.printer, self.printed, self.stage)
        return tuple(run for part in parts for run in part)


class Report(NamedTuple):
    """A whole report, ready for any writer; ``formal`` is what makes it a formal copy."""

    head: Head
    blocks: tuple[Block, ...]
    formal: Formal | None = None


def joined(parts: Sequence[tuple[Run, ...]], mark: str) -> tuple[Run, ...]:
    """Return the runs of several parts with a mark between them."""
    runs: list[Run] = []
    for number, part in enumerate(parts):
        runs += [*([Text(mark)] if number else []), *part]
    return tuple(runs)


def plain(runs: tuple[Run, ...]) -> str:
    """Return the words of some runs."""
    return "".join(run.text for run in runs)


def fingerprint(words: str) -> str:
    """Return what tells whether a paragraph still says the same; line breaks and blanks at its ends are layout."""
    return hashlib.sha256(re.sub("[\n\v]", "", words).strip().encode()).hexdigest()[:16]


def chinese(number: int) -> str:
    """Return 1 to 999 in Chinese numerals; what is more stays as it is."""
    if number > 999:
        return str(number)
    hundreds, rest = divmod(number, 100)
    if hundreds:
        tail = f"零{chinese(rest)}" if 0 < rest < 10 else f"{'一' if 10 <= rest < 20 else ''}{chinese(rest)}" if rest else ""
        return f"{CHINESE[hundreds - 1]}百{tail}"
    tens, ones = divmod(number, 10)
    if not tens:
        return CHINESE[ones - 1]
    return ("" if tens == 1 else CHINESE[tens - 1]) + "十" + (CHINESE[ones - 1] if ones else "")


def number(level: int, count: int) -> str:
    """Return the mark of the count-th heading of a level (GB/T 9704—2012, 7.3.3)."""
    if level == 1:
        return f"{chinese(count)}、"
    if level == 2:
        return f"（{chinese(count)}）"
    return f"{count}." if level == 3 else f"（{count}）"


def numbered(report: Report) -> Iterator[tuple[str, Block]]:
    """Yield every block with its number, which is empty for paragraphs."""
    counts = [0, 0, 0, 0]
    for block in report.blocks:
        if isinstance(block, Heading):
            counts[block.level - 1] += 1
            counts[block.level:] = [0] * (4 - block.level)
            yield number(block.level, counts[block.level - 1]), block
        else:
            yield "", block
