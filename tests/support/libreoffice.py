"""Files opened and saved by LibreOffice; where it is missing the test says so, and with CI set it fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest

BASIC = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Settling" script:language="StarBasic">
Sub Settle(source As String, command As String, target As String)
 Dim hidden(0) As New com.sun.star.beans.PropertyValue
 hidden(0).Name = "Hidden"
 hidden(0).Value = True
 document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
 dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
 dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
 Dim form(0) As New com.sun.star.beans.PropertyValue
 form(0).Name = "FilterName"
 form(0).Value = "Text (encoded)"
 document.storeToURL(target, form())
 document.close(True)
End Sub
</script:module>"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Settling"/></library:library>"""


def settled(file: Path, accept: bool) -> list[str]:
    """Return the lines of a file after LibreOffice accepted, or rejected, all its tracked changes."""
    office = _office()
    profile = Path(tempfile.mkdtemp(dir=file.parent)) / "profile"
    start = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    subprocess.run([*start, "--terminate_after_init"], check=True, capture_output=True, timeout=120)
    basic = profile / "user/basic/Standard"
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "Settling.xba").write_text(BASIC, encoding="utf-8")
    (basic / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    target = profile.parent / "text.txt"
    command = ".uno:AcceptAllTrackedChanges" if accept else ".uno:RejectAllTrackedChanges"
    macro = f'macro:///Standard.Settling.Settle("{file.as_uri()}","{command}","{target.as_uri()}")'
    subprocess.run([*start, macro], check=True, capture_output=True, timeout=120)
    return target.read_text(encoding="utf-8-sig").split("\n")


def _office() -> str:
    """Return the program's name, or say that it is missing."""
    if not shutil.which("soffice"):
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("没有 LibreOffice，这一项没有测")
    return "soffice"


def converted(files: Sequence[Path], to: str) -> list[Path]:
    """Return the files as LibreOffice saves them, all in one run."""
    program = _office()
    folder = Path(tempfile.mkdtemp(dir=files[0].parent))
    office = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", to,
              "--outdir", str(folder / "saved")]
    subprocess.run([*office, *map(str, files)], check=True, capture_output=True, timeout=300)
    return [folder / "saved" / f"{file.stem}.{to.partition(':')[0]}" for file in files]
