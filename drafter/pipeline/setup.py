"""What every story needs: where the project lies, and the kind of report with its wordings, read once."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from drafter.compose import Composer
from drafter.files import is_folder
from drafter.finding import Finding
from drafter.kind import Kind, load
from drafter.phrases import Library, load_library

HOME = Path(__file__).resolve().parents[2]
"""The folder that the program lies in."""
KIND = "rule-of-law"
SEEDS = "seeds"


class Setup(NamedTuple):
    """The kind of report, its wordings, and the composer made of both."""

    kind: Kind
    library: Library
    composer: Composer
    seeds: Path
    """The folder with the past reports and the phrase library."""


def project_folder(start: Path) -> Path:
    """Return the nearest folder upward that holds profiles/ and templates/; else the program's own."""
    for folder in (start, *start.parents):
        if is_folder(folder / "profiles") and is_folder(folder / "templates"):
            return folder
    return HOME


def project_here() -> Path:
    """Return the project folder that the program is called in; a folder that was removed meanwhile is none."""
    try:
        return project_folder(Path.cwd())
    except OSError:
        return HOME


def load_setup(project: Path) -> tuple[Setup | None, list[Finding]]:
    """Read the kind of report of a project folder."""
    kind, findings = load(project / "templates" / KIND)
    if kind is None:
        return None, findings
    library, found = load_library(kind.folder, project / SEEDS)
    findings += found
    if any(finding.is_error for finding in findings):
        return None, findings
    return Setup(kind, library, Composer.of(kind, library), project / SEEDS), findings
