"""The starter wordings of a kind: what is said where no past report says it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from drafter.finding import Finding, Place, Severity
from drafter.phrases.model import Phrase, phrase
from drafter.source import read


def load_starters(folder: Path) -> tuple[Mapping[str, tuple[Phrase, ...]], list[Finding]]:
    """Read the starter wordings of a kind by purpose: every file of its folder phrases/."""
    by_purpose: dict[str, tuple[Phrase, ...]] = {}
    findings: list[Finding] = []
    for path in sorted(folder.glob("*.yaml")):
        source, found = read(path, f"{folder.parent.name}/phrases/{path.name}")
        findings += found
        for purpose, entry in (source.data.items() if source and isinstance(source.data, dict) else ()):
            frames = entry.get("句式") if isinstance(entry, dict) else entry
            if not isinstance(frames, list) or not all(isinstance(line, str) for line in frames):
                place = source.place((purpose,)) if source else Place(str(path), 1)
                findings.append(Finding("K004", Severity.ERROR, f"“{purpose}”下面应当是一条条句式", place, "每条一行，以“- ”开头"))
                continue
            prescribed = isinstance(entry, dict) and entry.get("类") == "规定"
            by_purpose[purpose] = tuple(
                phrase(f"{purpose}.{index}", purpose, str(line), prescribed) for index, line in enumerate(frames, start=1)
            )
    return by_purpose, findings
