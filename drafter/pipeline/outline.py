"""Which outline a profile is drafted by: one that ships with the kind, or a text file of the office."""

from __future__ import annotations

from pathlib import Path

from drafter.files import is_file, is_taken, real
from drafter.finding import Finding, Severity
from drafter.kind import Kind, Outline, parse_outline
from drafter.source import Sources, read_text


def find_outline(sources: Sources, path: Path, kind: Kind) -> tuple[Outline | None, list[Finding]]:
    """Read the outline that a profile names: one that ships with the kind, or a text file of the office."""
    data = sources.data.get("提纲") if isinstance(sources.data, dict) else None
    name = data if isinstance(data, str) and data else kind.default_outline
    shipped = name in kind.outline_names()
    file = kind.folder / "outlines" / f"{name}.txt" if shipped else path.parent / name
    if not shipped and (trouble := _no_outline(file, path.parent, name)):
        place = sources.place(("提纲",))
        hint = f"县里没有发提纲，就空着；发了的，写成 提纲/县里的提纲.txt 这样的文件，或用现成的：{'、'.join(kind.outline_names())}"
        return None, [Finding("P014", Severity.ERROR, trouble, place, hint, sources.line(place))]
    shown = f"{kind.folder.name}/outlines/{name}.txt" if shipped else str(file)
    words, findings = read_text(file, shown)
    if words is None:
        return None, findings
    outline, found = parse_outline(words, shown, shipped=shipped)
    findings += found
    return (None if any(finding.is_error for finding in found) else outline), findings


def _no_outline(file: Path, folder: Path, name: str) -> str:
    """Return why a file is not read as outline; outside the profile's folder only a text is one."""
    if not is_taken(file):
        return f"找不到提纲“{name}”"
    if not is_file(file):
        return f"提纲“{name}”不是普通文件，不能读"
    found = real(file)
    if found.suffix.lower() == ".txt" or found.is_relative_to(real(folder)):
        return ""
    return f"提纲“{name}”不在资料所在的文件夹里，又不是 .txt 文件，不能读"
