"""Congresses and plenums as a text lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.check.paper import Paper

PLENUMS = r"历次|[一二三四五六七]中(?:[、和及]?(?:全会)?(?:十九届|二十届)?[一二三四五六七]中)*"
LIST = re.compile(rf"党的(?P<congress>十九|二十)大(?:[和、及](?:党的)?(?P<same>十九|二十)届(?P<plenums>{PLENUMS})全会)?")


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as it stands in a text, with the names of its plenums (二中, 三中)."""

    text: str
    congress: str
    plenums: tuple[str, ...]
    all: bool


def lists(text: str) -> Iterator[Listed]:
    """Yield the lists of congress and plenums in a text."""
    for match in LIST.finditer(text):
        named = match["plenums"] or ""
        same = match["same"] in (None, match["congress"])
        yield Listed(match[0], match["congress"], tuple(re.findall(r"[一二三四五六七]中", named)) if same else (), "历次" in named)


def plenums_until(paper: Paper, congress: str) -> list[str]:
    """Return the plenums of a congress held by the day of the text, 一中 left out."""
    found = []
    for entry in paper.kind.events:
        match = re.search(rf"{congress}届([二三四五六七]中)全会", entry.text)
        if match and entry.since <= paper.day:
            found.append(match[1])
    return found
