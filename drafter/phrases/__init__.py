"""The phrase library: how a fact may be said, and where each wording comes from."""

from drafter.phrases.entry import Entry
from drafter.phrases.library import Library, Who, Wording, load_library
from drafter.phrases.model import Phrase, draw, shuffled
from drafter.phrases.shelf import Shelf

__all__ = ["Entry", "Library", "Phrase", "Shelf", "Who", "Wording", "draw", "load_library", "shuffled"]
