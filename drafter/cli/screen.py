"""What reaches the screen: lines that a GBK console can print."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from drafter.finding import Finding, Severity
from drafter.show import printed
from drafter.show.terminal import clean

REPAIR = "下一步：把 templates 文件夹恢复完整，再试一次；drafter doctor 可以体检"
"""What to do where the kind of report cannot be read."""

CALL = os.environ.get("DRAFTER_CALL", "drafter")
"""How this user calls the program: run.py says so when it calls it."""
LISTED = 12
"""Lines that were mended silently are listed up to this many."""
COMMANDS = ("draft", "check", "new", "rollover", "import", "table", "status", "set", "reconcile", "print", "ledger", "mine", "phrases",
            "explain", "rules", "schema", "doctor", "--help")
COMMAND = re.compile(rf"(?<![\w/.])drafter ({'|'.join(COMMANDS)})")


def say(line: str, stream: TextIO | None = None, end: str = "\n") -> bool:
    """Print one line and tell whether it was shown; commands are spelt the way this user calls them.

    A screen that is closed, full or gone stops no work: from then on nothing more is sent there.
    """
    to = stream or sys.stdout
    try:
        print("\n".join(map(clean, spoken(line).split("\n"))), file=to, end=end, flush=True)
    except (OSError, ValueError):
        _mute(to)
        return False
    return True


def _mute(stream: TextIO) -> None:
    """Send what is still waiting for a broken screen nowhere, so that the end of the program does not trip over it."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def open_screens() -> None:
    """Let a screen show what it can of every character; one that the caller closed gets a stand-in that shows nothing."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123  it stays open to the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def named(path: Path | str) -> str:
    """Return the name of a file as a line may hold it: no file can steer the screen or break the line."""
    return clean(str(path))


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
    quiet = [finding for finding in given if finding.severity is Severity.NOTE]
    if len(kept) < len(given):
        lines = dict.fromkeys(str(finding.place.line) for finding in quiet if finding.place)
        where = f"：第{'、'.join(lines)}行" if 0 < len(lines) <= LISTED else ""
        say(f"（另有{len(quiet)}处已自动改正或只是说明，不用处理{where}）")
