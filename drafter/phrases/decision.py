"""What people decided on phrases: only ever added to, and kept by the phrase's id, so that mining again loses none of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from drafter.finding import Finding, Place, Severity
from drafter.phrases.entry import MALFORMED, OFFERED, REFUSED, RETIRED, STATES, USED, Entry
from drafter.phrases.library import DECISIONS
from drafter.source import Data, read

EDITED, ADDED = "改写", "新增"
ACTIONS = (*STATES, EDITED, ADDED)
KEYS = ("编号", "决定", "类", "原文", "改为", "属于", "日期")
EMPTY = "Y003"
"""The rule that a file says something; a file of decisions may have none."""
DIGITS = 9
"""Digits of the id of a phrase that a person made."""


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
    path = folder / DECISIONS
    if not path.exists():
        return [], []
    name = f"{folder.name}/{DECISIONS}"
    source, found = read(path, name, lists=True)
    findings = [finding._replace(severity=Severity.WARN) for finding in found if finding.rule != EMPTY]
    if source is None or not source.data:
        return [], findings
    if not isinstance(source.data, list):
        return [], [*findings, _unread(Place(name, 1))]
    decisions = []
    for index, given in enumerate(source.data):
        made = _decision(given)
        if made is None:
            findings.append(_unread(source.place((index,))))
        else:
            decisions.append(made)
    return decisions, findings


def _decision(given: Data) -> Decision | None:
    """Return the decision that an entry gives; None where its shape or its action is wrong."""
    if not isinstance(given, dict):
        return None
    made = Decision(*(str(given.get(key, "")) for key in KEYS))
    return made if made.id and made.action in ACTIONS else None


def _unread(place: Place) -> Finding:
    """Return the finding that a decision cannot be read."""
    return Finding(MALFORMED, Severity.WARN, "这一条决定读不出来，没有用", place,
                   f"每条要有编号和决定，决定是{'、'.join(ACTIONS)}之一；改好或删去这一条")


def write_decisions(decisions: Iterable[Decision]) -> bytes:
    """Return the file of decisions."""
    lines = ["# 对措辞的决定，一条接一条，只增不改。用 drafter phrases 管理。"]
    for decision in decisions:
        pairs = [(key, value) for key, value in zip(KEYS, decision, strict=True) if value]
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
    whole = hashlib.sha256(f"{entry.kind}\0{entry.about}\0{text}".encode()).hexdigest()
    return entry._replace(id=f"{entry.id}改{int(whole, 16) % 10**DIGITS:0{DIGITS}}", text=text, state=USED, parent=entry.id, variants=(), like=())
