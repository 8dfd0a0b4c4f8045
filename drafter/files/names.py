"""Names of files: made of safe letters, numbered by draft, and those that other programs lay beside an open one."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

LONGEST = 80
LONGEST_BYTES = 210
"""Of the 255 a folder takes, less what is hung on: （第99稿）, -校核, the ending, a lock file's prefix."""
KEPT_MARKS = "（）-—·"
SILENT_MARKS = "“”‘’「」『』《》〈〉\"'"
RESERVED = {"CON", "PRN", "AUX", "NUL"} | {f"{port}{n}" for port in ("COM", "LPT") for n in range(10)}
NAMELESS = "文稿"


def safe_name(text: str) -> str:
    """Return a file name without ending that every system takes: hanzi, letters, digits and （）-—· of the text."""
    kept = "".join(_letter(letter) for letter in unicodedata.normalize("NFC", text))
    name = re.sub("-+", "-", kept).strip("-")
    name = name[:LONGEST].encode()[:LONGEST_BYTES].decode(errors="ignore").strip("-") or NAMELESS
    return f"{NAMELESS}-{name}" if name.upper() in RESERVED else name


def _letter(letter: str) -> str:
    if letter in KEPT_MARKS or unicodedata.category(letter) in {"Lu", "Ll", "Lo", "Nd"}:
        return letter
    return "" if letter in SILENT_MARKS or letter.isspace() else "-"


def draft_name(target: Path, turn: int) -> Path:
    """Return the name of a draft: the target itself, then …（第2稿）, …（第3稿）."""
    return target if turn == 1 else target.with_name(f"{target.stem}（第{turn}稿）{target.suffix}")


def owner_file(path: Path) -> Path | None:
    """Return the file that Word, WPS or LibreOffice lays beside a document somebody has open."""
    name = path.name
    beside = ("~$" + name, "~$" + name[1:], "~$" + name[2:], ".~" + name, f".~lock.{name}#")
    return next((found for owner in beside if (found := path.with_name(owner)).exists()), None)
