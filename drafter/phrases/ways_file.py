"""Reading the constructions of a kind: 句型.yaml."""

from __future__ import annotations

from pathlib import Path

from drafter.finding import Finding, Place, Severity
from drafter.phrases.library import WAYS
from drafter.phrases.model import SLOT
from drafter.phrases.ways import Construction, Constructions, Limit, Way, indexed
from drafter.source import Data, Source, read


def load_constructions(folder: Path) -> tuple[Constructions, list[Finding]]:
    """Read the constructions of a kind; a kind without any says every clause as it was typed."""
    path = folder / WAYS
    if not path.is_file():
        return indexed([]), []
    source, findings = read(path, f"{folder.name}/{WAYS}", lists=True)
    found: list[Construction] = []
    for index, entry in enumerate(source.data if source and isinstance(source.data, list) else ()):
        made = _construction(entry)
        if made is None or any(made.name == other.name for other in found):
            findings.append(_malformed(source, index))
        else:
            found.append(made)
    return indexed(found), findings


def _construction(entry: Data) -> Construction | None:
    """Return the construction that an entry of the file gives; None where its shape or its slots are wrong."""
    if not isinstance(entry, dict) or not isinstance(said := entry.get("说法"), list):
        return None
    name, also, limits = str(entry.get("编号", "")), entry.get("也认", []), entry.get("限", {})
    if not name or not isinstance(also, list) or not isinstance(limits, dict):
        return None
    seen = str(entry.get("见于", "0"))
    ways = [Way(f"{name}.{number}", name, str(text), tuple(SLOT.split(str(text)))) for number, text in enumerate(said, start=1)]
    ways += [Way(f"{name}.认{number}", name, str(text), tuple(SLOT.split(str(text))), printed=False) for number, text in enumerate(also, start=1)]
    slots = {frozenset(way.pieces[1::2]) for way in ways}
    whole = all(way.words and all(way.pieces[2:-1:2]) for way in ways)
    if len(slots) != 1 or not whole:
        return None
    return Construction(name, tuple(ways), tuple(map(_limit, limits.items())), int(seen) if seen.isdecimal() else 0)


def _limit(pair: tuple[str, Data]) -> Limit:
    """Return the limit of a line like  乙尾: 规划、计划."""
    key, words = pair
    test = key[-2:] if key.endswith("不含") else key[-1:]
    return Limit(key.removesuffix(test), test, tuple(str(words).split("、")))


def _malformed(source: Source | None, index: int) -> Finding:
    """Return the finding that an entry is not as it should be."""
    place = source.place((index,)) if source else Place(WAYS, 1)
    return Finding("K006", Severity.WARN, "这一条句型写法不对，没有用", place, "要有不重复的编号和说法；各种说法里的槽要一样，两个槽之间要有字")
