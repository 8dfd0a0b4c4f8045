"""The formal copies of the five profiles on paper, in every layout: one organ, and two that issue jointly."""

from __future__ import annotations

import pytest

from drafter.report import Cited, plain
from drafter.write import official
from tests.acceptance.copies import FORMAL, JOINT, LIBREOFFICE, TYPST, copies, paper, report, sides
from tests.support.five import PROFILES
from tests.write.formal_proof import Row
from tests.write.page_proof import MM
from tests.write.pdf_proof import formal_complaints
from tests.write.printing import LAYOUTS, layout
from tests.write.test_formal_pages import CELL, SMALL, near

every_copy = pytest.mark.parametrize(
    ("form", "look", "number", "engine"),
    [(form, look, number, engine) for form in (FORMAL, JOINT) for look in LAYOUTS for number in PROFILES for engine in (TYPST, LIBREOFFICE)])


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
def test_every_side_is_full_and_every_line_has_its_cells_and_faces(form: str, look: str, number: str, engine: str) -> None:
    assert formal_complaints(paper(form, look, number, engine), copies(form, look)[number].lines, layout(look)) == []


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


def test_two_of_the_five_are_signed_and_the_others_say_that_a_date_is_missing() -> None:
    missing = [number for number in PROFILES for run in report(FORMAL, number).head.date if isinstance(run, Cited) and "【待填" in run.text]
    assert len(missing) == 2
