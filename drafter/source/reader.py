"""The way from a path to a source: limits, bytes, characters, events."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from drafter.finding import Finding, Place
from drafter.source.characters import characters
from drafter.source.clean import clean
from drafter.source.decode import decode
from drafter.source.model import Source
from drafter.source.rules import error
from drafter.source.tree import FAILURES, Builder, Tree, source

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
    findings += bad
    tree = _tree(safe) if clean(safe) else None
    if tree is not None and not tree.faults and tree.fits(lists):
        return source(file, text, tree, {}), findings
    # Most files are clean, and those start without loading what mends and explains the others.
    from drafter.source.rescue import rescue  # noqa: PLC0415

    return rescue(text, safe, tree, findings, file, lists)


def _tree(safe: str) -> Tree | None:
    try:
        return Builder().build(safe)
    except FAILURES:
        return None
