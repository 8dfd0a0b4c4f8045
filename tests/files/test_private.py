"""Compiled templates are code: they lie only in a folder that nobody else can write to."""

import os
from pathlib import Path

import pytest

from drafter.files import private_folder

posix = pytest.mark.skipif(os.name == "nt", reason="Windows 的用户文件夹本来只归本人，没有这些权限位")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def test_it_is_made_for_this_user_alone(home: Path) -> None:
    folder = private_folder()
    assert folder == home / "drafter"
    assert folder.is_dir()
    assert os.name == "nt" or folder.stat().st_mode & 0o077 == 0


@posix
def test_a_folder_that_others_can_write_to_is_not_used(home: Path) -> None:
    (home / "drafter").mkdir()
    (home / "drafter").chmod(0o777)
    assert private_folder() is None


@posix
def test_a_link_to_somewhere_else_is_not_used(home: Path) -> None:
    (home / "elsewhere").mkdir(mode=0o700)
    (home / "drafter").symlink_to(home / "elsewhere")
    assert private_folder() is None


def test_where_a_file_stands_in_its_way_there_is_none(home: Path) -> None:
    (home / "drafter").write_text("x", encoding="utf-8")
    assert private_folder() is None
