"""Rules that read a finished report and say what an office or its county would send back."""

from drafter.check.paper import Paper
from drafter.check.run import RULES, run

__all__ = ["RULES", "Paper", "run"]
