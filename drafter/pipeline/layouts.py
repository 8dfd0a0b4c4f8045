"""The layouts a clerk may name: two of the national standards, and the office's own in templates/版式.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from drafter.finding import Finding, Place, Severity
from drafter.source import Source, read
from drafter.write import official
from drafter.write.layout import CENTRED, GBT9704, GBT33476, OUTSIDE, Faces, PageLayout, deviations

HOUSE = "house"
FILE = "版式.yaml"
STANDARD: Mapping[str, PageLayout] = {layout.name: layout for layout in (GBT9704, GBT33476)}
NAMES = (*STANDARD, HOUSE)
LENGTH = re.compile(r"(-?\d{1,3}(?:\.\d{1,3})?)\s*(毫米|mm|磅|pt)")
TWIPS = {"毫米": official.TWIPS_PER_MM, "mm": official.TWIPS_PER_MM, "磅": 20.0, "pt": 20.0}
LENGTHS = {"上边距": ("top", 300, 4000), "下边距": ("bottom", 600, 4000), "左边距": ("left", 300, 3000), "右边距": ("right", 300, 3000),
           "行距": ("pitch", 400, 900), "字距": ("spacing", -20, 60)}
"""Field, and the least and the greatest that makes a page."""
CHOICES = {"页码位置": (OUTSIDE, CENTRED), "三级标题加粗": ("是", "否")}
HEADINGS = ("一级标题字体", "二级标题字体", "三级标题字体", "四级标题字体")
FACES = ("标题字体", "正文字体", "页码字体", "数字字体", *HEADINGS)
UNDER = GBT9704.bottom - GBT9704.footer
"""From 版心 down to the lower edge of the page number's line; the dash then stands 7 mm under 版心."""


def layout_named(name: str, project: Path) -> tuple[PageLayout | None, list[Finding]]:
    """Return a layout by its name, and the findings on the office's own."""
    if name in STANDARD:
        return STANDARD[name], []
    path = project / "templates" / FILE
    source, findings = read(path, str(path))
    if source is None:
        return None, findings
    findings += _wrong(source)
    sound = not any(finding.is_error for finding in findings)
    return (house(source.data if isinstance(source.data, dict) else {}) if sound else None), findings


def told(layout: PageLayout) -> list[Finding]:
    """Return each deviation from the standard as a note for the 校核 file."""
    return [Finding("F012", Severity.NOTE, f"版式（{layout.title}）{said}") for said in deviations(layout)]


def house(data: Mapping[str, object]) -> PageLayout:
    """Return the layout of a sound file; what it does not say is as in the standard."""
    given = {name: str(value) for name, value in data.items()}
    lengths: dict[str, Any] = {LENGTHS[name][0]: _twips(value) for name, value in given.items() if name in LENGTHS}
    usual = GBT9704.faces
    headings = tuple(given.get(name, face) for name, face in zip(HEADINGS, usual.headings, strict=True))
    faces = Faces(given.get("标题字体", usual.title), given.get("正文字体", usual.body), (headings[0], headings[1], headings[2], headings[3]),
                  given.get("页码字体", usual.number), given.get("数字字体", ""))
    made = GBT9704._replace(name=HOUSE, title="本单位版式", **lengths)
    return made._replace(footer=made.bottom - UNDER, number=given.get("页码位置", OUTSIDE), bold_third=given.get("三级标题加粗") == "是", faces=faces)


def _wrong(source: Source) -> list[Finding]:
    """Return what is wrong with the office's own layout."""
    if not isinstance(source.data, dict):
        return [Finding("F013", Severity.ERROR, "版式文件里应当一行一项", Place(source.file, 1), "写成  行距: 28磅  这样")]
    found = []
    for name, value in source.data.items():
        if said := _trouble(name, value if isinstance(value, str) else ""):
            place = source.place((name,))
            found.append(Finding("F013", Severity.ERROR, said[0], place, said[1], source.line(place.line)))
    return found


def _trouble(name: str, value: str) -> tuple[str, str] | None:
    """Return what is wrong with one line, and what to type."""
    if name in LENGTHS:
        _, least, most = LENGTHS[name]
        if LENGTH.fullmatch(value) and least <= _twips(value) <= most:
            return None
        unit, part = ("磅", 20.0) if most < 1000 else ("毫米", official.TWIPS_PER_MM)
        return f"“{name}”不能写“{value}”", f"写 {least / part:.3g}{unit} 到 {most / part:.3g}{unit} 之间的长度，例如 {name}: {EXAMPLES[name]}"
    if name in CHOICES:
        return None if value in CHOICES[name] else (f"“{name}”不能写“{value}”", f"写{'、'.join(CHOICES[name])}其中一个")
    if name in FACES:
        return None if FACE.fullmatch(value) else (f"“{name}”不能写“{value}”", "写 Word 里看到的字体名称，例如 仿宋_GB2312")
    return f"版式里没有“{name}”这一项", f"可以写的有：{'、'.join((*LENGTHS, *CHOICES, *FACES))}"


EXAMPLES = {"上边距": "37毫米", "下边距": "35毫米", "左边距": "28毫米", "右边距": "26毫米", "行距": "28磅", "字距": "-0.25磅"}
FACE = re.compile(r"[\w \-]{1,40}")


def _twips(value: str) -> int:
    found = LENGTH.fullmatch(value)
    return round(float(found[1]) * TWIPS[found[2]]) if found else 0
