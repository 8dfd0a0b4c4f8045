"""The child process that reads a PDF or a .doc: bytes come in, JSON goes out, and it may neither write nor linger.

Parsers of these formats have had holes and loops every year; here they can do no more than fail.
"""

from __future__ import annotations

import json
import struct
import sys
from contextlib import suppress

from drafter.read import limits
from drafter.read.result import Refused, Words


def main() -> None:
    """Read the file on standard input in the format that the command line names."""
    _limit()
    data = sys.stdin.buffer.read(limits.ON_DISK + 1)
    try:
        answer: dict[str, object] = _read(sys.argv[1], data)._asdict()
    except Refused as refused:
        answer = {"refused": [refused.rule, refused.message, refused.hint]}
    except ImportError:
        answer = {"refused": ["R001", "读这种文件的组件没有装好", "重新安装本程序；或用 Word、WPS 打开，另存为 .docx 再试"]}
    except MemoryError:
        answer = {"refused": ["R007", "读这个文件要的内存太多，停下了", "换成 .docx 再试"]}
    except (ValueError, OSError, LookupError, TypeError, AttributeError, ArithmeticError, RuntimeError, struct.error):
        answer = {"refused": ["R001", "这个文件打不开，可能已经损坏", "用 Word、WPS 或 PDF 阅读器打开看看，另存为 .docx 再试"]}
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()


def _read(format_: str, data: bytes) -> Words:
    if format_ == "pdf":
        from drafter.read.pdf import read_pdf  # noqa: PLC0415

        return read_pdf(data)
    if format_ == "printed":
        from drafter.read.pdf import read_printed  # noqa: PLC0415

        return read_printed(data)
    from drafter.read.old_word import read_old_word  # noqa: PLC0415

    return read_old_word(data)


def _limit() -> None:
    """Lower the limits of this process where the system has such limits; no file can be written by it."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_AS, limits.MEMORY), (resource.RLIMIT_CPU, limits.SECONDS), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    main()
