"""A county's batch: many profiles in one process, on one core, beside bare docxtpl on the same content."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks import adapter, bare_docxtpl
from benchmarks.material import ROOT, paragraphs, profiles, template

COUNT = 200
MARKS = (50, 100, 200)


def processor(work: Callable[[], object]) -> float:
    """Return the processor seconds of one piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def row(name: str, took: list[float]) -> str:
    """Return one line of the table; the rate counts every piece, the slow first ones too."""
    return f"    {name:<42}{median(took) * 1000:8.2f} ms {len(took) / sum(took):8.0f} a second"


def speed(folder: Path, count: int = COUNT) -> list[str]:
    """Draft and render every profile in turn; return the rows of the result."""
    ours, theirs, kept, clock = [], [], [], []
    batch = profiles(count, folder / "profiles")
    plain = template(folder, adapter.produce(batch[0])[0])
    for index, path in enumerate(batch):
        ours.append(processor(partial(adapter.produce, path)))
        data, expected = adapter.produce(path)
        lines = paragraphs(data)
        theirs.append(processor(partial(bare_docxtpl.render, plain, lines)))
        start = time.perf_counter()
        kept.append(processor(partial(adapter.store, data, expected, folder / "kept" / f"{index}.docx")))
        clock.append(time.perf_counter() - start)
    return [
        f"(b) {count} profiles in one process, processor time of one core",
        row("drafter: read, validate, compose, write", ours),
        row("bare docxtpl", theirs),
        row("apart: check and fsync", kept),
        row("apart: check and fsync, by the clock", clock),
        f"    {'ratio of the first two':<42}{sum(ours) / sum(theirs):8.2f}",
    ]


def resident() -> tuple[float, float]:
    """Return the memory held now and at most, in MB; nan where the system has no such file.

    Not getrusage: its peak is carried over from the process that started this one.
    """
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii", errors="replace").splitlines() if status.exists() else []
    sizes = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines if line.startswith("Vm")}
    return sizes.get("VmRSS", float("nan")), sizes.get("VmHWM", float("nan"))


def watch(folder: Path) -> None:
    """Draft a batch in this process and print the memory at each mark."""
    for index, path in enumerate(profiles(max(MARKS), folder), 1):
        adapter.produce(path)
        if index in MARKS:
            now, most = resident()
            print(f"    after {index:4} drafts      {now:8.1f} MB held   {most:8.1f} MB at most")


def memory(folder: Path) -> list[str]:
    """Return the rows of a fresh process that drafts and does nothing else."""
    code = f"from pathlib import Path; from benchmarks.batch import watch; watch(Path({str(folder / 'memory')!r}))"
    env = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=env, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return ["(c) memory of a process that drafts the same batch", *done.stdout.splitlines()]
