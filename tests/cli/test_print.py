"""``print`` as a clerk calls it: what is printed by whom, what is said of what this machine lacks, and that no Word file is touched."""

import os
from pathlib import Path

import pytest

from tests.cli.programs import stand_in, text_of
from tests.support.command import FULL, NAME, Call, Project
from tests.write.page_proof import rendered, require

WINDOWS = os.name == "nt"

pytestmark = pytest.mark.usefixtures("only_our_fonts")


def test_a_profile_is_printed_without_any_office_program(call: Call, project: Project, path: Path) -> None:
    project.profile()
    done = call("print", "柳湾镇")
    assert done.code == 0, done.said
    assert done.is_fit_for_a_clerk()
    assert project.files() == [f"{NAME}.pdf"]
    assert "行政处罚案件5件" in text_of(project.folder / "output" / f"{NAME}.pdf")
    assert "页，内置排版" in done.out


@pytest.mark.parametrize(("form", "has", "has_not"), [("上报", "签发人", "xx"), ("公开", "柳湾镇", "签发人")])
def test_both_forms_are_printed(call: Call, project: Project, form: str, has: str, has_not: str) -> None:
    project.profile()
    done = call("print", "柳湾镇", "--form", form)
    assert done.code == 0, done.said
    words = text_of(project.folder / "output" / f"{NAME}（{form}版）.pdf")
    assert has in words
    assert has_not not in words


@pytest.mark.parametrize("wrong", [("--engine", "qq"), ("--layout", "a4"), ("--copies", "-1"), ("--pdfa", "--booklet"), ("-o", "稿.docx"),
                                   ("--form", "内部")])
def test_a_wrong_option_is_explained(call: Call, project: Project, wrong: tuple[str, ...]) -> None:
    project.profile()
    done = call("print", "柳湾镇", *wrong)
    assert done.code == 2
    assert "下一步：" in done.out
    assert project.files() == []


def test_without_any_chinese_font_it_says_which_ones_and_how_to_get_them(
        call: Call, project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    project.profile()
    assert call("draft", "柳湾镇").code == 0
    before = (project.folder / "output" / f"{NAME}.docx").read_bytes()
    monkeypatch.setenv("DRAFTER_FONTS", str(tmp_path))
    done = call("print", "柳湾镇")
    assert done.code == 5
    assert "方正小标宋简体" in done.out
    assert "文印室" in done.out
    assert done.is_fit_for_a_clerk()
    assert (project.folder / "output" / f"{NAME}.docx").read_bytes() == before
    assert f"{NAME}.pdf" not in project.files()


def test_a_font_that_stands_in_is_named(call: Call, project: Project) -> None:
    project.profile()
    assert "仿宋_GB2312（用Fandol 仿宋代替）" in call("print", "柳湾镇").out


def test_an_edited_file_is_read_back_where_no_office_program_is(call: Call, project: Project, path: Path) -> None:
    project.profile()
    call("draft", "柳湾镇", "-o", "稿.docx")
    before = (project.folder / "稿.docx").read_bytes()
    done = call("print", "稿.docx")
    assert done.code == 0, done.said
    assert "由助手重新排版" in done.out
    assert "或装上 LibreOffice 再试" in done.out
    assert "行政处罚案件5件" in text_of(project.folder / "稿.pdf")
    assert (project.folder / "稿.docx").read_bytes() == before


@pytest.mark.skipif(WINDOWS, reason="the stand-ins are scripts of a Unix system")
@pytest.mark.parametrize(("body", "code", "said"), [
    ("time.sleep(60)", 6, "没有反应"), ("pass", 5, "没有写出 PDF"), ("sys.exit(1)", 5, "没有写出 PDF"),
    ("folder = sys.argv[sys.argv.index('--outdir') + 1]\npathlib.Path(folder, 'report.pdf').write_bytes(b'no pdf')", 5, "没有写出 PDF"),
    ("folder = sys.argv[sys.argv.index('--outdir') + 1]\npathlib.Path(folder, 'report.pdf').write_bytes(b'%PDF-1.4 broken')", 5, "对不上")])
def test_an_office_program_that_fails_is_told_and_the_word_file_kept(
        call: Call, project: Project, path: Path, monkeypatch: pytest.MonkeyPatch, body: str, code: int, said: str) -> None:
    project.profile()
    call("draft", "柳湾镇", "-o", "稿.docx")
    before = (project.folder / "稿.docx").read_bytes()
    stand_in(path, "soffice", body)
    monkeypatch.setattr("drafter.write.office.SECONDS", 1.0)
    done = call("print", "稿.docx", "--engine", "libreoffice")
    assert done.code == code, done.said
    assert said in done.out
    assert not (project.folder / "稿.pdf").exists()
    assert (project.folder / "稿.docx").read_bytes() == before
    # Nobody asked for that program by name: then the file is set all the same, and both is said.
    done = call("print", "稿.docx")
    assert done.code == 0, done.said
    assert said in done.out
    assert "由助手重新排版" in done.out


def test_an_office_program_that_is_not_there_is_told(call: Call, project: Project, path: Path) -> None:
    project.profile()
    call("draft", "柳湾镇", "-o", "稿.docx")
    for engine, name in (("libreoffice", "LibreOffice"), ("word", "Word"), ("wps", "WPS")):
        done = call("print", "稿.docx", "--engine", engine)
        assert done.code == 5
        assert f"没有找到 {name}" in done.out


@pytest.mark.skipif(WINDOWS, reason="the stand-ins are scripts of a Unix system")
@pytest.mark.parametrize("engine", ["word", "wps"])
def test_word_and_wps_are_asked_through_the_shell_of_windows(
        call: Call, project: Project, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str) -> None:
    require_pdf = tmp_path / "made"
    require_pdf.mkdir()
    project.profile()
    call("draft", "柳湾镇", "-o", "稿.docx")
    monkeypatch.setenv("PATH", os.defpath)
    require()
    pdf = rendered(project.folder / "稿.docx", require_pdf)
    monkeypatch.setenv("PATH", str(path))
    stand_in(path, "powershell", f"import shutil\nshutil.copy({str(pdf)!r}, sys.argv[sys.argv.index('-Target') + 1])\n"
                                 f"pathlib.Path({str(tmp_path / 'asked')!r}).write_text(sys.argv[sys.argv.index('-Program') + 1])")
    done = call("print", "稿.docx", "--engine", engine)
    assert done.code == 0, done.said
    assert (project.folder / "稿.pdf").read_bytes() == pdf.read_bytes()
    assert (tmp_path / "asked").read_text() == {"word": "Word.Application", "wps": "KWPS.Application"}[engine]


def test_libreoffice_prints_an_edited_file_as_it_is(call: Call, project: Project, tmp_path: Path) -> None:
    require()
    project.profile()
    call("draft", "柳湾镇", "-o", "稿.docx")
    done = call("print", "稿.docx", "--engine", "libreoffice")
    assert done.code == 0, done.said
    assert "LibreOffice" in done.out
    assert "行政处罚案件5件" in text_of(project.folder / "稿.pdf")


@pytest.mark.skipif(WINDOWS, reason="the stand-ins are scripts of a Unix system")
@pytest.mark.parametrize(("options", "wanted"), [
    (("--copies", "3"), ["-n", "3", "--"]), (("--printer", "文印室"), ["-d", "文印室", "-n", "1", "--"]),
    (("--copies", "2", "--duplex"), ["-n", "2", "-o", "sides=two-sided-long-edge", "--"]),
    (("--copies", "2", "--booklet"), ["-n", "2", "-o", "sides=two-sided-short-edge", "--"])])
def test_copies_are_handed_to_the_print_command(
        call: Call, project: Project, path: Path, tmp_path: Path, options: tuple[str, ...], wanted: list[str]) -> None:
    project.profile()
    stand_in(path, "lp", f"pathlib.Path({str(tmp_path / 'asked')!r}).write_text(chr(10).join(sys.argv[1:]))")
    done = call("print", "柳湾镇", *options)
    assert done.code == 0, done.said
    assert "已交给打印机" in done.out
    *given, file = (tmp_path / "asked").read_text().split("\n")
    assert given == wanted
    assert (project.folder / file).is_file()


@pytest.mark.skipif(WINDOWS, reason="the stand-ins are scripts of a Unix system")
def test_on_windows_each_copy_is_printed_by_the_program_that_opens_it(call: Call, project: Project, path: Path, tmp_path: Path) -> None:
    project.profile()
    asked = tmp_path / "asked"
    stand_in(path, "powershell", f"with open({str(asked)!r}, 'a') as file: file.write(sys.argv[-1] + chr(10))")
    done = call("print", "柳湾镇", "--copies", "2", "--printer", "O'Neil 二楼")
    assert done.code == 0, done.said
    lines = asked.read_text().splitlines()
    assert len(lines) == 2
    assert "-Verb PrintTo" in lines[0]
    assert "\"O''Neil 二楼\"" in lines[0]


@pytest.mark.parametrize("body", [None, "sys.exit(1)"])
def test_where_nothing_prints_the_pdf_is_there_all_the_same(call: Call, project: Project, path: Path, body: str | None) -> None:
    project.profile()
    if body:
        stand_in(path, "lp", body)
    done = call("print", "柳湾镇", "--copies", "1")
    assert done.code == 5
    assert "PDF 已经印好" in done.out
    assert project.files() == [f"{NAME}.pdf"]


@pytest.mark.parametrize("form", ["上报", "公开"])
def test_a_word_file_cannot_be_printed_in_another_form(call: Call, project: Project, form: str) -> None:
    project.profile()
    call("draft", "柳湾镇", "-o", "稿.docx")
    done = call("print", "稿.docx", "--form", form)
    assert done.code == 2
    assert "不要写 --form" in done.out
    assert not (project.folder / "稿.pdf").exists()


def test_what_is_still_to_be_filled_in_is_counted(call: Call, project: Project) -> None:
    project.profile()
    said = call("print", "柳湾镇", "--form", "上报").out
    waiting = text_of(project.folder / "output" / f"{NAME}（上报版）.pdf").count("【待填")
    assert waiting > 3
    assert f"还有{waiting}处待填，印在上面" in said


def test_pages_are_shown_as_pictures(call: Call, project: Project) -> None:
    project.profile()
    done = call("print", "柳湾镇", "--preview", "页面")
    assert done.code == 0, done.said
    assert project.files("页面") == ["第1页.png", "第2页.png"]
    assert (project.folder / "页面" / "第1页.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(("line", "said"), [
    ("行距: 28", "“行距”不能写“28”"), ("行距: 90磅", "20磅 到 45磅"), ("页码位置: 左边", "外侧、居中"), ("行高: 28磅", "没有“行高”"),
    ("正文字体: \"<w:p/>\"", "“正文字体”不能写")])
def test_a_wrong_line_of_the_offices_own_layout_is_shown(call: Call, project: Project, line: str, said: str) -> None:
    project.profile()
    (project.folder / "templates" / "版式.yaml").write_text(f"上边距: 37毫米\n{line}\n", encoding="utf-8")
    done = call("print", "柳湾镇", "--layout", "house")
    assert done.code == 1
    assert said in done.out
    assert "版式.yaml:2:" in done.out


def test_the_review_sheet_lists_what_differs_from_the_standard(call: Call, project: Project) -> None:
    project.profile()
    assert call("draft", "柳湾镇", "--layout", "gbt33476").code == 0
    sheet = (project.folder / "output" / f"{NAME}-校核.txt").read_text(encoding="utf-8-sig")
    assert [line.split("）")[1].split("：")[0] for line in sheet.splitlines() if "F012" in line] == ["上边距", "下边距", "行距"]
    assert call("draft", "柳湾镇", "--layout", "gbt9704", "-o", "标准.docx").code == 0
    assert call("draft", "柳湾镇", "-o", "不写.docx").code == 0
    assert (project.folder / "标准.docx").read_bytes() == (project.folder / "不写.docx").read_bytes()
    assert "F012" not in (project.folder / "标准-校核.txt").read_text(encoding="utf-8-sig")


def test_a_pdf_that_somebody_changed_is_kept(call: Call, project: Project) -> None:
    project.profile()
    assert call("print", "柳湾镇", "-o", "稿.pdf").code == 0
    (project.folder / "稿.pdf").write_bytes(b"%PDF changed by hand")
    assert call("print", "柳湾镇", "-o", "稿.pdf").code == 0
    assert (project.folder / "稿.pdf").read_bytes() == b"%PDF changed by hand"
    assert (project.folder / "稿（第2稿）.pdf").is_file()


def test_a_character_that_no_font_has_stops_an_archival_copy(call: Call, project: Project) -> None:
    project.profile(text=FULL + "  - 建成公园9000㎡\n")
    done = call("print", "柳湾镇", "--pdfa")
    assert done.code == 5, done.said
    assert "字体里没有“㎡”" in done.out
    assert project.files() == []
    done = call("print", "柳湾镇")
    assert done.code == 0
    assert "“㎡”，印出来是空框" in done.out


def test_an_edited_formal_copy_is_not_set_anew(call: Call, project: Project, path: Path) -> None:
    project.profile()
    assert call("draft", "柳湾镇", "--form", "上报", "-o", "上报.docx").code == 0
    done = call("print", "上报.docx")
    assert done.code == 5
    assert "版头、版记不能由助手重新排版" in done.out
    assert not (project.folder / "上报.pdf").exists()
