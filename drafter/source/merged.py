"""Several YAML files read as one: a main file and the topic files that it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from drafter.finding import Address, Finding, Place, Severity
from drafter.source.model import Data, Source


class Sources(NamedTuple):
    """The merged data of one or more files; every address still knows the file it came from."""

    data: Data
    places: Mapping[Address, Place]
    keys: Mapping[Address, Place]
    files: Mapping[str, Source]

    def place(self, at: Address) -> Place:
        """Return the place of a value, or of its nearest known ancestor."""
        while at and at not in self.places:
            at = at[:-1]
        return self.places.get(at) or Place(next(iter(self.files), ""), 1)

    def key(self, at: Address) -> Place:
        """Return the place of a key, or of its value where it has none."""
        return self.keys.get(at) or self.place(at)

    def line(self, place: Place) -> str:
        """Return the line of a place as it was typed."""
        return self.files[place.file].line(place.line) if place.file in self.files else ""


def merge(main: Source, others: list[Source]) -> tuple[Sources, list[Finding]]:
    """Merge topic files into the main one: topics are joined, lists go end to end, no key may stand twice."""
    if not others:
        return Sources(main.data, main.places, main.keys, {main.file: main}), []
    data: dict[str, Data] = dict(main.data) if isinstance(main.data, dict) else {}
    places, keys = dict(main.places), dict(main.keys)
    findings: list[Finding] = []
    for source in others:
        for name, value in (source.data if isinstance(source.data, dict) else {}).items():
            _join(data, (), name, value, source, (places, keys), findings)
    return Sources(data, places, keys, {source.file: source for source in [main, *others]}), findings


Known = tuple[dict[Address, Place], dict[Address, Place]]


def _join(
    into: dict[str, Data], at: Address, name: str, value: Data, source: Source, known: Known, findings: list[Finding]
) -> None:
    """Bring one key of a topic file into the merged data."""
    here = (*at, name)
    old = into.get(name)
    if name not in into or old == "":
        into[name] = value
        _take(source, value, here, here, known)
    elif isinstance(old, dict) and isinstance(value, dict):
        joined = dict(old)
        into[name] = joined
        for key, inner in value.items():
            _join(joined, here, key, inner, source, known, findings)
    elif isinstance(old, list) and isinstance(value, list):
        for index, item in enumerate(value):
            _take(source, item, (*here, index), (*here, len(old) + index), known)
        into[name] = old + value
    else:
        place = source.key(here)
        findings.append(
            Finding(
                "Y030",
                Severity.ERROR,
                f"“{name}”在两个文件里都写了",
                place,
                "只留一处，另一处删掉",
                source.line(place.line),
                (known[1].get(here) or known[0][here],),
            )
        )


def _take(source: Source, value: Data, old: Address, new: Address, known: Known) -> None:
    """Copy the places of a value and all under it, to its address in the merged data."""
    for under in _under(value, ()):
        for table, mine in ((source.places, known[0]), (source.keys, known[1])):
            if (place := table.get(old + under)) is not None:
                mine[new + under] = place


def _under(value: Data, at: Address) -> Iterator[Address]:
    """Yield the address of a value and of all under it."""
    yield at
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _under(inner, (*at, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _under(inner, (*at, index))
