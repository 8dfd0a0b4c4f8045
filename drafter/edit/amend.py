"""Changing a profile: one line a change, everything else as it was typed; the result is read again before anybody gets it.

Lines are spliced at the places that our own reader knows. A library that loads and dumps YAML (ruamel.yaml) refuses what
clerks really type, full-width colons and Tabs, and lays out anew what nobody touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from drafter.edit.lines import Value, behind_key, first_key, reach, replaced, silent, value_on
from drafter.finding import Address, Finding, Severity, spell
from drafter.source import Data, Source, found, parse, typed

STEP = "  "


class Change(NamedTuple):
    """A value that is to stand at an address from now on, and what is to be remarked behind it."""

    at: Address
    value: str
    remark: str = ""


class Append(NamedTuple):
    """An entry that is to be added to the list at an address: its lines, the first beginning with a dash."""

    at: Address
    lines: tuple[str, ...]
    remark: str = ""
    """What is remarked behind the key of a list that begins with this entry."""


class CannotError(Exception):
    """The change cannot be made by a line of its own; the argument is the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def amend(source: Source, changes: Iterable[Change | Append], before: tuple[str, ...] = ()) -> tuple[str | None, list[Finding]]:
    """Return the text of a profile with some changes, or what stands in the way of them.

    ``before`` names the top-level keys before which a new topic is put.
    """
    findings: list[Finding] = []
    for change in changes:
        try:
            source = _done(source, change, before)
        except CannotError as cannot:
            findings.append(cannot.finding)
    return (None if findings else source.text), findings


def _done(source: Source, change: Change | Append, before: tuple[str, ...]) -> Source:
    """Return the source with one change; raises CannotError."""
    lines = source.text.split("\n")
    if isinstance(change, Append):
        _append(source, lines, change)
        return _read(source, lines, change)
    old = found(source.data, change.at)
    if old is None:
        _insert(source, lines, change, before)
    elif isinstance(old, str):
        _replace(source, lines, change)
    else:
        raise _cannot(source, change.at, "下面还有几项，要写明改哪一项")
    made = _read(source, lines, change)
    if _without(made.data, change.at) != _without(source.data, change.at) or found(made.data, change.at) != change.value:
        raise _cannot(source, change.at, "这一行的写法特别，不能只改这一个值", change.value)
    return made


def _replace(source: Source, lines: list[str], change: Change) -> None:
    """Put another value in the place of the one that stands there."""
    value, number = _value(source, lines, change.at)
    lines[number] = replaced(lines[number], value, typed(change.value), change.remark)


def _value(source: Source, lines: list[str], at: Address) -> tuple[Value, int]:
    """Return where a value stands, and on which line."""
    key = source.keys.get(at)
    if key is None:
        place = source.places[at]
        return value_on(lines[place.line - 1], place.column - 1), place.line - 1
    start = behind_key(lines[key.line - 1], key.column - 1, str(at[-1]))
    if start is None:
        raise _cannot(source, at, "这一行的写法特别，不能只改这一个值")
    line = lines[key.line - 1]
    while start < len(line) and line[start] in " \t\u3000\xa0":
        start += 1
    if line[start:start + 1] == "#":
        start = len(line[:start].rstrip(" \t\u3000\xa0"))
    return value_on(line, start), key.line - 1


def _insert(source: Source, lines: list[str], change: Change, before: tuple[str, ...]) -> None:
    """Give a value a line of its own."""
    holder, name = change.at[:-1], change.at[-1]
    parent = found(source.data, holder)
    words = f"{name}: {typed(change.value)}" + (f"    # {change.remark}" if change.remark else "")
    if not isinstance(name, str) or isinstance(parent, list):
        raise _cannot(source, holder, f"“{spell(holder)}”下面是一条一条的句子，数据要写在句子里或另起一项", change.value)
    if isinstance(parent, str) and parent:
        raise _cannot(source, holder, f"“{spell(holder)}”写的是“{parent}”", change.value)
    if isinstance(parent, dict) and holder:
        column = first_key(source, holder) or 0
        lines.insert(_behind_scalars(source, holder, parent, lines), " " * column + words)
    elif parent == "" and len(holder) == 1:
        lines.insert(source.keys[holder].line, STEP + words)
    elif parent is None and len(holder) == 1:
        at = _top(source, lines, before)
        lines[at:at] = [f"{holder[0]}:", STEP + words]
    elif not holder:
        lines.insert(_behind_head(source), words)
    else:
        raise _cannot(source, change.at, f"资料里没有“{spell(holder)}”", change.value)


def _behind_scalars(source: Source, holder: Address, parent: dict[str, Data], lines: list[str]) -> int:
    """Return the line behind the last single value of a topic; what has lists stands below."""
    typed_lines = {key: source.keys[(*holder, key)].line for key in parent if (*holder, key) in source.keys}
    singles = [line for key, line in typed_lines.items() if isinstance(parent[key], str) and parent[key]]
    return max(singles) if singles else min(typed_lines.values(), default=len(lines) + 1) - 1


def _behind_head(source: Source) -> int:
    """Return the line behind the single values with which a profile begins."""
    line = 0
    for key, value in source.data.items() if isinstance(source.data, dict) else ():
        if not isinstance(value, str):
            break
        line = source.keys[(key,)].line
    return line


def _top(source: Source, lines: list[str], before: tuple[str, ...]) -> int:
    """Return the line before which a new topic goes: above the first of some keys and the remarks over it, else at the end."""
    known = [source.keys[(key,)].line - 1 for key in before if (key,) in source.keys]
    at = min(known) if known else len(lines)
    while at and silent(lines[at - 1]) and (known or not lines[at - 1].strip()):
        at -= 1
    return at


def _append(source: Source, lines: list[str], change: Append) -> None:
    """Add an entry behind the last one of a list, or begin the list."""
    old = found(source.data, change.at)
    if isinstance(old, str) and old:
        raise _cannot(source, change.at, f"“{spell(change.at)}”只有一句，写在同一行", change.lines[0])
    key = source.keys.get(change.at)
    if key is not None and old is not None:
        column = key.column - 1
        end = reach(lines, key.line - 1, column)
        dashes = [line for line in lines[key.line:end] if line.lstrip().startswith("-")]
        if dashes:
            column = len(dashes[0]) - len(dashes[0].lstrip())
        lines[end:end] = [" " * column + line for line in change.lines]
        return
    holder, remark = change.at[:-1], f"    # {change.remark}" if change.remark else ""
    if holder and not isinstance(found(source.data, holder), dict):
        raise _cannot(source, holder, f"“{spell(holder)}”下面不能加“{change.at[-1]}”", change.lines[0])
    column = (first_key(source, holder) or 0) if holder else 0
    end = reach(lines, source.keys[holder].line - 1, source.keys[holder].column - 1) if holder else _top(source, lines, ())
    lines[end:end] = [" " * column + line for line in (f"{change.at[-1]}:{remark}", *change.lines)]


def _read(source: Source, lines: list[str], change: Change | Append) -> Source:
    """Read the changed text; raises CannotError where it does not read as it should."""
    made, findings = parse("\n".join(lines).encode("utf-8", "surrogatepass"), source.file)
    if made is None or any(finding.is_error for finding in findings):
        raise _cannot(source, change.at, "改了以后这一行读不出来")
    if isinstance(change, Append) and _without(made.data, change.at) != _without(source.data, change.at):
        raise _cannot(source, change.at, "这里的缩进特别，加不进去", change.lines[0])
    return made


def _without(data: Data, at: Address) -> Data:
    """Return data without what stands at an address, and without what that leaves empty."""
    if not at:
        return ""
    step, rest = at[0], at[1:]
    if isinstance(data, dict):
        return {key: made for key, value in data.items() if (made := _without(value, rest) if key == step else value) or key != step}
    if isinstance(data, list) and isinstance(step, int):
        return [_without(value, rest) if index == step else value for index, value in enumerate(data)]
    return data


def _cannot(source: Source, at: Address, why: str, value: str = "") -> CannotError:
    """Return the refusal of a change, with the line that it is about."""
    place = source.key(at) if at in source.keys else source.place(at)
    what = f"，请用记事本打开，自己改成：{at[-1]}: {value}" if value else "，请用记事本打开自己改"
    return CannotError(Finding("E001", Severity.ERROR, f"“{spell(at)}”没有改成：{why}", place, f"资料没有动{what}", source.line(place.line)))
