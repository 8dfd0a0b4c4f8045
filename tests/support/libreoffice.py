"""Files opened and saved by LibreOffice; where it is missing the test says so, and with CI set it fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest


def converted(files: Sequence[Path], to: str) -> list[Path]:
    """Return the files as LibreOffice saves them, all in one run."""
    if not shutil.which("soffice"):
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("没有 LibreOffice，这一项没有测")
    folder = Path(tempfile.mkdtemp(dir=files[0].parent))
    office = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", to,
              "--outdir", str(folder / "saved")]
    subprocess.run([*office, *map(str, files)], check=True, capture_output=True, timeout=300)
    return [folder / "saved" / f"{file.stem}.{to.partition(':')[0]}" for file in files]
