"""The period reported on, and days."""

import datetime

import pytest

from drafter.profile.period import assumed_day, read_day, read_period


@pytest.mark.parametrize(("typed", "spoken", "following"), [
    ("2024年度", "2024年", "2025年"), ("2024年", "2024年", "2025年"), ("2024", "2024年", "2025年"),
    ("2024 年度", "2024年", "2025年"), ("2024年上半年", "2024年上半年", "2024年下半年"), ("2024年下半年", "2024年下半年", "2025年"),
    ("2024年第一季度", "2024年第一季度", "2025年"), ("2024年前三季度", "2024年前三季度", "2025年"),
])
def test_a_period_is_spoken_and_followed_by_the_next(typed: str, spoken: str, following: str) -> None:
    period = read_period(typed)
    assert period is not None
    assert (period.text, period.spoken, period.following) == (typed, spoken, following)


@pytest.mark.parametrize("typed", ["", "去年", "24年度", "二〇二四年", "2024年13月", "0024年度", "9999年度", "2024年度报告", "2024—2025年"])
def test_what_is_no_period_is_refused(typed: str) -> None:
    assert read_period(typed) is None


@pytest.mark.parametrize("typed", ["2025-02-20", "2025年2月20日", "2025.2.20", "2025/02/20", "2025年02月20", "2025 年 2 月 20 日"])
def test_a_day_is_read_however_it_is_typed(typed: str) -> None:
    assert read_day(typed) == datetime.date(2025, 2, 20)


@pytest.mark.parametrize("typed", ["", "2025-02-30", "2025-13-01", "2月20日", "二〇二五年二月", "2025-02", "20250220", "待定"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    assert read_day(typed) is None


def test_the_day_of_a_report_that_is_not_signed_is_assumed_by_the_kind() -> None:
    assert assumed_day("次年01-31", 2024) == datetime.date(2025, 1, 31)
    assert assumed_day("当年07-31", 2024) == datetime.date(2024, 7, 31)
