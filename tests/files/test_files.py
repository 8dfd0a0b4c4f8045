"""Safe writing: whole or not at all, never over a person's work, every refusal in Chinese."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from drafter.files import safe_name, write_new_or_own
from drafter.files.temporary import leave_nothing, write_temporary
from drafter.finding import Finding, Severity

NAME = "桃溪镇2024年度法治政府建设年度报告.docx"
SECOND = "桃溪镇2024年度法治政府建设年度报告（第2稿）.docx"
THIRD = "桃溪镇2024年度法治政府建设年度报告（第3稿）.docx"


def accept(_: bytes) -> None:
    """Find nothing wrong."""


def write(target: Path, data: bytes, wait: float = 0.0) -> tuple[Path | None, list[Finding]]:
    return write_new_or_own(target, data, accept, wait)


def rules(findings: list[Finding]) -> list[str]:
    return [finding.rule for finding in findings]


def leftovers(folder: Path) -> list[Path]:
    return list(folder.glob(".~drafter-*"))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / NAME


def test_a_new_file_gets_its_name_and_the_folder_is_made(tmp_path: Path) -> None:
    target = tmp_path / "新建" / "文件夹" / NAME
    assert write(target, b"one") == (target, [])
    assert target.read_bytes() == b"one"
    assert {path.name for path in target.parent.iterdir()} == {NAME, ".记录.json"}


def test_our_own_unchanged_file_is_replaced(target: Path) -> None:
    write(target, b"one")
    assert write(target, b"two") == (target, [])
    assert target.read_bytes() == b"two"


def test_an_edited_file_stays_and_the_next_draft_lies_beside_it(target: Path) -> None:
    write(target, b"one")
    target.write_bytes(b"edited")
    path, findings = write(target, b"two")
    assert path == target.with_name(SECOND)
    assert rules(findings) == ["W010"]
    assert findings[0].severity is Severity.NOTE
    assert SECOND in findings[0].message
    assert (target.read_bytes(), path.read_bytes()) == (b"edited", b"two")


def test_the_second_draft_follows_the_same_rule(target: Path) -> None:
    target.write_bytes(b"unknown")
    assert write(target, b"two")[0] == target.with_name(SECOND)
    assert write(target, b"three")[0] == target.with_name(SECOND)
    target.with_name(SECOND).write_bytes(b"edited too")
    assert write(target, b"four")[0] == target.with_name(THIRD)
    assert target.with_name(SECOND).read_bytes() == b"edited too"


def test_the_same_bytes_are_never_a_second_draft(target: Path) -> None:
    target.write_bytes(b"same")
    assert write(target, b"same") == (target, [])


def test_a_file_changed_back_to_what_we_wrote_is_ours(target: Path) -> None:
    write(target, b"one")
    target.write_bytes(b"edited")
    target.write_bytes(b"one")
    assert write(target, b"two")[0] == target


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"\xff": 1}', b'{"\xe6\x96\x87\xe4\xbb\xb6": {"a": 1}}',
                                    b"[" * 100_000])
def test_a_damaged_record_makes_every_file_unknown_and_is_said(target: Path, damage: bytes) -> None:
    write(target, b"one")
    target.with_name(".记录.json").write_bytes(damage)
    path, findings = write(target, b"two")
    assert path == target.with_name(SECOND)
    assert rules(findings) == ["W012", "W010"]
    assert target.read_bytes() == b"one"
    assert write(target, b"three") == (path, [findings[1]])


def test_a_record_that_is_a_folder_does_no_harm(target: Path) -> None:
    target.with_name(".记录.json").mkdir()
    path, findings = write(target, b"one")
    assert path == target
    assert rules(findings) == ["W012", "W013"]
    assert not leftovers(target.parent)


@pytest.mark.parametrize("owner", ["~$" + NAME, "~$" + NAME[2:], ".~" + NAME, f".~lock.{NAME}#"])
def test_an_owner_file_says_that_somebody_has_it_open(target: Path, owner: str) -> None:
    write(target, b"one")
    target.with_name(owner).touch()
    path, findings = write(target, b"two")
    assert path == target.with_name(SECOND)
    assert rules(findings) == ["W011"]
    assert owner in findings[0].hint
    assert target.read_bytes() == b"one"


def test_a_locked_file_is_tried_again_then_left_alone(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(target, b"one")
    tries = refuse_replace(monkeypatch, NAME, times=1000)
    path, findings = write(target, b"two", wait=0.25)
    assert (path, rules(findings)) == (target.with_name(SECOND), ["W011"])
    assert target.read_bytes() == b"one"
    assert 2 <= len(tries) <= 5
    assert not leftovers(target.parent)


def test_a_lock_that_goes_away_costs_only_time(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(target, b"one")
    refuse_replace(monkeypatch, NAME, times=2)
    assert write(target, b"two", wait=2.0) == (target, [])
    assert target.read_bytes() == b"two"


def refuse_replace(monkeypatch: pytest.MonkeyPatch, name: str, times: int) -> list[int]:
    """Behave like Windows while Word holds the file."""
    real, tries = os.replace, []

    def replace(source: str, goal: str) -> None:
        if Path(goal).name == name and len(tries) < times:
            tries.append(1)
            raise PermissionError(errno.EACCES, "Access is denied")
        real(source, goal)

    monkeypatch.setattr(os, "replace", replace)
    return tries


def test_a_disk_without_hard_links_still_takes_the_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", link)
    assert write(target, b"one") == (target, [])
    assert target.read_bytes() == b"one"


def test_a_file_that_appears_at_the_last_moment_is_kept(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.link

    def link(source: str, goal: str) -> None:
        if Path(goal).name == NAME:
            target.write_bytes(b"somebody was quicker")
        real(source, goal)

    monkeypatch.setattr(os, "link", link)
    path, findings = write(target, b"one")
    assert (path, rules(findings)) == (target.with_name(SECOND), ["W010"])
    assert target.read_bytes() == b"somebody was quicker"


@pytest.mark.parametrize(("code", "rule", "word"), [
    (errno.ENOSPC, "W001", "磁盘已满"), (errno.EACCES, "W002", "权限"), (errno.EROFS, "W002", "权限"),
    (errno.ENAMETOOLONG, "W003", "太长"), (errno.EIO, "W006", "读写出错")])
def test_every_refusal_of_the_system_is_said_in_chinese(
        target: Path, monkeypatch: pytest.MonkeyPatch, code: int, rule: str, word: str) -> None:
    def refuse(*_: object) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "write", refuse)
    path, findings = write(target, b"one")
    assert path is None
    assert rules(findings) == [rule]
    assert findings[0].is_error
    assert word in findings[0].message
    assert findings[0].hint
    assert not list(target.parent.iterdir())


@pytest.mark.parametrize("limit", [0, 1, 100, 4095])
def test_a_disk_that_fills_up_leaves_the_old_file(target: Path, limit: int) -> None:
    resource = pytest.importorskip("resource")
    write(target, b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        path, findings = write(target, b"n" * 4096)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (path, rules(findings)) == (None, ["W001"])
    assert target.read_bytes() == b"old"
    assert not leftovers(target.parent)


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    assert rules(write(tmp_path / ("长" * 90 + ".docx"), b"")[1]) == ["W003"]


def test_folders_links_and_devices_are_no_targets(tmp_path: Path) -> None:
    (tmp_path / "folder.docx").mkdir()
    (tmp_path / "loop.docx").symlink_to(tmp_path / "loop.docx")
    (tmp_path / "nowhere.docx").symlink_to(tmp_path / "absent.docx")
    os.mkfifo(tmp_path / "pipe.docx")
    for name in ("folder.docx", "loop.docx", "nowhere.docx", "pipe.docx", "/dev/null"):
        path, findings = write(tmp_path / name, b"x")
        assert (path, rules(findings)) == (None, ["W004"]), name
    assert not (tmp_path / "absent.docx").exists()


def test_a_link_to_a_file_is_never_written_through(tmp_path: Path) -> None:
    other = tmp_path / "别人的.docx"
    other.write_bytes(b"theirs")
    (tmp_path / NAME).symlink_to(other)
    assert write(tmp_path / NAME, b"x")[0] == tmp_path / SECOND
    assert other.read_bytes() == b"theirs"


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "output").write_bytes(b"")
    assert rules(write(tmp_path / "output" / NAME, b"x")[1]) == ["W005"]
    assert rules(write(tmp_path / "output" / "2024" / NAME, b"x")[1]) == ["W005"]


@pytest.mark.parametrize("name", ["a\0b.docx", "a\udcff.docx"])
def test_a_name_no_system_takes_never_ends_in_a_traceback(tmp_path: Path, name: str) -> None:
    path, findings = write(tmp_path / name, b"x")
    assert path is None or path.name == name  # the second is a name of bytes that are no UTF-8
    findings and findings[0].message.encode()


def test_what_fails_its_check_is_never_written(target: Path) -> None:
    def check(data: bytes) -> None:
        assert data == b"bad"
        raise ValueError("第3段对不上")

    path, findings = write_new_or_own(target, b"bad", check)
    assert (path, rules(findings)) == (None, ["W007"])
    assert not list(target.parent.iterdir())


def test_a_bug_in_the_check_is_not_hidden_and_leaves_nothing(target: Path) -> None:
    def check(_: bytes) -> None:
        raise KeyError("bug")

    with pytest.raises(KeyError):
        write_new_or_own(target, b"x", check)
    assert not list(target.parent.iterdir())


def test_leftovers_of_killed_runs_are_swept_but_not_those_of_a_running_one(target: Path) -> None:
    old, new = target.with_name(".~drafter-1-a"), target.with_name(".~drafter-2-b")
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (1, 1))
    write(target, b"one")
    assert leftovers(target.parent) == [new]


@pytest.mark.parametrize(("text", "name"), [
    ("桃溪镇2024年度法治政府建设年度报告（第2稿）", "桃溪镇2024年度法治政府建设年度报告（第2稿）"),
    ("桃溪镇“五同” 报告", "桃溪镇五同报告"), ("a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-fg-h-i-j"),
    ("../../etc/passwd", "etc-passwd"), ("con", "文稿-con"), ("LPT1", "文稿-LPT1"), ("", "文稿"), ("...", "文稿"),
    ("12·4国家宪法日—总结", "12·4国家宪法日—总结"), ("尾巴. ", "尾巴"), ("\udcff\x00\u202e镇", "镇"),
    ("长" * 200, "长" * 70),
    ("x" * 200, "x" * 80), ("𠮷" * 80, "𠮷" * 52), ("镨㛃䶮", "镨㛃䶮")])
def test_safe_names(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_a_temporary_file_that_nobody_holds_any_more_is_removed_at_the_end(tmp_path: Path) -> None:
    left = write_temporary(tmp_path, b"half a draft", lambda _: None)
    placed = write_temporary(tmp_path, b"a whole draft", lambda _: None).replace(tmp_path / "draft.docx")
    leave_nothing()
    assert not left.exists()
    assert placed.read_bytes() == b"a whole draft"
