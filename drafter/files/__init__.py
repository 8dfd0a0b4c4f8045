"""Safe writing: a file is there whole or not at all, and what a person changed is never overwritten."""

from drafter.files.look import holds, is_file, is_folder, is_taken, real
from drafter.files.names import safe_name
from drafter.files.own import write_own
from drafter.files.place import LAST_DRAFT, Beside, Written, write_new, write_new_or_own, write_pair
from drafter.files.private import private_folder, recall, remember
from drafter.files.swap import swap

__all__ = [
    "LAST_DRAFT", "Beside", "Written", "holds", "is_file", "is_folder", "is_taken", "private_folder", "real", "recall", "remember",
    "safe_name", "swap", "write_new", "write_new_or_own", "write_own", "write_pair",
]
