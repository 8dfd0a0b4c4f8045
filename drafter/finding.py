"""The only vocabulary for mistakes: where something stands, and what is to be said about it."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

Address = tuple[str | int, ...]
"""Keys and list indices from the top of a profile down to one value; ``()`` is the whole file."""


DRAFT = "初稿"
"""The name of a report that has no file yet: its places count paragraphs, the title being the first."""


class Severity(Enum):
    """How much a finding weighs; the value is the word the reader sees."""

    ERROR = "错误"
    MUST = "必看"
    WARN = "提醒"
    NOTE = "说明"


class Place(NamedTuple):
    """A spot in a text file: line and column count characters and begin at 1."""

    file: str
    line: int
    column: int = 1


class Finding(NamedTuple):
    """One thing to tell the clerk: the fact, where it is, and what to type instead."""

    rule: str
    severity: Severity
    message: str
    place: Place | None = None
    hint: str = ""
    excerpt: str = ""
    """The line of the file as the clerk typed it; empty where there is none to show."""
    also: tuple[Place, ...] = ()

    @property
    def is_error(self) -> bool:
        """Tell whether this finding stops the work."""
        return self.severity is Severity.ERROR


ENTRY = re.compile(r"第([1-9]\d{0,5})条")


@lru_cache(maxsize=4096)
def spell(address: Address) -> str:
    """Return an address as the clerk reads it: 执法.做法.第2条."""
    return ".".join(f"第{step + 1}条" if isinstance(step, int) else step for step in address)


def unspell(spelled: str) -> Address:
    """Return the address that is spelled so; one with a dot or 第…条 in a key reads as another."""
    return tuple(int(entry[1]) - 1 if (entry := ENTRY.fullmatch(step)) else step for step in spelled.split("."))
