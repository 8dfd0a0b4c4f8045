"""Office programs that turn a Word file into a PDF, and the system's own way to a printer.

A program is run with a profile folder of its own and a limit of time, and ended with all its children when that is over.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import NamedTuple

SECONDS = 90.0
"""Time for one conversion; LibreOffice takes three seconds, and its first start on an old machine half a minute."""
PRINT_SECONDS = 60.0
SCRIPT = Path(__file__).parent / "parts" / "convert.ps1"
OFFICES = ("soffice", "libreoffice")
INSTALLED = ("$ProgramFiles/LibreOffice/program/soffice.exe", "/opt/libreoffice/program/soffice",
             "/Applications/LibreOffice.app/Contents/MacOS/soffice")
COM = {"word": "Word.Application", "wps": "KWPS.Application"}
ENGINES = ("libreoffice", *COM)
NOT_THERE = 3
"""What the script answers where the program is not installed."""


class End(Enum):
    """How a conversion ended."""

    DONE = "完成"
    MISSING = "没有找到"
    HUNG = "没有反应"
    NOTHING = "没有写出文件"


class Converted(NamedTuple):
    """How it ended, and the PDF where there is one."""

    end: End
    data: bytes = b""


def convert(engine: str, docx: bytes) -> Converted:
    """Have a Word file turned into a PDF by libreoffice, word or wps."""
    # A program that was ended may leave files behind that it still holds: that must not stop us.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        source, target = folder / "report.docx", folder / "report.pdf"
        source.write_bytes(docx)
        command = _command(engine, source, target)
        if command is None:
            return Converted(End.MISSING)
        code = _run(command, SECONDS)
        if code is None:
            return Converted(End.HUNG)
        if code == NOT_THERE and engine in COM:
            return Converted(End.MISSING)
        data = target.read_bytes() if target.is_file() else b""
        return Converted(End.DONE, data) if data.startswith(b"%PDF-") else Converted(End.NOTHING)


def _command(engine: str, source: Path, target: Path) -> list[str] | None:
    """Return how a program is called; None where it is not there."""
    if engine in COM:
        shell = shutil.which("powershell")
        script = ["-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File", str(SCRIPT)]
        return [shell, *script, "-Program", COM[engine], "-Source", str(source), "-Target", str(target)] if shell else None
    found = next((path for name in OFFICES if (path := shutil.which(name))), None)
    office = found or next((path for name in INSTALLED if Path(path := os.path.expandvars(name)).is_file()), None)
    profile = (source.parent / "profile").as_uri()
    return [office, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf:writer_pdf_Export",
            "--outdir", str(target.parent), str(source)] if office else None


def send(file: Path, copies: int, printer: str, sides: str = "") -> End:
    """Hand a PDF to the system's print command; ``sides`` is long or short: the edge over which both sides are turned."""
    turned = ["-o", f"sides=two-sided-{sides}-edge"] if sides else []
    if found := shutil.which("lp"):
        commands = [[found, *(["-d", printer] if printer else []), "-n", str(copies), *turned, "--", str(file)]]
    elif found := shutil.which("powershell"):
        verb = f"-Verb PrintTo -ArgumentList {_quoted(_quoted(printer, chr(34)))}" if printer else "-Verb Print"
        commands = [[found, "-NoProfile", "-NonInteractive", "-Command", f"Start-Process -FilePath {_quoted(str(file))} {verb}"]] * copies
    else:
        return End.MISSING
    codes = [_run(command, PRINT_SECONDS) for command in commands]
    return End.HUNG if None in codes else End.NOTHING if any(codes) else End.DONE


def _quoted(text: str, quote: str = "'") -> str:
    """Return a text between quotes, those inside doubled."""
    return quote + text.replace(quote, quote * 2) + quote


def _run(command: Sequence[str], seconds: float) -> int | None:
    """Run a program and return its exit code; None where it took too long and was ended with its children."""
    own = {"creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0)} if os.name == "nt" else {"process_group": 0}
    try:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **own)  # noqa: S603
    except OSError:
        return 127
    try:
        return int(process.wait(seconds))
    except subprocess.TimeoutExpired:
        return None
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program that we started, and those that it started."""
    with suppress(OSError):
        if os.name == "nt":
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)  # noqa: S603, S607
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
