"""A project folder of its own for every test."""

import shutil
from pathlib import Path

import pytest

from tests.support.command import Call, Project, caller, made_project
from tests.write.printing import font_folder


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return made_project(tmp_path / "工作")


@pytest.fixture
def call(project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    return caller(project, monkeypatch, capsys)


@pytest.fixture
def only_our_fonts(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program find the stand-in fonts and no others, so that every machine prints alike."""
    shutil.copy(Path(__file__).parents[2] / "templates" / "字体.yaml", project.folder / "templates")
    shutil.copy(Path(__file__).parents[2] / "templates" / "版式.yaml", project.folder / "templates")
    file = project.folder / "templates" / "字体.yaml"
    lines = file.read_text(encoding="utf-8").split("\n")
    start, end = lines.index("文件夹:"), next(at for at, line in enumerate(lines) if line.startswith("怎么装"))
    file.write_text("\n".join([*lines[:start + 1], "- $DRAFTER_FONTS", *lines[end:]]), encoding="utf-8")
    monkeypatch.setenv("DRAFTER_FONTS", str(font_folder()))


@pytest.fixture
def path(project: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of stand-in programs, the only one that is looked through."""
    folder = project.folder / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder
