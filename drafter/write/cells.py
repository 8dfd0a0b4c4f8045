"""How much of a line a text takes."""

from __future__ import annotations

from itertools import pairwise


def width(text: str) -> float:
    """Return the width of a line in characters: digits take half of one, and a quarter parts them from hanzi."""
    joins = sum(left.isascii() != right.isascii() for left, right in pairwise(text))
    return sum(0.5 if letter.isascii() else 1.0 for letter in text) + joins / 4
