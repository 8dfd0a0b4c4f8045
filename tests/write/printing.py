"""Reports printed for the tests: with the stand-in fonts that LibreOffice is given too."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from drafter.pipeline.draft import draft
from drafter.pipeline.fonts import Fonts, fonts_here
from drafter.pipeline.layouts import layout_named
from drafter.pipeline.setup import HOME, load_setup
from drafter.report import Report
from drafter.write.layout import PageLayout
from drafter.write.pdf import Pages, Shelf, copy_of, pdf, shelf
from tests.support.five import PROFILES
from tests.write.fonts import FILES, fontconfig

LAYOUTS = ("gbt9704", "gbt33476", "house")
FIVE = tuple(PROFILES.values())


def font_folder() -> Path:
    """Return the folder with the stand-in faces, or say why nothing can be printed."""
    try:
        folder = fontconfig().parent / "faces"
    except (OSError, StopIteration) as error:
        reason = f"nothing was printed, missing: stand-in fonts ({error})"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return folder


@cache
def fonts() -> Fonts:
    """Return the candidates of the project, and of the machine's fonts none but the stand-ins and the Latin ones."""
    found, findings = fonts_here(HOME)
    assert found is not None, findings
    folder = font_folder()
    files = {name: path for name, path in found.files.items() if "liberation" in str(path).lower()}
    return found._replace(files={**files, **{f"{name.lower()}.otf": folder / f"{name}.otf" for name in FILES}})


def shelf_of(layout: PageLayout) -> Shelf:
    found = shelf(layout, fonts().catalogue, fonts().files)
    assert found is not None
    return found


@cache
def layout(name: str) -> PageLayout:
    found, findings = layout_named(name, HOME)
    assert found is not None, findings
    return found


@cache
def report(profile: str) -> Report:
    """Return one of the project's profiles as a report."""
    setup, _ = load_setup(HOME)
    assert setup is not None
    made, findings = draft(HOME / "profiles" / profile, setup)
    assert made is not None, findings
    return made.report


def printed(of: Report, look: PageLayout, archival: bool = False, duplex: bool = False) -> Pages:
    return pdf(copy_of(of, look, duplex), shelf_of(look), archival)
