"""The story of a change: the files of a profile are read, the lines concerned are amended, each file is replaced whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.edit.amend import Append, Change, amend
from drafter.files import swap
from drafter.finding import Address, Finding, Place
from drafter.pipeline.parts import read_files
from drafter.source import Source, Sources, as_bytes, file_bytes, found, parse

BEFORE = ("问题", "另外打算", "去年打算", "上级反馈问题", "其他需要报告", "结语", "本地数据", "原文照用", "留底", "措辞", "改写")
"""What stands below the topics of a profile."""


class Kept(NamedTuple):
    """The files that were changed, and what stood in the way of the others."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...]


class _Part(NamedTuple):
    """One file of a profile with what is to be changed in it."""

    path: Path
    raw: bytes
    source: Source
    changes: list[Change | Append]


def keep(path: Path, changes: Sequence[Change | Append]) -> Kept:
    """Write changes into a profile: all of them or, with the findings that say why, none."""
    sources, findings = read_files(path)
    if sources is None:
        return Kept((), tuple(findings))
    parts: dict[str, _Part] = {}
    for name in sources.files:
        raw, wrong = file_bytes(Path(name), Place(name, 1))
        source = None if wrong else parse(raw, name)[0]
        if source is None or source.text != sources.files[name].text:
            return Kept((), tuple(finding for finding in findings if finding.is_error))
        parts[name] = _Part(Path(name), raw, source, [])
    for change in changes:
        part = parts[_home(change.at, sources)]
        part.changes.append(change._replace(at=_own(change.at, sources, part.source)))
    return _written([part for part in parts.values() if part.changes])


def _written(parts: Iterable[_Part]) -> Kept:
    """Amend every part, and write them where nothing stands in the way."""
    ready: list[tuple[_Part, str]] = []
    findings: list[Finding] = []
    for part in parts:
        text, found_ = amend(part.source, part.changes, BEFORE)
        findings += found_
        ready += [(part, text)] if text is not None and text != part.source.text else []
    if findings:
        return Kept((), tuple(findings))
    files: list[Path] = []
    for part, text in ready:
        findings += swap(part.path, part.raw, as_bytes(text, part.raw))
        if findings:
            break
        files.append(part.path)
    return Kept(tuple(files), tuple(findings))


def _home(at: Address, sources: Sources) -> str:
    """Return the file that holds an address, or the nearest thing above it; what nothing holds goes into the main file."""
    main = next(iter(sources.files))
    for end in range(len(at), 0, -1):
        place = sources.places.get(at[:end])
        if place is not None:
            return place.file
    return main


def _own(at: Address, sources: Sources, source: Source) -> Address:
    """Return an address of the whole profile as it is in one of its files: lists of several files were put end to end."""
    steps: list[str | int] = []
    for end, step in enumerate(at, start=1):
        if isinstance(step, int):
            here = sources.places.get(at[:end])
            known = [number for number in range(step + 1) if source.places.get((*steps, number)) == here]
            steps.append(known[0] if known else step)
        else:
            steps.append(step)
    return tuple(steps)


def value(sources: Sources, at: Address) -> str:
    """Return the single value that stands at an address; empty where none does."""
    data = found(sources.data, at)
    return data if isinstance(data, str) else ""
