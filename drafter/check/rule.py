"""A rule: what it asks for, on whose authority, and how it is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from drafter.check.paper import Paper
from drafter.finding import Finding, Severity


class Rule(NamedTuple):
    """One rule; ``check`` yields findings and never prints, raises or repairs."""

    id: str
    title: str
    severity: Severity
    authority: str
    hint: str
    check: Callable[[Paper], Iterable[Finding]]
