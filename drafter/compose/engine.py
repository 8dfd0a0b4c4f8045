"""The Jinja environment: sandboxed, strict, few filters; its errors become findings at the author's line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
)
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.exceptions import SecurityError
from jinja2.loaders import split_template_path
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.compose.mistake import TemplateMistake
from drafter.compose.value import PRIVATE, MarkError, Marks
from drafter.files import recall, remember
from drafter.finding import Finding, Place, Severity
from drafter.report import Run
from drafter.source import file_bytes

FILTERS = ("batch", "default", "first", "join", "last", "length", "list", "lower", "map", "reject", "replace", "reverse",
           "select", "selectattr", "rejectattr", "slice", "sort", "trim", "truncate", "unique", "upper", "groupby")
GLOBALS = ("range", "namespace", "loop")
PRINTABLE = (str, int, Undefined)
KEEPING = {"join": 0, "replace": 1}
"""Methods of text that take values in, and from which argument on."""


LARGEST = 10_000
"""Numbers that a template may multiply, repeat or pad with."""
WIDE = re.compile(r"\d{4,}")
"""A width in a format that would print pages of blanks."""


class Folder(BaseLoader):
    """Loads templates of one folder: regular files of moderate size, no links, no private-use marks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return the text of a template."""
        path = self._folder.joinpath(*split_template_path(template))
        data, wrong = file_bytes(path, Place(template, 1))
        if wrong is not None or path.is_symlink():
            raise TemplateNotFound(template)
        text = data.decode("utf-8").replace("\r\n", "\n")
        mark = PRIVATE.search(text)
        if mark:
            line = text.count("\n", 0, mark.start()) + 1
            raise TemplateSyntaxError("private-use mark", line, template, str(path))
        return text, str(path), lambda: True


class Compiled(BytecodeCache):
    """Compiled templates in this user's private folder; what was damaged there is compiled again."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a compiled template from the folder, if it is there."""
        data = recall(f"{bucket.key}-{_maker()}.j2c")
        if data is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        remember(f"{bucket.key}-{_maker()}.j2c", bucket.bytecode_to_string())


@cache
def _maker() -> str:
    """Return the fingerprint of what compiles: other filters or another library make other code of a template."""
    return hashlib.sha256(Path(__file__).read_bytes() + jinja2.__version__.encode()).hexdigest()[:16]


class Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox in which text methods of the template's own words keep the addresses of the values given to them."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Work out what can grow beyond measure: only with small numbers."""
        small = all(isinstance(given, int) and abs(given) <= LARGEST for given in (left, right))
        if not small and not (operator == "%" and isinstance(left, str) and not WIDE.search(left)):
            raise SecurityError(f"'{operator}'")
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Let a text format its arguments, if it asks for no width of pages."""
        if isinstance(getattr(value, "__self__", None), str) and WIDE.search(value.__self__):
            raise SecurityError("'format'")
        return super().wrap_str_format(value)

    def call(self, context: Context, obj: Any, /, *args: Any, **named: Any) -> Any:
        """Call what a template calls; plain text would join and insert values by their bare words."""
        if any(isinstance(given, int) and abs(given) > LARGEST for given in (*args, *named.values())):
            raise SecurityError(f"'{getattr(obj, '__name__', '')}'")
        kept = KEEPING.get(getattr(obj, "__name__", "")) if isinstance(getattr(obj, "__self__", None), str) else None
        if kept is not None:
            args = (*args[:kept], *(_marked(given) for given in args[kept:]))
        return super().call(context, obj, *args, **named)


def _marked(given: Any) -> Any:
    """Return words between their marks, and a list with each of its words so."""
    if isinstance(given, str):
        return str(given)
    return [str(each) for each in given] if isinstance(given, Iterable) else given


def _joined(parts: Iterable[Any], between: str = "") -> str:
    """Join parts as they are put out, every mark kept."""
    return str(between).join(str(_printable(part)) for part in parts)


def _printable(given: Any) -> Any:
    """Return what can be put out; a list or a missing value would print as program text."""
    if not isinstance(given, PRINTABLE):
        raise TypeError
    return given


class Engine:
    """Renders the templates of one kind; keeps them compiled, for a batch and for the next start."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._environment = Sandbox(
            loader=Folder(folder), undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True, auto_reload=False,
            bytecode_cache=Compiled(), cache_size=100, finalize=_printable,
        )
        self._environment.filters["join"] = _joined  # the library's own asks at every call whether it runs asynchronously
        for table, kept in ((self._environment.filters, FILTERS), (self._environment.globals, GLOBALS)):
            for name in [name for name in table if name not in kept]:
                del table[name]

    def has(self, name: str) -> bool:
        """Tell whether there is a template of that name."""
        return (self._folder / name).is_file()

    def paragraphs(self, name: str, marks: Marks, values: Mapping[str, Any],
                   functions: Mapping[str, Callable[..., Any]]) -> list[tuple[Run, ...]]:
        """Render a template: every line that is not empty is a paragraph; raises TemplateMistake."""
        try:
            rendered = self._environment.get_template(name).render({**values, **functions})
            lines = [line.strip() for line in rendered.split("\n")]
            return [marks.runs(line, f"模板:{name}") for line in lines if line]
        except TemplateMistake:
            raise
        except TemplateNotFound as error:
            raise TemplateMistake(Finding("T001", Severity.ERROR, f"找不到模板“{error.name}”",
                                          Place(self._shown(name), _line(error, name)), "把它放回报告种类的文件夹里")) from error
        except TemplateSyntaxError as error:
            raise self._mistake(error, error.name or name, error.lineno, "模板写法不对") from error
        except MarkError as error:
            raise self._mistake(error, name, _line(error, name), "模板把一个数据截断了，或印出了不能用的字符") from error
        except UnicodeDecodeError as error:
            raise self._mistake(error, name, 1, "模板不是 UTF-8 编码，另存为 UTF-8 再试") from error
        except Exception as error:  # a template may raise anything; its author gets a line to look at
            raise self._mistake(error, name, _line(error, name), "模板这一行算不出来") from error

    def _shown(self, name: str) -> str:
        """Return a template's name as messages show it."""
        return f"{self._folder.name}/{name}"

    def _mistake(self, error: Exception, name: str, line: int, what: str) -> TemplateMistake:
        """Return the finding about one line of a template."""
        source = self._folder / name
        lines = source.read_text(encoding="utf-8", errors="replace").splitlines() if source.is_file() else []
        excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
        hint = _hint(error)
        return TemplateMistake(Finding("T002", Severity.ERROR, what, Place(self._shown(name), line), hint, excerpt))


def _line(error: BaseException, name: str) -> int:
    """Return the template line at which an exception arose: the innermost frame that is a template's."""
    line, trace = 1, error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(name):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _hint(error: Exception) -> str:
    """Say in Chinese what a template's author should look at; quotes the name that the error speaks of."""
    words = [word for word in str(error).replace('"', "'").split("'")[1::2] if word.replace("_", "").isalnum()]
    named = f"“{words[-1]}”" if words else ""
    kind = type(error).__name__
    if kind == "UndefinedError":
        return f"没有{named}这个名字，检查是不是写错了"
    if kind == "SecurityError":
        return f"模板里不许用{f'“{words[0]}”' if words else '这种写法'}，请删掉"
    if kind == "TemplateSyntaxError":
        return f"检查括号、引号和 {{% … %}} 是否成对{f'，尤其是{named}' if named else ''}"
    return f"检查这一行的写法{named}"
