"""Floor 2: every YAML file of the product, read as text with the place of every part."""

from drafter.source.homes import PARTS
from drafter.source.merged import Sources, merge
from drafter.source.model import Data, Source, found
from drafter.source.plain import read_text
from drafter.source.reader import file_bytes, parse, read
from drafter.source.rules import RULES
from drafter.source.typed import as_bytes, typed, typed_item

__all__ = [
    "PARTS", "RULES", "Data", "Source", "Sources", "as_bytes", "file_bytes", "found", "merge", "parse", "read",
    "read_text", "typed", "typed_item",
]
