"""What reaches the screen: lines that a GBK console can print."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.finding import Finding
from drafter.show import printed


def say(line: str) -> None:
    """Print one line."""
    print(line, flush=True)


def show(findings: Iterable[Finding]) -> None:
    """Print some findings, the first twenty of them."""
    for line in printed(findings):
        say(line)
