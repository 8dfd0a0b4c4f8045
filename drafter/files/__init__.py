"""Safe writing: a file is there whole or not at all, and what a person changed is never overwritten."""

from drafter.files.names import safe_name
from drafter.files.place import write_new, write_new_or_own
from drafter.files.private import private_folder, recall, remember

__all__ = ["private_folder", "recall", "remember", "safe_name", "write_new", "write_new_or_own"]
