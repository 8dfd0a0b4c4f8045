"""Parser events to data and places. No tree walk recurses, and no scalar gets a type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from drafter.finding import Address
from drafter.source.characters import FORBIDDEN
from drafter.source.model import Data, Edits, Places, Source, Spot

FAILURES = (yaml.YAMLError, ValueError, OverflowError, RecursionError, IndexError)
"""What the parsers are known to raise; the pure one lets more than its own errors out."""

DEPTH = 20
"""How many collections may lie in each other."""


class Fault(NamedTuple):
    """Something refused: its rule, where it is in the repaired text, the word the message names.

    With a ``message`` the word is the hint. Y021 has the first and the last line of a value as its spot.
    """

    rule: str
    spot: Spot
    word: str = ""
    first: Spot | None = None
    message: str = ""


@dataclass(slots=True)
class Tree:
    """What the events of one text add up to; ``top`` is ``map``, ``list``, ``text`` or nothing."""

    data: Data = ""
    top: str = ""
    places: dict[Address, Spot] = field(default_factory=dict)
    keys: dict[Address, Spot] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fits(self, lists: bool) -> bool:
        """Tell whether the right thing stands on top."""
        return self.top == "map" or (lists and self.top == "list")


class _Frame:
    """One open collection; ``key`` is the key that waits for its value."""

    __slots__ = ("address", "holder", "key", "live", "waits")

    def __init__(self, holder: list[Data] | dict[str, Data], address: Address, live: bool) -> None:
        self.holder = holder
        self.address = address
        self.live = live
        self.key = ""
        self.waits = False


def events(text: str) -> Iterator[Any]:
    """Yield the parser's events, from libyaml where it is there."""
    loader: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    parser = loader(text)
    while (event := parser.get_event()) is not None:
        yield event


class Builder:
    """Takes events one by one; ``tree`` is good up to the last one taken."""

    def __init__(self) -> None:
        self.tree = Tree()
        self._stack: list[_Frame] = []
        self._documents = 0

    def build(self, text: str) -> Tree:
        """Take all events of a text; the parser's own errors pass through."""
        for event in events(text):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent:
                if self._open(event, {}):
                    break
            elif kind is yaml.SequenceStartEvent:
                if self._open(event, []):
                    break
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._stack.pop()
            elif kind is yaml.AliasEvent:
                self._fault("Y038", event, f"*{event.anchor}")
                self._put("", _spot(event), event)
            elif kind is yaml.DocumentStartEvent and self._document(event):
                break
        return self.tree

    def _document(self, event: Any) -> bool:
        self._documents += 1
        if self._documents > 1:
            self._fault("Y034", event)
        return self._documents > 1

    def _scalar(self, event: Any) -> None:
        self._decorated(event)
        text: str = event.value
        if not event.style and event.end_mark.line != event.start_mark.line:
            self.tree.faults.append(Fault("Y021", (event.start_mark.line, event.end_mark.line)))
        if event.style == '"' and (bad := FORBIDDEN.search(text)):
            self._fault("Y006", event, bad.group())
        stack = self._stack
        if stack and not stack[-1].waits and type(stack[-1].holder) is dict:
            self._key(stack[-1], text, event)
        else:
            self._put(text, _spot(event), event)

    def _key(self, frame: _Frame, text: str, event: Any) -> None:
        spot = _spot(event)
        frame.waits, frame.key = True, text
        if text == "<<" and not event.style:
            self._fault("Y032", event, text)
        elif not text.strip():
            self._fault("Y036", event)
        elif not text.isprintable():
            self._fault("Y036", event, next(mark for mark in text if not mark.isprintable()))
        if text in frame.holder:
            # The first one stays; what hangs under the second is read for its own mistakes only.
            frame.key = ""
            self.tree.faults.append(Fault("Y033", spot, text, self.tree.keys.get((*frame.address, text))))
        elif frame.live:
            self.tree.keys[(*frame.address, text)] = spot

    def _open(self, event: Any, holder: list[Data] | dict[str, Data]) -> bool:
        self._decorated(event)
        spot = _spot(event)
        if len(self._stack) >= DEPTH:
            self._fault("Y035", event)
            return True
        stack = self._stack
        if stack and not stack[-1].waits and type(stack[-1].holder) is dict:
            self._fault("Y036", event, "[" if type(holder) is list else "{")
            stack[-1].waits, stack[-1].key = True, ""
            stack.append(_Frame(holder, (), False))
            return False
        address, live = self._put(holder, spot, event)
        stack.append(_Frame(holder, address, live))
        return False

    def _put(self, value: Data, spot: Spot, event: Any) -> tuple[Address, bool]:
        """Hang a value under the open collection and return its address, and whether it counts."""
        if not self._stack:
            self.tree.data = value
            self.tree.top = "map" if type(value) is dict else "list" if type(value) is list else "text"
            self.tree.places[()] = spot
            return (), True
        frame = self._stack[-1]
        holder = frame.holder
        if type(holder) is list:
            address: Address = (*frame.address, len(holder))
            holder.append(value)
        else:
            assert type(holder) is dict
            if not frame.waits:
                self._key(frame, "", event)
            frame.waits = False
            if not frame.key:
                return (), False
            address = (*frame.address, frame.key)
            holder[frame.key] = value
        if frame.live:
            self.tree.places[address] = spot
        return address, frame.live

    def _decorated(self, event: Any) -> None:
        if event.anchor is not None:
            self._fault("Y038", event, f"&{event.anchor}")
        if event.tag is not None:
            self._fault("Y031", event, event.tag)

    def _fault(self, rule: str, event: Any, word: str = "") -> None:
        self.tree.faults.append(Fault(rule, _spot(event), word))


def _spot(event: Any) -> Spot:
    mark = event.start_mark
    return mark.line, mark.column


def source(file: str, text: str, tree: Tree, edits: Edits) -> Source:
    """Return a tree as the source of a file."""
    lines = text.split("\n")
    return Source(file, text, tree.data, Places(file, tree.places, edits, lines), Places(file, tree.keys, edits, lines))
