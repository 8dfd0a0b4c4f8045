"""Reading in a child process: what hangs, crashes or swells there ends as a refusal here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from drafter.read import limits
from drafter.read.result import Refused, Words

HOME = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "drafter.read.child")
ANOTHER = "换成 .docx 再试"


def read_apart(data: bytes, format_: str) -> Words:
    """Return what the child process read from the bytes."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    try:
        done = subprocess.run(  # noqa: S603 - our own module, in the Python that runs us
            [*COMMAND, format_], input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=HOME, env=environment,
            timeout=limits.SECONDS, check=False, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise Refused("R007", f"读了 {limits.SECONDS} 秒还没有读完，停下了", ANOTHER) from None
    except (OSError, ValueError):
        raise Refused("R001", "读这种文件要另开一个进程，没有开成", f"关掉一些程序再试，或{ANOTHER}") from None
    return _answer(done.stdout)


def _answer(output: bytes) -> Words:
    """Return what the child says; it read a foreign file, so its answer is looked at like one."""
    try:
        answer = json.loads(output)
        if "refused" in answer:
            rule, message, hint = map(str, answer["refused"])
            raise Refused(rule, message, hint)
        return Words(str(answer["text"]), notes=tuple(map(str, answer["notes"])))
    except (ValueError, KeyError, TypeError):
        raise Refused("R001", "读这个文件的时候出了故障，没有读成", f"文件可能已经损坏；用 Word、WPS 打开看看，{ANOTHER}") from None
