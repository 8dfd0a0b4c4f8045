"""The phrase library: how a fact may be said, and where each wording comes from."""

from drafter.phrases.library import Library, Who, Wording, load_library
from drafter.phrases.model import Phrase, draw
from drafter.phrases.shelf import Said, Shelf

__all__ = ["Library", "Phrase", "Said", "Shelf", "Who", "Wording", "draw", "load_library"]
