"""The command line: arguments in, stories called, findings printed, an exit code out."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def start() -> NoReturn:
    """Run the command line as a process of its own, and end it.

    Every file is closed by then. Taking all objects and the typesetter apart one by one would take a tenth of the time.
    """
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def main() -> int:
    """Run the command line and return its exit code."""
    _speak_chinese()
    # A start makes many objects and drops none: looking for garbage among them costs a tenth of it.
    gc.set_threshold(50_000, 20, 20)
    from drafter.cli.main import run

    return run()


def _speak_chinese() -> None:
    """Start anew in UTF-8 where the surroundings (``LC_ALL=POSIX``) leave no way to spell a Chinese file name."""
    try:
        "资料".encode(sys.getfilesystemencoding())
    except UnicodeEncodeError:
        if os.name == "posix" and sys.executable and not sys.flags.utf8_mode:
            os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606  this very call again
