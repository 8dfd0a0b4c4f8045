"""A profile in several files: the main one names the topic files of the offices under 分文件."""

from __future__ import annotations

import re
from pathlib import Path

from drafter.files import real
from drafter.finding import Finding, Place, Severity
from drafter.source import Source, Sources, file_bytes, merge, parse, read

KEY = "分文件"
KEY_BYTES = tuple(KEY.encode(codec) for codec in ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-32-le"))
WORD_FILES = (".docx", ".doc", ".wps", ".xlsx", ".xls", ".pdf")
PROFILES = (".yaml", ".yml")


def read_files(path: Path) -> tuple[Sources | None, list[Finding]]:
    """Read a profile and the topic files that it names, as one."""
    if path.suffix.lower() in WORD_FILES:
        return None, [Finding("R003", Severity.ERROR, "这是 Word 或 WPS 文件，不是资料", Place(str(path), 1),
                              "给出 .yaml 资料；要校核 Word 初稿，用  drafter check 文件")]
    main, findings = read(path, str(path))
    if main is None:
        return None, findings
    others, taken = [], {real(path)}
    for name in part_names(main):
        part = path.parent / name
        if real(part) in taken:
            findings.append(_twice(main, name))
            continue
        taken.add(real(part))
        other, found = read(part, str(part))
        findings += [_named(finding, main, name) if finding.rule == "Y001" else finding for finding in found]
        others += [other] if other else []
    sources, found = merge(main, others)
    return sources, findings + found


def profiles_in(folder: Path) -> list[Path]:
    """Return the profiles of a folder by name; a topic file that one of them names is none of its own."""
    inside = sorted(file for file in folder.iterdir()
                    if file.suffix.lower() in PROFILES and not file.name.startswith((".", "~$")))
    parts = {real(file): {real(folder / name) for name in _peeked(file)} - {real(file)} for file in inside}
    named = {part for found in parts.values() for part in found}
    # From those that nobody names: files that only name each other in a ring are all drafted, and refused with a reason.
    passed, waiting = set[Path](), [file for file in parts if file not in named]
    while waiting:
        new = parts.get(waiting.pop(), set()) - passed
        passed |= new
        waiting += new
    return [file for file in inside if real(file) not in passed]


def _peeked(file: Path) -> list[str]:
    """Return the topic files that a file names; most name none, and those are not parsed for it."""
    raw, _ = file_bytes(file, Place(str(file), 1))
    main = parse(raw, str(file))[0] if any(key in raw for key in KEY_BYTES) else None
    return part_names(main) if main else []


def part_names(main: Source) -> list[str]:
    """Return the names of the topic files, a list or one line of them."""
    named = main.data.get(KEY, "") if isinstance(main.data, dict) else ""
    names = named if isinstance(named, list) else re.split("[、，,；;]", str(named))
    return [name for given in names if (name := str(given).strip())]


def _named(finding: Finding, main: Source, name: str) -> Finding:
    """Return the finding that a topic file cannot be read at the place where its name was typed."""
    place = main.place((KEY,))
    return finding._replace(message=f"分文件“{name}”：{finding.message}", place=place, excerpt=main.line(place.line))


def _twice(main: Source, name: str) -> Finding:
    """Return the finding that a file would be read twice."""
    place = main.place((KEY,))
    return Finding("P018", Severity.ERROR, f"分文件“{name}”写了两次，或就是这份资料自己", place, "每个文件只写一次，删去多写的这个名字",
                   main.line(place.line))
