"""A kind of report: a folder of data that says what such a report holds and how it is called."""

from drafter.kind.load import load
from drafter.kind.model import Carried, Content, FiveYears, Indicator, Kind, Official, Topic
from drafter.kind.notes import load_notes
from drafter.kind.outline import Node, Outline, parse_outline
from drafter.kind.roles import role_of

__all__ = ["Carried", "Content", "FiveYears", "Indicator", "Kind", "Node", "Official", "Outline", "Topic", "load", "load_notes",
           "parse_outline", "role_of"]
