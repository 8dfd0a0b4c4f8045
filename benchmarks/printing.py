"""A printed copy: the whole process from the command line to the PDF, against bare Typst and against LibreOffice."""

import os
import shutil
import sys
from pathlib import Path
from statistics import median

import pdfplumber

from benchmarks.cold import row, seconds
from benchmarks.material import ROOT
from drafter.pipeline.draft import draft
from drafter.pipeline.fonts import fonts_here
from drafter.pipeline.setup import load_setup
from drafter.write.fonts import opened
from drafter.write.layout import GBT9704
from drafter.write.pdf import PAGE, face_of, shelf
from drafter.write.plan import plan
from drafter.write.typeset import data
from tests.write.fonts import fontconfig

PAIRS = 11
OFFICE_PAIRS = 5


def table(profile: Path, folder: Path) -> list[str]:
    """Return the rows of the result; the first round warms up and is dropped."""
    fonts = fontconfig().parent / "faces"
    os.environ["DRAFTER_FONTS"] = str(fonts)
    word, given = folder / "draft.docx", folder / "data.json"
    seconds([sys.executable, "-m", "drafter", "draft", str(profile), "-o", str(word)])
    given.write_text(prepared(profile), encoding="utf-8")
    bare = [sys.executable, str(ROOT / "benchmarks" / "bare_typst.py"), str(fonts), str(PAGE), str(given), str(folder / "bare.pdf")]
    ours, theirs = [], []
    for index in range(PAIRS + 1):
        ours.append(seconds([sys.executable, "-m", "drafter", "print", str(profile), "-o", str(folder / f"{index}.pdf")]))
        theirs.append(seconds(bare))
    if letters(folder / "0.pdf") != letters(folder / "bare.pdf"):
        raise SystemExit("the two files do not hold the same text")
    rows = [f"(e) a printed copy, {PAIRS} alternating pairs, {profile.name}", row("drafter print", ours[1:]), row("bare typst", theirs[1:]),
            f"    {'median of the ratios':<22}{median(a / b for a, b in zip(ours[1:], theirs[1:], strict=True)):8.2f}"]
    return [*rows, *_office(word, folder, median(ours[1:]))]


def prepared(profile: Path) -> str:
    """Return what the typesetter is given of a profile, so that the yardstick sets the same page."""
    setup, _ = load_setup(ROOT)
    fonts, _ = fonts_here(ROOT)
    assert setup is not None
    assert fonts is not None
    made, _ = draft(profile, setup)
    found = shelf(GBT9704, fonts.catalogue, fonts.files)
    assert made is not None
    assert found is not None
    with opened(one.path for one in found.slots.values()) as open_:
        faces = {slot: face_of(open_, one, None) for slot, one in found.slots.items()}
    return data(made.report.head, plan(made.report), GBT9704, {"faces": faces, "rare": (), "mark": {}, "duplex": False})


def letters(file: Path) -> str:
    """Return the letters of a PDF."""
    with pdfplumber.open(file) as book:
        return "".join(char["text"] for page in book.pages for char in page.chars)


def _office(word: Path, folder: Path, ours: float) -> list[str]:
    """Return the rows on LibreOffice, each conversion with a new profile folder."""
    office = shutil.which("soffice")
    if office is None:
        return ["    LibreOffice is not here"]
    os.environ["FONTCONFIG_FILE"] = str(fontconfig())
    took = []
    for index in range(OFFICE_PAIRS + 1):
        profile = (folder / f"profile{index}").as_uri()
        took.append(seconds([office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(word)]))
    return [row("LibreOffice, cold", took[1:]), f"    {'ours to LibreOffice':<22}{ours / median(took[1:]):8.2f}"]
