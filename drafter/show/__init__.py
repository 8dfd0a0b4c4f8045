"""Findings and reviews as text for people, and as JSON for programs."""

from drafter.show.terminal import as_json, printed

__all__ = ["as_json", "printed"]
