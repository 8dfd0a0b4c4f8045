"""A problem more in a profile: it goes where a new profile left one blank, else behind the last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter.edit.amend import Append, Change
from drafter.finding import Address
from drafter.source import Data, found, typed

TOP = "问题"
PARTS = ("问题", "原因", "打算")


def blank_problems(data: Data) -> Iterator[Address]:
    """Yield the problems of a profile that have no word in them yet: a new profile begins with one."""
    items = found(data, (TOP,))
    for number, item in enumerate(items if isinstance(items, list) else []):
        if isinstance(item, dict) and set(item) == set(PARTS) and not any(item.values()):
            yield TOP, number


def added(parts: Mapping[str, str], remark: str, blank: Address | None) -> tuple[Change | Append, ...]:
    """Return what is to be written so that a profile has one problem more; ``blank`` is one that waits for its words."""
    if blank and set(parts) <= set(PARTS):
        return tuple(Change((*blank, part), words, remark if part == TOP else "") for part, words in parts.items())
    keys = dict.fromkeys((TOP, *parts, *PARTS))
    lines = [f"{'  ' if number else '- '}{part}: {typed(parts[part]) if part in parts else ''}".rstrip() for number, part in enumerate(keys)]
    lines[0] += f"    # {remark}" if remark else ""
    return (Append((TOP,), tuple(lines)),)
