"""What reaches the screen: lines that a GBK console can print."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.finding import Finding
from drafter.show import printed

REPAIR = "下一步：把 templates 文件夹恢复完整，再试一次；drafter doctor 可以体检"
"""What to do where the kind of report cannot be read."""


def say(line: str) -> None:
    """Print one line."""
    print(line, flush=True)


def show(findings: Iterable[Finding]) -> None:
    """Print some findings, the first twenty of them."""
    for line in printed(findings):
        say(line)
