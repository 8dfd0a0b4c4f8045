"""The kind of report and its wordings, for every command that needs them."""

from __future__ import annotations

from drafter.cli.screen import REPAIR, say, show
from drafter.pipeline.setup import Setup, load_setup, project_here


def ready() -> Setup | None:
    """Return the kind of report with its wordings, or say what is wrong with it."""
    setup, findings = load_setup(project_here())
    show(findings)
    if setup is None:
        say(REPAIR)
    return setup
