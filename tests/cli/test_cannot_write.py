"""Where a draft cannot be written: a Chinese sentence that says what to do, exit code 4, nothing half-written."""

import errno
import os
import sys
from pathlib import Path

import pytest

from tests.support.command import FULL, NAME, Call, Project

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="limits and rights as POSIX has them")


def no_room() -> None:
    """Take away the room for files, in the process that is about to become the program."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))


def leftovers(project: Project) -> list[Path]:
    return [path for path in project.folder.rglob("*") if path.name.startswith(".~drafter-")]


@POSIX
def test_a_full_disk_leaves_nothing_behind(project: Project) -> None:
    project.profile()

    done = project.run("draft", "profiles/柳湾镇.yaml", preexec_fn=no_room)
    assert done.code == 4
    assert "磁盘已满" in done.out
    assert done.is_fit_for_a_clerk()
    assert project.files() == []
    assert leftovers(project) == []


@POSIX
def test_a_full_disk_leaves_the_old_draft_as_it_was(project: Project) -> None:
    project.profile()
    project.run("draft", "profiles/柳湾镇.yaml")
    before = {name: (project.folder / "output" / name).read_bytes() for name in project.files()}
    project.profile(text=FULL.replace("5件", "6件"))

    assert project.run("draft", "profiles/柳湾镇.yaml", preexec_fn=no_room).code == 4
    assert {name: (project.folder / "output" / name).read_bytes() for name in project.files()} == before


@POSIX
def test_a_folder_without_the_right_to_write(call: Call, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.profile()
    closed = project.folder / "只读"
    closed.mkdir()
    closed.chmod(0o555)
    if os.geteuid() == 0:  # root may write anywhere: the system's refusal is put in its place
        real = os.open
        refuse = PermissionError(errno.EACCES, "Permission denied")

        def refusing(path: str, flags: int, *more: int, **named: int) -> int:
            if flags & os.O_CREAT and "只读" in str(path):
                raise refuse
            return real(path, flags, *more, **named)

        monkeypatch.setattr(os, "open", refusing)
    done = call("draft", "profiles/柳湾镇.yaml", "-o", "只读")
    assert done.code == 4
    assert "没有写入的权限" in done.out
    assert project.files("只读") == []


def test_a_file_where_a_folder_should_be(call: Call, project: Project) -> None:
    project.profile()
    (project.folder / "送审").write_text("通知", encoding="utf-8")
    done = call("draft", "profiles/柳湾镇.yaml", "-o", "送审/一季度")
    assert done.code == 4
    assert "不是文件夹" in done.out
    assert (project.folder / "送审").read_text(encoding="utf-8") == "通知"


def test_a_folder_where_the_file_should_be(call: Call, project: Project) -> None:
    project.profile()
    (project.folder / "初稿.docx").mkdir()
    done = call("draft", "profiles/柳湾镇.yaml", "-o", "初稿.docx")
    assert done.code == 4
    assert "文件夹" in done.out


def test_a_name_that_is_too_long(call: Call, project: Project) -> None:
    project.profile()
    done = call("draft", "profiles/柳湾镇.yaml", "-o", f"{'长' * 120}.docx")
    assert done.code == 4
    assert "太长" in done.out
    assert leftovers(project) == []


def test_a_long_name_of_a_unit_still_gives_a_file(call: Call, project: Project) -> None:
    project.profile(text=FULL.replace("柳湾镇", "柳湾" * 25 + "镇"))
    assert call("draft", "profiles/柳湾镇.yaml").code == 0
    assert len(project.files()) == 2


def test_a_unit_whose_name_is_a_path_stays_inside_the_folder(call: Call, project: Project) -> None:
    project.profile(text=FULL.replace("柳湾镇", "../../柳湾镇"))
    assert call("draft", "profiles/柳湾镇.yaml").code == 0
    assert len(project.files()) == 2
    assert not list(project.folder.parent.glob("*.docx"))


def test_an_edited_draft_is_never_overwritten(call: Call, project: Project) -> None:
    project.profile()
    call("draft", "profiles/柳湾镇.yaml")
    draft = project.folder / "output" / f"{NAME}.docx"
    draft.write_bytes(draft.read_bytes() + b"edited")
    edited = draft.read_bytes()
    project.profile(text=FULL.replace("5件", "6件"))
    done = call("draft", "profiles/柳湾镇.yaml")
    assert done.code == 0
    assert draft.read_bytes() == edited
    assert f"{NAME}（第2稿）.docx" in project.files()
    assert f"{NAME}（第2稿）-校核.txt" in project.files()
    assert "原样保留" in done.out


def test_an_unknown_file_of_the_same_name_is_never_overwritten(call: Call, project: Project) -> None:
    project.profile()
    target = project.folder / "报告.docx"
    target.write_bytes(b"someone else's")
    done = call("draft", "profiles/柳湾镇.yaml", "-o", "报告.docx")
    assert done.code == 0
    assert target.read_bytes() == b"someone else's"
    assert (project.folder / "报告（第2稿）.docx").is_file()


@pytest.mark.parametrize("owner", [f"~${NAME[2:]}.docx", f".~lock.{NAME}.docx#"])
def test_a_draft_that_is_open_elsewhere_is_left_alone(call: Call, project: Project, owner: str) -> None:
    project.profile()
    call("draft", "profiles/柳湾镇.yaml")
    draft = project.folder / "output" / f"{NAME}.docx"
    before = draft.read_bytes()
    (project.folder / "output" / owner).touch()
    project.profile(text=FULL.replace("5件", "6件"))
    done = call("draft", "profiles/柳湾镇.yaml")
    assert done.code == 0
    assert draft.read_bytes() == before
    assert "打开" in done.out
    assert f"{NAME}（第2稿）.docx" in project.files()


def test_an_unchanged_draft_is_brought_up_to_date_under_its_own_name(call: Call, project: Project) -> None:
    project.profile()
    call("draft", "profiles/柳湾镇.yaml")
    before = (project.folder / "output" / f"{NAME}.docx").read_bytes()
    project.profile(text=FULL.replace("5件", "6件"))
    assert call("draft", "profiles/柳湾镇.yaml").code == 0
    assert project.files() == [f"{NAME}-校核.txt", f"{NAME}.docx"]
    assert (project.folder / "output" / f"{NAME}.docx").read_bytes() != before


def test_one_draft_that_cannot_be_written_never_stops_the_rest(call: Call, project: Project) -> None:
    project.profile("甲.yaml", FULL.replace("柳湾", "青禾"))
    project.profile("乙.yaml")
    (project.folder / "output" / f"{NAME}.docx").mkdir(parents=True)
    assert call("draft", "profiles").code == 4
    assert NAME.replace("柳湾", "青禾") + ".docx" in project.files()
