"""A report with the rewordings of an earlier draft worked in, and what became of them."""

from __future__ import annotations

from typing import NamedTuple

from drafter.finding import Address
from drafter.profile import Rewording
from drafter.report import Report


class Kept(NamedTuple):
    """The report with the rewordings in it, those that found no place, and the addresses that are no longer printed."""

    report: Report
    lost: tuple[Rewording, ...]
    dropped: frozenset[Address]
