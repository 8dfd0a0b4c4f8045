"""Which fonts may serve a page, as templates/字体.yaml lists them, and which of them this machine has."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.finding import Finding, Place, Severity
from drafter.source import Data, read
from drafter.write.fonts import Candidate, Catalogue, Found, find, font_files, opened
from drafter.write.layout import GBT9704, PageLayout
from drafter.write.pdf import Shelf, shelf

FILE = "字体.yaml"
FOLDERS, HOW = "文件夹", "怎么装"
NOTHING = "无"


class Fonts(NamedTuple):
    """The candidates, the font files of this machine, and how a font is got and installed."""

    catalogue: Catalogue
    files: Mapping[str, Path]
    how: str


def fonts_here(project: Path) -> tuple[Fonts | None, list[Finding]]:
    """Look for fonts on this machine."""
    path = project / "templates" / FILE
    source, findings = read(path, str(path))
    if source is None:
        return None, findings
    data = source.data if isinstance(source.data, dict) else {}
    try:
        catalogue = {role: tuple(map(_candidate, _list(given))) for role, given in data.items() if role not in (FOLDERS, HOW)}
        folders = [_text(folder) for folder in _list(data.get(FOLDERS, []))]
        return Fonts(catalogue, font_files(folders), _text(data.get(HOW, ""))), findings
    except ValueError as wrong:
        hint = "对照安装包里原来的文件改正"
        return None, [*findings, Finding("F019", Severity.ERROR, f"字体文件写法不对：{wrong}", Place(source.file, 1), hint)]


def shelf_for(layout: PageLayout, fonts: Fonts) -> tuple[Shelf | None, list[Finding]]:
    """Return the fonts for a layout, and what is said of those that are missing."""
    found = shelf(layout, fonts.catalogue, fonts.files)
    if found is None:
        wanted = "、".join(dict.fromkeys((layout.faces.title, layout.faces.body, *layout.faces.headings, layout.faces.number)))
        return None, [Finding("F010", Severity.ERROR, f"这台电脑上没有能用的中文字体，要有：{wanted}", None, fonts.how)]
    if not found.lacking:
        return found, []
    said = "、".join(f"{face}（用{one.candidate.name}代替）" for face, one in found.lacking if one)
    return found, [Finding("F011", Severity.WARN, f"没有找到字体：{said}", None, fonts.how)]


def without(fonts: Fonts, broken: Collection[Path]) -> tuple[Fonts, Finding]:
    """Return the fonts without some files that cannot be read, and say which."""
    said = "、".join(sorted(path.name for path in broken))
    left = fonts._replace(files={name: path for name, path in fonts.files.items() if path not in broken})
    return left, Finding("F024", Severity.WARN, f"字体文件坏了，没有用：{said}", None, f"删掉坏的文件，重新装一次；{fonts.how}")


def missing_faces(fonts: Fonts) -> tuple[list[tuple[str, str]], list[Finding]]:
    """Return each face of the standard with what stands in for it: empty where it is there, 无 where nothing is; and the broken files."""
    faces = GBT9704.faces
    wanted = tuple(dict.fromkeys((faces.title, faces.body, *faces.headings, faces.number)))
    findings = []
    while True:
        found = {face: find(face, fonts.catalogue, fonts.files) for face in wanted}
        broken = _broken([one for one in found.values() if one])
        if not broken:
            break
        fonts, said = without(fonts, broken)
        findings.append(said)
    return [(face, NOTHING if one is None else one.candidate.name if one.candidate.stand_in else "") for face, one in found.items()], findings


def _broken(found: Sequence[Found]) -> frozenset[Path]:
    """Return the files that cannot be read; none are known where the typesetter is not installed."""
    try:
        with opened(one.path for one in found) as open_:
            return open_.broken(found)
    except ImportError:
        return frozenset()


def _candidate(given: Data) -> Candidate:
    if not isinstance(given, dict):
        raise ValueError("每种字体写“名称”和“文件”两行")
    name, files = _text(given.get("名称", "")), _text(given.get("文件", ""))
    if not name or not files:
        raise ValueError(f"“{name or files}”缺名称或文件")
    return Candidate(name, tuple(files.split("、")), _text(given.get("族", "")), given.get("代用") == "是")


def _list(given: Data) -> list[Data]:
    if isinstance(given, list):
        return given
    raise ValueError("这里应当是一条条的列表")


def _text(given: Data) -> str:
    if isinstance(given, str):
        return given
    raise ValueError("这里只写一行")
