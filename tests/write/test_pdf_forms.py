"""Both forms of the five profiles in the three layouts: every figure is on the paper, and the type area holds its lines."""

from __future__ import annotations

import io
import re
import shutil
from functools import cache
from pathlib import Path

import pdfplumber
import pytest

from drafter.pipeline.draft import Draft, draft
from drafter.pipeline.official import official
from drafter.pipeline.publish import publish
from drafter.pipeline.setup import HOME, load_setup
from drafter.report import Cited, Report
from tests.write.printing import FIVE, LAYOUTS, layout, printed

DOCUMENT = """
公文:
  签发人: 张某某
  主送: 示例县人民政府
  抄送: 示例县司法局
  印发机关: 示例办公室
  印发日期: 2026-02-20
  用印: 是
  附表: 是
"""
FORMS = ("上报", "公开")


@cache
def made(profile: str, folder: Path) -> Draft:
    setup, _ = load_setup(HOME)
    assert setup is not None
    target = folder / profile
    shutil.copytree(HOME / "profiles/提纲", folder / "提纲", dirs_exist_ok=True)
    text = (HOME / "profiles" / profile).read_text(encoding="utf-8")
    signed = "" if "\n署名:" in text else "署名: 示例镇人民政府\n"
    target.write_text(text + "\n" + signed + DOCUMENT, encoding="utf-8")
    found, findings = draft(target, setup)
    assert found is not None, findings
    return found


def in_form(profile: str, form: str, folder: Path) -> Report:
    drafted = made(profile, folder)
    if form == "公开":
        report, findings = publish(drafted)
        assert report is not None, findings
        return report
    formal, findings = official(drafted, folder)
    assert formal is not None, findings
    return formal.report


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("forms")


@pytest.mark.parametrize("look", LAYOUTS)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("profile", FIVE)
def test_every_figure_is_printed_and_no_line_leaves_the_type_area(profile: str, form: str, look: str, folder: Path) -> None:
    of, page_layout = in_form(profile, form, folder), layout(look)
    data = printed(of, page_layout).data
    assert data == printed(of, page_layout).data
    with pdfplumber.open(io.BytesIO(data)) as book:
        words = "".join((page.extract_text() or "") for page in book.pages)
        letters = [letter for page in book.pages for letter in page.chars if letter["text"].strip()]
    figures = [run.text for block in of.blocks for run in block.runs if isinstance(run, Cited) and any(map(str.isdigit, run.text))]
    found = re.sub("—[0-9]+—", "", "".join(words.split()))
    assert figures
    assert [figure for figure in figures if "".join(figure.split()) not in found] == []
    millimetre = 72 / 25.4
    assert min(letter["x0"] for letter in letters) >= 27 * millimetre
    assert max(letter["x1"] for letter in letters) <= 187.5 * millimetre  # a mark at a line end is set in half its width
