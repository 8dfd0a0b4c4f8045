"""``print`` with damaged fonts, with files that hold nothing, and with wishes that no program here can fulfil."""

import shutil
from pathlib import Path

import pytest

from tests.cli.programs import stand_in, text_of
from tests.support.command import FULL, NAME, Call, Project
from tests.write.page_proof import require
from tests.write.printing import font_folder

pytestmark = pytest.mark.usefixtures("only_our_fonts")


@pytest.fixture
def own_fonts(project: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A font folder of its own, with a copy of every stand-in."""
    folder = project.folder / "fonts"
    shutil.copytree(font_folder(), folder)
    monkeypatch.setenv("DRAFTER_FONTS", str(folder))
    return folder


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x00\x00" + bytes(range(256)) * 16, None])
def test_a_font_file_that_cannot_be_read_is_named_and_not_used(call: Call, project: Project, path: Path, own_fonts: Path, data: bytes | None) -> None:
    project.profile()
    if data is None:
        (own_fonts / "simfang.ttf").symlink_to(own_fonts / "nothing.ttf")
    else:
        (own_fonts / "simfang.ttf").write_bytes(data)
    done = call("print", "柳湾镇")
    assert done.code == 0, done.said
    assert "字体文件坏了，没有用：simfang.ttf" in done.said
    assert "行政处罚案件5件" in text_of(project.folder / "output" / f"{NAME}.pdf")


def test_where_every_font_file_is_damaged_nothing_is_printed(call: Call, project: Project, path: Path, own_fonts: Path) -> None:
    project.profile()
    for file in own_fonts.glob("*.otf"):
        file.write_bytes(b"no font" * 100)
    done = call("print", "柳湾镇")
    assert done.code == 5
    assert "没有能用的中文字体" in done.said
    assert project.files() == []


def test_the_check_up_names_damaged_fonts(call: Call, project: Project, own_fonts: Path) -> None:
    (own_fonts / "simkai.ttf").write_bytes(b"no font" * 100)
    assert "字体文件坏了，没有用：simkai.ttf" in call("doctor").said


def test_an_archival_copy_of_an_edited_file_is_set_by_us(call: Call, project: Project, path: Path) -> None:
    project.profile(text=FULL + "成文日期: 2026-01-20\n署名: 柳湾镇人民政府\n")
    call("draft", "profiles/柳湾镇.yaml", "-o", "稿.docx")
    stand_in(path, "soffice", "sys.exit(1)")
    done = call("print", "稿.docx", "--pdfa")
    assert done.code == 0, done.said
    assert "由助手重新排版" in done.said
    assert "装上 LibreOffice" not in done.said
    assert b"pdfaid:part>2<" in (project.folder / "稿.pdf").read_bytes()


def test_an_office_program_leaves_the_layout_of_a_file_and_that_is_said(call: Call, project: Project) -> None:
    require()
    project.profile()
    call("draft", "profiles/柳湾镇.yaml", "-o", "稿.docx")
    done = call("print", "稿.docx", "--layout", "gbt33476")
    assert done.code == 0, done.said
    assert "照 Word 稿原样打印，没有换成版式 gbt33476" in done.said


def test_a_file_without_words_is_told(call: Call, project: Project) -> None:
    import docx

    docx.Document().save(str(project.folder / "空.docx"))
    done = call("print", "空.docx")
    assert done.code != 0
    assert "R006 文件里没有文字" in done.said
