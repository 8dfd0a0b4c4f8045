"""Congresses and plenums as a text lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.check.paper import Paper

CONGRESS = r"(?:党的)?(?P<congress>十九|二十)大(?:精神)?"
PLENUM = r"[一二三四五六七]中(?:全会)?(?:精神)?"
MORE = r"(?:[、，和及]|以及)?(?:党的)?(?:十九届|二十届)?"
LIST = re.compile(
    rf"{CONGRESS}(?:(?:[、，和及]|以及)?(?:党的)?(?P<same>十九|二十)届(?P<plenums>历次全会|{PLENUM}(?:{MORE}{PLENUM})*))?"
)
YEAR_MARK = re.compile("的[^，。]{2,4}之年")
NAMED = re.compile(rf"(?P<congress>十九|二十)届(?P<plenums>{PLENUM}(?:[、，和及]?{PLENUM})*)")


class Listed(NamedTuple):
    """A list as it stands in a text, with the names of its plenums (二中, 三中)."""

    text: str
    congress: str
    plenums: tuple[str, ...]
    all: bool
    marks_year: bool = False
    """True in 是全面贯彻党的二十大精神的开局之年, which says what year it was and lists nothing."""


def lists(text: str) -> Iterator[Listed]:
    """Yield the lists of congress and plenums in a text."""
    for match in LIST.finditer(text):
        words = match["plenums"] or ""
        same = match["same"] in (None, match["congress"])
        plenums = tuple(re.findall(r"[一二三四五六七]中", words)) if same else ()
        yield Listed(match[0], match["congress"], plenums, "历次" in words, bool(YEAR_MARK.match(text, match.end())))


def named(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield every plenum that a text names, in a list or alone: the words it stands in, its congress, its name (二中)."""
    for match in NAMED.finditer(text):
        for plenum in re.findall(r"[一二三四五六七]中", match["plenums"]):
            yield match[0], match["congress"], plenum


def plenums_until(paper: Paper, congress: str) -> list[str]:
    """Return the plenums of a congress held by the day of the text, 一中 left out."""
    found = []
    for entry in paper.kind.events:
        match = re.search(rf"{congress}届([二三四五六七]中)全会", entry.text)
        if match and entry.since <= paper.day:
            found.append(match[1])
    return found
