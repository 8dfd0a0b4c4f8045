"""What every story needs: where the project lies, and the kind of report with its wordings, read once."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from drafter.compose import Composer
from drafter.files import is_folder
from drafter.finding import Finding, Place, Severity
from drafter.kind import Kind, load
from drafter.phrases import Library, load_library
from drafter.pipeline.parts import read_files
from drafter.source import Sources

HOME = Path(__file__).resolve().parents[2]
"""The folder that the program lies in."""
TEMPLATES, SEEDS = "templates", "seeds"
KEY = "报告种类"
"""Where a profile names its kind: a folder of templates/, or the name that the folder's kind.yaml gives it."""


class Setup(NamedTuple):
    """The kind of report, its wordings, and the composer made of both."""

    kind: Kind
    library: Library
    composer: Composer
    seeds: Path
    """The folder with the past reports and the phrase library."""
    others: dict[str, Setup]
    """The other kinds that profiles asked for, by folder."""


def project_folder(start: Path) -> Path:
    """Return the nearest folder upward that holds profiles/ and templates/; else the program's own."""
    for folder in (start, *start.parents):
        if is_folder(folder / "profiles") and is_folder(folder / TEMPLATES):
            return folder
    return HOME


def project_here() -> Path:
    """Return the project folder that the program is called in; a folder that was removed meanwhile is none."""
    try:
        return project_folder(Path.cwd())
    except OSError:
        return HOME


def kinds(templates: Path) -> list[str]:
    """Return the folders of the kinds of report, by name; the first one is meant where a profile names none."""
    return sorted(path.name for path in templates.iterdir() if is_folder(path) and not path.name.startswith(".")) if is_folder(templates) else []


def load_setup(project: Path, name: str = "") -> tuple[Setup | None, list[Finding]]:
    """Read a kind of report of a project folder: the one of this folder, or the first one."""
    templates = project / TEMPLATES
    names = [name] if name else kinds(templates)
    if not names:
        return None, [Finding("K001", Severity.ERROR, f"找不到报告种类：{TEMPLATES} 里没有文件夹", Place(str(templates), 1),
                              "把安装包里的 templates 文件夹放回原处")]
    kind, findings = load(templates / names[0])
    if kind is None:
        return None, findings
    library, found = load_library(kind.folder, project / SEEDS)
    findings += found
    if any(finding.is_error for finding in findings):
        return None, findings
    return Setup(kind, library, Composer.of(kind, library), project / SEEDS, {}), findings


def setup_for(sources: Sources, setup: Setup) -> tuple[Setup | None, list[Finding]]:
    """Return the kind that a profile asks for; the one at hand where it names none."""
    data = sources.data.get(KEY) if isinstance(sources.data, dict) else None
    wanted = data.strip() if isinstance(data, str) else ""
    if wanted in ("", setup.kind.folder.name, setup.kind.name):
        return setup, []
    project, known = setup.seeds.parent, kinds(setup.kind.folder.parent)
    for name in [name for name in known if name == wanted] or [name for name in known if name != setup.kind.folder.name]:
        other = setup.others.get(name)
        findings: list[Finding] = []
        if other is None:
            other, findings = load_setup(project, name)
        if other is not None:
            setup.others[name] = other
        if name == wanted or (other and other.kind.name == wanted):
            return other, findings
    place, names = sources.place((KEY,)), [setup.kind.name, *(other.kind.name for other in setup.others.values())]
    return None, [Finding("S002", Severity.ERROR, f"没有“{wanted}”这种报告", place,
                          f"写成其中一个：{'、'.join(names)}；删去这一行，就是{names[0]}", sources.line(place))]


def setup_of(path: Path, setup: Setup) -> tuple[Setup | None, list[Finding]]:
    """Return the kind, with its wordings, that a profile on disk asks for; what cannot be read is left to whoever reads it next."""
    sources, _ = read_files(path)
    return setup_for(sources, setup) if sources else (setup, [])


def kind_of(path: Path, setup: Setup) -> tuple[Kind | None, list[Finding]]:
    """Return the kind that a profile on disk asks for."""
    asked, findings = setup_of(path, setup)
    return (asked.kind if asked else None), findings
