"""The printed page is right, proven by measuring the PDF."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.pipeline.setup import HOME
from drafter.report import Cited, Paragraph, Text
from drafter.write.docx import docx
from drafter.write.layout import GBT9704, GBT33476, deviations
from drafter.write.pdf import booklet, pictures
from drafter.write.plan import plan
from tests.write.formal_proof import first_ink, sides_of
from tests.write.formal_sample import formal
from tests.write.page_proof import MM, rendered, require
from tests.write.pdf_proof import complaints, read
from tests.write.printing import FIVE, LAYOUTS, layout, printed, report
from tests.write.sample import report as sample


@pytest.mark.parametrize("look", LAYOUTS)
def test_the_sample_of_all_levels_is_right(look: str) -> None:
    paper = read(printed(sample(), layout(look)).data, plan(sample()))
    assert complaints(paper, layout(look)) == []
    assert {row.style for row in paper.rows} >= {"Title", "Heading1", "Heading2", "Heading3", "Heading4", "BodyText", "Signature", "Date"}


@pytest.mark.parametrize("look", LAYOUTS)
def test_the_word_file_in_a_layout_is_right_too(look: str, tmp_path: Path) -> None:
    require()
    (tmp_path / "报告.docx").write_bytes(docx(sample(), layout(look)))
    paper = read(rendered(tmp_path / "报告.docx", tmp_path).read_bytes(), plan(sample()))
    assert complaints(paper, layout(look)) == []


@pytest.mark.parametrize(("fault", "complaint"), [
    ({"spacing": 10}, "cells"), ({"pitch": 600}, "lines"), ({"footer": 1250}, "dash at"), ({"left": 1700}, "cells"),
    ({"number": "居中"}, "off by"), ({"faces": GBT9704.faces._replace(body="黑体")}, "instead of")])
def test_a_planted_fault_is_seen(fault: dict[str, object], complaint: str) -> None:
    wrong = GBT9704._replace(**fault)  # type: ignore[arg-type]
    paper = read(printed(sample(), wrong).data, plan(sample()))
    assert complaint in "\n".join(complaints(paper, GBT9704))


@pytest.mark.parametrize("profile", FIVE)
def test_every_figure_is_in_the_pdf_as_it_was_given(profile: str) -> None:
    import io

    import pdfplumber

    of = report(profile)
    with pdfplumber.open(io.BytesIO(printed(of, GBT9704).data)) as book:
        found = "".join("".join((page.extract_text() or "").split("\n")[:-1]).replace(" ", "") for page in book.pages)
    runs = [run for block in of.blocks for run in block.runs if isinstance(run, Cited)]
    figures = [run.text for run in runs if any(letter.isdigit() for letter in run.text)]
    assert figures
    assert [figure for figure in figures if "".join(figure.split()) not in found] == []


def test_the_same_report_gives_the_same_bytes() -> None:
    here = hashlib.sha256(printed(report(FIVE[0]), GBT9704).data).hexdigest()
    code = ("import hashlib;from tests.write.printing import *;from drafter.write.layout import GBT9704;"
            f"print(hashlib.sha256(printed(report({FIVE[0]!r}), GBT9704).data).hexdigest())")
    done = subprocess.run([sys.executable, "-c", code], cwd=HOME, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == here


def test_an_archival_copy_says_so_and_is_reproducible() -> None:
    made = printed(sample(), GBT9704, archival=True).data
    assert b"pdfaid:part>2<" in made
    assert b"pdfaid:conformance>B<" in made
    assert made == printed(sample(), GBT9704, archival=True).data


def test_a_booklet_folds_into_the_order_of_the_pages() -> None:
    import io

    import pdfplumber

    pages = printed(sample(), GBT9704)
    with pdfplumber.open(io.BytesIO(booklet(pages))) as book:
        feet = [[char["text"] for char in page.chars if char["text"].isdigit() and char["top"] > 750] for page in book.pages]
        assert {(round(page.width / MM), round(page.height / MM)) for page in book.pages} == {(420, 297)}
    assert pages.number == 8
    assert feet == [["8", "1"], ["2", "7"], ["6", "3"], ["4", "5"]]


def test_a_booklet_of_five_pages_has_blank_ones_at_its_end() -> None:
    import io

    import pdfplumber

    pages = printed(sample(2), GBT9704)
    with pdfplumber.open(io.BytesIO(booklet(pages))) as book:
        assert len(book.pages) == -(-pages.number // 4) * 2


def test_each_page_has_a_picture_of_its_own() -> None:
    pages = printed(sample(2), GBT9704)
    made = pictures(pages)
    assert len(made) == pages.number
    assert len(set(made)) == pages.number
    assert all(picture.startswith(b"\x89PNG") for picture in made)


def test_what_waits_to_be_filled_in_is_lit_up() -> None:
    import io

    import pdfplumber

    with pdfplumber.open(io.BytesIO(printed(sample(), GBT9704).data)) as book:
        yellow = [box for box in book.pages[0].rects if box["non_stroking_color"] not in ((0,), (0.0,), None)]
        lit = book.pages[0].crop((yellow[0]["x0"], yellow[0]["top"], yellow[0]["x1"], yellow[0]["bottom"])).extract_text()
    assert lit.removesuffix("，") == "【待填：印制份数】"


def test_the_layouts_say_in_what_they_differ() -> None:
    assert list(deviations(GBT9704)) == []
    said = list(deviations(GBT33476))
    assert [line.split("：")[0] for line in said] == ["上边距", "下边距", "行距"]
    assert (GBT33476.lines, GBT33476.cells) == (22, 28)


@pytest.mark.parametrize("look", LAYOUTS)
def test_a_formal_copy_has_its_mark_and_its_imprint_at_the_same_place_of_the_sheet(look: str, tmp_path: Path) -> None:
    (tmp_path / "copy.pdf").write_bytes(printed(formal(paragraphs=2), layout(look)).data)
    assert abs(first_ink(tmp_path / "copy.pdf") - 72) <= 1
    side = sides_of((tmp_path / "copy.pdf").read_bytes())[-1]
    assert abs(side.rules[-1].at - (297 - layout(look).bottom / 20 / MM)) <= 1


@pytest.mark.parametrize("paragraphs", range(16, 30))
def test_on_both_sides_of_the_paper_the_imprint_stands_on_an_even_one(paragraphs: int) -> None:
    blocks = tuple(Paragraph((Text("当天能办的当天办完。"),), f"p{number}") for number in range(paragraphs))
    made = printed(formal()._replace(blocks=blocks), GBT9704, duplex=True)
    sides = sides_of(made.data)
    assert len(sides) % 2 == 0
    assert any("抄送" in row.text for row in sides[-1].rows)
    blank = [number for number, side in enumerate(sides, 1) if not side.rows]
    assert blank in ([], [len(sides) - 1])
    assert any(row.text.startswith("—") for row in sides[-1].rows) == (not blank)
