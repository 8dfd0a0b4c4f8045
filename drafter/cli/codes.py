"""The exit codes of every command; scripts may rely on them."""

DONE = 0
"""Also where an edited target was kept and 第2稿 written beside it."""
WRONG = 1
"""Errors in what was given, or something missing or unreadable among it."""
USAGE = 2
TO_FILL = 3
"""``--final`` while something is 待填; nothing was written."""
UNWRITTEN = 4
LACKING = 5
"""This machine or installation lacks something."""
LIMIT = 6
"""Stopped at a limit of memory."""
BUG = 70
CANCELLED = 130
