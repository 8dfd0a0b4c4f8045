"""A profile value that carries its addresses through any template expression.

A value compares, counts and slices as its plain words; only when it is turned into output (``{{ }}``, ``~``, ``join``,
a macro, a ``set`` block) it becomes its words between marks of the private-use area, which no profile and no template
may hold. ``runs`` takes the marks off again and gives every stretch its addresses and its origin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from drafter.finding import Address
from drafter.report import Cited, Run, Text

CITE, ORIGIN, END, CLOSE = "\ue000", "\ue001", "\ue002", "\ue003"
DIGITS = 0xE010
MARK = re.compile("([\ue000\ue001][\ue010-\ue019]+\ue003|\ue002)")
PRIVATE = re.compile("[\ue000-\uf8ff]")
Source = tuple[tuple[Address, ...], bool]
"""The addresses of a value, and whether it is a figure."""


class Marks:
    """The addresses and origins of one rendering, each under a number."""

    def __init__(self) -> None:
        self._values: list[Source] = []
        self._origins: list[str] = []
        self._known: dict[object, int] = {}

    def value(self, text: str, at: tuple[Address, ...], figure: bool = False) -> Value:
        """Return a value with its addresses."""
        return Value(text, self._opening(CITE, self._values, (at, figure)))

    def origin(self, marked: str, name: str) -> str:
        """Return marked text as a stretch of one origin."""
        return f"{self._opening(ORIGIN, self._origins, name)}{marked}{END}"

    def _opening(self, mark: str, table: list[Any], entry: object) -> str:
        """Return the opening mark of an entry, which is put on the table once."""
        number = self._known.get((mark, entry))
        if number is None:
            number = self._known[mark, entry] = len(table)
            table.append(entry)
        return mark + "".join(chr(DIGITS + int(digit)) for digit in str(number)) + CLOSE

    def runs(self, marked: str, origin: str) -> tuple[Run, ...]:
        """Take marked text apart into runs; raises ValueError where a template cut a mark in two."""
        made: list[Run] = []
        open_: list[tuple[str, int]] = []
        for piece in _pieces(marked):
            if piece[0] in (CITE, ORIGIN):
                open_.append((piece[0], int("".join(str(ord(digit) - DIGITS) for digit in piece[1:-1]))))
            elif piece == END:
                if not open_:
                    raise ValueError("a mark was cut")
                open_.pop()
            else:
                made.append(self._run(piece, open_, origin))
        if open_:
            raise ValueError("a mark was cut")
        return tuple(made)

    def _run(self, text: str, open_: list[tuple[str, int]], origin: str) -> Run:
        """Make the run of a stretch inside some open marks."""
        named = next((self._origins[number] for mark, number in reversed(open_) if mark == ORIGIN), origin)
        cited = [self._values[number] for mark, number in open_ if mark == CITE]
        if not cited:
            return Text(text, named)
        addresses = tuple(dict.fromkeys(address for at, _ in cited for address in at))
        return Cited(text, addresses, named, figure=cited[-1][1])


def _pieces(marked: str) -> Iterator[str]:
    """Yield opening marks, closing marks and the words between them."""
    for index, piece in enumerate(MARK.split(marked)):
        if index % 2 == 0 and PRIVATE.search(piece):
            raise ValueError("a mark was cut")
        if piece:
            yield piece


class Value(str):
    """Words of the profile inside a template: plain to compare, marked when put out."""

    __slots__ = ("mark",)
    mark: str

    def __new__(cls, text: str, mark: str) -> Value:
        """Make a value of some words and their opening mark."""
        made = super().__new__(cls, text)
        made.mark = mark
        return made

    def __str__(self) -> str:
        plain = str.__str__(self)
        return f"{self.mark}{plain}{END}" if plain else ""

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __add__(self, other: str) -> str:
        return str(self) + str(other)

    def __radd__(self, other: str) -> str:
        return str(other) + str(self)

    def __mod__(self, other: object) -> str:
        return str(self) % other

    def __iter__(self) -> Iterator[str]:
        return (Value(char, self.mark) for char in str.__str__(self))

    def __getitem__(self, key: Any) -> Value:
        return Value(str.__getitem__(self, key), self.mark)

    def join(self, parts: Any) -> str:
        """Join parts with this value between them, every mark kept."""
        return str(self).join(str(part) for part in parts)


def _kept(name: str) -> Callable[..., Any]:
    """Return a text method whose result keeps the addresses."""
    method = getattr(str, name)

    def keep(self: Value, *args: Any, **named: Any) -> Any:
        result = method(str.__str__(self), *args, **named)
        if isinstance(result, str):
            return Value(result, self.mark)
        return type(result)(Value(part, self.mark) for part in result)

    keep.__name__, keep.__doc__ = name, f"Do as ``str.{name}`` and keep the addresses."
    return keep


for _name in ("strip", "lstrip", "rstrip", "replace", "split", "rsplit", "splitlines", "partition", "rpartition", "lower",
              "upper", "title", "capitalize", "swapcase", "casefold", "center", "ljust", "rjust", "zfill", "translate",
              "removeprefix", "removesuffix", "expandtabs", "__mul__", "__rmul__", "format", "format_map"):
    setattr(Value, _name, _kept(_name))
