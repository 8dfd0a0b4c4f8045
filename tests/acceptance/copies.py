"""Every form of the five reports in every layout, as we print it and as LibreOffice prints its Word file."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from drafter.compose.published import published
from drafter.report import Report, Text
from drafter.write.docx import docx
from drafter.write.formal import lines_in
from drafter.write.pdf import items_of
from drafter.write.plan import Line
from tests.acceptance.test_forms import formal
from tests.support.five import PROFILES, five
from tests.write.formal_proof import Side, converted, sides_of
from tests.write.page_proof import require
from tests.write.pdf_proof import Paper, read
from tests.write.printing import layout, printed

DRAFT, WEB, FORMAL, JOINT = "起草", "公开", "上报", "联合上报"
TYPST, LIBREOFFICE = "Typst", "LibreOffice"


@dataclass(frozen=True)
class Printed:
    """A copy: the paragraphs it was made of, and the PDF of either program."""

    lines: tuple[Line, ...]
    pdf: Mapping[str, bytes]


def report(form: str, number: str) -> Report:
    if form in (FORMAL, JOINT):
        return formal(number) if form == FORMAL else joint(formal(number))
    drafted = five(number).report
    if form == DRAFT:
        return drafted
    return published(drafted, ())[0]


def joint(report: Report) -> Report:
    """The same copy issued by party committee and government."""
    assert report.formal is not None
    organs = tuple((Text(f"{report.head.unit}{word}"),) for word in ("党委", "人民政府"))
    signers = ((Text("张某某"),), (Text("李某某"),))
    return report._replace(head=report.head._replace(signatures=organs), formal=report.formal._replace(mark=organs, signers=signers))


@cache
def copies(form: str, look: str) -> dict[str, Printed]:
    """All five in a form and a layout; LibreOffice is started once for them."""
    require()
    reports = {number: report(form, number) for number in PROFILES}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for number, one in reports.items():
            (folder / f"{number}.docx").write_bytes(docx(one, layout(look)))
        theirs = converted(list(reports), folder)
    return {number: Printed(tuple(lines_in(items_of(one, layout(look)))), {TYPST: printed(one, layout(look)).data, LIBREOFFICE: theirs[number]})
            for number, one in reports.items()}


HELD = 2 * len(PROFILES)
"""Papers that are held in memory: those of one form in one layout, which the tests take up one after the other."""


@lru_cache(HELD)
def paper(form: str, look: str, number: str, engine: str) -> Paper:
    made = copies(form, look)[number]
    return read(made.pdf[engine], made.lines)


@lru_cache(HELD)
def sides(form: str, look: str, number: str, engine: str) -> list[Side]:
    return sides_of(copies(form, look)[number].pdf[engine])
