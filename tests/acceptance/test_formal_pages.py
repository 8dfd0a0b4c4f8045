"""The formal copies of the five profiles on paper, in every layout: one organ, and two that issue jointly."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.pipeline.layouts import house
from drafter.report import Cited, plain
from drafter.write import official
from drafter.write.docx import docx
from drafter.write.formal import laid, lines_in
from tests.acceptance.copies import FORMAL, JOINT, LIBREOFFICE, TYPST, report, sides
from tests.support.five import PROFILES
from tests.write.formal_proof import Row, converted, sides_of
from tests.write.page_proof import MM
from tests.write.pdf_proof import formal_complaints, read
from tests.write.printing import LAYOUTS, layout, printed
from tests.write.test_formal_pages import CELL, SMALL, near

every_copy = pytest.mark.parametrize(("number", "engine"), [(number, engine) for number in PROFILES for engine in (TYPST, LIBREOFFICE)])


@pytest.fixture(scope="module", params=[FORMAL, JOINT])
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=LAYOUTS)
def look(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def left(look: str) -> float:
    return layout(look).left / 20 / MM


def right(look: str) -> float:
    return (official.PAGE_WIDTH - layout(look).right) / 20 / MM


def halved(row: Row, engine: str) -> float:
    """What a bracket that opens a line has lost of its width: Typst sets it in half of it, LibreOffice does not."""
    return row.size / 2 / MM if engine == TYPST and row.text[0] in "〔【" else 0


@every_copy
def test_the_header_block_stands_where_it_should(form: str, look: str, number: str, engine: str) -> None:
    first = sides(form, look, number, engine)[0]
    line = layout(look).pitch / 20 / MM
    rule, = first.rules
    signers = first.row("签发人：")
    assert rule.red
    assert near(rule.at - signers.bottom, 4)
    assert near(rule.left, left(look))
    assert near(rule.right, right(look))
    assert near(signers.left, left(look) + CELL - halved(signers, engine))
    assert near(signers.right, right(look) - CELL)
    assert near(first.rows[0].top, 72 - 1)
    title = next(row for row in first.rows if row.base > rule.at)
    assert near(title.base, rule.at + 2.8 * line)


@every_copy
def test_the_first_side_shows_the_text(form: str, look: str, number: str, engine: str) -> None:
    opening = plain(report(form, number).blocks[0].runs)
    assert any(row.text in opening and len(row.text) > 20 for row in sides(form, look, number, engine)[0].rows)


@every_copy
def test_signature_imprint_and_number_stand_where_they_should(form: str, look: str, number: str, engine: str) -> None:
    found = sides(form, look, number, engine)
    day = plain(report(form, number).head.date)
    date = next(row for side in found for row in side.rows if row.text in {day, "【待填：成文日期】"})
    assert near(date.right, right(look) - 4 * CELL)
    name = next(side.rows[at - 1] for side in found for at, row in enumerate(side.rows) if row is date)
    assert near(date.base - name.base, layout(look).pitch / 20 / MM)
    last = found[-1]
    rules = [rule for rule in last.rules if not rule.red]
    assert near(rules[-1].at, (official.PAGE_HEIGHT - layout(look).bottom) / 20 / MM)
    assert all(near(rule.left, left(look)) and near(rule.right, right(look)) for rule in rules)
    assert near(last.row("印发").left, left(look) + SMALL - halved(last.row("印发"), engine))
    assert near(last.row("印发").right, right(look) - SMALL)


MARGINS = {"narrow": {"左边距": "32毫米", "右边距": "30毫米", "行距": "28磅"},
           "wide": {"左边距": "25毫米", "右边距": "25毫米", "上边距": "30毫米", "下边距": "30毫米", "行距": "30磅"}}


@pytest.mark.parametrize("engine", [TYPST, LIBREOFFICE])
@pytest.mark.parametrize("margins", MARGINS)
def test_with_margins_of_its_own_a_copy_keeps_its_insets(margins: str, form: str, engine: str, tmp_path: Path) -> None:
    look, made = house(MARGINS[margins]), report(form, "001")
    (tmp_path / "copy.docx").write_bytes(docx(made, look))
    pdf = printed(made, look).data if engine == TYPST else converted(["copy"], tmp_path)["copy"]
    lines = tuple(lines_in(laid(made, look)))
    assert formal_complaints(read(pdf, lines), lines, look) == []
    found = sides_of(pdf)
    begin, end = look.left / 20 / MM, (official.PAGE_WIDTH - look.right) / 20 / MM
    signers, last = found[0].row("签发人："), found[-1].row("印发")
    assert near(signers.left, begin + CELL - halved(signers, engine))
    assert near(signers.right, end - CELL)
    assert near(last.right, end - SMALL)
    assert all(near(rule.left, begin) and near(rule.right, end) for rule in (*found[0].rules, *found[-1].rules))
    assert near(found[0].rows[0].top, 72 - 1)
    assert near(found[-1].rules[-1].at, (official.PAGE_HEIGHT - look.bottom) / 20 / MM)
    date = next(row for side in found for row in side.rows if row.text == plain(made.head.date))
    assert near(date.right, end - 4 * CELL)


def test_two_of_the_five_are_signed_and_the_others_say_that_a_date_is_missing() -> None:
    missing = [number for number in PROFILES for run in report(FORMAL, number).head.date if isinstance(run, Cited) and "【待填" in run.text]
    assert len(missing) == 2
