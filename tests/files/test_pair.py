"""Two files that belong together: one decision about both names, one writer at a time."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.files import Beside, Written, write_pair
from drafter.files.lock import locked

NAME, SHEET = "报告.docx", "报告-校核.txt"
SECOND, SECOND_SHEET = "报告（第2稿）.docx", "报告（第2稿）-校核.txt"
posix = pytest.mark.skipif(os.name == "nt", reason="os.kill 在 Windows 上会结束进程，不能用来问")


def pair(target: Path, data: bytes, sheet: bytes = b"sheet") -> Written:
    return write_pair(target, data, lambda _: None, Beside("-校核.txt", sheet), 0)


def test_both_files_are_replaced_while_nobody_touched_them(tmp_path: Path) -> None:
    target = tmp_path / NAME
    pair(target, b"one")
    assert pair(target, b"two", b"second sheet") == (target, tmp_path / SHEET, [])
    assert (tmp_path / SHEET).read_bytes() == b"second sheet"


@pytest.mark.parametrize("touched", [NAME, SHEET])
def test_where_one_of_them_was_edited_both_take_the_next_drafts_name(tmp_path: Path, touched: str) -> None:
    target = tmp_path / NAME
    pair(target, b"one")
    (tmp_path / touched).write_bytes(b"edited")
    written = pair(target, b"two", b"second sheet")
    assert (written.path, written.beside) == (tmp_path / SECOND, tmp_path / SECOND_SHEET)
    assert [finding.rule for finding in written.findings] == ["W010"]
    assert touched in written.findings[0].message
    assert (tmp_path / touched).read_bytes() == b"edited"


def test_a_folder_in_the_place_of_the_second_file_moves_both(tmp_path: Path) -> None:
    (tmp_path / SHEET).mkdir()
    assert pair(tmp_path / NAME, b"one")[:2] == (tmp_path / SECOND, tmp_path / SECOND_SHEET)


def test_the_first_file_is_kept_where_the_second_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write

    def full(handle: int, data: memoryview) -> int:
        if bytes(data) == b"sheet":
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(handle, data)

    monkeypatch.setattr(os, "write", full)
    written = pair(tmp_path / NAME, b"one")
    assert (written.path, written.beside) == (tmp_path / NAME, None)
    assert [finding.rule for finding in written.findings] == ["W001"]
    assert SHEET in written.findings[0].message
    assert not list(tmp_path.glob(".~drafter-*"))


WRITER = """
import sys
from pathlib import Path
from drafter.files import Beside, write_pair
for turn in range(5):
    mark = f"{sys.argv[2]} {turn}".encode()
    written = write_pair(Path(sys.argv[1]), mark, lambda data: None, Beside("-校核.txt", mark + b" sheet"), 0)
    assert written.path.name == "报告.docx" and written.findings == [], written
"""


def test_runs_at_the_same_time_never_pair_a_draft_with_another_ones_sheet(tmp_path: Path) -> None:
    target = tmp_path / NAME
    runs = [subprocess.Popen([sys.executable, "-X", "utf8", "-c", WRITER, str(target), str(number)], cwd=Path(__file__).parents[2])
            for number in range(8)]
    assert [run.wait(60) for run in runs] == [0] * 8
    assert (tmp_path / SHEET).read_bytes() == target.read_bytes() + b" sheet"
    assert {path.name for path in tmp_path.iterdir()} == {NAME, SHEET, ".记录.json"}


def test_a_lock_that_is_never_freed_only_costs_time(tmp_path: Path) -> None:
    entered = []
    with locked(tmp_path), locked(tmp_path, wait=0.1):
        entered.append(1)
    with locked(tmp_path / "没有这个文件夹"):
        entered.append(2)
    assert entered == [1, 2]


@posix
def test_what_a_killed_run_left_is_gone_after_the_next(tmp_path: Path) -> None:
    from drafter.files.temporary import MACHINE, PREFIX

    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    orphan, other = tmp_path / f"{PREFIX}{MACHINE}-{ended.pid}-aa", tmp_path / f"{PREFIX}{MACHINE}-{os.getpid()}-aa"
    foreign = tmp_path / f"{PREFIX}ffffffff-{ended.pid}-aa"
    for path in (orphan, other, foreign):
        path.write_bytes(b"half")
    pair(tmp_path / NAME, b"one")
    assert set(tmp_path.glob(f"{PREFIX}*")) == {other, foreign}
