"""The phrase library: how a fact may be said, and where each wording comes from."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Set
from pathlib import Path
from typing import NamedTuple

from drafter.finding import Finding, Place, Severity
from drafter.source import read

SLOT = re.compile(r"\{([^{}]+)\}")
OPTIONAL = re.compile(r"〔([^〔〕]*)〕")


class Part(NamedTuple):
    """A stretch of a frame: words and slots in turn; an optional one goes where a slot of it is empty."""

    pieces: tuple[str, ...]
    """Words at even places, names of slots at odd ones."""
    optional: bool

    @property
    def slots(self) -> tuple[str, ...]:
        """Return the names of the slots in this part."""
        return self.pieces[1::2]


class Phrase(NamedTuple):
    """A wording for a purpose: a frame with slots that only facts can fill."""

    id: str
    purpose: str
    parts: tuple[Part, ...]
    prescribed: bool
    """True for a set formula (规定语), which may stand without a fact."""
    needs: frozenset[str]
    """The slots without which the frame cannot be used."""


class Library(NamedTuple):
    """All wordings by purpose."""

    by_purpose: Mapping[str, tuple[Phrase, ...]]

    def choose(self, purpose: str, filled: Set[str], seed: str) -> Phrase | None:
        """Return the wording for a purpose that the facts at hand fill; the seed decides among several."""
        fitting = [phrase for phrase in self.by_purpose.get(purpose, ()) if phrase.needs <= filled]
        return fitting[draw(seed, len(fitting))] if fitting else None


def draw(seed: str, among: int) -> int:
    """Return a number below ``among`` that depends on the seed alone, the same on every machine."""
    return zlib.crc32(seed.encode("utf-8")) % among


def phrase(name: str, purpose: str, line: str, prescribed: bool = False) -> Phrase:
    """Return the wording that a line of the library gives."""
    parts = frame(line)
    needs = frozenset(slot for part in parts if not part.optional for slot in part.slots)
    return Phrase(name, purpose, parts, prescribed, needs)


def frame(text: str) -> tuple[Part, ...]:
    """Take a frame apart: 〔…〕 is optional, {…} a slot."""
    parts = []
    for index, stretch in enumerate(OPTIONAL.split(text)):
        if stretch:
            parts.append(Part(tuple(SLOT.split(stretch)), optional=bool(index % 2)))
    return tuple(parts)


def load_phrases(folder: Path) -> tuple[Library, list[Finding]]:
    """Read the starter wordings of a kind: every file of its folder phrases/."""
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
    return Library(by_purpose), findings
