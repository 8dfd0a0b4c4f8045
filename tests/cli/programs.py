"""Programs that stand in for others, and what stands in a PDF."""

import io
import sys
from pathlib import Path


def stand_in(folder: Path, name: str, body: str) -> None:
    """Put a program on the path that does what its body says."""
    (folder / name).write_text(f"#!{sys.executable}\nimport sys, time, pathlib\n{body}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def text_of(pdf: Path) -> str:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(pdf.read_bytes())) as book:
        return "".join("".join(char["text"] for char in page.chars) for page in book.pages).replace(" ", "")
