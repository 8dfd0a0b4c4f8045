"""What a workbook may not be before it is opened: too large, packed too tightly, or made to fill the memory."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from xml.etree import ElementTree

MEGABYTE = 1024 * 1024
MEMBERS = 500
UNPACKED = 16 * MEGABYTE
RATIO, RATIO_FROM = 200, 2 * MEGABYTE
"""A part over RATIO_FROM bytes may not be packed tighter than RATIO to 1."""
TAGS = 400_000
AREA = 20_000
"""Cells that merged ranges and links may cover together: the library makes an object of each."""
BROKEN = (OSError, KeyError, ValueError, IndexError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error,
          ElementTree.ParseError)
RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")
RANGED = ("mergeCell", "hyperlink")
DAMAGED = "打不开，不是完好的 .xlsx 文件"
LARGE = "里面的内容太多，不像填报表"


def trouble(data: bytes) -> str:
    """Return why a workbook is not opened; empty where it may be."""
    # Counted before the directory is read: a million empty members are a gigabyte of entries.
    if data.count(b"PK\x01\x02") > MEMBERS:
        return LARGE
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _inside(package)
    except BROKEN:
        return DAMAGED


def _inside(package: zipfile.ZipFile) -> str:
    """Return what is wrong with the parts of a package."""
    names = package.namelist()
    if "xl/workbook.xml" not in names or len(set(names)) < len(names):
        return DAMAGED
    left, area, tags = UNPACKED, AREA, TAGS
    for info in package.infolist():
        with package.open(info) as part:
            data = part.read(left + 1)
        left -= len(data)
        if left < 0 or (len(data) > RATIO_FROM and len(data) > RATIO * max(info.compress_size, 1)):
            return LARGE
        start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
        if start.startswith((b"\xff\xfe", b"\xfe\xff", b"\0")) or b"\0" in start[:4]:
            return DAMAGED
        if start.startswith(b"<"):
            tags -= data.count(b"<")
            if tags < 0:
                return LARGE
            if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
                return "里面有不该有的内容（DTD），没有读"
            area -= _covered(data)
        if area < 0:
            return LARGE
    return ""


def _covered(data: bytes) -> int:
    """Return how many cells the merged ranges and the links of a part cover."""
    count = 0
    # No document type can stand in it any more, so nothing is expanded.
    for _, element in ElementTree.iterparse(io.BytesIO(data), events=("end",)):  # noqa: S314
        if element.tag.rpartition("}")[2] in RANGED:
            named = element.get("ref", "").upper()
            match = RANGE.fullmatch(named)
            # Whole columns and rows (A:XFD) are spelt without numbers.
            count += _size(match) if match else AREA + 1 if ":" in named else 1
        element.clear()
    return count


def _size(match: re.Match[str]) -> int:
    """Return how many cells a range has."""
    columns = abs(_number(match[3]) - _number(match[1])) + 1
    return int(columns * (abs(int(match[4]) - int(match[2])) + 1))


def _number(letters: str) -> int:
    """Return the number of a column."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
