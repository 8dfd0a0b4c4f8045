"""The five drafts on paper: 22 lines a page, 28 characters a line, faces by role, page numbers in their place."""

from pathlib import Path

import pytest

from drafter.write.docx import docx
from tests.support.five import PROFILES, five
from tests.write.page_proof import proof, require


@pytest.mark.parametrize("number", PROFILES)
def test_every_page_of_a_draft_is_right(number: str, tmp_path: Path) -> None:
    require()
    path = tmp_path / "初稿.docx"
    path.write_bytes(docx(five(number).report))
    page = proof(path)
    assert page.complaints() == []
    assert len(page.pages) >= 5
    inner = [len(one.lines) for one in page.pages[1:-1]]
    print(f"{number}：{len(page.pages)}页，中间各页{inner}行")
