"""The class of section, the topic and the path of every line of a past report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter.kind import Kind, Topic, role_of
from drafter.mine.clauses import ORDINAL
from drafter.mine.words import words
from drafter.past import Line

OPENING, DEEDS, NEXT, LACKS = "开头", "成效", "安排", "不足"
SURE_HEADING = 0.7
SURE_TEXT = 6.0
LEAD = 1.25
"""How many times the score of the next topic a running text's topic must have."""
OPENED = 60
"""Characters at the beginning of a paragraph that say most of what it is about."""
SECOND_HALF = 0.6
ITEM = 9
"""Deeper than any heading: the number of an item of a list."""


def placed(lines: Sequence[Line], kind: Kind, year: int) -> tuple[Line, ...]:
    """Return the lines with their role, topic and path."""
    made: list[Line] = []
    above: dict[int, Line] = {}
    following = f"{year + 1}年" if year else ""
    for line in lines:
        depth = line.level or ITEM
        above = {level: head for level, head in above.items() if level < depth}
        path = "".join(head.number for head in above.values()) + ("" if line.level else line.number)
        role = _role(line, above, kind, following)
        topic = _topic(line, above, kind)
        made.append(line._replace(role=role, topic=topic, path=path + line.number if line.level else path))
        if line.level:
            above[line.level] = made[-1]
    return tuple(made)


def _role(line: Line, above: Mapping[int, Line], kind: Kind, following: str) -> str:
    """Return the class of section of a line: that of the headings it stands under."""
    over = above[max(above)].role if above else OPENING
    if not line.level:
        return over
    own = role_of(line.text, kind, following)
    if not above:
        return own
    shared = over != DEEDS and own not in (DEEDS, over) and own in _roles_named(above[min(above)].text)
    other = over == DEEDS and any(word in line.text for word in words(kind.folder).get("另类小标题", ()))
    return own if shared or other else over


def _roles_named(heading: str) -> set[str]:
    """Return the classes that a heading of two names at once: 存在的不足和下一步打算."""
    later = any(word in heading for word in ("打算", "安排", "下一步", "下步", "计划", "思路"))
    return {NEXT, LACKS} if later else set()


def _topic(line: Line, above: Mapping[int, Line], kind: Kind) -> str:
    """Return the topic of a line: by its heading, else by its own words, else by the headings above."""
    over = above[max(above)].topic if above else ""
    if line.level:
        return _headed(line.text, kind) or over
    if not above:
        return ""
    item = ORDINAL.match(line.text)
    own = _headed(line.text[item.end():].split("。")[0][:OPENED], kind) if item else ""
    return own or over or next((
        found for words in (line.text[:OPENED], line.text) if (found := best([(words, 1.0)], kind.topics, SURE_TEXT, LEAD))
    ), "")


def _headed(heading: str, kind: Kind) -> str:
    """Return the topic of a heading; of two halves the first says what it is about, the second what for."""
    first, _, second = heading.partition("，")
    return best([(first, 1.0), (second, SECOND_HALF)], kind.topics, SURE_HEADING, 1.0)


class Hits:
    """The words of topics by their first character; made once for the topics of a kind."""

    def __init__(self, topics: Mapping[str, Topic]) -> None:
        self.topics = topics
        self._words: dict[str, list[tuple[str, int, str]]] = {}
        for name, topic in topics.items():
            for rank, word in enumerate(topic.words):
                self._words.setdefault(word[0], []).append((name, rank, word))

    def in_text(self, text: str) -> dict[str, list[tuple[int, str]]]:
        """Return the words of each topic that stand in a text, the weightiest first."""
        found: dict[str, list[tuple[int, str]]] = {}
        for letter in set(text):
            for name, rank, word in self._words.get(letter, ()):
                if word in text:
                    found.setdefault(name, []).append((rank, word))
        return {name: sorted(words) for name, words in found.items()}


_hits: list[Hits] = []


def _hits_of(topics: Mapping[str, Topic]) -> Hits:
    """Return the words of some topics, kept from the last time where they are the same."""
    if not _hits or _hits[0].topics is not topics:
        _hits[:] = [Hits(topics)]
    return _hits[0]


def best(texts: Sequence[tuple[str, float]], topics: Mapping[str, Topic], least: float, lead: float) -> str:
    """Return the topic whose words some weighted texts hold, the first words of a topic weighing most; empty where none is sure."""
    hits = _hits_of(topics)
    scores: dict[str, float] = {}
    for text, weight in texts:
        for name, spoken in hits.in_text(text).items():
            scores[name] = scores.get(name, 0.0) + _score(spoken) * weight
    ranked = sorted(((scores[name], name) for name in topics if name in scores), key=lambda pair: -pair[0])
    if not ranked:
        return ""
    (first, name), (second, _) = (*ranked, (0.0, ""))[:2]
    return name if first >= least and first >= second * lead else ""


def _score(words: Sequence[tuple[int, str]]) -> float:
    """Return how much the words of a topic weigh; a word within a longer one that counts is not counted again."""
    total = 0.0
    counted: list[str] = []
    for rank, word in words:
        if not any(word in longer for longer in counted):
            total += len(word) / (1 + rank / 5)
            counted.append(word)
    return total
