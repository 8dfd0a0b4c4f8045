"""The shipped example reports: their profiles say which indicator each figure is."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.figure import read_figure
from drafter.kind import Indicator
from drafter.mine.figures import figures
from drafter.pipeline.setup import HOME
from drafter.source import Data, read
from tests.mine.reports import kind, past, share

NOT_OF_THE_YEAR = ("上级反馈问题", "去年打算", "打算", "另外打算")


def entries(data: Data) -> Iterator[tuple[Indicator, str]]:
    """Yield the figures that a profile gives, wherever they stand."""
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str) and key in kind().indicators and kind().indicators[key].type != "文字":
                yield kind().indicators[key], value
            elif key not in NOT_OF_THE_YEAR:
                yield from entries(value)
    elif isinstance(data, list):
        for item in data:
            yield from entries(item)


def test_the_figures_of_the_example_reports_reach_the_indicators_of_their_profiles() -> None:
    stated = found = mapped = right = 0
    for path in sorted((HOME / "seeds" / "reports").glob("*.txt")):
        source, _ = read(HOME / "profiles" / "示例" / f"{path.stem}.yaml", path.stem, lists=True)
        if source is None:
            continue
        given = figures(past(path.read_text(encoding="utf-8-sig")), kind())
        told = [(indicator, figure) for indicator, value in entries(source.data) if (figure := read_figure(value).figure) and figure.amount]
        for indicator, figure in told:
            amount = figure.amount * (10000 if figure.unit == "万元" else 1)
            same = [one for one in given if one.figure.amount == amount]
            # One figure may stand for several indicators at once: 9件建议全部办结.
            twins = {other.id for other, twin in told if twin == figure} | {indicator.id}
            stated, found = stated + 1, found + bool(same)
            mapped += any(one.indicator for one in same)
            right += any(one.indicator in twins for one in same)
    print("seeds", stated, found, mapped, right)
    assert share(found, stated) >= 0.98
    assert share(mapped, found) >= 0.93
    assert share(right, mapped) >= 0.97
