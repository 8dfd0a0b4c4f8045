"""From facts to a document tree: outline + profile + wordings → report."""

from drafter.compose.compose import Composed, Composer
from drafter.compose.engine import TemplateMistake

__all__ = ["Composed", "Composer", "TemplateMistake"]
