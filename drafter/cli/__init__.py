"""The command line: arguments in, stories called, findings printed, an exit code out."""

from drafter.cli.main import main

__all__ = ["main"]
