"""The command line: arguments in, stories called, findings printed, an exit code out."""

import gc


def main() -> int:
    """Run the command line and return its exit code."""
    # A start makes many objects and drops none: looking for garbage among them costs a tenth of it.
    gc.set_threshold(50_000, 20, 20)
    from drafter.cli.main import run

    return run()
