"""Next year's profile in tests: a small profile of a clerk, and what it becomes."""

from __future__ import annotations

from pathlib import Path

from drafter.pipeline.rollover import Rollover, rollover
from drafter.source import Source, parse
from tests.support.five import setup

HEAD = "单位: 青石镇\n级别: 镇\n上级: 县\n期间: 2024年度\n"
BODY = """执法:
  提供: 执法队
  行政处罚: 26宗      # 含两宗移送
  做法:
  - 案件办结后逐件回访
  - 行政检查: 12次
    做法: 分片包干
普法:
  活动:
  - 名称: 赶集日普法
    场次: 9场
问题:
- 问题: 路边店证照不全
  打算: 全年走访120家
另外打算:
- 办好夜校
"""


def clerk(folder: Path, words: str, name: str = "青石镇-2024.yaml", codec: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(words.encode(codec))
    return path


def rolled(path: Path, period: str = "", target: Path | None = None, gap: bool = False) -> Rollover:
    made, findings = rollover(path, setup().kind, period, target, gap)
    assert made is not None, findings
    return made


def source(words: str) -> Source:
    made, findings = parse(words.encode(), "资料.yaml")
    assert made is not None, findings
    return made
