"""Values keep their addresses through whatever a template does with them, and a template's mistakes show at its line."""

from pathlib import Path
from typing import Any

import pytest

from drafter.compose.engine import Engine, TemplateMistake
from drafter.compose.value import Marks
from drafter.finding import Finding
from drafter.report import Cited, Run, plain

A, B, C = ("执法", "行政处罚"), ("普法", "做法", 0), ("普法", "做法", 1)
MACRO = "{% macro 句(值) %}共{{ 值 }}。{% endmacro %}"


def render(template: str, folder: Path, **more: Any) -> list[tuple[Run, ...]]:
    (folder / "段.j2").write_text(template, encoding="utf-8")
    marks = Marks()
    values = {"数": marks.value("139宗", (A,), figure=True), "事": marks.value("送法下乡", (B,)), "又": marks.value("送戏进村", (C,)),
              "空": marks.value("", (A,)), **more}
    values["列"] = [values["事"], values["又"]]
    functions = {"措辞": lambda value: marks.origin(f"办理{value}", "措辞:例.1")}
    return Engine(folder).paragraphs("段.j2", marks, values, functions)


def mistake(template: str, folder: Path, name: str = "段.j2", **more: Any) -> Finding:
    with pytest.raises(TemplateMistake) as caught:
        render(template, folder, **more)
    finding = caught.value.finding
    assert finding.is_error
    assert finding.place is not None
    assert finding.place.file.endswith(name)
    assert all("一" <= char <= "鿿" for char in finding.message if char.isalpha() and not char.isascii())
    assert not any(word.isascii() and word.isalpha() for word in finding.message.split())
    return finding


def cited(runs: tuple[Run, ...]) -> list[tuple[str, tuple[tuple[str | int, ...], ...]]]:
    return [(run.text, run.at) for run in runs if isinstance(run, Cited)]


@pytest.mark.parametrize(("template", "stretches"), [
    ("办理{{ 数 }}。", [("139宗", A)]),
    ("{{ '办理' ~ 数 ~ '。' }}", [("139宗", A)]),
    ("{{ '办理' + 数 }}", [("139宗", A)]),
    ("{{ 数 + '。' }}", [("139宗", A)]),
    ("{{ '办理%s。' % 数 }}", [("139宗", A)]),
    ("{{ '办理{}。'.format(数) }}", [("139宗", A)]),
    ("{{ '办理{件}。'.format(件=数) }}", [("139宗", A)]),
    ("{{ 列 | join('，') }}", [("送法下乡", B), ("送戏进村", C)]),
    ("{{ '、'.join(列) }}", [("送法下乡", B), ("送戏进村", C)]),
    ("{{ 列 | sort | join }}", [("送戏进村", C), ("送法下乡", B)]),
    ("{{ 列 | reverse | join('；') }}", [("送戏进村", C), ("送法下乡", B)]),
    ("{{ 列 | map('trim') | unique | list | join('，') }}", [("送法下乡", B), ("送戏进村", C)]),
    ("{{ 列 | first }}{{ 列 | last }}", [("送法下乡", B), ("送戏进村", C)]),
    ("{{ 列 | select('equalto', '送法下乡') | join }}", [("送法下乡", B)]),
    ("{{ 数 | replace('宗', '件') }}", [("139件", A)]),
    ("{{ 数.replace('宗', '件') }}", [("139件", A)]),
    ("{{ 数 | trim | upper | lower }}", [("139宗", A)]),
    ("{{ 数[:3] }}件", [("139", A)]),
    ("{{ 数 | truncate(3, true, '', 0) }}", [("139", A)]),
    ("{{ 数[-1] }}", [("宗", A)]),
    ("{{ '办理□。'.replace('□', 数) }}", [("139宗", A)]),
    ("{{ '办理139宗'.replace(数, 事) }}", [("送法下乡", B)]),
    ("{{ 数.replace('宗', 事) }}", [("139", A), ("送法下乡", B)]),
    ("{{ '—'.join([数, '件', 事]) }}", [("139宗", A), ("送法下乡", B)]),
    ("{{ 数.split('9')[0] }}", [("13", A)]),
    ("{% for 字 in 数 %}{{ 字 }}{% endfor %}", [("1", A), ("3", A), ("9", A), ("宗", A)]),
    ("{% for 条 in 列 %}{{ loop.index }}.{{ 条 }}{% endfor %}", [("送法下乡", B), ("送戏进村", C)]),
    ("{% set 句 = 数 %}{{ 句 }}", [("139宗", A)]),
    ("{% set 句 = '共' ~ 数 %}{{ 句 }}{{ 句 }}", [("139宗", A), ("139宗", A)]),
    ("{% set 句 %}共{{ 数 }}{% endset %}{{ 句 }}", [("139宗", A)]),
    ("{% if 数 == '139宗' and '139' in 数 and 数 | length == 4 %}{{ 数 }}{% else %}无{% endif %}", [("139宗", A)]),
    ("{{ 数 if 数.endswith('宗') else 事 }}", [("139宗", A)]),
    ("{{ 空 or 事 }}", [("送法下乡", B)]),
    ("{{ 没有 | default(事) }}", [("送法下乡", B)]),
    (MACRO + "{{ 句(数) }}", [("139宗", A)]),
    (MACRO + "{% set 成 = 句(数) %}{{ 成 ~ 事 }}", [("139宗", A), ("送法下乡", B)]),
    ("{% filter trim %} {{ 数 }} {% endfilter %}", [("139宗", A)]),
    ("{{ 措辞(数) }}", [("139宗", A)]),
    ("{% set 袋 = namespace(句='') %}{% for 条 in 列 %}{% set 袋.句 = 袋.句 ~ 条 %}{% endfor %}{{ 袋.句 }}",
     [("送法下乡", B), ("送戏进村", C)]),
])
def test_words_keep_their_addresses(template: str, stretches: list[tuple[str, Any]], tmp_path: Path) -> None:
    [runs] = render(template, tmp_path)
    assert [(text, at[-1]) for text, at in cited(runs)] == stretches
    assert not any("\ue000" <= char <= "\uf8ff" for char in plain(runs))


def test_a_figure_stays_a_figure_and_a_wording_names_its_origin(tmp_path: Path) -> None:
    [runs] = render("共{{ 措辞(数) }}，{{ 事 }}", tmp_path)
    assert [(run.text, run.origin, isinstance(run, Cited) and run.figure) for run in runs] == [
        ("共", "模板:段.j2", False), ("办理", "措辞:例.1", False), ("139宗", "措辞:例.1", True), ("，", "模板:段.j2", False),
        ("送法下乡", "模板:段.j2", False)]


def test_a_value_inside_a_value_has_both_addresses(tmp_path: Path) -> None:
    marks = Marks()
    inner = marks.value("31场", (A,))
    [run] = marks.runs(str(marks.value(str(inner), (B,))), "")
    assert isinstance(run, Cited)
    assert run.at == (B, A)


def test_every_line_is_a_paragraph_and_a_blank_one_is_none(tmp_path: Path) -> None:
    assert [plain(runs) for runs in render("{{ 事 }}\n\n   \n{{ 又 }}\n{{ 空 }}\n", tmp_path)] == ["送法下乡", "送戏进村"]


@pytest.mark.parametrize(("template", "line", "named"), [
    ("一\n二\n{{ 数 }", 3, ""),
    ("一\n{% if 数 %}\n三\n", 3, ""),
    ("一\n{% 怪 %}", 2, "怪"),
    ("一\n{{ 数 | 没有的过滤器 }}", 2, "没有的过滤器"),
    ("一\n二\n{{ 没有的名字 }}", 3, "没有的名字"),
    ("一\n{{ 数.没有的属性 }}", 2, "没有的属性"),
    ("{% for 条 in 列 %}\n{{ 条 }}\n{{ 差 }}\n{% endfor %}", 3, "差"),
    ("一\n{{ 数 + 1 }}", 2, ""),
    ("一\n二\n{{ 1 / 0 }}", 3, ""),
    ("一\n{{ 列[7] }}", 2, ""),
    ("一\n{{ 列 }}", 2, ""),
    ("一\n{{ none }}", 2, ""),
    ("一\n{{ 措辞 }}", 2, ""),
    ("一\n\ue000二", 2, ""),
    ("一\n{% include '没有.j2' %}", 2, ""),
    (MACRO + "\n\n{{ 句() }}", 1, "值"),
])
def test_a_mistake_of_a_template_is_shown_at_its_line_in_chinese(template: str, line: int, named: str, tmp_path: Path) -> None:
    finding = mistake(template, tmp_path)
    assert finding.place is not None
    assert finding.place.line == line
    assert named in finding.hint + finding.message
    assert finding.hint


@pytest.mark.parametrize("template", [
    "{% set 句 %}共{{ 数 }}{% endset %}\n{{ 句[:3] }}",
    "{% set 句 = 数 ~ '' %}\n{{ 句[:4] }}",
    "一\n{{ 数 ~ 数.mark }}",
])
def test_a_mark_cut_in_two_is_a_mistake_and_never_printed(template: str, tmp_path: Path) -> None:
    assert "截断" in mistake(template, tmp_path).message


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateMistake) as caught:
        Engine(tmp_path).paragraphs("没有.j2", Marks(), {}, {})
    assert "没有.j2" in caught.value.finding.message


@pytest.mark.parametrize("template", [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ 措辞.__globals__ }}",
    "{{ 措辞.__code__.co_consts }}",
    "{{ 数.__init__.__globals__['__builtins__'] }}",
    "{{ 数['__class__'] }}{{ 数['__class__']['__mro__'] }}",
    "{{ '{0.__class__.__init__.__globals__}'.format(数) }}",
    "{{ ('{0.__cl' ~ 'ass__}').format(数) }}",
    "{{ 列 | map(attribute='__class__') | list }}",
    "{{ 数 | attr('__class__') }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum() }}", "{{ self._TemplateReference__context }}",
    "{{ 列.append('假') }}", "{{ 列.clear() }}",
    "{% include '../外面.j2' %}", "{% include '/etc/hostname' %}",
    "{% for 数 in range(10 ** 9) %}{% endfor %}",
])
def test_a_way_out_of_the_sandbox_is_refused(template: str, tmp_path: Path) -> None:
    (tmp_path.parent / "外面.j2").write_text("外面", encoding="utf-8")
    assert mistake(template, tmp_path).rule in ("T001", "T002")


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path.parent / "外面的.j2"
    outside.write_text("外面", encoding="utf-8")
    try:
        (tmp_path / "里面.j2").symlink_to(outside)
    except OSError:
        pytest.skip("没有运行：这台机器不让建链接")
    with pytest.raises(TemplateMistake):
        Engine(tmp_path).paragraphs("里面.j2", Marks(), {}, {})
