"""Word edges, by jieba with the words of this field; loaded only here, its cache in a folder of this user alone."""

from __future__ import annotations

import logging
import warnings
from functools import lru_cache
from pathlib import Path
from threading import Thread
from typing import Any

from drafter.files import private_folder

WORDS = "词典.txt"


@lru_cache(maxsize=2)
def _segmenter(folder: Path) -> Any:
    """Return jieba with the words of a kind; without a private folder it keeps no cache."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba asks for pkg_resources, which warns about itself
        import jieba  # noqa: PLC0415

    jieba.setLogLevel(logging.CRITICAL)
    made = jieba.Tokenizer()
    # A cache of a fixed name in the shared temporary folder could be planted by anybody, and is read with marshal.
    made.tmp_dir = str(private_folder() or folder / ".没有缓存")
    words = folder / WORDS
    for line in words.read_text(encoding="utf-8").split("\n") if words.is_file() else ():
        if line.strip():
            made.add_word(line.strip())
    return made


def segment(text: str, folder: Path) -> list[str]:
    """Return the words of a text."""
    return list(_segmenter(folder).cut(text))


def warm(folder: Path) -> Thread:
    """Begin to load the segmenter, while other work waits for other processes."""
    thread = Thread(target=segment, args=("", folder), daemon=True)
    thread.start()
    return thread
