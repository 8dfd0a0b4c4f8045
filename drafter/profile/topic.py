"""Reading one topic of a profile: figures, 做法, 机制, 活动, 本地数据."""

from __future__ import annotations

from drafter.finding import Address, Severity
from drafter.kind import Indicator, Kind
from drafter.profile.advice import parted, under_topic
from drafter.profile.model import Activity, Entry, Material, Measure, Mechanism
from drafter.schema import Amount, Fact, Form

MECHANISM = ("展开", "作用", "动词")
ACTIVITY = ("场次", "受众", "形式", "节点", "内容", "对象", "地点", "成效")
FIGURES_OF_ACTIVITY = ("场次", "受众")
LISTS = ("做法", "机制", "活动", "本地数据")
KEYS = ("提供", "公开", *LISTS)
RATE_UNITS = ("%", "‰")


def read_topic(form: Form, kind: Kind, name: str) -> Material | None:
    """Read one topic, a bare list being its 做法; None where the key stands alone with nothing behind it."""
    at: Address = (name,)
    data = form.get(at)
    if data in ("无", "没有"):
        return Material(name, denied=True)
    if isinstance(data, list):
        measures = tuple(measure for item in form.items(at) if (measure := _measure(form, kind, item)))
        return Material(name, measures=measures) if measures else None
    if not form.mapping(at, kind.example):
        return None
    keys = form.keys(at, KEYS, kind.indicators, advice=under_topic(form, kind, at))
    provider = form.text((*at, "提供")) if "提供" in keys else None
    return Material(
        topic=name,
        provider=provider.text if provider else "",
        entries=_entries(form, kind, at, keys),
        measures=tuple(measure for item in form.items((*at, "做法")) if (measure := _measure(form, kind, item))),
        mechanisms=tuple(found for item in form.items((*at, "机制")) if (found := _mechanism(form, item))),
        activities=tuple(made for item in form.items((*at, "活动")) if (made := _activity(form, item))),
        local=read_local(form, (*at, "本地数据")),
        blanks=tuple(Fact("", (*at, key)) for key in LISTS if form.get((*at, key)) == ""),
    )


def read_local(form: Form, at: Address) -> tuple[Fact, ...]:
    """Read 本地数据: lines of text, or names with a figure."""
    data = form.get(at)
    if isinstance(data, dict):
        named = ((name, form.text((*at, name))) for name in data)
        return tuple(Fact(name + fact.text, fact.at) for name, fact in named if fact and not fact.blank)
    return tuple(fact for fact in form.texts(at) if not fact.blank) if data else ()


def _entries(form: Form, kind: Kind, at: Address, keys: list[str]) -> tuple[Entry, ...]:
    """Read the indicators among some keys of a mapping."""
    found: list[Entry] = []
    for key in keys:
        indicator = kind.indicators.get(key)
        if indicator is None:
            continue
        if indicator.type == "文字":
            fact = form.text((*at, key))
            if fact:
                found.append(Entry(indicator, key, _words(fact)))
            continue
        if parted(form, kind, (*at, key), indicator):
            continue
        amount = form.amount((*at, key), indicator.units[0] if indicator.units else "次", key)
        if amount:
            _advise(form, at, key, indicator, amount.figure.unit if amount.figure else "")
            found.append(Entry(indicator, key, amount))
    return tuple(found)


def _words(fact: Fact) -> Amount:
    """Return words in the place of a figure."""
    return Amount(fact, None)


def _advise(form: Form, at: Address, key: str, indicator: Indicator, unit: str) -> None:
    """Ask about a measure word that the catalogue does not know; refuse only a count for a rate, or a rate for a count."""
    units = indicator.units
    if unit and indicator.is_rate != (unit in RATE_UNITS) and indicator.type != "幅度":
        wanted = "百分数，例如 95%" if indicator.is_rate else f"数量，例如 5{units[0] if units else '次'}"
        form.say("P016", Severity.ERROR, (*at, key), f"“{key}”要填{wanted[:3]}，这里是“{form.get((*at, key))}”",
                 f"改成{wanted}；别的数写到它自己的名称下面，或写进“本地数据”")
    elif unit and units and unit not in units and f"万{unit}" not in units:
        form.say("P007", Severity.WARN, (*at, key), f"“{key}”一般用“{'、'.join(units)}”，这里是“{unit}”", "没有错就不用改")


def _measure(form: Form, kind: Kind, at: Address) -> Measure | None:
    """Read one 做法: a phrase, or a phrase with figures bound to it."""
    if not isinstance(form.get(at), dict):
        fact = form.text(at)
        return Measure(fact) if fact and not fact.blank and not fact.none else None
    if form.halved(at, ("做法", "公开", *kind.indicators)):
        return None
    keys = form.keys(at, ("做法", "公开"), kind.indicators, advice=under_topic(form, kind, at))
    fact = form.text((*at, "做法"))
    if fact is None:
        form.say("P008", Severity.ERROR, at, "这一条里没有“做法”", "例如  - 做法: 落实会前学法")
        return None
    first = _entries(form, kind, at, keys[:keys.index("做法")])
    return Measure(fact, first + _entries(form, kind, at, keys[keys.index("做法"):]), len(first))


def _mechanism(form: Form, at: Address) -> Mechanism | None:
    """Read one 机制: a name, or a name with 展开 and 作用."""
    if not isinstance(form.get(at), dict):
        fact = form.text(at)
        return Mechanism(fact, {}) if fact and not fact.blank and not fact.none else None
    if form.halved(at, ("名称", *MECHANISM)):
        return None
    form.keys(at, ("名称", *MECHANISM))
    name = form.text((*at, "名称"))
    if name is None:
        form.say("P008", Severity.ERROR, at, "这一条机制没有“名称”", "例如  - 名称: “五同”机制")
        return None
    fields = {key: fact for key in MECHANISM if (fact := form.text((*at, key)))}
    return Mechanism(name, fields)


def _activity(form: Form, at: Address) -> Activity | None:
    """Read one 活动: a name with its measures."""
    if not isinstance(form.get(at), dict):
        fact = form.text(at)
        return Activity(fact, {}) if fact and not fact.blank and not fact.none else None
    if form.halved(at, ("名称", *ACTIVITY)):
        return None
    form.keys(at, ("名称", *ACTIVITY))
    name = form.text((*at, "名称"))
    if name is None:
        form.say("P008", Severity.ERROR, at, "这一条活动没有“名称”", "例如  - 名称: 法治宣传月")
        return None
    fields: dict[str, Fact] = {}
    for key in ACTIVITY:
        if key in FIGURES_OF_ACTIVITY:
            amount = form.amount((*at, key), "场次" if key == "场次" else "人次", key)
            fact = amount.fact if amount else None
        else:
            fact = form.text((*at, key))
        if fact and not fact.none:
            fields[key] = fact
    return Activity(name, fields)
