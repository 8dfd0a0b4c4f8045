"""Several files as one: nothing is lost or moved, and the work grows with the files, not with their square."""

from __future__ import annotations

import time

from drafter.finding import Place
from drafter.source import Source, merge, parse


def read(name: str, text: str) -> Source:
    source, _ = parse(text.encode(), name)
    assert source
    return source


def test_every_value_keeps_the_place_where_it_was_typed() -> None:
    main = read("主.yaml", "执法:\n  做法:\n  - 甲\n")
    part = read("分.yaml", "执法:\n  行政处罚: 5件\n  做法:\n  - 乙\n  - 做法: 丙\n    行政检查: 6次\n")
    sources, findings = merge(main, [part])
    assert findings == []
    assert sources.data == {"执法": {"做法": ["甲", "乙", {"做法": "丙", "行政检查": "6次"}], "行政处罚": "5件"}}
    assert sources.places[("执法", "做法", 0)] == Place("主.yaml", 3, 5)
    assert sources.places[("执法", "做法", 1)] == Place("分.yaml", 4, 5)
    assert sources.keys[("执法", "做法", 2, "行政检查")] == Place("分.yaml", 6, 5)
    assert sources.key(("执法", "行政处罚")) == Place("分.yaml", 2, 3)


def test_a_long_list_is_joined_in_the_time_it_takes_to_read_it() -> None:
    items = "".join(f"  - 第{number}项\n" for number in range(20_000))
    main, part = read("主.yaml", "执法:\n  做法:\n  - 甲\n"), read("分.yaml", f"执法:\n  做法:\n{items}")
    start = time.perf_counter()
    sources, _ = merge(main, [part])
    assert time.perf_counter() - start < 2
    assert sources.place(("执法", "做法", 20_000)) == Place("分.yaml", 20_002, 5)
