"""A profile value that carries its addresses through any template expression.

A value compares, counts and slices as its plain words; only when it is turned into output (``{{ }}``, ``~``, ``join``,
a macro, a ``set`` block) it becomes its words between marks of the private-use area, which no profile and no template
may hold. ``runs`` takes the marks off again and gives every stretch its addresses and its origin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from drafter.finding import Address
from drafter.report import Cited, Run, Text

CITE, ORIGIN, END, CLOSE = "\ue000", "\ue001", "\ue002", "\ue003"
TO_PRIVATE = {ord(digit): 0xE010 + int(digit) for digit in "0123456789"}
MARK = re.compile("([\ue000\ue001][\ue010-\ue019]+\ue003|\ue002)")
PRIVATE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]")


class MarkError(ValueError):
    """A template cut a mark in two, or put out a character that no file can hold."""


class Cause(NamedTuple):
    """Why some words stand in a report: the addresses of a value, and whether it is a figure."""

    at: tuple[Address, ...]
    figure: bool
    typed: str = ""
    """The words of the profile where others are put out for them."""


class Marks:
    """The addresses and origins of one rendering, each under an opening mark of its own."""

    def __init__(self) -> None:
        self._marks: dict[Cause | str, str] = {}
        self._meant: dict[str, Cause | str] = {}

    def value(self, text: str, at: tuple[Address, ...], figure: bool = False, typed: str = "") -> Value:
        """Return a value with its addresses; ``typed`` are the words of the profile where it says them in another way."""
        return Value(text, self._opening(CITE, Cause(at, figure, typed)))

    def origin(self, marked: str, name: str) -> str:
        """Return marked text as a stretch of one origin."""
        return f"{self._opening(ORIGIN, name)}{marked}{END}"

    def _opening(self, kind: str, meant: Cause | str) -> str:
        """Return the opening mark that stands for a cause or an origin."""
        mark = self._marks.get(meant)
        if mark is None:
            mark = self._marks[meant] = f"{kind}{str(len(self._marks)).translate(TO_PRIVATE)}{CLOSE}"
            self._meant[mark] = meant
        return mark

    def runs(self, marked: str, origin: str) -> tuple[Run, ...]:
        """Take marked text apart into runs; raises MarkError where a template cut a mark in two."""
        pieces = MARK.split(marked)
        if PRIVATE.search("".join(pieces[::2])):
            raise MarkError
        made: list[Run] = []
        open_: list[Cause | str] = []
        for index, piece in enumerate(pieces):
            if index % 2 == 0:
                if piece:
                    made.append(_run(piece, open_, origin))
            elif piece != END:
                open_.append(self._meant[piece])
            elif open_:
                open_.pop()
            else:
                raise MarkError
        if open_:
            raise MarkError
        return tuple(made)


def _run(text: str, open_: list[Cause | str], origin: str) -> Run:
    """Make the run of a stretch inside some open marks: the innermost origin, all the addresses."""
    causes = []
    for meant in open_:
        if isinstance(meant, str):
            origin = meant
        else:
            causes.append(meant)
    if not causes:
        return Text(text, origin)
    if len(causes) == 1:
        return Cited(text, causes[0].at, origin, causes[0].figure, causes[0].typed)
    return Cited(text, tuple(dict.fromkeys(at for cause in causes for at in cause.at)), origin, causes[-1].figure)


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

    def __add__(self, other: object) -> str:
        return str(self) + str(other) if isinstance(other, str) else NotImplemented

    def __radd__(self, other: object) -> str:
        return str(other) + str(self) if isinstance(other, str) else NotImplemented

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
