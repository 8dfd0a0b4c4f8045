"""The story of a check-up: what this machine and this installation have, and what to do about what they lack."""

from __future__ import annotations

import importlib.metadata
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from drafter.pipeline.fonts import NOTHING, fonts_here, missing_faces
from drafter.pipeline.setup import TEMPLATES, load_setup

PYTHON = (3, 11, 8)
PACKAGES = ("jinja2", "lxml", "python-docx", "PyYAML", "typer", "typst")
PRINTING = "typst"
"""Only printing needs it."""
OFFICES = ("wps", "soffice", "libreoffice", "winword")
LONGEST_PATH = 180


class Symptom(NamedTuple):
    """One line of the check-up: what was looked at, whether it is well, and what to do."""

    name: str
    good: bool
    said: str
    needed: bool = True
    """Whether drafting is impossible without it."""


def doctor(project: Path, output: Path) -> list[Symptom]:
    """Look at everything that drafting needs."""
    return [*_python(), *_packages(), *_folders(project, output), *_fonts(project), _office(), _console()]


def _python() -> Iterator[Symptom]:
    """Yield how the interpreter is."""
    version = ".".join(map(str, sys.version_info[:3]))
    good = sys.version_info[:3] >= PYTHON
    yield Symptom("Python", good, version if good else f"{version}，能用；建议换 3.11.8 或更新的版本，读外来压缩文件更安全", needed=False)


def _packages() -> Iterator[Symptom]:
    """Yield which of the libraries are there."""
    for name in PACKAGES:
        try:
            yield Symptom(f"软件包 {name}", True, importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            yield Symptom(f"软件包 {name}", False, "没有装上，运行 python3 run.py demo 重新安装", name != PRINTING)


def _folders(project: Path, output: Path) -> Iterator[Symptom]:
    """Yield whether the kind of report is whole and the output folder can be written."""
    setup, findings = load_setup(project)
    said = "完整" if setup else "；".join(finding.message for finding in findings if finding.is_error)
    yield Symptom("报告种类", setup is not None, f"{setup.kind.folder if setup else project / TEMPLATES} {said}")
    try:
        output.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=output):
            yield Symptom("输出文件夹", True, f"{output} 可以写")
    except OSError:
        yield Symptom("输出文件夹", False, f"{output} 不能写，换一个文件夹（-o），或请管理员给写入权限")
    if len(str(project)) > LONGEST_PATH:
        yield Symptom("路径", False, "文件夹路径太长，挪到 D:\\drafter 这样短的位置", needed=False)


def _fonts(project: Path) -> Iterator[Symptom]:
    """Yield which of the official faces are on this machine; what is missing is printed with another, and Word shows another."""
    fonts, findings = fonts_here(project)
    if fonts is None:
        yield Symptom("字体", False, "；".join(finding.message for finding in findings), needed=False)
        return
    missing, broken = missing_faces(fonts)
    yield from (Symptom("字体文件", False, finding.message, needed=False) for finding in broken)
    for face, instead in missing:
        said = f"没有找到，打印用{instead}代替" if instead not in ("", NOTHING) else "没有找到"
        yield Symptom(f"字体 {face}", not instead, said if instead else "已安装", needed=False)
    if any(instead for _, instead in missing):
        yield Symptom("怎么装字体", False, f"{fonts.how}；不装也能生成初稿", needed=False)


def _office() -> Symptom:
    """Return whether a program that opens Word files is found."""
    found = [name for name in OFFICES if shutil.which(name)]
    return Symptom("WPS 或 Word", bool(found), "、".join(found) or "没有在命令路径里找到；装了的话不影响使用", needed=False)


def _console() -> Symptom:
    """Return whether the console can show Chinese."""
    encoding = sys.stdout.encoding or ""
    try:
        "√×！→报告".encode(encoding or "ascii")
        return Symptom("控制台", True, f"{encoding} 能显示中文")
    except (UnicodeEncodeError, LookupError):
        return Symptom("控制台", False, f"{encoding} 不能显示中文，改用能显示中文的终端", needed=False)
