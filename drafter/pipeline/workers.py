"""Many past reports are read by several processes at once; few are not worth starting them."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

FEW = 60
"""Files up to which one process is faster."""
MOST_WORKERS = 8
AT_ONCE = 16
"""Files that a worker is given at a time."""
Made = TypeVar("Made")
_work: list[Callable[[int, Path], Any]] = []
"""What this process does with a file, where it is a worker."""


def all_read(files: Sequence[Path], read: Callable[[int, Path], Made]) -> Iterator[Made]:
    """Yield what is made of each file and its number, in their order."""
    workers = min(os.cpu_count() or 1, MOST_WORKERS)
    if len(files) <= FEW or workers == 1:
        yield from (read(number, path) for number, path in enumerate(files))
        return
    pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(read,))
    try:
        yield from pool.map(_read, range(len(files)), files, chunksize=AT_ONCE)
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(read: Callable[[int, Path], Any]) -> None:
    """Make a process a worker; Ctrl-C is the business of the one that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _work.append(read)


def _read(number: int, path: Path) -> Any:
    return _work[0](number, path)
