"""Golden files: texts that a person has read and approved."""

import difflib
from pathlib import Path

import pytest


def same_as_golden(path: Path, text: str, config: pytest.Config) -> None:
    """Compare a text with its golden file; with --accept the file is rewritten instead."""
    if config.getoption("--accept"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        pytest.skip(f"{path.name} rewritten: read it before you commit it")
    known = path.read_text(encoding="utf-8") if path.is_file() else ""
    changed = difflib.unified_diff(known.splitlines(), text.splitlines(), str(path), "now", lineterm="", n=0)
    assert known == text, "differs from the golden file (pytest --accept rewrites it):\n" + "\n".join(changed)
