"""Every call to the system fails once, and the process is killed at any moment: a file is old or new, never half."""

from __future__ import annotations

import errno
import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from drafter.files import write_new_or_own

CALLS = ("open", "write", "fsync", "close", "replace", "link", "rename", "unlink", "mkdir", "stat", "lstat")
OLD, NEW, EDITED = b"old" * 500, b"new" * 700, b"edited by hand"
KILLS = 20


def accept(_: bytes) -> None:
    """Find nothing wrong."""


class Faults:
    """Count the calls to the system and let the n-th fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, nth: int, code: int) -> None:
        self.left, self.code = nth, code
        lie = "unlink" if code == errno.ENOENT else ""  # a file cannot be gone and still lie there
        for name in CALLS:
            if name == lie:
                continue
            monkeypatch.setattr(os, name, self._wrapped(name, getattr(os, name)))

    def _wrapped(self, name: str, real: Any) -> Any:
        def call(*args: Any, **named: Any) -> Any:
            self.left -= 1
            if self.left:
                return real(*args, **named)
            if name == "close":
                real(*args, **named)  # a close that fails has closed all the same
            raise OSError(self.code, os.strerror(self.code))
        return call


def prepared(folder: Path, state: str) -> Path:
    folder.mkdir()
    target = folder / "报告.docx"
    if state != "absent":
        assert write_new_or_own(target, OLD, accept)[0] == target
    if state == "edited":
        target.write_bytes(EDITED)
    return target


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EXDEV, errno.ENOENT], ids=os.strerror)
@pytest.mark.parametrize("state", ["absent", "own", "edited"])
def test_any_call_may_fail(tmp_path: Path, state: str, code: int) -> None:
    for nth in range(1, 200):
        target = prepared(tmp_path / str(nth), state)
        with pytest.MonkeyPatch.context() as patch:
            faults = Faults(patch, nth, code)
            path, findings = write_new_or_own(target, NEW, accept, wait=0.15)
        whole(target, state, path)
        assert path or [finding for finding in findings if finding.is_error], (nth, findings)
        again, _ = write_new_or_own(target, NEW, accept, wait=0)
        assert again
        assert again.read_bytes() == NEW
        if faults.left > 0:
            assert nth > 20
            return
    pytest.fail("the writer never came to an end")


def whole(target: Path, state: str, path: Path | None) -> None:
    """Look whether everything that lies there is whole, and nothing half-made is left."""
    lying = {file.name: file.read_bytes() for file in target.parent.iterdir() if file.name != ".记录.json"}
    assert not [name for name in lying if name.startswith(".~")]
    before = {"absent": None, "own": OLD, "edited": EDITED}[state]
    now = lying.pop(target.name, None)
    assert now == before or (now == NEW and state != "edited")
    assert all(data == NEW for data in lying.values())
    if path:
        assert path.read_bytes() == NEW


WRITER = """
import hashlib, sys
from pathlib import Path
from drafter.files import write_new_or_own
turn = 0
while True:
    turn += 1
    body = f"{sys.argv[3]} {turn} ".encode() * 20000
    for name in sys.argv[1:3]:
        write_new_or_own(Path(name), hashlib.sha256(body).digest() + body, lambda data: None, 0)
    if turn == 1:
        print("ready", flush=True)
"""


def test_a_kill_at_any_moment_leaves_old_or_new(tmp_path: Path) -> None:
    target, edited = tmp_path / "报告.docx", tmp_path / "改过的.docx"
    edited.write_bytes(EDITED)
    chance = random.Random(9704)
    for turn in range(KILLS):
        command = [sys.executable, "-c", WRITER, str(target), str(edited), str(turn)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as writer:
            assert writer.stdout
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(chance.random() * 0.03)
            writer.send_signal(signal.SIGKILL)
        data = target.read_bytes()
        assert hashlib.sha256(data[32:]).digest() == data[:32], f"half a file after kill {turn}"
        assert edited.read_bytes() == EDITED
        assert {path.name for path in tmp_path.iterdir() if not path.name.startswith(".")} == {
            "报告.docx", "改过的.docx", "改过的（第2稿）.docx"}, "our own file was taken for an edited one"
    for left in tmp_path.glob(".~drafter-*"):
        os.utime(left, (1, 1))
    assert write_new_or_own(target, NEW, accept)[0] == target
    assert not list(tmp_path.glob(".~drafter-*"))
