"""The page is right, proven by rendering: LibreOffice with stand-in fonts."""

from __future__ import annotations

from collections import Counter

import pytest

from drafter.write.docx import docx
from tests.write.package import replaced
from tests.write.page_proof import Proof, proof, require
from tests.write.sample import report


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Proof:
    require()
    path = tmp_path_factory.mktemp("pages") / "报告.docx"
    path.write_bytes(docx(report()))
    return proof(path)


def test_nothing_is_wrong(page: Proof) -> None:
    assert page.complaints() == []


def test_the_sample_is_long_enough_to_prove_anything(page: Proof) -> None:
    cells = Counter(len(line) for line, _ in page.full_lines() if line[0].left < 29)
    assert len(page.pages) >= 8
    assert cells[28] > 40
    assert {page.style(line) for line in page.lines()} >= {
        "Title", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Body Text", "Signature", "Date"}


def test_the_date_begins_two_characters_to_the_right_of_the_name(page: Proof) -> None:
    name, date = page.lines()[-2:]
    assert abs(date[0].left - name[0].left - 2 * 5.57) < 1.5
    assert abs(184 - name[-1].right - 2 * 5.57) < 0.5


@pytest.mark.parametrize(("part", "old", "new", "complaint"), [
    ("word/styles.xml", '<w:spacing w:val="-5"/>', "", "cells"),
    ("word/document.xml", 'w:linePitch="579"', 'w:linePitch="590"', "has 21 lines"),
    ("word/styles.xml", "<w:overflowPunct/>", "", "empty line"),
    ("word/styles.xml", 'w:eastAsia="黑体"', 'w:eastAsia="宋体"', "instead of FandolHei"),
    ("word/document.xml", 'w:footer="1440"', 'w:footer="1300"', "number of page 2"),
    ("word/footer2.xml", '<w:jc w:val="right"/>', '<w:jc w:val="left"/>', "number of page 1"),
])
def test_a_planted_fault_is_seen(
        tmp_path_factory: pytest.TempPathFactory, part: str, old: str, new: str, complaint: str) -> None:
    require()
    path = tmp_path_factory.mktemp("fault") / "fault.docx"
    path.write_bytes(replaced(docx(report(paragraphs=6)), part, old, new))
    assert complaint in "\n".join(proof(path).complaints())
