"""Reading a kind folder: kind.yaml, topics.yaml, indicators.yaml and the dated tables."""

from __future__ import annotations

import datetime
import re
from contextlib import suppress
from itertools import chain
from pathlib import Path

from drafter.finding import Finding, Place, Severity
from drafter.kind.kept import fingerprint, keep, kept
from drafter.kind.model import Against, Carried, Content, Dated, FiveYears, Indicator, Kind, Official, Topic
from drafter.source import Data, Source, read

DATED = "dated"
KEPT = "kind"
SPAN = ("起", "止", "日期", "来源", "已核", "备注")
"""What a line of the five-year plans says beside names."""
CARRY = ("照抄", "清空", "提示")
READERS = ("load.py", "model.py", "kept.py")
"""The modules whose change makes what they read before worthless."""
FILES = ("kind.yaml", "topics.yaml", "indicators.yaml", "动词.yaml",
         f"{DATED}/会议.yaml", f"{DATED}/思想.yaml", f"{DATED}/纪念日.yaml", f"{DATED}/五年规划.yaml")


class Malformed(Exception):
    """A file of the kind does not have the shape it should have; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def load(folder: Path) -> tuple[Kind | None, list[Finding]]:
    """Read a kind folder whole; without any finding of weight 错误 there is a kind."""
    if not folder.is_dir():
        hint = "把安装包里的 templates 文件夹放回原处"
        return None, [Finding("K001", Severity.ERROR, f"找不到报告种类的文件夹“{folder.name}”", Place(str(folder), 1), hint)]
    mark = fingerprint(path for base, names in ((Path(__file__).parent, READERS), (folder, FILES)) for path in map(base.joinpath, names))
    before = kept(f"{KEPT}-{folder.name}", mark, Kind)
    if before:
        return before, []
    sources: dict[str, Source] = {}
    findings: list[Finding] = []
    for name in FILES:
        source, found = read(folder / name, f"{folder.name}/{name}", lists=True)
        findings += found
        if source:
            sources[name] = source
    if len(sources) < len(FILES):
        return None, findings
    try:
        kind = _sound(_kind(folder, sources), Reader(sources["kind.yaml"]), Reader(sources["动词.yaml"]))
        if not findings:
            keep(f"{KEPT}-{folder.name}", mark, kind)
        return kind, findings
    except Malformed as problem:
        return None, [*findings, problem.finding]


def _kind(folder: Path, sources: dict[str, Source]) -> Kind:
    """Put the read files together."""
    head = Reader(sources["kind.yaml"])
    top = head.mapping(head.source.data)
    levels, superiors = (head.mapping(head.part(top, key)) for key in ("级别", "上级"))
    events = Reader(sources[f"{DATED}/会议.yaml"])
    meetings = events.mapping(events.source.data)
    verbs = Reader(sources["动词.yaml"])
    thoughts, days = Reader(sources[f"{DATED}/思想.yaml"]), Reader(sources[f"{DATED}/纪念日.yaml"])
    return Kind(
        folder=folder,
        name=head.text(top, "名称"),
        default_outline=head.text(top, "默认提纲"),
        titles=head.words(top, "标题"),
        usual_titles=head.words(top, "默认标题"),
        assumed=head.words(top, "假定成文"),
        levels={name: head.words(levels, name) for name in levels},
        superiors={name: head.words(superiors, name) for name in superiors},
        contents=tuple(Content(name, head.texts(head.mapping(value), "识别")) for name, value in head.mapping(head.part(top, "内容")).items()),
        required=tuple((head.text(entry, "内容"), head.text(entry, "要求")) for entry in head.entries(head.part(top, "必备"))),
        asked={topic: head.texts(asked, topic) for asked in [head.mapping(head.part(top, "新建"))] for topic in asked},
        example=head.text(top, "举例"),
        answers=head.text(top, "反馈归处"),
        catch_all=head.text(top, "其余主题"),
        matters=head.texts(top, "标题要词"),
        fixed_numbers=head.texts(top, "固定数字"),
        indicators=_indicators(Reader(sources["indicators.yaml"]), head.texts(top, "存量动词")),
        topics=_topics(Reader(sources["topics.yaml"])),
        verbs={ending: verbs.texts(verbs.mapping(verbs.source.data), ending) for ending in verbs.mapping(verbs.source.data)},
        congresses=events.dated(events.part(meetings, "表述"), "自", "文"),
        events=events.dated(events.part(meetings, "会议")),
        thoughts=thoughts.dated(thoughts.part(thoughts.mapping(thoughts.source.data), "思想")),
        five_years=_five_years(Reader(sources[f"{DATED}/五年规划.yaml"])),
        against=_against(head, head.mapping(head.part(top, "与去年比"))),
        days={days.text(entry, "日期"): days.text(entry, "印法")
              for entry in days.entries(days.part(days.mapping(days.source.data), "纪念日"))},
        carried=_carried(head, top),
        official=_official(head, head.mapping(top.get("公文", {}))),
    )


def _sound(kind: Kind, head: Reader, verbs: Reader) -> Kind:
    """Return a kind in which every name that is pointed to exists."""
    for span in ("全年", "其他"):
        if kind.usual_titles.get(span) not in kind.titles:
            raise head.fail(f"“默认标题”里的“{span}”要写“标题”下面有的一个名称")
        if not re.fullmatch(r"[当次]年(0[1-9]|1[0-2])-(0[1-9]|[12]\d)|[当次]年(0[13578]|1[02])-3[01]", kind.assumed.get(span, "")):
            raise head.fail(f"“假定成文”里的“{span}”应写成 次年01-31 的样子")
    if "其他" not in kind.verbs or not all(kind.verbs.values()):
        raise verbs.fail("每个结尾都要有动词，还要有“其他”一行")
    for key, names, known in (("其余主题", (kind.catch_all,), kind.topics), ("反馈归处", (kind.answers,), kind.topics),
                              ("新建", kind.asked, kind.topics), ("新建", chain.from_iterable(kind.asked.values()), kind.indicators)):
        if wrong := [name for name in names if name not in known]:
            raise head.fail(f"“{key}”写的“{wrong[0]}”不是一个{'主题' if known is kind.topics else '指标'}")
    return kind


def _five_years(reader: Reader) -> tuple[FiveYears, ...]:
    """Read the table of five-year plans: what is neither its years nor about its source is a name."""
    entries = reader.entries(reader.part(reader.mapping(reader.source.data), "五年规划"))
    return tuple(FiveYears(reader.number(entry, "起"), reader.number(entry, "止"),
                           {key: reader.text(entry, key) for key in entry if key not in SPAN}, reader.text(entry, "已核", "") == "是")
                 for entry in entries)


def _against(reader: Reader, entry: dict[str, Data]) -> Against:
    """Read what is odd when a year is compared with the one before."""
    return Against(
        jump=reader.number(entry, "相差"), small=reader.number(entry, "小数目"),
        copied=reader.number(entry, "照抄"), alike=reader.number(entry, "相像"),
        review=reader.texts(entry, "回顾用语"), ahead=reader.texts(entry, "前瞻用语"), history=reader.texts(entry, "往事用语"),
    )


def _carried(head: Reader, top: dict[str, Data]) -> Carried:
    """Read what becomes of each key in next year's profile; a kind may leave that out."""
    given = head.mapping(top.get("沿用", {}))
    carried = Carried(head.words(given, "全篇"), head.words(given, "主题"))
    for name, word in (*carried.top.items(), *carried.topic.items()):
        head.choice(word, CARRY, f"“沿用”里的“{name}”")
    return carried


def _official(head: Reader, given: dict[str, Data]) -> Official:
    """Read the conventions of the formal form; a kind may leave them out."""
    return Official(head.text(given, "主送", ""), *(head.texts(given, key) for key in ("稿次", "涉密", "个人", "下级", "机关")))


def _topics(reader: Reader) -> dict[str, Topic]:
    """Read topics.yaml."""
    made = [
        Topic(name := reader.text(entry, "名称"), reader.texts(entry, "识别"), reader.text(entry, "称呼", name), reader.texts(entry, "靠近"))
        for entry in reader.entries(reader.source.data)
    ]
    return {topic.name: topic for topic in made}


def _indicators(reader: Reader, standing: tuple[str, ...]) -> dict[str, Indicator]:
    """Read the catalogue: every name and alias leads to its indicator."""
    named: dict[str, Indicator] = {}
    for order, entry in enumerate(reader.entries(reader.source.data)):
        name = reader.text(entry, "名称")
        aliases = reader.texts(entry, "又名")
        thing, verbs = reader.text(entry, "宾语", name), reader.texts(entry, "动词")
        indicator = Indicator(
            id=reader.text(entry, "编号"), name=name, topic=reader.text(entry, "主题"), type=reader.text(entry, "类型"),
            order=order, aliases=aliases, units=reader.texts(entry, "单位"), verbs=verbs,
            object=thing, none=reader.text(entry, "无宾", thing), group=reader.text(entry, "组", name),
            numerator=reader.texts(entry, "分子"), denominator=reader.texts(entry, "分母"),
            at_most=reader.texts(entry, "不大于"), usually_at_most=reader.texts(entry, "一般不大于"),
            printed=frozenset(reader.texts(entry, "照印")), low=reader.text(entry, "少", "") == "是",
            lasting=reader.text(entry, "常年", "") == "是",
            standing=verbs[:1] != () and verbs[0] in standing,
            offered=reader.text(entry, "范围", "") != "本地",
            carried=reader.choice(reader.text(entry, "沿用", ""), ("", *CARRY), f"“{name}”的“沿用”"),
        )
        full = reader.text(entry, "全名", "")
        for typed in (name, *aliases, full) if full else (name, *aliases):
            if typed in named:
                raise Malformed(Finding("K003", Severity.ERROR, f"指标名“{typed}”出现了两次", Place(reader.source.file, 1),
                                        "给其中一个换个名字"))
            named[typed] = indicator
    return named


class Reader:
    """Takes values out of one file of the kind and says where the file is not as it should be."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def fail(self, message: str) -> Malformed:
        """Return the complaint that this file is malformed."""
        return Malformed(Finding("K002", Severity.ERROR, f"种类文件写法不对：{message}", Place(self.source.file, 1), "对照安装包里原来的文件改正"))

    def mapping(self, data: Data) -> dict[str, Data]:
        """Return data that must be a mapping."""
        if isinstance(data, dict):
            return data
        raise self.fail(f"这里应当是“名称: 值”的形式：{str(data)[:20]}")

    def entries(self, data: Data) -> list[dict[str, Data]]:
        """Return data that must be a list of mappings."""
        if isinstance(data, list):
            return [self.mapping(entry) for entry in data]
        raise self.fail("这里应当是一条条的列表")

    def part(self, entry: dict[str, Data], key: str) -> Data:
        """Return what must stand under a key."""
        if key not in entry:
            raise self.fail(f"缺“{key}”")
        return entry[key]

    def text(self, entry: dict[str, Data], key: str, default: str | None = None) -> str:
        """Return a text; where it is missing the default, and without a default a complaint."""
        value = entry.get(key, default)
        if isinstance(value, str):
            return value
        raise self.fail(f"缺“{key}”")

    def number(self, entry: dict[str, Data], key: str) -> int:
        """Return a whole number, with or without %."""
        typed = self.text(entry, key).removesuffix("%")
        if re.fullmatch("[0-9]{1,9}", typed):
            return int(typed)
        raise self.fail(f"“{key}”应写成一个整数，不能写“{typed}”")

    def choice(self, word: str, among: tuple[str, ...], what: str) -> str:
        """Return a word that must be one of a few."""
        if word in among:
            return word
        raise self.fail(f"{what}要写{'、'.join(filter(None, among))}其中一个，不能写“{word}”")

    def texts(self, entry: dict[str, Data], key: str) -> tuple[str, ...]:
        """Return a list of texts, or one line split at 、; empty where it is missing."""
        value = entry.get(key, [])
        if isinstance(value, str):
            return tuple(value.split("、")) if value else ()
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(item for item in value if isinstance(item, str))
        raise self.fail(f"“{key}”应当是列表")

    def words(self, entry: dict[str, Data], key: str) -> dict[str, str]:
        """Return a mapping of texts to texts."""
        return {name: self.text(self.mapping(entry.get(key, {})), name) for name in self.mapping(entry.get(key, {}))}

    def dated(self, data: Data, since: str = "日期", said: str = "名称") -> tuple[Dated, ...]:
        """Return the lines of a dated table; those without a date are still to be filled in and are passed over."""
        return tuple(
            Dated(self.day(self.text(entry, since)), self.text(entry, said), self.texts(entry, "也可"),
                  self.text(entry, "已核", "是") == "是")
            for entry in self.entries(data) if self.text(entry, since)
        )

    def day(self, text: str) -> datetime.date:
        """Return a day written 2024-07-18."""
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            with suppress(ValueError):
                return datetime.date.fromisoformat(text)
        raise self.fail(f"日期“{text}”应写成 2024-07-18 的样子")
