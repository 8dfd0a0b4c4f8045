"""Who delivers what: the topics of a profile by office, and the office that a problem or a promise belongs to."""

from __future__ import annotations

import re

from drafter.kind import Kind
from drafter.profile import Profile, topic_of
from drafter.profile.read import BLOCKS

NOBODY = "未定科室"
"""Where the topics go that name no office."""


def offices(profile: Profile) -> dict[str, list[str]]:
    """Return the topics of each office, in the order of the profile; two offices that share a topic both have it."""
    found: dict[str, list[str]] = {}
    unnamed = []
    for material in profile.materials:
        if material.topic in BLOCKS:
            continue
        names = [name for part in re.split("[、，,；;]", material.provider) if (name := part.strip())]
        for name in names:
            found.setdefault(name, []).append(material.topic)
        if not names and not material.denied and material.at == (material.topic,):
            unnamed.append(material.topic)
    return {**found, **({NOBODY: unnamed} if unnamed else {})}


def home(words: str, profile: Profile, kind: Kind, topic: str = "") -> list[str]:
    """Return the offices that words belong to: by their topic, or by one that is near to it."""
    topic = topic or topic_of(words, kind)
    shared = offices(profile)
    near = kind.topics[topic].near if topic in kind.topics else ()
    for wanted in (topic, *near):
        if found := [name for name, topics in shared.items() if wanted in topics]:
            return found
    return [NOBODY]
