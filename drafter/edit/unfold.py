"""Lists and tables typed in brackets, laid out one entry a line, so that each value has a line of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafter.edit.lines import COMMENT, indent
from drafter.finding import Address
from drafter.source import Data, Source, typed, typed_item
from drafter.source.lines import BLANKS

STEP = "  "


def unfold(source: Source, wanted: Callable[[str], bool]) -> str:
    """Return the text with everything in brackets under the wanted top-level keys laid out in lines."""
    lines: list[str | None] = list(source.text.split("\n"))
    data = source.data
    for name, value in data.items() if isinstance(data, dict) else ():
        for at, inner in _bracketed(source, (name,), value) if wanted(name) else ():
            _lay_out(source, lines, at, inner)
    return "\n".join(line for line in lines if line is not None)


def _bracketed(source: Source, at: Address, value: Data) -> Iterator[tuple[Address, Data]]:
    """Yield the outermost values in brackets, with something in them."""
    if isinstance(value, str):
        return
    place = source.places[at]
    if source.line(place.line)[place.column - 1:place.column] in ("[", "{"):
        yield at, value
        return
    inner: Iterator[tuple[str | int, Data]] = iter(value.items()) if isinstance(value, dict) else iter(enumerate(value))
    for step, below in inner:
        yield from _bracketed(source, (*at, step), below)


def _lay_out(source: Source, lines: list[str | None], at: Address, value: Data) -> None:
    """Put the entries of one value under the line that it begins on."""
    place = source.places[at]
    first = place.line - 1
    line = lines[first] or ""
    before = line[:place.column - 1].rstrip(BLANKS)
    last = max((found.line for known, found in source.places.items() if known[:len(at)] == at), default=place.line) - 1
    end = next((number for number in range(last, len(lines)) if _closes(lines[number] or "")), last)
    remark = COMMENT.search((lines[end] or "").rpartition("]" if isinstance(value, list) else "}")[2])
    listed = isinstance(value, list)
    width = indent(line) + (0 if listed and at in source.keys else len(STEP))
    made = [" " * width + words for words in _entries(value)]
    if at not in source.keys and made:
        before, made = f"{before} {made[0].lstrip()}", made[1:]
    lines[first] = "\n".join([f"{before}{'  ' + remark[0] if remark else ''}", *made])
    for number in range(first + 1, end + 1):
        lines[number] = None


def _closes(line: str) -> bool:
    """Tell whether brackets end on a line."""
    return COMMENT.sub("", line).rstrip(BLANKS).endswith(("]", "}", "］", "｝"))


def _entries(value: Data) -> Iterator[str]:
    """Yield the lines of a list or a table."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, str):
                yield f"{key}: {typed(inner)}".rstrip()
            else:
                yield f"{key}:"
                yield from (STEP + line for line in _entries(inner))
    elif isinstance(value, list):
        for inner in value:
            if isinstance(inner, str):
                yield f"- {typed_item(inner)}"
            else:
                first, *rest = _entries(inner)
                yield f"- {first}"
                yield from (STEP + line for line in rest)
