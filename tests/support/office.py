"""An office that gets a sheet, types into it and sends it back; and LibreOffice, through which sheets pass on the way."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.support.command import FOUR, Call, Project

PROFILE = FOUR + """\
# 各科室的材料
普法:
  提供: 司法所
  法治宣传活动: 12场次
  宣传受众:               # 等统计
  做法:
  - 组织村（社区）普法队伍进村入户
执法:
  提供: 综合执法队、司法所
  行政处罚: 5件           # 含简易程序
  做法:
  - 严格落实执法公示制度
  - 执法培训: 2场次
    做法: 讲解新修订的法律
决策:
  合同审查: 3件
问题:
- 问题: 执法文书不够规范
  原因:
  打算:
"""
LETTERS = {"单位": 4, "去年": 5, "今年": 6, "备注": 7, "数据来源": 8, "句子": 4}


class Form:
    """A sheet in the hands of an office."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.page = self.book["数据"]

    def row(self, name: str, group: str = "") -> int:
        """The first row of an indicator, or the first free one of a kind of sentence."""
        for number in range(7, self.page.max_row + 1):
            found = str(self.page.cell(number, 3).value or "").split("\n")[0]
            if found == name and group in str(self.page.cell(number, 2).value) and not (name.startswith("新") and self.page.cell(number, 4).value):
                return number
        raise AssertionError(f"no row {name}")

    def value(self, name: str, column: str = "今年") -> Any:
        return self.page.cell(self.row(name), LETTERS[column]).value

    def type(self, name: str, words: Any, column: str = "今年", group: str = "") -> "Form":
        self.page.cell(self.row(name, group), LETTERS[column]).value = words
        return self

    def sent(self, path: Path) -> Path:
        path.parent.mkdir(exist_ok=True)
        self.book.save(path)
        return path


class Town:
    """A project with a profile whose sheets have gone out."""

    def __init__(self, project: Project, call: Call, text: str = PROFILE, encoding: str = "utf-8") -> None:
        self.profile = project.folder / "profiles" / "柳湾镇-2025.yaml"
        self.profile.write_bytes(text.encode(encoding))
        self.out, self.back = project.folder / "发出", project.folder / "收回"
        self.call = call
        assert call("table", "profiles/柳湾镇-2025.yaml", "-o", "发出").code == 0
        self.text = text

    def form(self, office: str) -> Form:
        return Form(self.out / f"柳湾镇2025年度填报表-{office}.xlsx")

    def read(self, *names: str, code: int = 0, fit: bool = True) -> str:
        done = self.call("table", "profiles/柳湾镇-2025.yaml", "--read", *(names or ("收回",)), "--yes", fit=fit)
        assert done.code == code, done.said
        return done.said

    def changed(self, encoding: str = "utf-8") -> list[str]:
        """The lines of the profile that are new or different."""
        old = self.text.splitlines()
        return [line for line in self.profile.read_bytes().decode(encoding).splitlines() if line not in old]


def resaved(path: Path, scratch: Path, form: str = "xlsx") -> Path:
    """A workbook as LibreOffice saves it; without LibreOffice the test says so, and fails in CI."""
    if not shutil.which("soffice"):
        reason = "no LibreOffice: a sheet saved by it was NOT read"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    office = ["soffice", f"-env:UserInstallation={(scratch / 'office').as_uri()}", "--headless"]
    done = subprocess.run([*office, "--convert-to", form, "--outdir", scratch / "saved", path], check=True, capture_output=True, timeout=120)
    made = scratch / "saved" / f"{path.stem}.{form}"
    assert made.exists(), done.stdout + done.stderr
    return made
