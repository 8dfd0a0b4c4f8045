"""How much of a foreign file is read, and how its bytes are fetched: nothing blocks, nothing is followed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from drafter.read.result import Refused

MEGABYTE = 1024 * 1024
ON_DISK = 50 * MEGABYTE
UNPACKED = 25 * MEGABYTE
"""Bytes of all parts of a Word file that are read, counted while they are unpacked."""
MEMBERS = 2000
RATIO = 200
"""A part over RATIO_FROM bytes may not be packed tighter than this: reports pack 10 to 40 to 1."""
RATIO_FROM = 2 * MEGABYTE
PLAIN = 5 * MEGABYTE
"""Bytes of a text or a web page; a report has 30 KB."""
TAGS = 1_000_000
"""Angle brackets, and equal signs, of one XML part: each is some 200 bytes of memory once it is parsed."""
WEB_TAGS = 400_000
LETTERS = 2_000_000
"""Characters of one report."""
SECONDS = 15
"""Time for the child process that reads a PDF or a .doc."""
MEMORY = 1024 * MEGABYTE


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a regular file; a link, a pipe, a device or a folder is refused unopened."""
    try:
        _regular(path.lstat().st_mode)
        # Between the look and the opening another thing may take the name: a pipe would block, a link would lead away.
        flags = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY", "O_CLOEXEC"))
        with os.fdopen(os.open(path, flags), "rb") as stream:
            _regular(os.fstat(stream.fileno()).st_mode)
            data = stream.read(ON_DISK + 1)
    except FileNotFoundError:
        raise Refused("R001", "找不到这个文件", "核对文件名和所在文件夹") from None
    except (OSError, ValueError):
        raise Refused("R001", "这个文件打不开", "看看有没有读取权限，是不是正被别的程序占用") from None
    if len(data) > ON_DISK:
        raise too_large(f"文件超过 {ON_DISK // MEGABYTE} MB")
    if not data:
        raise Refused("R006", "这是空文件，打不开", "看看是不是没有保存好，或者下载没有完成")
    return data


def _regular(mode: int) -> None:
    if stat.S_ISLNK(mode):
        raise Refused("R001", "这是指向别处的链接，没有读", "把链接指的那个文件拷到这里来")
    if stat.S_ISDIR(mode):
        raise Refused("R001", "这是文件夹，不是文件", "写到文件夹里的那个文件")
    if not stat.S_ISREG(mode):
        raise Refused("R001", "这不是普通文件，不能读", "给出一个 .docx、.txt、.html、.pdf 或 .doc 文件")


def too_large(fact: str) -> Refused:
    """Return the refusal of what is over a limit."""
    return Refused("R007", f"{fact}，没有读", "看看是不是选错了文件；确是报告的，只留正文，另存一份再试")


def check_tags(data: bytes, most: int) -> None:
    """Refuse markup that would fill the memory when it is parsed."""
    if data.count(b"<") > most or data.count(b"=") > most:
        raise too_large("文件里的内容太多")
