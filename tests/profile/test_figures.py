"""The grammar of a figure: what it takes is printed character for character, what it refuses comes back with a figure to type."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.figure import read_figure

UNITS = ("次", "件", "宗", "场次", "人次", "个百分点", "公里", "元", "家次", "%", "册", "㎡", "亩")
FULL_WIDTH = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
REFUSED = {
    "以0开头": ["0123件", "007", "00.5%", "07余万多件"],
    "时间": ["12:30", "12：30", "3:2"],
    "没有量词": ["5", "1.5", "约300", "2万", "8余", "5以上", "约300左右", "5余万多", "５０"],
    "负数": ["-5件", "－5件"],
    "没有数字": ["三场", "若干", "约次"],
    "不是": ["5件左右吧，具体再核", "3.5余万余元", "1.2.3件", "5+3件", "5-8件", "1e3件", "5/8"],
}

numbers = st.one_of(
    st.integers(0, 10**12).map(str),
    st.tuples(st.integers(0, 10**6), st.integers(0, 10**4)).map(lambda pair: f"{pair[0]}.{pair[1]}"),
)
before = st.sampled_from(["", "约", "近", "超", "逾", "仅", "不少于"])
after = st.sampled_from(["", "以上", "以下", "左右"])
more = st.sampled_from(["", "余", "多"])
scale = st.sampled_from(["", "万", "亿"])
units = st.sampled_from(UNITS)


@st.composite
def figures(draw: st.DrawFn) -> str:
    """Any figure of the grammar; 余 or 多 stands before or behind 万 and 亿, never both."""
    first, size, second = draw(more), draw(scale), draw(more)
    if first and second:
        second = ""
    return draw(before) + draw(numbers) + first + size + second + draw(units) + draw(after)


@given(figures())
def test_every_figure_of_the_grammar_is_kept_character_for_character(text: str) -> None:
    reading = read_figure(text)
    assert reading.figure is not None
    assert reading.figure.text == text
    assert not reading.repaired


@given(figures())
def test_full_width_digits_are_printed_half_width_and_reported(text: str) -> None:
    reading = read_figure(text.translate(FULL_WIDTH))
    assert reading.figure is not None
    assert reading.figure.text == text
    assert reading.repaired


@given(st.integers(1000, 10**15), st.sampled_from(",，"), units)
def test_thousands_commas_are_taken_out_and_reported(number: int, comma: str, unit: str) -> None:
    reading = read_figure(f"{number:,}{unit}".replace(",", comma))
    assert reading.figure is not None
    assert (reading.figure.text, reading.repaired) == (f"{number}{unit}", True)


@given(before, st.integers(1, 9999), scale, units, st.sampled_from([" ", "  ", "\u3000", "\u00a0"]))
def test_blanks_inside_and_around_are_taken_out_and_reported(first: str, number: int, size: str, unit: str, blank: str) -> None:
    reading = read_figure(blank + blank.join(part for part in (first, str(number), size, unit) if part) + blank)
    assert reading.figure is not None
    assert (reading.figure.text, reading.repaired) == (f"{first}{number}{size}{unit}", True)


@given(numbers, scale, units)
def test_the_amount_of_an_exact_figure_has_its_scale_worked_in(number: str, size: str, unit: str) -> None:
    figure = read_figure(f"{number}{size}{unit}").figure
    assert figure is not None
    assert figure.exact
    assert figure.amount == Decimal(number) * {"": 1, "万": 10**4, "亿": 10**8}[size]


@given(figures())
def test_a_figure_with_a_word_of_doubt_is_inexact(text: str) -> None:
    figure = read_figure(text).figure
    assert figure is not None
    assert figure.exact == (re.search("[约近超逾仅余多]|不少于|以上|以下|左右", text) is None)


def hinted(hint: str) -> str:
    """The figure that a hint says to type."""
    words = re.sub(r"^.*例如\s*", "", hint)
    return re.split("[、；，]", words)[0]


@pytest.mark.parametrize(("typed", "said"), [(typed, said) for said, given in REFUSED.items() for typed in given])
def test_what_is_no_figure_is_refused_with_a_figure_to_type(typed: str, said: str) -> None:
    reading = read_figure(typed, "件")
    assert reading.figure is None
    assert said in reading.problem
    assert read_figure(hinted(reading.hint)).figure is not None, reading.hint


@given(st.text(alphabet="0123456789.,:：-－约近余多万亿件次%％以上 ０５", max_size=12))
def test_whatever_is_typed_is_read_or_refused_with_a_figure_to_type(typed: str) -> None:
    reading = read_figure(typed, "件")
    if reading.figure is None:
        assert reading.problem
        assert read_figure(hinted(reading.hint)).figure is not None, reading.hint
    else:
        assert read_figure(reading.figure.text).figure == reading.figure


@given(st.integers(1, 10**9), units)
def test_a_leading_zero_or_a_missing_measure_word_is_mended_by_typing_the_hint(number: int, unit: str) -> None:
    for typed in (f"0{number}{unit}", str(number)):
        reading = read_figure(typed, unit)
        assert reading.figure is None
        assert hinted(reading.hint) == f"{number}{unit}"


def test_a_bare_nought_is_a_figure() -> None:
    assert [read_figure(text).figure is not None for text in ("0", "０", "0件", "0.5%", "00")] == [True, True, True, True, False]
