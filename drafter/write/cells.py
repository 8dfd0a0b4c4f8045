"""How much of a line a text takes."""

from __future__ import annotations

from itertools import pairwise


def width(text: str) -> float:
    """Return the width of a line in characters: digits take half of one, and a quarter parts them from hanzi."""
    joins = sum(left.isascii() != right.isascii() for left, right in pairwise(text))
    return sum(0.5 if letter.isascii() else 1.0 for letter in text) + joins / 4


def folds(text: str, room: float) -> list[int]:
    """Return where a text is cut so that no line is wider than its room."""
    cuts: list[int] = []
    start = 0
    for at in range(1, len(text)):
        if width(text[start:at + 1]) > room:
            cuts.append(at)
            start = at
    return cuts
