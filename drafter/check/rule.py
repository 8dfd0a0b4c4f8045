"""A rule: what it asks for, on whose authority, and how it is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from drafter.check.paper import Paper
from drafter.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; ``check`` yields findings and never prints, raises or repairs."""

    id: str
    title: str
    severity: Severity
    authority: str
    hint: str
    check: Callable[[Paper], Iterable[Finding]]
