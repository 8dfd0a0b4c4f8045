"""Files that people made or edited, read back as text: drafts for the checks, past reports for the phrases."""

from drafter.read.docx import read_docx
from drafter.read.past import read_past

__all__ = ["read_docx", "read_past"]
