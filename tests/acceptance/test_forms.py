"""The formal and the web form of the five profiles that ship: one text in both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.compose.published import Gone, published
from drafter.finding import Address
from drafter.pipeline.official import official
from drafter.report import Cited, Report, Run, plain
from drafter.write.docx import docx
from drafter.write.text import text
from drafter.write.verify import check_docx
from tests.support.five import PROFILES, five, profile
from tests.write.test_docx import audit


def formal(number: str) -> Report:
    made, findings = official(five(number), profile(number).parent)
    assert made is not None, findings
    return made.report


def body(report: Report) -> list[str]:
    return [plain(block.runs) for block in report.blocks]


def bare(words: str) -> str:
    """The words without what is counted anew and the mark that ends a sentence."""
    return re.sub(r"(?<![一二三四五六七八九十])[一二三四五六七八九十]+是|[。；]", "", words)


def addresses(runs: tuple[Run, ...]) -> list[Address]:
    return [at for run in runs if isinstance(run, Cited) for at in run.at]


@pytest.mark.parametrize("number", PROFILES)
def test_both_forms_have_one_text(number: str) -> None:
    web, gone = published(five(number).report, ())
    assert body(web) == body(formal(number)) == body(five(number).report)
    assert gone == ()
    assert text(web).split("\n", 1)[0] == plain(formal(number).head.title)


@pytest.mark.parametrize("number", PROFILES)
@pytest.mark.parametrize("place", [3, 10, 20, 35])
def test_apart_from_the_listed_sentences_both_forms_have_one_text(number: str, place: int) -> None:
    report = five(number).report
    every = list(dict.fromkeys(at for block in report.blocks for at in addresses(block.runs) if len(at) > 1))
    hidden = every[place % len(every)]
    web, gone = published(report, [hidden])
    assert gone
    assert not [at for block in web.blocks for at in addresses(block.runs) if at[:len(hidden)] == hidden]
    assert bare("".join(body(web))) == without("".join(body(report)), gone)


def without(words: str, gone: tuple[Gone, ...]) -> str:
    for one in gone:
        assert one.words in words
        words = words.replace(one.words, "", 1)
    return bare(words)


@pytest.mark.parametrize("number", PROFILES)
def test_a_formal_copy_is_sound_and_says_every_figure(number: str, tmp_path: Path) -> None:
    report = formal(number)
    path = tmp_path / "copy.docx"
    path.write_bytes(docx(report))
    assert audit(path) == []
    check_docx(path.read_bytes(), text(report))
    figures = [run.text for block in report.blocks for run in block.runs if isinstance(run, Cited) and run.figure]
    assert bool(figures) == (number != "003")  # that town gave words only
    assert all(figure in text(report) for figure in figures)
