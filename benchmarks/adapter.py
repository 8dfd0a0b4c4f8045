"""The only place of the benchmarks that knows drafter's own functions."""

from functools import cache
from pathlib import Path

from drafter.files import write_new_or_own
from drafter.pipeline.draft import draft
from drafter.pipeline.setup import HOME, Setup, load_setup
from drafter.write.docx import docx
from drafter.write.text import text
from drafter.write.verify import check_docx


@cache
def ready() -> Setup:
    """Read the kind of report once for a batch."""
    setup, _ = load_setup(HOME)
    assert setup is not None
    return setup


def produce(profile: Path) -> tuple[bytes, str]:
    """Read, validate, compose and write one profile in memory; return the Word file and its plain text."""
    made, findings = draft(profile, ready())
    if made is None:
        raise SystemExit("\n".join(f"{finding.place} {finding.rule} {finding.message}" for finding in findings))
    return docx(made.report), text(made.report)


def store(data: bytes, expected: str, target: Path) -> None:
    """Keep a Word file the way the product does: checked, then flushed to the disk."""
    kept, _ = write_new_or_own(target, data, lambda raw: check_docx(raw, expected))
    assert kept is not None
