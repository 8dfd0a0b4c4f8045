"""What the figures of a profile count: by the address of each, its name, its indicator and who provided it."""

from __future__ import annotations

from typing import NamedTuple

from drafter.finding import Address
from drafter.profile import Profile


class Counted(NamedTuple):
    """What one value of the profile counts; a sentence has neither name nor indicator."""

    name: str = ""
    """As the clerk typed it; that of an activity with what of it is counted."""
    indicator: str = ""
    provider: str = ""


def counted(profile: Profile) -> dict[Address, Counted]:
    """Return what stands behind every address of the profile that prints under a topic."""
    found: dict[Address, Counted] = {}
    for material in profile.materials:
        found |= {fact.at: Counted(provider=material.provider) for fact in material.facts()}
        for item in material.activities:
            found |= {fact.at: Counted(f"{item.name.text}：{key}", "", material.provider) for key, fact in item.fields.items()}
        for entry in (*material.entries, *(one for measure in material.measures for one in measure.entries)):
            found[entry.amount.fact.at] = Counted(entry.typed, entry.indicator.id, material.provider)
    return found
