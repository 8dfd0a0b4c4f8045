"""The story of ``set``: one field of a profile is given a value, and one line of its file changes."""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import NamedTuple

from drafter.edit.amend import Change
from drafter.figure import read_figure
from drafter.finding import ENTRY, Address, Finding, Severity, spell
from drafter.kind import Kind
from drafter.pipeline.keep import Kept, keep
from drafter.pipeline.parts import read_files
from drafter.profile import TOP
from drafter.profile.topic import KEYS
from drafter.source import Sources, found

COUNTED = re.compile(r"([1-9]\d{0,5})")
FORM = re.compile(r"\s*([^=＝]+?)\s*[=＝]\s*(.*?)\s*", re.DOTALL)


class Assigned(NamedTuple):
    """What was given a value, what stood there before, and what it was written as."""

    at: Address
    before: str
    after: str


def assign(profile: Path, wishes: list[str], kind: Kind) -> tuple[list[Assigned], Kept]:
    """Give fields of a profile their values: 执法.行政处罚=139宗; nothing is written where one of them cannot be."""
    sources, findings = read_files(profile)
    if sources is None:
        return [], Kept((), tuple(findings))
    made: list[Assigned] = []
    wrong: list[Finding] = []
    for wish in wishes:
        match = FORM.fullmatch(wish)
        if match is None:
            wrong.append(_wrong(f"“{wish}”里没有等号", "写成  主题.指标=值，例如  执法.行政处罚=139宗"))
            continue
        at, finding = _address(match[1], sources, kind)
        if finding or not at:
            wrong += [finding] if finding else []
            continue
        old = found(sources.data, at)
        value, finding = _value(at, match[2], kind, old if isinstance(old, str) else "")
        wrong += [finding] if finding else []
        made.append(Assigned(at, old if isinstance(old, str) else "", value))
    if wrong:
        return [], Kept((), tuple(wrong))
    changes = [Change(one.at, one.after) for one in made if one.after != one.before or found(sources.data, one.at) is None]
    return made, keep(profile, changes)


def _address(name: str, sources: Sources, kind: Kind) -> tuple[Address, Finding | None]:
    """Return the address that a clerk means: the whole way, or an indicator alone where only one place can be meant."""
    steps: tuple[str | int, ...] = tuple(_step(part) for part in re.split(r"[.．。/]", name) if part.strip())
    if len(steps) == 1 and steps[0] in kind.indicators:
        held = [at for at in sources.keys if at[-1] == steps[0]]
        if len(held) > 1:
            shown = "、".join(f"{spell(at)}" for at in held)
            return (), _wrong(f"“{name}”在资料里有{len(held)}处", f"写清楚是哪一处：{shown}")
        return (held[0] if held else (kind.indicators[str(steps[0])].topic, *steps)), None
    if found(sources.data, steps) is not None or (len(steps) == 1 and steps[0] in TOP):
        return steps, None
    topics = [*kind.topics, *(sources.data if isinstance(sources.data, dict) else ())]
    if steps and steps[0] in topics and len(steps) == 2 and (steps[1] in kind.indicators or steps[1] in KEYS):
        return steps, None
    return (), _no_line(steps, sources) or _unknown(name, steps, topics, kind)


def _step(part: str) -> str | int:
    """Return one step of an address: 第2条 and 2 are the second entry."""
    entry = ENTRY.fullmatch(part.strip()) or COUNTED.fullmatch(part.strip())
    return int(entry[1]) - 1 if entry else part.strip()


def _no_line(steps: Address, sources: Sources) -> Finding | None:
    """Return what to do where an entry of a list has no such line yet, or the list no such entry."""
    above = found(sources.data, steps[:-1])
    if len(steps) > 2 and isinstance(above, dict) and isinstance(steps[-2], int):
        line = sources.place(steps[:-1]).line
        return _wrong(f"“{spell(steps[:-1])}”里还没有“{steps[-1]}”这一行", f"打开资料，在第{line}行下面加一行，和它里面的字对齐：\n{steps[-1]}: …")
    lists = next((at for end in range(len(steps), 0, -1) if isinstance(found(sources.data, at := steps[:end]), list)), None)
    if lists is None:
        return None
    return _wrong(f"“{spell(lists)}”里没有这一条，它有{len(found(sources.data, lists) or ())}条", "写清楚是第几条；要加一条，打开资料加")


def _unknown(name: str, steps: Address, topics: list[str], kind: Kind) -> Finding:
    """Return the finding that nothing is called so, with the names that are near."""
    last = str(steps[-1]) if steps else name
    known = [*kind.indicators, *TOP] if len(steps) == 1 or (steps and steps[0] in topics) else topics
    near = difflib.get_close_matches(last if known is not topics else str(steps[0]), known, n=3, cutoff=0.5)
    hint = f"是不是{'、'.join(f'“{one}”' for one in near)}？" if near else "写成  主题.指标=值；有哪些指标，用  drafter explain 主题  看"
    return Finding("E002", Severity.ERROR, f"不认识“{name}”", None, hint)


def _value(at: Address, typed: str, kind: Kind, old: str) -> tuple[str, Finding | None]:
    """Return what is to be written; a figure must be one, and is offered the measure word that stands there."""
    indicator = kind.indicators.get(str(at[-1]))
    if indicator is None or indicator.type == "文字" or typed in ("", "无", "没有"):
        return typed, None
    here = read_figure(old).figure
    usual = indicator.units[0] if indicator.units else "次"
    reading = read_figure(typed, here.unit if here and here.unit else usual)
    if reading.figure is None:
        return "", Finding("P006", Severity.ERROR, f"“{spell(at)}”{reading.problem}", None, reading.hint)
    return reading.figure.text, None


def _wrong(message: str, hint: str) -> Finding:
    return Finding("E002", Severity.ERROR, message, None, hint)
