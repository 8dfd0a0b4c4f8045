"""``rollover`` as a clerk calls it: what is written, what is said, what is refused."""

import pytest

from tests.support.command import FULL, Call, Project

OLD = "柳湾镇-2025.yaml"


@pytest.fixture
def old(project: Project) -> bytes:
    path = project.folder / "profiles" / OLD
    path.write_text(FULL, encoding="utf-8")
    return path.read_bytes()


def test_the_new_year_lies_beside_the_old_one_which_is_not_touched(call: Call, project: Project, old: bytes) -> None:
    done = call("rollover", "柳湾镇-2025")
    assert done.code == 0, done.said
    assert "清空1处，只作提示1行" in done.out
    new = (project.folder / "profiles" / "柳湾镇-2026.yaml").read_text(encoding="utf-8")
    assert "期间: 2026年度" in new
    assert "# 去年 5件" in new
    assert (project.folder / "profiles" / OLD).read_bytes() == old
    assert call("draft", "profiles/柳湾镇-2026.yaml").code == 0


def test_a_file_that_is_there_is_never_overwritten(call: Call, project: Project, old: bytes) -> None:
    new = project.folder / "profiles" / "柳湾镇-2026.yaml"
    new.write_text("单位: 柳湾镇\n", encoding="utf-8")
    done = call("rollover", f"profiles/{OLD}")
    assert done.code == 4
    assert new.read_text(encoding="utf-8") == "单位: 柳湾镇\n"
    assert call("rollover", f"profiles/{OLD}", "-o", f"profiles/{OLD}").code == 4
    assert (project.folder / "profiles" / OLD).read_bytes() == old


def test_dry_run_shows_the_difference_and_writes_nothing(call: Call, project: Project, old: bytes) -> None:
    before = sorted(project.folder.rglob("*"))
    done = call("rollover", f"profiles/{OLD}", "--dry-run")
    assert done.code == 0
    lines = done.out.split("\n")
    assert "旧｜期间: 2025年度" in lines
    assert "新｜期间: 2026年度" in lines
    assert "旧｜  行政处罚: 5件" in lines
    assert "新｜  #- 严格落实执法公示制度" in lines
    assert "…… 第3行" in lines
    assert not [line for line in lines if line.startswith(("旧｜单位", "新｜单位", "@@"))]
    assert sorted(project.folder.rglob("*")) == before


@pytest.mark.parametrize("period", ["2027年度", "2025年度", "2024年度", "2026年上半年", "后年"])
def test_years_that_do_not_follow_are_asked_about(period: str, call: Call, project: Project, old: bytes) -> None:
    done = call("rollover", f"profiles/{OLD}", "--period", period)
    assert done.code == 2
    assert "--period 2026年度" in done.out
    assert [path.name for path in (project.folder / "profiles").glob("柳湾镇*.yaml")] == [OLD]


def test_a_gap_is_taken_where_it_is_asked_for(call: Call, project: Project, old: bytes) -> None:
    assert call("rollover", f"profiles/{OLD}", "--period", "2027年度", "--gap").code == 0
    assert "# 2025年 5件" in (project.folder / "profiles" / "柳湾镇-2027.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("out", "lies"), [("明年", "profiles/明年.yaml"), ("新/柳湾.yml", "新/柳湾.yml")])
def test_another_name_may_be_given(out: str, lies: str, call: Call, project: Project, old: bytes) -> None:
    assert call("rollover", f"profiles/{OLD}", "-o", out, "--period", "２０２６").code == 0
    assert "期间: 2026年度\n" in (project.folder / lies).read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [None, "单位: 柳湾镇\n", FULL.replace("5件", "五件"), "格式: 9\n" + FULL])
def test_an_old_year_that_cannot_be_read_is_told_and_nothing_is_written(words: str | None, call: Call, project: Project) -> None:
    path = project.folder / "profiles" / OLD
    if words is not None:
        path.write_text(words, encoding="utf-8")
    done = call("rollover", f"profiles/{OLD}")
    assert done.code == 1
    assert not (project.folder / "profiles" / "柳湾镇-2026.yaml").exists()
