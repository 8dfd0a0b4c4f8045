"""What people decided on phrases: only ever added to, and kept by the phrase's id, so that mining again loses none of it."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from drafter.finding import Finding, Severity
from drafter.phrases.entry import OFFERED, REFUSED, RETIRED, STATES, USED, Entry
from drafter.source import read

FILE = "decisions.yaml"
EDITED, ADDED = "改写", "新增"
ACTIONS = (*STATES, EDITED, ADDED)


class Decision(NamedTuple):
    """One decision."""

    id: str
    """The phrase that it is about; for a new one, its own id."""
    action: str
    kind: str = ""
    before: str = ""
    """The text of the phrase when it was decided on."""
    after: str = ""
    """The text that a person gave it, or of the phrase that was added."""
    about: str = ""
    day: str = ""


def read_decisions(folder: Path) -> tuple[list[Decision], list[Finding]]:
    """Read the decisions of a folder; without the file there are none."""
    path = folder / FILE
    if not path.exists():
        return [], []
    source, findings = read(path, f"{folder.name}/{FILE}", lists=True)
    listed = source.data if source and isinstance(source.data, list) else []
    made = [Decision(*(str(entry.get(key, "")) for key in ("编号", "决定", "类", "原文", "改为", "属于", "日期")))
            for entry in listed if isinstance(entry, dict)]
    return [decision for decision in made if decision.id and decision.action in ACTIONS], [
        finding._replace(severity=Severity.WARN) for finding in findings]


def write_decisions(decisions: Iterable[Decision]) -> bytes:
    """Return the file of decisions."""
    lines = ["# 对措辞的决定，一条接一条，只增不改。用 drafter phrases 管理。"]
    for decision in decisions:
        keys = ("编号", "决定", "类", "原文", "改为", "属于", "日期")
        pairs = [(key, value) for key, value in zip(keys, decision, strict=True) if value]
        lines += [f"{'- ' if number == 0 else '  '}{key}: '{value.replace(chr(39), chr(39) * 2)}'" for number, (key, value) in enumerate(pairs)]
    return ("\n".join(lines) + "\n").encode("utf-8")


def decided(entries: list[Entry], decisions: list[Decision], alike: dict[str, str]) -> list[Entry]:
    """Return the entries with the state that the decisions give them; ``alike`` leads from an id to the refused one it resembles."""
    known = {entry.id: entry for entry in entries}
    for decision in decisions:
        entry = known.get(decision.id)
        if decision.action == ADDED:
            known[decision.id] = Entry(decision.id, decision.kind, decision.after, decision.about)
        elif entry is None:
            continue
        elif decision.action == EDITED:
            known[entry.id] = entry._replace(state=RETIRED)
            child = child_of(entry, decision.after)
            known[child.id] = child
        else:
            known[entry.id] = entry._replace(state=decision.action)
    final = [known[alike[entry.id]].state if alike.get(entry.id) in known else entry.state for entry in known.values()]
    return [entry._replace(state=REFUSED) if state == REFUSED and entry.state in (USED, OFFERED) else entry
            for entry, state in zip(known.values(), final, strict=True)]


def child_of(entry: Entry, text: str) -> Entry:
    """Return the phrase that a person made of another; it keeps the origin of its parent."""
    return entry._replace(id=f"{entry.id}改{zlib.crc32(text.encode()) % 1000:03}", text=text, state=USED, parent=entry.id, variants=(), like=())
