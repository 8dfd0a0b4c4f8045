"""A project folder of its own for every test."""

from pathlib import Path

import pytest

from tests.support.command import Call, Project, caller, made_project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return made_project(tmp_path / "工作")


@pytest.fixture
def call(project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    return caller(project, monkeypatch, capsys)
