"""Nothing of a sheet is written without a yes, and nothing over a profile that was saved meanwhile."""

import io
from collections.abc import Callable

import pytest

from tests.support.command import Call, Project
from tests.support.office import PROFILE, Town


@pytest.fixture
def town(project: Project, call: Call) -> Town:
    return Town(project, call)


def test_without_a_yes_nothing_is_written(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    town.form("综合执法队").type("行政处罚", "6件").sent(town.back / "执法队.xlsx")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    done = town.call("table", "profiles/柳湾镇-2025.yaml", "--read", "收回")
    assert done.code == 0
    assert "执法·行政处罚：5件 → 6件" in done.out
    assert "柳湾镇-2025.yaml第14行　执法队.xlsx 数据!F8" in done.out
    assert "还没有写进资料" in done.out
    assert town.profile.read_text("utf-8") == PROFILE


class Terminal(io.StringIO):
    """A person at a keyboard, who may save the profile before answering."""

    def __init__(self, answer: str, meanwhile: Callable[[], object] = lambda: None) -> None:
        super().__init__(answer)
        self._meanwhile = meanwhile

    def isatty(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> str:
        self._meanwhile()
        return super().readline()


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("是\n", 0), ("否\n", 130), ("\n", 130), ("", 130)])
def test_a_person_is_asked(town: Town, monkeypatch: pytest.MonkeyPatch, answer: str, code: int) -> None:
    town.form("综合执法队").type("行政处罚", "6件").sent(town.back / "执法队.xlsx")
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    assert town.call("table", "profiles/柳湾镇-2025.yaml", "--read", "收回").code == code
    assert town.changed() == ([] if code else ["  行政处罚: 6件           # 含简易程序"])


def test_a_profile_saved_while_the_question_stood_is_left_alone(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    town.form("综合执法队").type("行政处罚", "6件").sent(town.back / "执法队.xlsx")
    other = PROFILE.replace("5件", "9件")
    monkeypatch.setattr("sys.stdin", Terminal("y\n", lambda: town.profile.write_text(other, encoding="utf-8")))
    done = town.call("table", "profiles/柳湾镇-2025.yaml", "--read", "收回")
    assert done.code == 4
    assert "在这期间改过" in done.out
    assert town.profile.read_text("utf-8") == other
