"""The way from a path to a source: limits, bytes, characters, repairs, events."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import yaml

from drafter.finding import Finding, Place
from drafter.source.characters import characters
from drafter.source.decode import decode
from drafter.source.model import Edits, Places, Source
from drafter.source.rules import error
from drafter.source.tree import Builder

LIMIT = 2 * 1024 * 1024
"""The largest file in bytes that is read at all."""


def read(path: Path, name: str | None = None) -> tuple[Source | None, list[Finding]]:
    """Read one YAML file; ``name`` is how messages call it."""
    file = str(path) if name is None else name
    raw, wrong = _bytes(path, Place(file, 1))
    return (None, [wrong]) if wrong is not None else parse(raw, file)


def _bytes(path: Path, place: Place) -> tuple[bytes, Finding | None]:
    # A named pipe would block open() for ever without O_NONBLOCK.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        handle = os.open(path, flags)
    except FileNotFoundError:
        return b"", error("Y001", "找不到这个文件", place, "核对文件名和所在文件夹；文件名里的空格、后缀 .yaml 也要对上")
    except IsADirectoryError:
        return b"", error("Y001", "这是文件夹，不是文件", place, "写到文件夹里的那个 .yaml 文件")
    except (OSError, ValueError):
        return b"", error("Y001", "这个文件打不开", place, "看看有没有读取权限，是不是正被别的程序占用，文件名是不是太长")
    try:
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                return b"", error("Y001", "这不是普通文件，不能读", place, "换成一个普通的 .yaml 文件")
            return stream.read(LIMIT + 1), None
    except IsADirectoryError:
        return b"", error("Y001", "这是文件夹，不是文件", place, "写到文件夹里的那个 .yaml 文件")
    except OSError:
        return b"", error("Y001", "读这个文件时出错", place, "把文件复制到本机硬盘上再试")


def parse(raw: bytes, file: str) -> tuple[Source | None, list[Finding]]:
    """Read the bytes of one YAML file."""
    if len(raw) > LIMIT:
        hint = "看看是不是选错了文件；资料很多时按科室分成几个文件"
        return None, [error("Y002", "文件超过 2 MB，没有读", Place(file, 1), hint)]
    text, findings = decode(raw, file)
    if text is None:
        return None, findings
    clean, bad = characters(text, file)
    findings += bad
    edits: Edits = {}
    builder = Builder()
    try:
        tree = builder.build(clean)
    except yaml.YAMLError:
        return None, [*findings, error("Y049", "写法读不懂", Place(file, 1))]
    return Source(file, text, tree.data, Places(file, tree.places, edits), Places(file, tree.keys, edits)), findings
