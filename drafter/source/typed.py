"""The way back: a value as a clerk would type it, and a text as the bytes of the file that it came from."""

from __future__ import annotations

import codecs

from drafter.source.model import Data
from drafter.source.reader import parse

CODECS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "gb18030")
MARKS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE, "utf-32-le": codecs.BOM_UTF32_LE}


def typed(value: str) -> str:
    """Return a value as it is typed in a profile: in single quotes where it would not be read as it stands."""
    return _typed(value, f"甲: {value}\n", value)


def typed_item(value: str) -> str:
    """Return a value as it is typed behind the dash of a list."""
    return _typed(value, f"甲:\n- {value}\n", [value])


def _typed(value: str, tried: str, wanted: Data) -> str:
    """Return a value, in single quotes unless a file that was typed with it as it stands is read as wanted."""
    source, findings = parse(tried.encode(), "")
    plain = not value or (source is not None and not findings and source.data == {"甲": wanted})
    return value if plain else "'" + value.replace("'", "''") + "'"


def as_bytes(text: str, like: bytes) -> bytes:
    """Return a text in the encoding and with the line ends of the file it was read from; raises ValueError where it does not fit."""
    if like.count(b"\r") * 2 > like.count(b"\n"):
        text = text.replace("\n", "\r\n" if b"\n" in like else "\r")
    for codec in CODECS:
        mark = MARKS.get(codec, b"")
        if mark and like.startswith(mark):
            return mark + text.encode(codec)
    return text.encode(next(codec for codec in CODECS if _fits(like, codec)))


def _fits(raw: bytes, codec: str) -> bool:
    """Tell whether some bytes are a text of a codec; UTF-16 without a mark shows by its zero bytes."""
    if codec.startswith("utf-16") and raw.count(0) * 20 < len(raw):
        return False
    try:
        return "\x00" not in raw.decode(codec)
    except UnicodeDecodeError:
        return False
