"""What both sides are given: many profiles of made-up towns, a plain template, the paragraphs of a draft."""

import shutil
from io import BytesIO
from pathlib import Path

import docx

ROOT = Path(__file__).resolve().parent.parent
FIRST, SECOND = "青白云石松竹梅兰江湖泉溪", "坪坝桥口头寨店铺岭湾塘洲"
"""Characters for the names of towns: 144 pairs, and a number of districts after that."""


def profiles(count: int, folder: Path) -> list[Path]:
    """Write that many profiles, taking the project's own in turn and giving each a unit of its own."""
    shutil.copytree(ROOT / "profiles" / "提纲", folder / "提纲")
    models = sorted((ROOT / "profiles").glob("*-20[0-9][0-9].yaml"))
    made = []
    for index in range(count):
        text = models[index % len(models)].read_text(encoding="utf-8")
        unit = next(line.split(":", 1)[1].strip() for line in text.splitlines() if line.startswith("单位:"))
        name = FIRST[index % 12] + SECOND[index // 12 % 12] + ("" if index < 144 else "新") + unit[-1]
        made.append(folder / f"{index:03}-{name}.yaml")
        made[-1].write_text(text.replace(f"单位: {unit}", f"单位: {name}", 1), encoding="utf-8")
    return made


def template(folder: Path, draft: bytes) -> Path:
    """Build the template for docxtpl from a draft: its own page and styles, one paragraph for each style, repeated."""
    document = docx.Document(BytesIO(draft))
    styles = list(dict.fromkeys(row["style"] for row in paragraphs(draft)))
    for paragraph in document.paragraphs:
        paragraph._element.getparent().remove(paragraph._element)
    rows: list[tuple[str, str | None]] = [("{%p for line in lines %}", None)]
    for number, style in enumerate(styles):
        rows += [(f"{{%p {'el' if number else ''}if line.style == '{style}' %}}", None), ("{{ line.text }}", style)]
    for words, look in [*rows, ("{%p endif %}", None), ("{%p endfor %}", None)]:
        document.add_paragraph(words, look)
    path = folder / "template.docx"
    document.save(str(path))
    return path


def paragraphs(draft: bytes) -> list[dict[str, str]]:
    """Return the paragraphs of a Word file and their styles, so that the yardstick prints the same content."""
    rows = []
    for paragraph in docx.Document(BytesIO(draft)).paragraphs:
        assert paragraph.style is not None
        assert paragraph.style.name
        rows.append({"style": paragraph.style.name, "text": paragraph.text})
    return rows
