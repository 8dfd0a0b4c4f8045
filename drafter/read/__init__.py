"""Word files that people made or edited, read back as text."""

from drafter.read.docx import read_docx

__all__ = ["read_docx"]
