"""From facts to a document tree: outline + profile + wordings → report."""

from drafter.compose.compose import Composed, Composer
from drafter.compose.mistake import TemplateMistake

__all__ = ["Composed", "Composer", "TemplateMistake"]
