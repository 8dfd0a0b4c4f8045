"""The words by which past reports are read, kept in 识别.yaml of the kind; never read on the way to a draft."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from drafter.source import Data, read

FILE = "识别.yaml"


@lru_cache(maxsize=4)
def words(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the lists of words by their names; a list that is missing is empty where it is asked for with ``get``."""
    return {name: _list(data) for name, data in tables(folder).items()}


@lru_cache(maxsize=4)
def tables(folder: Path) -> Mapping[str, Data]:
    """Return 识别.yaml as it stands; nothing where it cannot be read."""
    source, _ = read(folder / FILE, FILE, lists=True)
    return source.data if source and isinstance(source.data, dict) else {}


def _list(data: Data) -> tuple[str, ...]:
    """Return the words of a list whose entries may hold several, parted by 、."""
    entries = [data] if isinstance(data, str) else data if isinstance(data, list) else []
    return tuple(word.strip() for entry in entries if isinstance(entry, str) for word in entry.split("、") if word.strip())
