"""The profile (资料): one year of one township, as a clerk keeps it."""

from drafter.profile.model import (
    Activity,
    Attached,
    Document,
    Entry,
    Material,
    Measure,
    Mechanism,
    Period,
    Plan,
    Problem,
    Profile,
    Rewording,
    Withheld,
)
from drafter.profile.read import BLOCKS, TOP, read_profile, topic_of

__all__ = [
    "BLOCKS",
    "TOP",
    "Activity",
    "Attached",
    "Document",
    "Entry",
    "Material",
    "Measure",
    "Mechanism",
    "Period",
    "Plan",
    "Problem",
    "Profile",
    "Rewording",
    "Withheld",
    "read_profile",
    "topic_of",
]
