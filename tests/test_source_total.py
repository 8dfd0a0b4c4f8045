"""Promises of reading that hold for every file, tried on files that nobody would think of."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from drafter.finding import Address, Finding
from drafter.source import RULES, Data, Source, parse

_MARKS = [*"：:\t　\xa0-－—[]{},，\"'>|#&*!%@`?~\\ ", ": ", "  ", "- ", "——", " #", "? "]
_ODD = [
    *"\u2028\ue001\u202e\x00\ufeff\x85",
    "做法",
    "名称",
    "<<",
    "&a ",
    "*a",
    "!!str ",
    "---",
    "...",
    "%YAML 1.1",
    "|-2",
]
_PIECES = ["甲", "乙", "3场", "12:30", *_MARKS, *_ODD]
_LINE = st.lists(st.sampled_from(_PIECES), max_size=7).map("".join)
_FILE = st.lists(_LINE, max_size=9).map("\n".join)
_WORD = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x4FFF), min_size=1, max_size=5)
_TEXT = st.lists(st.one_of(_WORD, st.sampled_from(["3场", "12:30", *_MARKS])), max_size=4).map("".join)
_DATA: st.SearchStrategy[Data] = st.recursive(
    _TEXT.filter(lambda text: not set("\xa0\u3000") & set(text)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_WORD, inner, max_size=3)),
    max_leaves=12,
)
_FEW = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _checked(raw: bytes) -> tuple[Source | None, list[Finding]]:
    source, findings = parse(raw, "资料.yaml")
    assert source is not None or any(finding.is_error for finding in findings)
    for finding in findings:
        assert finding.rule in RULES
        assert finding.place is not None
        assert finding.place.line >= 1
        assert finding.place.column >= 1
    places = [finding.place for finding in findings if finding.place]
    assert places == sorted(places)
    if source is not None:
        for address in source.places:
            place = source.place(address)
            assert place.column <= len(source.line(place.line)) + 1
            assert place.line <= source.text.count("\n") + 1
    return source, findings


@_FEW
@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_source_or_an_error(raw: bytes) -> None:
    _checked(raw)


@_FEW
@given(st.text(max_size=200))
def test_any_text_ends_in_a_source_or_an_error(text: str) -> None:
    _checked(text.encode("utf-8", "replace"))


@_FEW
@given(_FILE)
@example("甲\n- 乙\n")
@example('a: "\\U0011ffff"\nb: 2')
def test_any_pile_of_yaml_marks_ends_in_a_source_or_an_error(text: str) -> None:
    _checked(text.encode("utf-8", "replace"))


@_FEW
@given(_FILE)
def test_the_pure_parser_is_as_total_as_libyaml(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        pure, _ = _checked(text.encode("utf-8", "replace"))
    fast, _ = _checked(text.encode("utf-8", "replace"))
    if pure is not None and fast is not None:
        assert pure.data == fast.data


@_FEW
@given(st.dictionaries(_WORD, _DATA, min_size=1, max_size=4), st.booleans())
def test_what_a_yaml_writer_wrote_is_read_without_a_change(data: dict[str, Data], flow: bool) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, sort_keys=False, width=60)
    expected = yaml.load(text, Loader=yaml.BaseLoader)
    source, findings = parse(text.encode(), "资料.yaml")
    assume("：" not in text and not (flow and "，" in text))
    assert not [finding for finding in findings if finding.rule not in {"Y006", "Y021"}]
    assert source is not None
    assert source.data == expected


@_FEW
@given(st.dictionaries(_WORD, _DATA, min_size=1, max_size=4))
def test_every_key_stands_where_its_place_says(data: dict[str, Data]) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    source, _ = parse(text.encode(), "资料.yaml")
    assert source is not None
    keys: list[Address] = list(source.keys)
    for address in keys:
        place = source.key(address)
        assert source.line(place.line)[place.column - 1 :].lstrip("'\"").startswith(str(address[-1]))
