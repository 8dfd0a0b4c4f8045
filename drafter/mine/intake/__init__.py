"""A past report turned back into a profile, and an office's note into proposals: placed where it is sure, asked where it is not."""
