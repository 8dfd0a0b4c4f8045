"""What of a report is looked at before it is published: word lists of the kind (公开.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from drafter.finding import Finding
from drafter.kind.load import Malformed, Reader
from drafter.source import Data, read

FILE = "公开.yaml"


class Doubt(NamedTuple):
    """Something that a person has to look at before it is published."""

    name: str
    words: tuple[str, ...]
    counted: bool
    """Asked about only where the sentence holds a figure."""
    hint: str
    harmless: tuple[str, ...] = ()
    """Longer words that hold one of the words and mean something else: 处罚案件 is a count, 处罚案 one case."""

    def hit(self, sentence: str) -> tuple[int, str] | None:
        """Return where a sentence holds one of the words, and which."""
        for word in self.harmless:
            sentence = sentence.replace(word, "\n" * len(word))
        return next(((sentence.index(word), word) for word in self.words if word in sentence), None)


class Publishing(NamedTuple):
    """The words by which parties, and what is to be asked about, are recognised."""

    parties: tuple[str, ...]
    surnames: str
    no_names: tuple[str, ...]
    """Words that begin like a name and are none."""
    doubts: tuple[Doubt, ...]


def load_publishing(folder: Path) -> tuple[Publishing | None, list[Finding]]:
    """Read 公开.yaml of a kind folder."""
    source, findings = read(folder / FILE, f"{folder.name}/{FILE}")
    if source is None:
        return None, findings
    reader = Reader(source)
    try:
        top = reader.mapping(source.data)
        doubts = tuple(_doubt(reader, entry) for entry in reader.entries(reader.part(top, "请核")))
        return Publishing(reader.texts(top, "当事人"), reader.text(top, "姓氏"), reader.texts(top, "不是姓名"), doubts), findings
    except Malformed as problem:
        return None, [*findings, problem.finding]


def _doubt(reader: Reader, entry: dict[str, Data]) -> Doubt:
    return Doubt(reader.text(entry, "名称"), reader.texts(entry, "词"), reader.text(entry, "数据", "") == "是", reader.text(entry, "提示"),
                 reader.texts(entry, "不算"))
