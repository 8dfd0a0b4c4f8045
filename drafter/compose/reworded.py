"""What people changed in an earlier draft, worked into the new one: three texts meet, and none is lost silently.

A rewording holds where the new draft still says what the old one said, figures apart: new figures take the place of the
old ones. Where it says something else the rewording is not used, and that is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from drafter.compose.kept import Kept
from drafter.finding import Address
from drafter.profile import Rewording
from drafter.report import Block, Cited, Heading, Paragraph, Report, Run, Text, plain
from drafter.words import bare, headed, pieces, sentences

ORIGIN = "改写"
FIRST = "标题"
"""What an addition stands behind that comes before all paragraphs."""


class _Spot(NamedTuple):
    """Where some words stand: from a column of one block to a column of another, and how they are printed now."""

    first: int
    start: int
    last: int
    end: int


def reworded(report: Report, rewordings: Sequence[Rewording]) -> Kept:
    """Work rewordings into a report in their order: each of them was made in the words that those before it left."""
    blocks = list(report.blocks)
    waiting = list(rewordings)
    while True:
        left = [one for one in waiting if not _apply(blocks, one)]
        if len(left) in (0, len(waiting)):
            break
        waiting = left  # somebody may have put them into another order
    printed = _addresses(blocks)
    return Kept(report._replace(blocks=tuple(blocks)), tuple(left), frozenset(_addresses(report.blocks) - printed))


def _addresses(blocks: Iterable[Block]) -> set[Address]:
    return {at for block in blocks for run in block.runs if isinstance(run, Cited) for at in run.at}


def _apply(blocks: list[Block], one: Rewording) -> bool:
    """Work one rewording in, and tell whether it fitted."""
    spot = _find(blocks, one.old) if one.old else None
    if one.old and spot is None:
        return False
    if not one.behind:
        assert spot is not None
        _replace(blocks, spot, one)
        return True
    anchor = _behind(blocks, one.behind)
    if anchor is None:
        return False
    if spot is None:
        blocks[anchor:anchor] = [_block(text, (Cited(_words(text), (one.at,), ORIGIN),), f"w{one.at[1]}-{number}")
                                 for number, text in enumerate(one.new, start=1)]
        return True
    if spot.first < anchor <= spot.last or not _whole(blocks, spot):
        return False
    taken = blocks[spot.first:spot.last + 1]
    del blocks[spot.first:spot.last + 1]
    anchor -= len(taken) if anchor > spot.first else 0
    blocks[anchor:anchor] = taken
    return True


def _find(blocks: list[Block], lines: tuple[str, ...]) -> _Spot | None:
    """Return where some lines stand: first those that say exactly this, then those that say it with other figures."""
    wanted = [sentences(_words(line)) for line in lines]
    for key in (_itself, bare):
        keys = [[key(sentence) for sentence in line] for line in wanted]
        for first in range(len(blocks) - len(lines) + 1):
            found = _at(blocks, first, keys, key)
            if found:
                return found
    return None


def _itself(sentence: str) -> str:
    return sentence


def _at(blocks: list[Block], first: int, wanted: list[list[str]], key: Callable[[str], str]) -> _Spot | None:
    """Return the spot that begins in a block, if the wanted sentences stand there."""
    texts = [sentences(plain(block.runs)) for block in blocks[first:first + len(wanted)]]
    keys = [[key(sentence) for sentence in text] for text in texts]
    last = len(wanted) - 1
    if any(keys[index] != wanted[index] for index in range(1, last)):
        return None
    size = len(wanted[0])
    if last:
        tail = len(wanted[-1])
        if keys[0][-size:] != wanted[0] or keys[-1][:tail] != wanted[-1]:
            return None
        return _Spot(first, len("".join(texts[0][:-size])), first + last, len("".join(texts[-1][:tail])))
    for at in range(len(keys[0]) - size + 1):
        if keys[0][at:at + size] == wanted[0]:
            start = len("".join(texts[0][:at]))
            return _Spot(first, start, first, start + len("".join(texts[0][at:at + size])))
    return None


def _behind(blocks: list[Block], sentence: str) -> int | None:
    """Return the number of the block behind the one that ends with a sentence, or holds it."""
    if sentence == FIRST:
        return 0
    spot = _find(blocks, (sentence,))
    return None if spot is None else spot.last + 1


def _whole(blocks: list[Block], spot: _Spot) -> bool:
    """Tell whether a spot is nothing but whole paragraphs."""
    return spot.start == 0 and spot.end == len(plain(blocks[spot.last].runs))


def _replace(blocks: list[Block], spot: _Spot, one: Rewording) -> None:
    """Put the new words in the place of the old ones; what is the same on both sides keeps its addresses."""
    old = blocks[spot.first:spot.last + 1]
    before, middle, behind = _cut(old[0].runs, 0, spot.start), _between(old, spot), _cut(old[-1].runs, spot.end)
    new = _moved_figures(plain(middle), "\n".join(map(_words, one.old)), "\n".join(map(_words, one.new)))
    lines: list[tuple[Run, ...]] = _split(_carried(middle, new, one.at)) if one.new else [()]
    lines[0] = (*before, *lines[0])
    lines[-1] = (*lines[-1], *behind)
    made: list[Block] = []
    for number, runs in enumerate(lines):
        like = old[number] if number < len(old) and (len(lines) == len(old) or number == 0) else None
        if number == 0 and before and like:
            made.append(like._replace(runs=runs))
        elif plain(runs):
            shown = one.new[number] if number < len(one.new) else ""
            made.append(_block(shown, runs, like.id if like else f"w{one.at[1]}-{number}", like))
    blocks[spot.first:spot.last + 1] = made


def _between(old: list[Block], spot: _Spot) -> tuple[Run, ...]:
    """Return the runs of a spot, its paragraphs parted by line feeds."""
    made: tuple[Run, ...] = ()
    for number, block in enumerate(old):
        low = spot.start if number == 0 else 0
        high = spot.end if number == len(old) - 1 else len(plain(block.runs))
        made += (*((Text("\n"),) if number else ()), *_cut(block.runs, low, high))
    return made


def _block(shown: str, runs: tuple[Run, ...], name: str, like: Block | None = None) -> Block:
    """Return a block like the one that stood there; else a heading where the words begin with the number of one, or a paragraph."""
    level = headed(shown)[0]
    if isinstance(like, Heading):
        return Heading(level or like.level, runs, name)
    return Heading(level, runs, name) if level and like is None else Paragraph(runs, name)


def _words(line: str) -> str:
    """Return a line without the number of a heading, which the program gives."""
    return headed(line)[2]


def _cut(runs: tuple[Run, ...], start: int, end: int = 10**9) -> tuple[Run, ...]:
    """Return what stands between two columns of some runs."""
    made: list[Run] = []
    at = 0
    for run in runs:
        low, high = max(start - at, 0), min(end - at, len(run.text))
        if low < high:
            text = run.text[low:high]
            made.append(run if text == run.text else _part(run, text))
        at += len(run.text)
    return tuple(made)


def _part(run: Run, text: str) -> Run:
    return run._replace(text=text, figure=False) if isinstance(run, Cited) else run._replace(text=text)


def _split(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """Part runs at their line feeds."""
    made: list[list[Run]] = [[]]
    for run in runs:
        for number, text in enumerate(run.text.split("\n")):
            if number:
                made.append([])
            if text:
                made[-1].append(run if text == run.text else _part(run, text))
    return [tuple(line) for line in made]


def _moved_figures(now: str, old: str, new: str) -> str:
    """Return the new words with the figures of today in the place of those that the old words gave."""
    today = [piece.text for piece in pieces(now) if piece.number]
    given = [piece.text for piece in pieces(old) if piece.number]
    fresh = dict(enumerate(today)) if len(today) == len(given) else {}
    made, used = "", set[int]()
    for piece in pieces(new):
        index = next((at for at, text in enumerate(given) if piece.number and text == piece.text and at not in used), None)
        made += piece.text if index is None else fresh.get(index, piece.text)
        used |= {index} if index is not None else set()
    return made


def _carried(middle: tuple[Run, ...], new: str, at: Address) -> tuple[Run, ...]:
    """Return the new words as runs: what stood there before keeps its addresses, the rest leads back to the rewording."""
    old = pieces(plain(middle))
    after = pieces(new)
    made: list[Run] = []
    for tag, low, high, start, end in SequenceMatcher(None, [one.text for one in old], [one.text for one in after],
                                                      autojunk=False).get_opcodes():
        text = "".join(one.text for one in after[start:end])
        if tag == "equal":
            made += _cut(middle, old[low].start, old[high - 1].start + len(old[high - 1].text))
        elif text:
            made.append(Cited(text, (at,), ORIGIN))
    return tuple(made)
