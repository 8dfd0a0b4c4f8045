"""Reading bytes as if a clerk had put them in a folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.finding import Finding
from drafter.past import Original
from drafter.read import read_past

Give = Callable[..., Original]
Refusal = Callable[..., Finding]


@pytest.fixture
def given(tmp_path: Path) -> Give:
    """Read bytes that must be readable."""

    def read(data: bytes, name: str = "往年报告.docx") -> Original:
        (tmp_path / name).write_bytes(data)
        original, findings = read_past(tmp_path / name, name)
        assert original is not None, findings
        assert findings == []
        return original

    return read


@pytest.fixture
def refused(tmp_path: Path) -> Refusal:
    """Read bytes that must be refused, by one finding with a reason and a way out."""

    def read(data: bytes, name: str = "往年报告.docx") -> Finding:
        (tmp_path / name).write_bytes(data)
        return refusal(tmp_path / name)

    return read


def refusal(path: Path) -> Finding:
    original, findings = read_past(path, path.name)
    assert original is None
    [finding] = findings
    assert finding.is_error
    assert finding.message
    assert finding.hint
    assert finding.place is not None
    assert finding.place.file == path.name
    return finding
