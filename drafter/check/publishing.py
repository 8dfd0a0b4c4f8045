"""What must not be published, and what a person has to look at first: parties, telephone and ID numbers, firms, cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.finding import DRAFT, Finding, Place, Severity
from drafter.kind.publishing import Publishing
from drafter.report import Block, Cited, Report, plain
from drafter.source import Sources

NUMBERS = (
    ("身份证号码", re.compile(r"(?<!\d)\d{6} ?(?:19|20)\d{2}[01]\d[0-3]\d ?\d{3}[\dXxＸ](?!\d)")),
    ("银行卡号", re.compile(r"(?<!\d)[3-9]\d{3}(?: ?\d{4}){3}(?: ?\d{1,3})?(?!\d)")),
    ("手机号码", re.compile(r"(?<!\d)1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)")),
    ("电话号码", re.compile(r"(?<!\d)(?:0\d{2,3}[-—－ ]?)\d{7,8}(?!\d)|(?<=电话)[：:]?\d{7,8}(?!\d)")),
)
SENTENCE = re.compile("[^。；！？]+[。；！？]?")
AFTER = r"(?=[，。；：、（）！？因与和诉的等对向在于就已被将后到同提申起履息不签达自\s]|$)"
"""What may stand behind a name: a mark, or the verb or preposition that a clause goes on with."""
LOOKED_AT = (
    ("案号", re.compile(r"[（(〔]20\d{2}[）)〕][一-鿿]{1,2}\d{0,6}[一-鿿]{1,4}\d+号"), "能看出是哪一件案子的，隐去案号"),
    ("车牌号", re.compile(r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]·?[A-Z0-9]{5,6}(?![A-Z0-9])"), "是个人的车就隐去"),
    ("电子邮箱", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "个人的邮箱不公开；单位公开的邮箱可以保留"),
)
"""What may tell of a person or a case; somebody has to look."""
HIDDEN = tuple("某×＊*")


class Publication(NamedTuple):
    """A report on its way to the web, with the words to look for."""

    report: Report
    sources: Sources
    words: Publishing

    def findings(self) -> list[Finding]:
        """Return what must not be published (错误), and what is to be looked at (必看)."""
        return [finding for number, block in enumerate(self.report.blocks, 2) for finding in self._block(block, number)]

    def _block(self, block: Block, number: int) -> Iterator[Finding]:
        text = plain(block.runs)
        for name, found in self._personal(text):
            yield self._say("G002", Severity.ERROR, f"“{found[0]}”是{name}，不能公开", block, number, found.start(),
                            "删去，或写成张某某、不写号码；整条不公开的，在资料里写  公开: 否")
        for name, form, hint in LOOKED_AT:
            for found in form.finditer(text):
                yield self._say("G003", Severity.MUST, f"请核是否公开：有{name}（{found[0]}）", block, number, found.start(), hint)
        for sentence in SENTENCE.finditer(text):
            for doubt in self.words.doubts:
                hit = doubt.hit(sentence[0])
                if hit and not (doubt.counted and not re.search(r"\d", sentence[0])):
                    at, word = sentence.start() + hit[0], hit[1]
                    yield self._say("G003", Severity.MUST, f"请核是否公开：有{doubt.name}（{word}）", block, number, at, doubt.hint)

    def _personal(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield telephone and ID numbers, and names of parties."""
        for name, form in NUMBERS:
            yield from ((name, found) for found in form.finditer(text))
        roles = "|".join(map(re.escape, self.words.parties))
        words = "|".join(map(re.escape, self.words.no_names))
        no_name = f"(?!{words})" if words else ""
        named = f"(?:{roles})[：:]?{no_name}[{re.escape(self.words.surnames)}][一-鿿]{{1,2}}?{AFTER}"
        for found in re.finditer(named, text) if roles else ():
            if not found[0].endswith(HIDDEN) and "某" not in found[0]:
                yield "当事人姓名", found

    def _say(self, rule: str, severity: Severity, message: str, block: Block, number: int, at: int, hint: str) -> Finding:
        """Return a finding at the line of the profile that the words came from, else at the paragraph of the report."""
        for run in block.runs:
            if at < len(run.text):
                if isinstance(run, Cited) and run.at:
                    place = self.sources.place(run.at[0])
                    return Finding(rule, severity, message, place, hint, self.sources.line(place))
                break
            at -= len(run.text)
        return Finding(rule, severity, message, Place(DRAFT, number), hint, plain(block.runs)[:80])
