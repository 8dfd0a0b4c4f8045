"""Files as a whole: encodings, what is no readable file, what is made to hurt."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from drafter.finding import Place, Severity
from drafter.source import parse, read

GOOD = "单位: 桃溪镇\n级别: 镇\n"


@pytest.mark.parametrize(
    ("raw", "rules"),
    [
        (GOOD.encode(), []),
        (GOOD.replace("\n", "\r\n").encode("utf-8-sig"), []),
        (GOOD.replace("\n", "\r").encode(), []),
        (GOOD.encode("gbk"), ["Y005"]),
        (GOOD.encode("utf-16"), ["Y005"]),
        (GOOD.encode("utf-16-le"), ["Y005"]),
        (GOOD.encode("utf-16-be"), ["Y005"]),
    ],
)
def test_every_encoding_of_an_office_pc_is_read_and_named(raw: bytes, rules: list[str]) -> None:
    source, findings = parse(raw, "资料.yaml")
    assert source is not None
    assert source.data == {"单位": "桃溪镇", "级别": "镇"}
    assert source.text == GOOD
    assert [(finding.rule, finding.severity) for finding in findings] == [(rule, Severity.NOTE) for rule in rules]


def test_a_broken_byte_in_utf8_is_refused_at_its_place_and_not_read_as_gbk() -> None:
    source, findings = parse(GOOD.encode() * 3 + "级".encode() + b"\xff: 1\n", "资料.yaml")
    assert source is None
    assert (findings[0].rule, findings[0].place) == ("Y004", Place("资料.yaml", 7, 2))


def test_a_file_that_cannot_be_read_gets_a_message_that_says_what_to_do(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道")
    (tmp_path / "大.yaml").write_bytes(b"a: 1\n" * 500_000)
    cases = {"没有.yaml": "Y001", ".": "Y001", "管道": "Y001", "大.yaml": "Y002", "长" * 300: "Y001"}
    for name, rule in cases.items():
        source, findings = read(tmp_path / name, "甲.yaml")
        assert source is None
        assert [finding.rule for finding in findings] == [rule]
        assert findings[0].is_error
        assert findings[0].hint
        assert findings[0].place == Place("甲.yaml", 1)


HOSTILE = {
    "brackets": "[" * 20_000,
    "braces": "甲: " + "{a: " * 20_000,
    "dashes": "- " * 20_000,
    "blanks": "a: " + " " * 200_000 + "\t",
    "quotes": "a: '" * 9_000,
    "open quotes": "".join(f"a{number}: 'x\n" for number in range(5_000)),
    "aliases": "甲: [" + "*a，" * 20_000 + "]\n",
    "anchors": "甲: " + "&a " * 20_000 + "\n",
    "marks": "甲: [" + "*重点，" * 20_000 + "]\n",
    "equal keys": "甲: {" + "乙：1，" * 20_000 + "}\n",
    "no keys": "甲\n" * 9_000,
    "indents": "".join(" " * number + "甲:\n" for number in range(900)),
    "syntax": "甲:\n" + "  乙: 1\n 丙: 2\n" * 3_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_ends_at_once(text: str) -> None:
    start = time.perf_counter()
    source, findings = parse(text.encode(), "a.yaml")
    assert time.perf_counter() - start < 1
    assert source is not None or any(finding.is_error for finding in findings)
    assert len(findings) < 1_100
