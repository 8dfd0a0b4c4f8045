"""What we print ourselves is what LibreOffice prints: every form of the five reports in every layout."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.acceptance.copies import DRAFT, FORMAL, JOINT, LIBREOFFICE, TYPST, WEB, copies, paper
from tests.support.five import PROFILES
from tests.write.page_proof import MM
from tests.write.pdf_proof import TEXT, Paper, complaints, formal_complaints
from tests.write.printing import LAYOUTS, layout

HEADINGS = {"Heading1", "Heading2", "Heading3", "Heading4"}
every_copy = pytest.mark.parametrize("number", PROFILES)


@pytest.fixture(scope="module", params=[DRAFT, WEB, FORMAL, JOINT])
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=LAYOUTS)
def look(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def both(form: str, look: str, number: str) -> tuple[Paper, Paper]:
    return paper(form, look, number, TYPST), paper(form, look, number, LIBREOFFICE)


@pytest.mark.parametrize("engine", [TYPST, LIBREOFFICE])
@every_copy
def test_every_page_is_full_and_every_line_has_its_cells_and_faces(form: str, look: str, number: str, engine: str) -> None:
    found = paper(form, look, number, engine)
    formal = form in (FORMAL, JOINT)
    assert (formal_complaints(found, copies(form, look)[number].lines, layout(look)) if formal else complaints(found, layout(look))) == []


@every_copy
def test_both_print_the_same_words_on_as_many_pages(form: str, look: str, number: str) -> None:
    ours, theirs = both(form, look, number)
    assert "".join(row.text for row in ours.rows) == "".join(row.text for row in theirs.rows)
    assert abs(len(ours.feet) - len(theirs.feet)) <= 1


@every_copy
def test_title_headings_and_numbers_stand_in_the_same_place(form: str, look: str, number: str) -> None:
    ours, theirs = both(form, look, number)
    for styles in {"Title"}, HEADINGS:
        pairs = [[row for row in one.rows if row.style in styles] for one in (ours, theirs)]
        assert pairs[0]
        for one, other in zip(*pairs, strict=True):
            assert one.text == other.text
            assert abs(one.left - other.left) < 1, one.text
    for one, other in zip(ours.feet, theirs.feet, strict=False):
        assert abs(one[0].left - other[0].left) < 1
        assert abs(one[0].base - other[0].base) < 1


@every_copy
def test_every_line_stands_on_the_lines_of_the_other(form: str, look: str, number: str) -> None:
    ours, theirs = both(form, look, number)
    pitch = layout(look).pitch / 20 / MM
    for page in range(1, min(len(ours.feet), len(theirs.feet)) + 1):
        start = next((row.base for row in theirs.page(page) if row.style in TEXT), None)
        for row in ours.page(page):
            if row.style in TEXT and start is not None:
                off = (row.base - start) % pitch
                assert min(off, pitch - off) < 1, row.text


@every_copy
def test_the_first_page_is_the_same_down_to_the_first_paragraph_that_breaks_otherwise(form: str, look: str, number: str) -> None:
    ours, theirs = both(form, look, number)
    same = 0
    for one, other in zip(ours.page(1), theirs.page(1), strict=False):
        if one.text != other.text:
            break
        assert abs(one.base - other.base) < 1, one.text
        same += 1
    assert same >= 3


@every_copy
def test_no_two_lines_of_a_copy_lie_over_each_other(form: str, look: str, number: str) -> None:
    for found in both(form, look, number):
        for one, other in pairwise(found.rows):
            assert one.page != other.page or other.base - one.base > 4, f"{one.text} | {other.text}"
