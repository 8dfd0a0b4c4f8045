"""The yardstick of printing: a process that does nothing but set the same page with Typst, everything prepared.

``python bare_typst.py FONTS PAGE.typ DATA.json OUT.pdf``
"""

import sys
from pathlib import Path

import typst


def main(fonts: str, page: str, data: str, out: str) -> None:
    """Set the page and write the PDF."""
    given = {"data": Path(data).read_text(encoding="utf-8")}
    Path(out).write_bytes(typst.compile(page, font_paths=[fonts], ignore_system_fonts=True, sys_inputs=given))


if __name__ == "__main__":
    main(*sys.argv[1:])
