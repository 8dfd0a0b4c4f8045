"""Floor 2: every YAML file of the product, read as text with the place of every part."""

from drafter.source.merged import Sources, merge
from drafter.source.model import Data, Source
from drafter.source.plain import read_text
from drafter.source.reader import file_bytes, parse, read
from drafter.source.rules import RULES

__all__ = ["RULES", "Data", "Source", "Sources", "file_bytes", "merge", "parse", "read", "read_text"]
