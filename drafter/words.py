"""A text in sentences and in the smallest pieces that a change may touch; figures are never taken apart."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.figure import IN_TEXT

SENTENCE = re.compile(r"[^。！？；\n]*[。！？；]+[”’）》]*|[^。！？；\n]+|\n")
PIECE = re.compile(rf"(?P<number>{IN_TEXT.pattern})|.", re.DOTALL)
BLANK = re.compile(r"[ \u3000\xa0\v]+")
MARKED = (
    (1, re.compile(r"[一二三四五六七八九十百]{1,4}、\s*")),
    (2, re.compile(r"[（(][一二三四五六七八九十百]{1,4}[）)]、?\s*")),
    (3, re.compile(r"\d{1,2}[.．、]\s*(?!\d)")),
    (4, re.compile(r"[（(]\d{1,2}[）)]\s*")),
)
LONGEST_HEADING = 60


class Piece(NamedTuple):
    """One character, or one number."""

    text: str
    start: int
    number: bool

    @property
    def key(self) -> str:
        """Return what is the same for all numbers."""
        return "\0" if self.number else self.text


def sentences(text: str) -> list[str]:
    """Cut a text behind 。！？； and around line feeds; joined again they are the text."""
    return SENTENCE.findall(text)


def pieces(text: str) -> list[Piece]:
    """Take a text apart into characters and numbers."""
    return [Piece(match[0], match.start(), match["number"] is not None) for match in PIECE.finditer(text)]


def bare(text: str) -> str:
    """Return a text without its blanks and with one mark for every number: two such are the same but for their figures."""
    return IN_TEXT.sub("\0", BLANK.sub("", text))


def headed(text: str) -> tuple[int, str, str]:
    """Return the level of a line, its number and its words; level 0 for what does not look like a heading."""
    for level, mark in MARKED:
        match = mark.match(text)
        if match and len(text) - match.end() <= LONGEST_HEADING and not text.endswith(("。", "；", "，")) and match.end() < len(text):
            return level, match[0], text[match.end():]
    return 0, "", text
