"""The five Word files: sound by the schema, read back whole, the same bytes in every process."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.pipeline.setup import HOME
from drafter.write.docx import docx
from drafter.write.text import text
from tests.support.five import PROFILES, five, word

CODE = """
import hashlib
from drafter.write.docx import docx
from tests.support.five import PROFILES, five
for number in PROFILES:
    print(number, hashlib.sha256(docx(five(number).report)).hexdigest())
"""


@pytest.mark.parametrize("number", PROFILES)
def test_the_audit_finds_nothing(number: str, tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    path = tmp_path / "报告.docx"
    path.write_bytes(docx(five(number).report))
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


@pytest.mark.parametrize("number", PROFILES)
def test_another_program_reads_all_text_back(number: str) -> None:
    assert word(number).text == text(five(number).report)
    assert len(word(number).lines) > 20


def test_two_processes_make_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for seed, zone in (("1", "Asia/Shanghai"), ("2", "UTC")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(HOME)}
        done = subprocess.run([sys.executable, "-c", CODE], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True, env=env)
        made.append(done.stdout.split("\n"))
    here = [f"{number} {hashlib.sha256(docx(five(number).report)).hexdigest()}" for number in PROFILES]
    assert made[0][:-1] == made[1][:-1] == here
