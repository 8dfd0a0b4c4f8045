"""A screen that is closed, full, gone or without Chinese stops no work and steers no terminal."""

import shutil
import subprocess
import sys

import pytest

from drafter.pipeline.setup import HOME
from tests.support.command import FULL, Project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="redirections as POSIX shells have them")


def shell(project: Project, line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in which ``drafter`` is the program; its exit code is that of the program."""
    call = f'drafter() {{ "{sys.executable}" -m drafter "$@"; }}; {line}; exit ${{PIPESTATUS[0]}}'
    env = {"PYTHONPATH": str(HOME), "PYTHONUTF8": "1", "PATH": "/usr/bin:/bin"}
    return subprocess.run(["bash", "-c", call], cwd=project.folder, env=env, capture_output=True, encoding="utf-8", timeout=60, check=False)


@pytest.mark.parametrize("screen", [">/dev/full", ">&-", "2>&-", ">&- 2>&-", "2>/dev/full", "| head -1", "| true"])
def test_a_broken_screen_loses_no_draft(project: Project, screen: str) -> None:
    for name in ("青禾", "石桥", "柳湾"):
        project.profile(f"{name}.yaml", FULL.replace("柳湾", name))
    done = shell(project, f"drafter draft profiles {screen}")
    assert done.returncode == 0
    assert done.stderr == ""
    assert len([name for name in project.files() if name.endswith(".docx")]) == 3


def test_help_and_complaints_bear_a_broken_screen(project: Project) -> None:
    done = [shell(project, line) for line in ("drafter --help >/dev/full", "drafter draft --help | true", "drafter nichts 2>/dev/full")]
    assert [(each.returncode, each.stderr) for each in done] == [(0, ""), (0, ""), (2, "")]


def test_where_the_lines_are_the_work_their_loss_is_told_by_the_code(project: Project) -> None:
    project.profile()
    for line in ("drafter schema >/dev/full", "drafter check profiles/柳湾镇.yaml --json >/dev/full"):
        assert shell(project, line).returncode == 4


@pytest.mark.parametrize("surroundings", [
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_surroundings_without_chinese_file_names_are_left_behind(project: Project, surroundings: dict[str, str]) -> None:
    project.profile()
    done = project.run("draft", "profiles/柳湾镇.yaml", env=surroundings)
    assert done.code == 0
    assert done.is_fit_for_a_clerk()
    assert len(project.files()) == 2


def test_a_folder_that_was_removed_under_the_program_is_no_trouble(project: Project) -> None:
    profile = project.profile()
    (project.folder / "旧").mkdir()
    done = shell(project, f"cd 旧; rmdir ../旧; drafter draft '{profile}' -o '{project.folder}/新'")
    assert done.returncode == 0
    assert done.stderr == ""
    assert len(project.files("新")) == 2


def test_no_name_can_steer_the_screen(project: Project) -> None:
    shutil.move(project.profile(), project.folder / "profiles" / "甲\x1b[31m\n乙.yaml")
    out = "出\x1b[2J\n处"
    done = project.run("draft", "profiles/甲\x1b[31m\n乙.yaml", "-o", out)
    assert done.code == 0
    assert len(project.files(out)) == 2
    assert "\x1b" not in done.said
    assert not [line for line in done.out.split("\n") if line.startswith(("乙", "处"))]
    assert "\x1b" not in project.run("check", "profiles/甲\x1b[31m\n乙.yaml").said
