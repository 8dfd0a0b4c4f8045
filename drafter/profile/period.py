"""The period of a report: 2024年度, 2024年上半年."""

from __future__ import annotations

import datetime
import re

from drafter.profile.model import Period

PERIOD = re.compile(r"(\d{4})\s*年?\s*度?\s*(上半年|下半年|第?[一二三四1-4]季度|前三季度)?\s*")
DAY = re.compile(r"(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?")


def read_period(text: str) -> Period | None:
    """Read a period; None where it is none."""
    match = PERIOD.fullmatch(text)
    if not match or not 1950 <= int(match[1]) <= 2150:
        return None
    return Period(text, int(match[1]), match[2] or "")


def read_day(text: str) -> datetime.date | None:
    """Read a day written 2025-02-20 or 2025年2月20日; None where it is none."""
    match = DAY.fullmatch(text)
    if not match:
        return None
    try:
        return datetime.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def assumed_day(rule: str, year: int) -> datetime.date:
    """Return the day that a rule such as 次年01-31 gives for a year."""
    month, day = int(rule[-5:-3]), int(rule[-2:])
    return datetime.date(year + rule.startswith("次年"), month, day)
