"""The web form (公开) of a composed report: title and text, without the sentences that say what is not to be published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from drafter.finding import Address
from drafter.report import CHINESE, Block, Cited, Heading, Paragraph, Report, Run, Text, chinese, plain

END = re.compile("(?<=[。；！？])(?![。；！？”’）])")
ORDINAL = re.compile(f"([{CHINESE}]+)是")


class Gone(NamedTuple):
    """A sentence, or a heading under which nothing is left, that the web form does not print."""

    words: str
    at: frozenset[Address]
    """Everything of the profile that it says."""


def published(report: Report, targets: Iterable[Address]) -> tuple[Report, tuple[Gone, ...]]:
    """Return the report without the sentences that say anything at or under some addresses, and those sentences."""
    hidden = tuple(targets)
    gone: list[Gone] = []
    blocks: list[Block] = []
    for block in report.blocks:
        kept = _kept(block, hidden, gone)
        blocks += [kept] if kept else []
    blocks = _recounted(list(_standing(report, blocks, gone))) if gone else blocks
    head = report.head._replace(signatures=(), date=())
    return Report(head, tuple(blocks)), tuple(gone)


def _kept(block: Block, hidden: tuple[Address, ...], gone: list[Gone]) -> Block | None:
    """Return what stays of a block; a heading stays until it is seen that nothing stands under it."""
    if isinstance(block, Heading) or not _says(block.runs, hidden):
        return block
    sentences = _sentences(block.runs)
    stay = [sentence for sentence in sentences if not _says(sentence, hidden)]
    gone += [Gone(plain(sentence), frozenset(_addresses(sentence))) for sentence in sentences if _says(sentence, hidden)]
    if not stay:
        return None
    if plain(stay[-1]).endswith("；") and not plain(block.runs).endswith("；"):
        stay[-1] = _ended(stay[-1])
    return Paragraph(tuple(run for sentence in stay for run in sentence), block.id)


def _says(runs: tuple[Run, ...], hidden: tuple[Address, ...]) -> bool:
    return any(at[:len(target)] == target for at in _addresses(runs) for target in hidden)


def _addresses(runs: tuple[Run, ...]) -> Iterator[Address]:
    for run in runs:
        if isinstance(run, Cited):
            yield from run.at


def _sentences(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """Return runs cut at the ends of sentences."""
    text = plain(runs)
    cuts = [0, *(end.start() for end in END.finditer(text) if 0 < end.start() < len(text)), len(text)]
    return [_between(runs, start, stop) for start, stop in pairwise(cuts)]


def _between(runs: tuple[Run, ...], start: int, stop: int) -> tuple[Run, ...]:
    """Return the runs of a stretch of their words."""
    made: list[Run] = []
    for run in runs:
        if words := run.text[max(start, 0):max(stop, 0)]:
            made.append(run._replace(text=words))
        start, stop = start - len(run.text), stop - len(run.text)
    return tuple(made)


def _ended(sentence: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return a sentence that now comes last with a full stop."""
    last = sentence[-1]
    return (*sentence[:-1], last._replace(text=f"{last.text[:-1]}。"))


def _standing(report: Report, blocks: list[Block], gone: list[Gone]) -> Iterator[Block]:
    """Yield the blocks less the headings under which nothing is left."""
    bare = {block.id for block in _bare(report.blocks)}
    lost = {block.id for block in _bare(blocks)} - bare
    for block in blocks:
        if block.id in lost:
            gone.append(Gone(plain(block.runs), frozenset()))
        else:
            yield block


def _bare(blocks: Iterable[Block]) -> list[Block]:
    """Return the headings under which nothing stands."""
    found: list[Block] = []
    open_: list[Heading] = []
    for block in blocks:
        if isinstance(block, Heading):
            found += [above for above in open_ if above.level >= block.level]
            open_ = [above for above in open_ if above.level < block.level] + [block]
        else:
            open_ = []
    return [*found, *open_]


def _recounted(blocks: list[Block]) -> list[Block]:
    """Return the blocks with 一是, 二是 … counted anew; one that is left alone is not counted."""
    series: list[list[tuple[int, int]]] = []
    for index, block in enumerate(blocks):
        for place, run in enumerate(block.runs):
            found = ORDINAL.match(run.text) if isinstance(run, Text) else None
            if found and (found[1] == "一" or not series or isinstance(block, Heading)):
                series.append([])
            if found:
                series[-1].append((index, place))
    said = {spot: chinese(number) + "是" if len(found) > 1 else "" for found in series for number, spot in enumerate(found, 1)}
    return [block._replace(runs=tuple(_counted(run, said.get((index, place))) for place, run in enumerate(block.runs)))
            for index, block in enumerate(blocks)]


def _counted(run: Run, ordinal: str | None) -> Run:
    return run if ordinal is None else run._replace(text=ORDINAL.sub(ordinal, run.text, count=1))
