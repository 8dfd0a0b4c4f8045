"""A cold start: the whole process from the command line to the Word file, in alternating pairs."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from benchmarks.material import ROOT, paragraphs, template

PAIRS = 15


def seconds(command: list[str]) -> float:
    """Run a command and return how long it took."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env = {**inherited, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False)
    taken = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return taken


def measure(profile: Path, folder: Path, pairs: int = PAIRS) -> tuple[list[float], list[float]]:
    """Return the seconds of drafter and of bare docxtpl, pair by pair; the first pair warms up and is dropped."""

    def draft(index: int) -> list[str]:
        return [sys.executable, "-m", "drafter", "draft", str(profile), "-o", str(folder / f"{index}.docx")]

    seconds(draft(0))
    content = folder / "content.json"
    content.write_text(json.dumps(paragraphs((folder / "0.docx").read_bytes())), encoding="utf-8")
    script = str(ROOT / "benchmarks" / "bare_docxtpl.py")
    bare = [sys.executable, script, str(template(folder, (folder / "0.docx").read_bytes())), str(content), str(folder / "bare.docx")]
    ours, theirs = [], []
    for index in range(1, pairs + 2):
        ours.append(seconds(draft(index)))
        theirs.append(seconds(bare))
    if paragraphs((folder / "bare.docx").read_bytes()) != paragraphs((folder / "0.docx").read_bytes()):
        raise SystemExit("the two files do not hold the same content")
    return ours[1:], theirs[1:]


def row(name: str, took: list[float]) -> str:
    """Return one line of the table."""
    return f"    {name:<22}{median(took) * 1000:8.0f} ms   ({min(took) * 1000:.0f} to {max(took) * 1000:.0f})"


def table(profile: Path, folder: Path) -> list[str]:
    """Return the rows of the result."""
    ours, theirs = measure(profile, folder)
    ratio = median(a / b for a, b in zip(ours, theirs, strict=True))
    head = f"(a) the whole process, {len(ours)} alternating pairs, {profile.name}"
    last = f"    {'median of the ratios':<22}{ratio:8.2f}"
    return [head, row("drafter draft", ours), row("bare docxtpl", theirs), last]
