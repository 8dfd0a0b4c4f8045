"""A command that is killed at any moment leaves the old file or the new one."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.round_trip import case, setup
from tests.support.word_edits import edited, paragraphs, splice, text_of

MOMENTS = 200
UNIT = "桃溪镇-2024"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="这台机器的系统没有 fork，杀进程的试验没有做")


def killed(command: Callable[[], object], after: float | None) -> None:
    """Run a command in a process of its own and kill it after some seconds; without a time it may end."""
    child = os.fork()
    if child == 0:
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            command()
        finally:
            os._exit(0)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def whole(command: Callable[[], object], target: Path, reset: Callable[[], None]) -> None:
    """Kill a command at many moments; what lies under the name is each time what was there or what is to be there."""
    reset()
    old = target.read_bytes() if target.exists() else None
    command()  # everything is loaded once, so that the moments fall into the work
    new = target.read_bytes()
    assert new != old, "the command did nothing"
    reset()
    begun = time.perf_counter()
    killed(command, None)
    length = (time.perf_counter() - begun) * 1.25
    luck = random.Random(7)
    seen = set()
    for moment in range(MOMENTS):
        reset()
        killed(command, luck.uniform(0, length))
        found = target.read_bytes() if target.exists() else None
        assert found in (old, new)
        seen.add(found)
        if moment % 20 == 19 and new not in seen:
            length *= 1.6  # the machine has become slower than it was when the work was timed
    assert seen == {old, new}
    reset()
    command()  # what a killed run left behind is no hindrance, and is swept away
    assert target.read_bytes() == new
    assert not [file for file in target.parent.iterdir() if file.name.startswith(".~drafter-")]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return case(UNIT, tmp_path).profile


def resetting(file: Path) -> Callable[[], None]:
    data = file.read_bytes()
    return lambda: (file.unlink(missing_ok=True), file.write_bytes(data), None)[-1]


def test_set(profile):
    from drafter.pipeline.assign import assign

    whole(lambda: assign(profile, ["执法.行政处罚=150宗"], setup().kind), profile, resetting(profile))


def test_reconcile(profile, tmp_path):
    from drafter.cli.reconciling import reconcile_all

    made = case(UNIT, tmp_path)

    def edit(root: object) -> None:
        paragraph = next(found for found in paragraphs(root) if "139宗" in text_of(found))
        at = text_of(paragraph).index("139宗")
        splice(paragraph, at, at + 3, "141")

    (tmp_path / "改.docx").write_bytes(edited(made.data, edit))
    whole(lambda: reconcile_all([str(tmp_path / "改.docx"), str(profile)], original=False, yes=True, out=""), profile, resetting(profile))


def test_rollover(profile):
    from drafter.cli.rolling import roll_over

    target = profile.with_name("桃溪镇-2025.yaml")
    whole(lambda: roll_over(str(profile), "", "", dry=False, gap=False), target, lambda: target.unlink(missing_ok=True))


def test_draft(profile, tmp_path):
    from drafter.cli.drafting import draft_all

    out = tmp_path / "output"

    def reset() -> None:
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()

    whole(lambda: draft_all([str(profile)], str(out / "稿.docx"), final=False), out / "稿.docx", reset)


def test_table_read_back(profile, tmp_path):
    import openpyxl

    from drafter.cli.collecting import table

    folder = tmp_path / "表"
    table([str(profile)], str(folder), [], yes=False)
    for file in folder.glob("*.xlsx"):
        book = openpyxl.load_workbook(file)
        for row in book.active.iter_rows():
            for cell in row:
                if cell.value == "139宗" and not cell.protection.locked:
                    cell.value = "152宗"
        book.save(file)
    files = [str(file) for file in sorted(folder.glob("*.xlsx"))]
    whole(lambda: table([str(profile)], "", files, yes=True), profile, resetting(profile))


def test_import(profile, tmp_path):
    from drafter.cli.importing import import_all

    report = next(Path("seeds/reports").glob("*.txt"))
    target = tmp_path / "导入" / "往年.yaml"
    target.parent.mkdir()

    def reset() -> None:
        shutil.rmtree(target.parent)
        target.parent.mkdir()

    whole(lambda: import_all([str(report)], str(target)), target, reset)
