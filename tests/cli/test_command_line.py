"""The command line itself: help, wrong words, consoles of all kinds, Ctrl-C, and our own bugs."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drafter.cli.main import app
from drafter.pipeline.setup import HOME
from tests.support.command import FULL, NAME, Call, Project

COMMANDS = ("draft", "check", "new", "rollover", "set", "reconcile", "ledger", "table", "status", "import", "print",
            "mine", "explain", "rules", "schema", "doctor")
HANZI = re.compile("[一-鿿]")


def test_every_command_is_known_here() -> None:
    assert {command.name or command.callback.__name__ for command in app.registered_commands if command.callback} == set(COMMANDS)


@pytest.mark.parametrize("words", [("--help",), *((command, "--help") for command in COMMANDS)], ids=" ".join)
def test_help_is_chinese_and_says_how_to_type_it(call: Call, words: tuple[str, ...]) -> None:
    done = call(*words, fit=False)
    assert done.code == 0
    assert done.english == []
    assert done.out.startswith("用法：drafter")
    assert "  " not in done.out.split("\n")[0]


@pytest.mark.parametrize("command", [*COMMANDS, "phrases"])
def test_every_line_to_type_names_the_program_as_it_was_called(project: Project, command: str) -> None:
    said = project.run(command, "--help", env={"DRAFTER_CALL": "python3 run.py"}).out
    assert said.startswith(f"用法：python3 run.py {command}")


def test_the_help_names_every_command_and_its_purpose(call: Call) -> None:
    said = call("--help").out
    for command in COMMANDS:
        assert re.search(rf"^  {command}　[一-鿿]", said, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_explains_every_option(call: Call, command: str) -> None:
    for line in call(command, "--help", fit=False).out.split("\n"):
        if line.startswith("  "):
            assert HANZI.search(line.split("　", 1)[1]), line


@pytest.mark.parametrize(("words", "said"), [
    ((), "用法：drafter"),
    (("drift",), "没有“drift”这条命令"),
    (("draft",), "还缺“资料”"),
    (("draft", "profiles", "--fnal"), "没有“--fnal”这个选项，是不是 --final"),
    (("draft", "profiles", "-x"), "没有“-x”这个选项"),
    (("draft", "profiles", "-o"), "后面缺内容"),
    (("explain",), "还缺“名称”"),
    (("explain", "甲", "乙"), "命令写得不对"),
    (("new",), "还缺“文件”"),
    (("new", "甲.yaml", "--level", "市"), "只能写其中一个：镇、乡、民族乡、街道"),
    (("new", "甲.yaml", "--superior", "省"), "只能写其中一个：县、区、县级市、自治县、旗"),
], ids=lambda given: " ".join(given) if isinstance(given, tuple) else "")
def test_a_wrong_command_line_is_said_in_chinese(call: Call, project: Project, words: tuple[str, ...], said: str) -> None:
    done = call(*words, fit=False)
    assert done.code == 2
    assert said in done.said
    assert done.is_fit_for_a_clerk()
    assert project.files("profiles") == []


def test_numbers_of_findings_can_be_explained(call: Call) -> None:
    """Whatever number a finding can carry, ``explain`` knows it."""
    sources = "".join(path.read_text(encoding="utf-8") for path in (HOME / "drafter").rglob("*.py"))
    numbers = sorted(set(re.findall(r'"([A-Z]\d{3}|[A-Z]\d{2})"', sources)))
    assert len(numbers) > 60
    for number in numbers:
        assert call("explain", number).code == 0, number


@pytest.mark.parametrize("env", [
    {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": ""}, {"PYTHONIOENCODING": "utf-8", "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": ""},
    {"NO_COLOR": "1"}, {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "", "LC_ALL": "C"},
    {"TERM": "dumb", "COLUMNS": "20", "FORCE_COLOR": "1"},
], ids=lambda env: " ".join(f"{name}={value}" for name, value in env.items()))
def test_every_console_gets_the_draft_and_no_escape_codes(project: Project, env: dict[str, str]) -> None:
    project.profile(text=FULL.replace("5件", "５件"))
    done = project.run("draft", "profiles/柳湾镇.yaml", env=env)
    assert done.code == 0, done.said
    assert project.files() == [f"{NAME}-校核.txt", f"{NAME}.docx"]
    assert "\x1b" not in done.said
    if env.get("PYTHONIOENCODING") != "ascii":
        assert "√ 已生成初稿" in done.out


def test_a_gbk_console_can_print_every_mark_that_is_used(project: Project) -> None:
    project.profile(text=FULL.replace("5件", "5：30"))
    env = {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": ""}
    for words in (("draft", "profiles"), ("rules",), ("doctor",), ("explain", "行政处罚"), ("--help",), ("draft", "--help")):
        done = project.run(*words, env=env)
        # ascii ? stands where the console could not print a mark; no message of ours asks with one
        assert "?" not in done.said, done.said


def test_the_console_without_utf8_mode_reads_and_writes_the_same_files(project: Project) -> None:
    project.profile()
    project.run("draft", "profiles/柳湾镇.yaml", "-o", "甲")
    project.run("draft", "profiles/柳湾镇.yaml", "-o", "乙", env={"PYTHONUTF8": "", "LC_ALL": "C", "PYTHONIOENCODING": "gbk"})
    for name in project.files("甲"):
        assert (project.folder / "甲" / name).read_bytes() == (project.folder / "乙" / name).read_bytes()


def test_a_reader_that_stops_reading_is_no_trouble(project: Project) -> None:
    command = [sys.executable, "-m", "drafter", "rules"]
    env = {**os.environ, "PYTHONPATH": str(HOME), "PYTHONUTF8": "1"}
    with subprocess.Popen(command, cwd=project.folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read().decode()
    assert "Traceback" not in said
    assert "Exception" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
def test_ctrl_c_ends_with_130_and_leaves_nothing_half_written(project: Project) -> None:
    for number in range(400):
        project.profile(f"{number:03}.yaml", FULL.replace("柳湾", f"柳湾{number}"))
    command = [sys.executable, "-m", "drafter", "draft", "profiles"]
    env = {**os.environ, "PYTHONPATH": str(HOME), "PYTHONUTF8": "1"}
    with subprocess.Popen(command, cwd=project.folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        deadline = time.monotonic() + 20
        while len(project.files()) < 4 and time.monotonic() < deadline:
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "已取消" in err.decode()
    assert "Traceback" not in err.decode()
    assert 0 < len(project.files()) < 800
    assert not list((project.folder / "output").glob(".~drafter-*"))


def test_our_own_bug_gives_70_a_log_and_no_traceback(call: Call, project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    project.profile()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("drafter.cli.drafting.draft", lambda *_: 1 // 0)
    done = call("draft", "profiles/柳湾镇.yaml")
    assert done.code == 70
    assert "程序内部出错" in done.err
    logs = list(tmp_path.glob("drafter-*.log"))
    assert len(logs) == 1
    assert str(logs[0]) in done.err
    assert "ZeroDivisionError" in logs[0].read_text(encoding="utf-8")


def test_too_little_memory_gives_6(call: Call, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def hungry(*_: object) -> None:
        raise MemoryError

    project.profile()
    monkeypatch.setattr("drafter.cli.drafting.draft", hungry)
    assert call("draft", "profiles/柳湾镇.yaml").code == 6
