"""The way from a path to a source: limits, bytes, characters, repairs, events."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from drafter.finding import Finding, Place
from drafter.source.characters import characters
from drafter.source.decode import decode
from drafter.source.faults import FATAL, Sheet, report
from drafter.source.model import Places, Source
from drafter.source.repair import Repaired, repair, untouched
from drafter.source.rules import error
from drafter.source.syntax import FAILURES, recover
from drafter.source.tree import Builder, Tree

LIMIT = 2 * 1024 * 1024
"""The largest file in bytes that is read at all."""


def read(path: Path, name: str | None = None, *, lists: bool = False) -> tuple[Source | None, list[Finding]]:
    """Read one YAML file; ``name`` is how messages call it, ``lists`` allows a list on top."""
    file = str(path) if name is None else name
    raw, wrong = file_bytes(path, Place(file, 1))
    return (None, [wrong]) if wrong is not None else parse(raw, file, lists=lists)


def file_bytes(path: Path, place: Place) -> tuple[bytes, Finding | None]:
    """Return the bytes of a regular file, at most one more than the limit, or what is wrong with it."""
    # A named pipe would block open() for ever without O_NONBLOCK.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        handle = os.open(path, flags)
        with os.fdopen(handle, "rb", closefd=True) as stream:
            if stat.S_ISREG(os.fstat(handle).st_mode):
                return stream.read(LIMIT + 1), None
        message, hint = "这不是普通文件，不能读", "换成一个普通的 .yaml 文件"
    except FileNotFoundError:
        message, hint = "找不到这个文件", "核对文件名和所在文件夹，后缀 .yaml 也要对上"
    except IsADirectoryError:
        message, hint = "这是文件夹，不是文件", "写到文件夹里的那个 .yaml 文件"
    except (OSError, ValueError):
        message, hint = "这个文件打不开", "看看有没有读取权限，是不是正被别的程序占用"
    return b"", error("Y001", message, place, hint)


def parse(raw: bytes, file: str, *, lists: bool = False) -> tuple[Source | None, list[Finding]]:
    """Read the bytes of one YAML file; only with ``lists`` may a list stand on top."""
    if len(raw) > LIMIT:
        hint = "看看是不是选错了文件；资料很多时按科室分成几个文件"
        return None, [error("Y002", "文件超过 2 MB，没有读", Place(file, 1), hint)]
    text, findings = decode(raw, file)
    if text is None:
        return None, findings
    safe, bad = characters(text, file)
    repaired, tree = _tree(safe, file)
    typed = text.split("\n")
    findings += [*bad, *repaired.findings]
    if tree is None:
        faults = recover(repaired.lines)
        findings += report(faults, Sheet(file, typed, repaired))
        if not any(finding.is_error for finding in findings):
            findings.append(error("Y049", "文件的写法读不懂", Place(file, 1), "一行一项，写成“项目: 内容”"))
        return None, sorted(findings, key=_order)
    refused = report(tree.faults, Sheet(file, typed, repaired))
    fits = tree.top == "map" or (lists and tree.top == "list")
    findings += refused
    if not fits and not any(finding.is_error for finding in findings):
        findings.append(_top(tree, file))
    if not fits or not repaired.sound or any(finding.rule in FATAL for finding in refused):
        return None, sorted(findings, key=_order)
    edits = repaired.edits
    places, keys = Places(file, tree.places, edits, typed), Places(file, tree.keys, edits, typed)
    return Source(file, text, tree.data, places, keys), sorted(findings, key=_order)


def _tree(safe: str, file: str) -> tuple[Repaired, Tree | None]:
    """Parse a text as it is where it looks clean, else (or where that fails) after repair."""
    repaired = untouched(safe)
    if repaired is not None:
        try:
            return repaired, Builder().build(safe)
        except FAILURES:
            pass
    repaired = repair(safe, file)
    try:
        return repaired, Builder().build("\n".join(repaired.lines))
    except FAILURES:
        return repaired, None


def _top(tree: Tree, file: str) -> Finding:
    hint = "单位: 桃溪镇"
    if not tree.top or (tree.top == "text" and not tree.data):
        return error("Y003", "文件里没有内容", Place(file, 1), hint)
    what = "一张列表" if tree.top == "list" else "一段文字"
    return error("Y037", f"整个文件读成了{what}；最外层要一行一项，写成“项目: 内容”", Place(file, 1), hint)


def _order(finding: Finding) -> tuple[int, int, str]:
    place = finding.place
    return (place.line, place.column, finding.rule) if place else (0, 0, finding.rule)
