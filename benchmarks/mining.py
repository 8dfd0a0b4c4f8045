"""Mining: five reports beside a bare process that imports jieba and cuts once, and how the cost grows with the number of reports."""

import random
import re
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from benchmarks.cold import row, seconds
from benchmarks.material import ROOT
from drafter.pipeline.mine import mine, save
from drafter.pipeline.setup import load_setup

PAIRS = 7
BARE = "import jieba; print(len(list(jieba.cut('全年共开展法治宣传活动12场次'))))"
SWAPS = (("加强", "强化"), ("开展", "组织"), ("完善", "健全"), ("推进", "推动"), ("提升", "提高"), ("落实", "执行"),
         ("化解", "调处"), ("群众", "居民"))
NUMBER = re.compile(r"\d+")
MINE = "import sys; from benchmarks.mining import mined; mined(sys.argv[1])"


def copies(count: int, folder: Path) -> Path:
    """Write that many reports: those that ship, with other words, figures and names, some clauses gone and some from elsewhere."""
    reports = folder / "seeds" / "reports"
    reports.mkdir(parents=True)
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds" / "reports").glob("*.txt"))]
    clauses = [clause for text in texts for clause in re.split("[，。；\n]", text) if len(clause) > 6]
    for number in range(count):
        dice = random.Random(number)
        text = texts[number % len(texts)]
        for one, other in SWAPS:
            if dice.random() < 0.5:
                text = text.replace(one, other) if dice.random() < 0.5 else text.replace(other, one)
        text = NUMBER.sub(lambda found: str(dice.randrange(1, 400)) if len(found[0]) < 4 else found[0], text)  # noqa: B023  used at once
        pieces = re.split("([，。；\n])", text)
        for at in range(8, len(pieces) - 1, 2):
            chance = dice.random()
            if chance < 0.12:
                pieces[at] = ""
            elif chance < 0.30:
                donor = dice.choice(clauses)
                cut = len(donor) // 2
                pieces[at] = donor[:cut] + pieces[at][len(pieces[at]) // 2:]
        (reports / f"{number:05}.txt").write_text("".join(pieces), encoding="utf-8")
    return folder


def mined(folder: str) -> None:
    """Mine the reports of a folder as the command does, and print the seconds and the peak of memory in megabytes."""
    setup, _ = load_setup(ROOT)
    assert setup is not None
    start = time.perf_counter()
    made = mine(Path(folder) / "seeds", setup.kind, setup.library.constructions, lambda _number, _among: None)
    assert not save(Path(folder) / "seeds", made.shelves)
    print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def run(folder: Path) -> tuple[float, float]:
    """Mine in a process of its own; return the seconds that mining took, and the peak of memory in megabytes."""
    done = subprocess.run([sys.executable, "-c", MINE, str(folder)], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    took, peak = done.stdout.split()
    return float(took), float(peak)


def table(folder: Path) -> list[str]:
    """Return the rows of the result."""
    five = copies(5, folder / "five")
    whole = [sys.executable, "-c", MINE, str(five)]
    bare = [sys.executable, "-c", BARE]
    seconds(whole), seconds(bare)
    ours, theirs = [], []
    for _ in range(PAIRS):
        ours.append(seconds(whole))
        theirs.append(seconds(bare))
    few = median(ours)
    lines = [f"(d) mining, {PAIRS} alternating pairs of whole processes", row("five reports", ours), row("bare jieba", theirs),
             f"    {'median of the ratios':<22}{median(a / b for a, b in zip(ours, theirs, strict=True)):8.2f}"]
    many, peak = run(copies(500, folder / "many"))
    lines.append(f"    {'500 reports':<22}{many:8.1f} s    {many / few:.1f} times five as a process; peak {peak:.0f} MB")
    most, peak = run(copies(5000, folder / "most"))
    lines.append(f"    {'5,000 reports':<22}{most:8.1f} s    {most / many:.1f} times 500; peak {peak:.0f} MB")
    return lines
