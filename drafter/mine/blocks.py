"""Building blocks: turns of several words that more than one report uses, cut at the edges of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter.mine.frame import Frame
from drafter.mine.frames import LOCAL
from drafter.mine.segment import segment
from drafter.mine.wording import Wording
from drafter.phrases.entry import BLOCK

FEWEST, MOST = 2, 7
"""Words in a block."""
SHORTEST = 5
SMALL = re.compile(r"^[的和与及等、了着过对在将把为以是“”（）]|[的和与及、对在将把为以是“（]$")


def blocks(found: Iterable[Wording], folder: Path, reports: int = 2) -> Iterator[Frame]:
    """Yield the longest turns that stand in at least so many reports and are no whole clause of theirs."""
    seen: dict[str, dict[int, Wording]] = {}
    whole = set()
    for wording in found:
        if not wording.sound:
            continue
        whole.add(wording.clause.text)
        for block in _turns(segment(wording.clause.text, folder)):
            seen.setdefault(block, {}).setdefault(wording.source.report, wording)
    often = {block: at for block, at in seen.items() if len(at) >= reports}
    inside = {shorter for block, at in often.items() for shorter in _inside(block) if shorter in often and len(often[shorter]) == len(at)}
    for block, at in often.items():
        if block not in inside and block not in whole:
            first = next(iter(at.values()))
            yield Frame(BLOCK, block, "", first.role, first.topic, sources=tuple(wording.source for wording in at.values()), usable=False)


def _turns(words: list[str]) -> Iterator[str]:
    """Yield the stretches of words that may be blocks."""
    for start in range(len(words)):
        for end in range(start + FEWEST, min(start + MOST, len(words)) + 1):
            block = "".join(words[start:end])
            if len(block) >= SHORTEST and not SMALL.search(block) and not LOCAL.search(block) and block.count("“") == block.count("”"):
                yield block


def _inside(block: str) -> Iterator[str]:
    """Yield the shorter stretches of a block."""
    for start in range(len(block)):
        for end in range(start + SHORTEST, len(block) + (start > 0)):
            yield block[start:end]
