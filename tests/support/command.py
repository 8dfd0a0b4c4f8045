"""The program as a user runs it: in a folder of its own, as a process or (where speed matters) through main()."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import main
from drafter.pipeline.setup import HOME

FOUR = "单位: 柳湾镇\n级别: 镇\n上级: 县\n期间: 2025年度\n"
FULL = FOUR + "执法:\n  行政处罚: 5件\n  做法:\n  - 严格落实执法公示制度\n"
NAME = "柳湾镇2025年度法治政府建设年度报告"
TECHNICAL = frozenset(
    word for word in (Path(__file__).parents[1] / "cli" / "technical_words.txt").read_text("utf-8").split("\n")
    if not word.startswith("#")
)
FILE_NAME = re.compile(r"[^\s“”，。：；、]*\.(?:yaml|yml|docx|txt|j2|json|log|pdf|ttf|otf|ttc)#?(?![A-Za-z])")
EXCERPT = re.compile(r"^ *\d+ \| .*$", re.MULTILINE)
WORD = re.compile(r"(?<![A-Za-z_])[A-Za-z]{3,}(?![A-Za-z_])")


@dataclass(frozen=True)
class Done:
    """What a run left: its exit code, and what it said on both streams."""

    code: int
    out: str
    err: str
    own: tuple[str, ...] = ()
    """Words that the user typed and may see again."""

    @property
    def said(self) -> str:
        return self.out + self.err

    @property
    def english(self) -> list[str]:
        """Words of Latin letters that are neither technical nor the user's own."""
        text = EXCERPT.sub("", self.said)
        for word in sorted(self.own, key=len, reverse=True):
            text = text.replace(word, "")
        return [word for word in WORD.findall(FILE_NAME.sub("", text)) if word not in TECHNICAL]

    def is_fit_for_a_clerk(self) -> bool:
        """Assert what holds of every run: Chinese, no traceback, and a last line that says what to do next."""
        assert self.english == [], self.said
        assert "Traceback" not in self.said
        last = self.said.rstrip("\n").split("\n")[-1]
        assert last.startswith(("下一步：", "已取消", "程序内部出错", "内存不够")) or "退出码" in last, self.said
        return True


@dataclass(frozen=True)
class Project:
    """A project folder of its own, with the templates that ship."""

    folder: Path

    def profile(self, name: str = "柳湾镇.yaml", text: str = FULL) -> Path:
        path = self.folder / "profiles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    @property
    def templates(self) -> Path:
        return self.folder / "templates" / "rule-of-law"

    def files(self, folder: str = "output") -> list[str]:
        """The names of what lies in a folder, our own record left out."""
        where = self.folder / folder
        return sorted(path.name for path in where.iterdir() if path.name != ".记录.json") if where.is_dir() else []

    def run(self, *words: str, env: Mapping[str, str] | None = None, **more: Any) -> Done:
        """Run the program as a process."""
        surroundings = {**os.environ, "PYTHONPATH": str(HOME), "PYTHONUTF8": "1", **(env or {})}
        surroundings = {name: value for name, value in surroundings.items() if value}
        encoding = surroundings.get("PYTHONIOENCODING", "utf-8").split(":")[0]
        done = subprocess.run([sys.executable, "-m", "drafter", *words], cwd=self.folder, env=surroundings,
                              capture_output=True, timeout=60, check=False, **more)
        return Done(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding), self._own(words))

    def _own(self, words: tuple[str, ...]) -> tuple[str, ...]:
        return (*(word for word in words if word not in TECHNICAL), str(self.folder))


Call = Callable[..., Done]


def made_project(folder: Path) -> Project:
    """Make a project folder."""
    (folder / "profiles").mkdir(parents=True)
    shutil.copytree(HOME / "templates", folder / "templates")
    return Project(folder)


def caller(project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Return what calls main() in the project folder, and checks that whatever it says is fit for a clerk."""
    monkeypatch.chdir(project.folder)

    def call(*words: str, fit: bool = True) -> Done:
        monkeypatch.setattr(sys, "argv", ["drafter", *words])
        capsys.readouterr()
        code = main()
        done = Done(code, *capsys.readouterr(), project._own(words))
        assert not fit or done.is_fit_for_a_clerk()
        return done

    return call
