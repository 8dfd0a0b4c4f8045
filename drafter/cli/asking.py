"""A question to the person at the screen; nobody there is a no."""

from __future__ import annotations

import sys

from drafter.cli.screen import say

YES = ("是", "y", "yes", "好", "1", "对", "确认")


def agreed_to(question: str) -> bool:
    """Ask a question and tell whether the answer was yes; without a terminal nobody is asked."""
    if not sys.stdin.isatty():
        return False
    say(f"{question}　输入 是 或 否：", end="")
    try:
        answer = sys.stdin.readline()
    except (OSError, ValueError):
        return False
    return answer.strip().lower() in YES
