"""What the indicators count, for whoever fills them in; read only where it is asked for, never on the way to a draft."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from drafter.source import read


def load_notes(folder: Path) -> Mapping[str, str]:
    """Return the explanation of each indicator by its id; none where the file cannot be read."""
    source, _ = read(folder / "notes.yaml", "notes.yaml")
    entries = source.data.items() if source and isinstance(source.data, dict) else ()
    return {name: str(entry.get("说明", "")) for name, entry in entries if isinstance(entry, dict)}
