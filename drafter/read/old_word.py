"""The text of a Word 97 to 2003 file (.doc, .wps), from its piece table; only ever run in the child process."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from itertools import pairwise

import olefile

from drafter.read import limits
from drafter.read.paragraphs import broken
from drafter.read.result import Refused, Words

NOTE = "旧版 Word 文件，尽力读出，请核对原文"
SAVE_AS = "用 Word 或 WPS 打开，另存为 .docx 再试"
MAGIC = 0xA5EC
WORD_97 = 101
"""The first version of the format that has a piece table where it is looked for."""
ENCRYPTED, SECOND_TABLE = 0x0100, 0x0200
PIECES = 100_000
FIELD_CODE = re.compile("\x13[^\x13\x14\x15]*\x14?")
KEPT = str.maketrans({"\x07": "\t", "\r": "\n", "\x0c": "\n", "\x1e": "-", "\xa0": " ", "\x14": None, "\x15": None, "\x13": None})
OTHERS = (("Workbook", "Excel 表格"), ("Book", "Excel 表格"), ("PowerPoint Document", "演示文稿"), ("__properties_version1.0", "邮件"))


def read_old_word(data: bytes) -> Words:
    """Return the main text, without headers, footnotes and comments."""
    with olefile.OleFileIO(io.BytesIO(data)) as file:
        if not file.exists("WordDocument"):
            what = next((said for name, said in OTHERS if file.exists(name)), "别的程序的文件")
            raise Refused("R002", f"这是{what}，不是报告", "给出 .docx、.doc、.pdf、.html 或 .txt 文件")
        main = _stream(file, "WordDocument")
        if len(main) < 0x1AA or struct.unpack_from("<H", main)[0] != MAGIC:
            raise Refused("R001", "这个旧版 Word 文件打不开", SAVE_AS)
        version, flags = struct.unpack_from("<H", main, 2)[0], struct.unpack_from("<H", main, 10)[0]
        if flags & ENCRYPTED:
            raise Refused("R004", "这个文件加了密码", "在 Word 或 WPS 里打开，去掉密码，另存为 .docx 再试")
        if version < WORD_97:
            raise Refused("R002", "这是 Word 95 或更早的文件，读不了", SAVE_AS)
        table = _stream(file, "1Table" if flags & SECOND_TABLE else "0Table")
    return Words(_tidy("".join(_pieces(main, table))), notes=(NOTE,))


def _stream(file: olefile.OleFileIO, name: str) -> bytes:
    if file.get_size(name) > limits.ON_DISK:
        raise limits.too_large("文件太大")
    data: bytes = file.openstream(name).read()
    return data


def _pieces(main: bytes, table: bytes) -> Iterator[str]:
    """Give the stretches of the main text in their order; each is in one byte a character, or in two."""
    length = struct.unpack_from("<i", main, 0x4C)[0]
    plan = _plan(main, table)
    count = (len(plan) - 4) // 12
    if not 0 < count <= PIECES or not 0 < length <= limits.LETTERS:
        raise limits.too_large("文件里的内容太多") if count > 0 < length else Refused("R006", "文件里没有文字", SAVE_AS)
    edges = struct.unpack_from(f"<{count + 1}i", plan)
    if any(after < before for before, after in pairwise(edges)):
        raise Refused("R001", "这个旧版 Word 文件打不开", SAVE_AS)
    for number, (start, end) in enumerate(pairwise(edges)):
        letters = max(min(end, length) - start, 0)
        at = struct.unpack_from("<I", plan, 4 * (count + 1) + 8 * number + 2)[0]
        if at & 0x40000000:
            at = (at & 0x3FFFFFFF) // 2
            yield main[at:at + letters].decode("cp1252", "replace")
        else:
            yield main[at:at + 2 * letters].decode("utf-16-le", "replace")


def _plan(main: bytes, table: bytes) -> bytes:
    """Return the piece table, which lies behind any number of stored formats."""
    at, size = struct.unpack_from("<II", main, 0x1A2)
    end = min(at + size, len(table))
    while at < end and table[at] == 1:
        at += 3 + struct.unpack_from("<H", table, at + 1)[0]
    if at >= end or table[at] != 2:
        raise Refused("R001", "这个旧版 Word 文件打不开", SAVE_AS)
    return table[at + 5:at + 5 + struct.unpack_from("<I", table, at + 1)[0]]


def _tidy(text: str) -> str:
    """Resolve the marks of the format: ends of cells and rows, breaks, fields."""
    text = FIELD_CODE.sub("", text.replace("\x07\x07", "\r")).translate(KEPT)
    lines = (broken(line).strip(" \u3000\n") for line in text.split("\n"))
    return re.sub(r"\n{2,}", "\n", "\n".join(lines)).strip("\n")
