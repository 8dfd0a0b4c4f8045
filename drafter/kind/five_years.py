"""The plans of five years (普法, 规划期, 纲要) that a kind's dated tables name; read only where a year begins."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from drafter.source import read

SPAN = ("起", "止", "日期", "来源", "已核", "备注")
"""What an entry says beside the names."""


class FiveYears(NamedTuple):
    """One span of five years and what its plans are called; an empty name is not known yet."""

    first: int
    last: int
    names: Mapping[str, str]
    checked: bool


def load_five_years(folder: Path) -> tuple[FiveYears, ...]:
    """Return the spans in their order; none where the table cannot be read."""
    source, _ = read(folder / "dated" / "五年规划.yaml", "五年规划.yaml")
    entries = source.data.get("五年规划") if source and isinstance(source.data, dict) else None
    return tuple(_span(entry) for entry in entries if isinstance(entry, dict)) if isinstance(entries, list) else ()


def _span(entry: Mapping[str, object]) -> FiveYears:
    """Read one entry."""
    words = {key: str(value) for key, value in entry.items()}
    first, last = (int(words[key]) if words.get(key, "").isdecimal() else 0 for key in ("起", "止"))
    return FiveYears(first, last, {key: value for key, value in words.items() if key not in SPAN}, words.get("已核") == "是")
