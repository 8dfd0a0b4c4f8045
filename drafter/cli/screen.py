"""What reaches the screen: lines that a GBK console can print."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from drafter.finding import Finding, Severity
from drafter.show import printed

REPAIR = "下一步：把 templates 文件夹恢复完整，再试一次；drafter doctor 可以体检"
"""What to do where the kind of report cannot be read."""

CALL = os.environ.get("DRAFTER_CALL", "drafter")
"""How this user calls the program: run.py says so when it calls it."""
COMMAND = re.compile(r"(?<![\w/.])drafter (draft|check|new|explain|rules|schema|doctor|--help)")


def say(line: str) -> None:
    """Print one line; commands are spelt the way this user calls them."""
    print(spoken(line), flush=True)


def spoken(text: str) -> str:
    """Return a text in which commands begin the way this user calls the program."""
    return COMMAND.sub(lambda found: f"{CALL} {found[1]}", text) if CALL != "drafter" else text


def show(findings: Iterable[Finding]) -> None:
    """Print some findings, the first twenty of them; beside errors what was mended silently is only counted."""
    given = list(findings)
    kept = [finding for finding in given if finding.severity is not Severity.NOTE]
    if not any(finding.is_error for finding in given):
        kept = given
    for line in printed(kept):
        say(line)
    if len(kept) < len(given):
        say(f"（另有{len(given) - len(kept)}处已自动改正或只是说明，不用处理）")
