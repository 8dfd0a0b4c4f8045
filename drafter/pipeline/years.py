"""Where last year's profile of a unit lies: beside this year's, or in the folder of that year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from drafter.files import is_file, is_folder
from drafter.finding import Place
from drafter.pipeline.parts import PROFILES
from drafter.profile.period import read_period
from drafter.source import Sources, file_bytes, parse

CODECS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-32-le")


def last_profile(path: Path, unit: str, year: int, part: str = "") -> Path | None:
    """Return the profile of a unit for the same part of the year before; only files whose name holds that year are opened."""
    names = [unit.encode(codec) for codec in CODECS]
    for file in _near(path, str(year), str(year - 1)):
        raw, _ = file_bytes(file, Place(str(file), 1))
        # Most files are of other units, and those are not parsed for it.
        source = parse(raw, str(file))[0] if any(name in raw for name in names) else None
        data = source.data if source else None
        if isinstance(data, dict) and data.get("单位") == unit:
            period = read_period(str(data.get("期间", "")))
            if period and period.year == year - 1 and period.part == part:
                return file
    return None


def last_of(path: Path, sources: Sources) -> Path | None:
    """Return last year's profile of the one that was just read; None where its head does not say whose it is."""
    data = sources.data if isinstance(sources.data, dict) else {}
    unit, period = data.get("单位"), read_period(str(data.get("期间", "")))
    return last_profile(path, unit, period.year, period.part) if isinstance(unit, str) and period else None


def _near(path: Path, this: str, before: str) -> Iterator[Path]:
    """Yield the files that may be last year's: that year stands in their name, or in that of their folder."""
    folders = [path.parent]
    other = re.sub(rf"{this}(?!\d)", before, path.parent.name)
    if other != path.parent.name:
        folders.append(path.parent.with_name(other))
    for folder in folders:
        named = before in folder.name and folder != path.parent
        if is_folder(folder):
            yield from sorted(file for file in folder.iterdir()
                              if file.suffix.lower() in PROFILES and (before in file.name or named) and file != path and is_file(file))
