"""Data to typed facts: takes values out of a source by address and says in Chinese what is not as it should be."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.figure import Figure, read_figure, tidy
from drafter.finding import Address, Finding, Severity, spell
from drafter.source import Data, Sources, found

LONGEST, SHORTEST_SENTENCE = 60, 6
WIDE = r"[^\x00-\x7f]"
PLAIN = re.compile(r"[^\x00-\x2f\x3a-\x40]*")
GAP = re.compile(rf"(?<={WIDE})\s+|\s+(?={WIDE})")
HALF_MARK = re.compile(rf"(?<={WIDE})[,;:?!()]|[,;:?!()](?={WIDE})")
FULL_MARKS = str.maketrans(",;:?!()", "，；：？！（）")
QUOTED = re.compile('"([^"]*)"')
NONE = ("无", "没有", "无。", "没有。")


class Fact(NamedTuple):
    """Words of the profile with their address; an empty text is a value still to be filled in."""

    text: str
    at: Address

    @property
    def blank(self) -> bool:
        """Tell whether the key stands there with nothing behind it."""
        return not self.text

    @property
    def none(self) -> bool:
        """Tell whether the clerk says that there is none."""
        return self.text in NONE


class Amount(NamedTuple):
    """A figure of the profile in one of its states: a figure, 无, or blank."""

    fact: Fact
    figure: Figure | None

    @property
    def nothing(self) -> bool:
        """Tell whether it is 0 or 无."""
        return self.fact.none or (self.figure is not None and self.figure.amount == 0)


def typeset(text: str) -> str:
    """Return words with full-width marks and paired quotes beside hanzi, and without blanks there."""
    if PLAIN.fullmatch(text):
        return text
    text = HALF_MARK.sub(lambda mark: mark[0].translate(FULL_MARKS), GAP.sub("", text.strip()))
    return QUOTED.sub("“\\1”", text) if text.count('"') == 2 * len(QUOTED.findall(text)) else text


def is_slip(name: str, known: str) -> bool:
    """Tell whether a name is a known one with one character wrong, missing or too many."""
    shared = sum(block.size for block in difflib.SequenceMatcher(None, name, known).get_matching_blocks())
    return max(len(name), len(known)) - shared <= 1 and (name[0] == known[0] or name[-1] == known[-1])


def is_near(name: str, known: Collection[str]) -> bool:
    """Tell whether a name resembles a known one."""
    return bool(difflib.get_close_matches(name, known, n=1, cutoff=0.6))


def asked(near: Iterable[str]) -> str:
    """Return the question whether one of some near names was meant; empty where there is none."""
    names = "、".join(f"“{name}”" for name in near)
    return f"是不是{names}？" if names else ""


def _asked(_: str, near: Sequence[str]) -> str:
    return asked(near) or "删掉这一行，或改成认识的项目"


Advice = Callable[[str, Sequence[str]], str]
"""Takes an unknown key and the nearest known names, and says what to type instead."""


@dataclass(slots=True)
class Form:
    """One source being read; gathers findings instead of stopping."""

    source: Sources
    findings: list[Finding] = field(default_factory=list)

    def say(self, rule: str, severity: Severity, at: Address, message: str, hint: str = "", key: bool = False) -> None:
        """Add a finding about the value, or the key, at an address."""
        place = self.source.key(at) if key else self.source.place(at)
        self.findings.append(Finding(rule, severity, message, place, hint, self.source.line(place)))

    def get(self, at: Address) -> Data | None:
        """Return the data at an address, or None where there is none."""
        return found(self.source.data, at)

    def keys(self, at: Address, *known: Collection[str], advice: Advice = _asked) -> list[str]:
        """Return the known keys of the mapping at an address; refuse the others with advice from the nearest known names."""
        data = self.get(at)
        if not isinstance(data, dict):
            return []
        found = []
        for key in data:
            if any(key in names for names in known):
                found.append(key)
            else:
                self._unknown((*at, key), key, [name for names in known for name in names], advice)
        return found

    def _unknown(self, at: Address, key: str, names: list[str], advice: Advice) -> None:
        """Refuse one key."""
        hint = advice(key, difflib.get_close_matches(key, names, n=3, cutoff=0.5))
        where = f"“{spell(at[:-1])}”里" if len(at) > 1 else ""
        self.say("P001", Severity.ERROR, at, f"{where}不认识的项目“{key}”", hint, key=True)

    def halved(self, at: Address, known: Collection[str]) -> bool:
        """Tell, with a complaint, whether a sentence was taken for a key and a value because of a half-width colon in it."""
        data = self.get(at)
        if not isinstance(data, dict) or len(data) != 1 or any(key in known for key in data):
            return False
        (key, value), = data.items()
        if not isinstance(value, str) or max(len(key), len(value)) < SHORTEST_SENTENCE or is_near(key, known):
            return False
        self.say("P017", Severity.ERROR, at, "这句话里有半角冒号，被当成了“名称: 内容”", f"把冒号改成全角的：- {key}：{value}")
        return True

    def mapping(self, at: Address, example: str) -> bool:
        """Tell whether there is a mapping at an address; complain where there is something else."""
        data = self.get(at)
        if data is None or data == "":
            return False
        if isinstance(data, dict):
            return True
        self.say("P002", Severity.ERROR, at, f"“{spell(at)}”下面应当一行一项",
                 f"数字写成  {example}；句子写在  做法:  下面，一行一条，用“-”加空格开头")
        return False

    def verbatim(self, at: Address) -> tuple[Fact, ...]:
        """Return the paragraphs at an address exactly as they were typed."""
        data = self.get(at)
        if isinstance(data, str):
            return tuple(Fact(line.strip(), at) for line in data.splitlines() if line.strip() and data not in NONE)
        return self.texts(at)

    def text(self, at: Address, longest: int = LONGEST) -> Fact | None:
        """Return the words at an address, tidied; None where the key is absent."""
        data = self.get(at)
        if data is None:
            return None
        if isinstance(data, list) and all(isinstance(item, str) for item in data):
            data = "、".join(str(item) for item in data)
        if not isinstance(data, str):
            self.say("P003", Severity.ERROR, at, f"“{spell(at)}”这里只填一句话", "把内容写在同一行")
            return None
        return self._fact(data, at, longest)

    def _fact(self, typed: str, at: Address, longest: int) -> Fact:
        """Return words with half-width digits, without a full stop and without line breaks."""
        text = typeset(tidy(typed)).rstrip("。；;")
        if text != typed.strip().rstrip("。；;"):
            self.say("P004", Severity.NOTE, at, f"已自动改正：标点和数字按公文写法，印作“{text[:30]}”")
        if len(text) > longest:
            self.say("P005", Severity.WARN, at, f"这一句有{len(text)}个字，超过{longest}字", "拆成两条；一字不能改的，写到“原文照用”")
        return Fact(text, at)

    def texts(self, at: Address) -> tuple[Fact, ...]:
        """Return the words at an address as a list; one line counts as a list of one."""
        data = self.get(at)
        if data is None:
            return ()
        if isinstance(data, list):
            found = (self.text((*at, index)) for index in range(len(data)))
        else:
            found = (fact for fact in [self.text(at)])
        return tuple(fact for fact in found if fact is not None and not fact.none)

    def items(self, at: Address) -> list[Address]:
        """Return the addresses of the entries of a list; a single entry counts as a list of one, a blank as none."""
        data = self.get(at)
        if data is None or data == "":
            return []
        return [(*at, index) for index in range(len(data))] if isinstance(data, list) else [at]

    def amount(self, at: Address, unit: str, name: str) -> Amount | None:
        """Return the figure at an address with its state; None where the key is absent or the figure malformed."""
        data = self.get(at)
        if data is None:
            return None
        if not isinstance(data, str):
            self.say("P003", Severity.ERROR, at, f"“{spell(at)}”这里只填一个数据", f"例如  {name}: 5{unit}")
            return None
        if data == "" or data in NONE:
            return Amount(Fact("无" if data else "", at), None)
        reading = read_figure(data, unit)
        if reading.figure is None:
            self.say("P006", Severity.ERROR, at, f"“{spell(at)}”{reading.problem}", reading.hint)
            return None
        if reading.repaired:
            self.say("P004", Severity.NOTE, at, f"已自动改正：“{data}”按“{reading.figure.text}”印")
        return Amount(Fact(reading.figure.text, at), reading.figure)
