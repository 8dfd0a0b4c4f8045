"""The formal copies of the five profiles on paper: one organ, and two that issue jointly."""

from __future__ import annotations

import pytest

from drafter.report import Cited, Report, Text, plain
from tests.acceptance.test_forms import formal
from tests.support.five import PROFILES
from tests.write.formal_proof import Side, sides
from tests.write.page_proof import BOTTOM, LEFT, RIGHT, TOP, require
from tests.write.test_formal_pages import CELL, LINE, SMALL, near

NAMES = [f"{number}{turn}" for number in PROFILES for turn in ("", "-joint")]


def joint(report: Report) -> Report:
    """The same copy issued by party committee and government."""
    assert report.formal is not None
    organs = tuple((Text(f"{report.head.unit}{word}"),) for word in ("党委", "人民政府"))
    signers = ((Text("张某某"),), (Text("李某某"),))
    return report._replace(head=report.head._replace(signatures=organs), formal=report.formal._replace(mark=organs, signers=signers))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Side]]:
    require()
    copies = {number: formal(number) for number in PROFILES}
    return sides({**copies, **{f"{number}-joint": joint(report) for number, report in copies.items()}}, tmp_path_factory.mktemp("five"))


@pytest.mark.parametrize("name", NAMES)
def test_the_header_block_stands_where_it_should(pages: dict[str, list[Side]], name: str) -> None:
    first = pages[name][0]
    rule, = first.rules
    signers = first.row("签发人：")
    assert rule.red
    assert near(rule.at - signers.bottom, 4)
    assert near(rule.right - rule.left, 156)
    assert near(signers.left, LEFT + CELL)
    assert signers.right <= RIGHT - CELL + 1
    mark = first.rows[0]
    assert near(mark.top, TOP + 35 - 1)


@pytest.mark.parametrize("name", NAMES)
def test_the_first_side_shows_the_text(pages: dict[str, list[Side]], name: str) -> None:
    first = plain(formal(name[:3]).blocks[0].runs)
    assert any(row.text in first and len(row.text) > 20 for row in pages[name][0].rows)


@pytest.mark.parametrize("name", NAMES)
def test_full_sides_have_22_lines_inside_the_type_area(pages: dict[str, list[Side]], name: str) -> None:
    for side in pages[name]:
        assert all(row.left >= LEFT - 0.3 and row.right <= RIGHT + 0.3 for row in side.rows)
    for side in pages[name][1:-2]:
        lines = [row for row in side.rows if row.base < BOTTOM]
        assert 19 <= len(lines) <= 22  # headings, and the paragraph above a seal, go over with what follows them
        assert near(lines[0].base, TOP + 0.8 * LINE)
        assert all(near(row.base, lines[0].base + number * LINE) for number, row in enumerate(lines))


@pytest.mark.parametrize("name", NAMES)
def test_signature_imprint_and_number_stand_where_they_should(pages: dict[str, list[Side]], name: str) -> None:
    last = pages[name][-1]
    date = next(row for side in pages[name] for row in side.rows if row.text in {plain(formal(name[:3]).head.date), "【待填：成文日期】"})
    assert near(date.right, RIGHT - 4 * CELL)
    rules = [rule for rule in last.rules if not rule.red]
    assert near(rules[-1].at, BOTTOM)
    assert near(last.row("印发").left, LEFT + SMALL)
    for number, side in enumerate(pages[name], 1):
        foot = side.rows[-1]
        assert foot.text == f"—{number}—"
        assert near(RIGHT - foot.right if number % 2 else foot.left - LEFT, SMALL)


def test_two_of_the_five_are_signed_and_the_others_say_that_a_date_is_missing() -> None:
    missing = [number for number in PROFILES for run in formal(number).head.date if isinstance(run, Cited) and "【待填" in run.text]
    assert len(missing) == 2
