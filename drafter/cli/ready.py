"""The kind of report and its wordings, for every command that needs them."""

from __future__ import annotations

from pathlib import Path

from drafter.cli.screen import REPAIR, say, show
from drafter.files import is_file
from drafter.pipeline.setup import Setup, load_setup, project_here, setup_of


def ready() -> Setup | None:
    """Return the kind of report with its wordings, or say what is wrong with it."""
    setup, findings = load_setup(project_here())
    show(findings)
    if setup is None:
        say(REPAIR)
    return setup


def ready_for(path: Path, setup: Setup) -> Setup | None:
    """Return the kind that a profile asks for, or say that there is none such."""
    asked, findings = setup_of(path, setup)
    show(findings)
    if asked is None:
        say("下一步：改好资料里的“报告种类”，再试")
    return asked


def meant(name: str) -> Path:
    """Return the profile that is meant by a name without its ending, or without its folder."""
    candidates = (folder / f"{name}{ending}" for folder in (Path(), Path("profiles")) for ending in ("", ".yaml") if name)
    return next((candidate for candidate in candidates if is_file(candidate)), Path(name))
