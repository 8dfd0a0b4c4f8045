"""Reading a profile: the head of the file, its topics, its problems and plans; all mistakes at once."""

from __future__ import annotations

import datetime
import re

from drafter.finding import Address, Finding, Severity
from drafter.kind import Kind
from drafter.profile.advice import on_top
from drafter.profile.formal import read_document
from drafter.profile.format import read_format
from drafter.profile.model import Material, Period, Plan, Problem, Profile
from drafter.profile.open import read_withheld
from drafter.profile.period import read_day, read_period
from drafter.profile.reworded import read_rewordings
from drafter.profile.topic import KEYS, read_local, read_topic
from drafter.schema import Fact, Form, is_slip
from drafter.source import Sources

REQUIRED = {"单位": "桃溪镇", "级别": "镇", "上级": "县", "期间": "2025年度"}
TOP = ("格式", "报告种类", *REQUIRED, "标题", "提纲", "署名", "成文日期", "分文件", "前言", "结语", "问题", "另外打算", "其他需要报告",
       "上级反馈问题", "去年打算", "本地数据", "原文照用", "留底", "措辞",
       "改写", "公文", "不公开")
PHRASES = ("指定", "不用")
"""What a profile may say of phrases: use them wherever they fit, or never."""
BLOCKS = {"上级反馈问题": ("问题", "整改"), "去年打算": ("打算", "结果")}
"""Blocks of pairs: what was asked or promised, and what became of it."""


def read_profile(
    sources: Sources, kind: Kind, extra_topics: list[str], forgiving: bool = False
) -> tuple[Profile | None, list[Finding]]:
    """Read a profile; ``extra_topics`` are the names that the outline's 主题 lines add.

    A forgiving reading gives what can be read of a profile with mistakes, as long as its head is whole.
    """
    form = Form(sources)
    read_format(form)
    topics = [name for name in dict.fromkeys([*kind.topics, *extra_topics]) if name not in (*TOP, "原因", "整改", "打算")]
    topics += _own_topics(form, kind, [*TOP, *topics])
    found = form.keys((), TOP, topics, advice=on_top(form, kind, KEYS))
    head = {key: _required(form, key, example) for key, example in REQUIRED.items()}
    level = _choice(form, head["级别"], tuple(kind.levels))
    superior = _choice(form, head["上级"], tuple(kind.superiors))
    period = _period(form, head["期间"])
    materials = [material for name in found if name in topics if (material := read_topic(form, kind, name))]
    materials += _blocks(form)
    materials = _with_local(form, kind, topics, materials)
    problems, plans = _problems(form), _plans(form)
    signed_fact = form.text(("成文日期",))
    signed = _signed(form, signed_fact)
    kept = _kept(form)
    unit, period_fact = head["单位"], head["期间"]
    other = form.text(("其他需要报告",), 300)
    opening, closing = form.texts(("前言",)), form.texts(("结语",))
    title, outline, signature = form.text(("标题",)), form.text(("提纲",)), form.text(("署名",))
    signature = None if signature and signature.none else signature
    pinned, banned = _phrases(form)
    rewordings = read_rewordings(form)
    document, withheld = read_document(form, kind, signed), read_withheld(form)
    if (not forgiving and any(finding.is_error for finding in form.findings)) or not (unit and level and superior and period and period_fact):
        return None, form.findings
    return Profile(unit, level, superior, period, period_fact, title, outline, signature, signed, signed_fact, opening,
                   closing, tuple(materials), tuple(problems), tuple(plans), other, tuple(kept), pinned, banned,
                   rewordings, document, withheld), form.findings


def _own_topics(form: Form, kind: Kind, known: list[str]) -> list[str]:
    """Return the names of material that neither the kind nor the outline knows; a slip of a known name is not one."""
    data = form.get(())
    shape = {*KEYS, *kind.indicators}
    own = [name for name, value in data.items() if name not in known and isinstance(value, dict) and shape & value.keys()
           and not any(is_slip(name, other) for other in known)] if isinstance(data, dict) else []
    if own:
        first, *others = [form.source.key((name,)) for name in own]
        form.findings.append(Finding("P015", Severity.WARN, f"提纲里没有主题“{'、'.join(own)}”，按内容放到相近的标题下面", first,
                                     "想自己定放在哪里，就在提纲里合适的标题下面写一行  主题：名称", form.source.line(first), tuple(others)))
    return own


def _required(form: Form, key: str, example: str) -> Fact | None:
    """Read one of the four keys that must be there."""
    fact = form.text((key,))
    if fact is None or fact.blank:
        hint = f"在文件开头写一行  {key}: {example}" if fact is None else f"在冒号后面写上，例如  {key}: {example}"
        form.say("P010", Severity.ERROR, (key,), f"“{key}”还空着" if fact else f"缺“{key}”", hint, key=fact is not None)
        return None
    return fact


def _choice(form: Form, fact: Fact | None, known: tuple[str, ...]) -> str:
    """Return a value that must be one of a few; an empty text where it is not."""
    if fact is None or fact.text in known:
        return fact.text if fact else ""
    form.say("P011", Severity.ERROR, fact.at, f"“{fact.at[0]}”不能写“{fact.text}”", f"只能写其中一个：{'、'.join(known)}")
    return ""


def _period(form: Form, fact: Fact | None) -> Period | None:
    """Read the period reported on."""
    period = read_period(fact.text) if fact else None
    if fact and period is None:
        form.say("P012", Severity.ERROR, fact.at, f"“{fact.text}”看不出是哪一年", "例如  期间: 2024年度，或  期间: 2024年上半年")
    return period


def _signed(form: Form, fact: Fact | None) -> datetime.date | None:
    """Read the day of signature; None while it is open."""
    if fact is None or fact.blank:
        return None
    day = read_day(fact.text)
    if day is None:
        form.say("P013", Severity.ERROR, fact.at, f"“{fact.text}”不是一个日期", "例如  成文日期: 2025-02-20；还没签发就空着")
    return day


def _blocks(form: Form) -> list[Material]:
    """Read 上级反馈问题 and 去年打算 as material of their own."""
    made = []
    for name, (asked, done) in BLOCKS.items():
        lines: list[Fact] = []
        for at in form.items((name,)):
            if not isinstance(form.get(at), dict):
                fact = form.text(at)
                lines += [fact, Fact("", at)] if fact and not fact.blank and not fact.none else []
                continue
            form.keys(at, (asked, done))
            first, second = form.text((*at, asked)), form.text((*at, done))
            if first is None:
                form.say("P008", Severity.ERROR, at, f"这一条里没有“{asked}”", f"例如  - {asked}: …")
                continue
            lines += [first, second if second and not second.none else Fact("", (*at, done))]
        if lines:
            made.append(Material(name, local=tuple(lines)))
    return made


def _with_local(form: Form, kind: Kind, topics: list[str], materials: list[Material]) -> list[Material]:
    """Bring 本地数据 and 原文照用 of the top level to the topics they belong to."""
    extra: dict[str, list[Fact]] = {}
    word_for_word: dict[str, list[Fact]] = {}
    data = form.get(("本地数据",))
    if isinstance(data, dict):
        for name in data:
            for fact in read_local(form, ("本地数据", name)) if name in topics else _named(form, name):
                extra.setdefault(name if name in topics else topic_of(fact.text, kind), []).append(fact)
    else:
        for fact in read_local(form, ("本地数据",)):
            extra.setdefault(topic_of(fact.text, kind), []).append(fact)
    for at in form.items(("原文照用",)):
        named = isinstance(form.get(at), dict) and bool(form.keys(at, ("主题", "文字")))
        topic = form.text((*at, "主题")) if named else None
        for words in form.verbatim((*at, "文字") if named else at):
            home = topic.text if topic and topic.text in topics else topic_of(words.text, kind)
            word_for_word.setdefault(home, []).append(words)
        if named and form.get((*at, "文字")) is None:
            form.say("P008", Severity.ERROR, at, "这一条里没有“文字”", "例如  文字: 一字不改印出来的话")
    return _joined(materials, extra, word_for_word)


def _joined(materials: list[Material], extra: dict[str, list[Fact]], verbatim: dict[str, list[Fact]]) -> list[Material]:
    """Return the materials with further lines added to their topics."""
    known = [material.topic for material in materials]
    materials = materials + [Material(name) for name in dict.fromkeys([*extra, *verbatim]) if name not in known]
    return [material._replace(local=material.local + tuple(extra.get(material.topic, ())),
                    verbatim=tuple(verbatim.get(material.topic, ())),
                    denied=material.denied and material.topic not in (*extra, *verbatim)) for material in materials]


def _named(form: Form, name: str) -> list[Fact]:
    """Read a name with a figure that stands directly under 本地数据."""
    fact = form.text(("本地数据", name))
    return [Fact(name + fact.text, fact.at)] if fact and not fact.blank else []


def topic_of(text: str, kind: Kind, further: str = "") -> str:
    """Return the topic that a line belongs to by its words, or by further ones; else the kind's catch-all."""
    for words in (text, further):
        scores = {topic.name: sum(len(word) for word in topic.words if word in words) for topic in kind.topics.values()}
        best = max(scores, key=lambda name: scores[name])
        if scores[best]:
            return best
    return kind.catch_all


def _problems(form: Form) -> list[Problem]:
    """Read 问题."""
    made = []
    for at in form.items(("问题",)):
        if not isinstance(form.get(at), dict):
            fact = form.text(at)
            made += [Problem(fact)] if fact and not fact.none else []
            continue
        form.keys(at, ("问题", "表现", "原因", "整改", "打算", "主题", "公开"))
        name = form.text((*at, "问题"))
        if name is None:
            form.say("P008", Severity.ERROR, at, "这一条里没有“问题”", "例如  - 问题: 普法方式偏旧")
            continue
        topic = form.text((*at, "主题"))
        signs, causes, fixes, plans = (form.texts((*at, key)) for key in ("表现", "原因", "整改", "打算"))
        made.append(Problem(name, signs, causes, fixes, plans, topic.text if topic else ""))
    return made


def _plans(form: Form) -> list[Plan]:
    """Read 另外打算."""
    made = []
    for at in form.items(("另外打算",)):
        if not isinstance(form.get(at), dict):
            fact = form.text(at)
            made += [Plan((fact,))] if fact and not fact.blank and not fact.none else []
            continue
        form.keys(at, ("打算", "主题"))
        if form.get((*at, "打算")) is None:
            form.say("P008", Severity.ERROR, at, "这一条里没有“打算”", "例如  - 打算: 办好法治讲座")
        texts, topic = form.texts((*at, "打算")), form.text((*at, "主题"))
        made += [Plan(texts, topic.text if topic else "")] if texts else []
    return made


def _phrases(form: Form) -> tuple[frozenset[str], frozenset[str]]:
    """Read which phrases are pinned and which are banned, by their ids."""
    if isinstance(form.get(("措辞",)), dict):
        form.keys(("措辞",), PHRASES)
    pinned, banned = (frozenset(name.strip() for fact in form.texts(("措辞", key)) for name in re.split("[、，,]", fact.text))
                      for key in PHRASES)
    return pinned, banned


def _kept(form: Form) -> list[tuple[str, str]]:
    """Read 留底 as names and values, as deep as they go."""
    def walk(at: Address) -> list[tuple[str, str]]:
        data = form.get(at)
        if isinstance(data, dict):
            return [pair for key in data for pair in walk((*at, key))]
        if isinstance(data, list):
            return [pair for index in range(len(data)) for pair in walk((*at, index))]
        name = ".".join(str(step) for step in at[1:] if isinstance(step, str))
        return [(name, data)] if isinstance(data, str) and (data or name) else []

    return [pair for pair in walk(("留底",)) if re.search(r"\S", pair[0] + pair[1])]
