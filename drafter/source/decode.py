"""Bytes to text, by strict decoding alone: nothing is guessed from letter counts."""

from __future__ import annotations

import codecs

from drafter.finding import Finding, Place
from drafter.source.rules import error, note

_HINT = "在记事本或 WPS 里打开，另存为，编码选 UTF-8"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", ""),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16（Unicode）"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16（Unicode）"),
)


def decode(raw: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """Return the text with plain line ends, or what is wrong with the bytes."""
    for mark, codec, name in _MARKS:
        if raw.startswith(mark):
            return _as(raw[len(mark) :], codec, name, file)
    wide = _wide(raw)
    if wide:
        return _as(raw, wide, "UTF-16（Unicode）", file)
    text = _strict(raw, "utf-8")
    if text is not None:
        return _lines(text), []
    if _damaged(raw):
        return None, [_refuse(raw, file)]
    return _as(raw, "gb18030", "GBK（GB18030）", file)


def _as(raw: bytes, codec: str, name: str, file: str) -> tuple[str | None, list[Finding]]:
    text = _strict(raw, codec)
    if text is None:
        return None, [_refuse(raw, file)]
    if not name:
        return _lines(text), []
    return _lines(text), [note("Y005", f"文件不是 UTF-8 编码，已按 {name} 读入", Place(file, 1), _HINT)]


def _strict(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return None


def _lines(text: str) -> str:
    text = text.lstrip("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _wide(raw: bytes) -> str:
    """Tell UTF-16 without a mark by the zero bytes of its line ends, colons and blanks."""
    zeros = raw.count(0)
    if not zeros or len(raw) % 2:
        return ""
    odd = raw[1::2].count(0)
    # One stray zero byte in a long file is a bad character, not another encoding.
    if zeros * 20 < len(raw) or min(odd, zeros - odd) > 0:
        return ""
    return "utf-16-le" if odd else "utf-16-be"


def _damaged(raw: bytes) -> bool:
    """Tell UTF-8 with a few broken bytes from GBK, which strict GB18030 would turn into nonsense."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(character > "\u07ff" for character in text) - broken > 3 * broken


def _refuse(raw: bytes, file: str) -> Finding:
    try:
        raw.decode("utf-8")
        before = 0
    except UnicodeDecodeError as wrong:
        before = wrong.start
    text = _lines(raw[:before].decode("utf-8", "replace"))
    line = text.count("\n") + 1
    column = len(text) - text.rfind("\n")
    shown = _lines(raw.decode("utf-8", "replace")).split("\n")
    excerpt = shown[line - 1] if _damaged(raw) and line <= len(shown) else ""
    message = "文件里有读不出的字节，不是完整的 UTF-8、GBK 或 UTF-16 文字"
    return error("Y004", message, Place(file, line, column), _HINT, excerpt)
