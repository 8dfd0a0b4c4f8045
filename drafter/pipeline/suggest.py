"""Stock problems, causes, plans and measures: shown beside a draft for whoever writes the profile, never printed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from drafter.source import read

KINDS = ("问题", "原因", "打算", "做法")


@lru_cache(maxsize=4)
def load_suggestions(folder: Path) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return the suggestions of a kind by topic; none where the file is missing or malformed."""
    source, _ = read(folder / "suggestions.yaml", "suggestions.yaml")
    entries = source.data.get("建议") if source and isinstance(source.data, dict) else None
    made: dict[str, dict[str, tuple[str, ...]]] = {}
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict) and isinstance(entry.get("主题"), str):
            lines = {kind: entry[kind] for kind in KINDS if isinstance(entry.get(kind), list)}
            made[str(entry["主题"])] = {kind: tuple(str(line) for line in found) for kind, found in lines.items()}
    return made
