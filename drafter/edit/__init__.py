"""Changing files that people keep: their profiles, line by line, and the sheets that their offices fill in."""
