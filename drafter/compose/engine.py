"""The Jinja environment: sandboxed, strict, few filters; its errors become findings at the author's line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.compose.mistake import TemplateMistake
from drafter.compose.value import PRIVATE, Marks
from drafter.files import private_folder
from drafter.finding import Finding, Place, Severity
from drafter.report import Run

FILTERS = ("batch", "default", "first", "join", "last", "length", "list", "lower", "map", "reject", "replace", "reverse",
           "select", "selectattr", "rejectattr", "slice", "sort", "trim", "truncate", "unique", "upper", "groupby")
GLOBALS = ("range", "namespace", "loop")
PRINTABLE = (str, int, Undefined)
KEEPING = {"join": 0, "replace": 1}
"""Methods of text that take values in, and from which argument on."""


class Folder(FileSystemLoader):
    """Loads templates of one folder; a link that leads out of it, or a private-use mark, is refused."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return the text of a template."""
        text, name, fresh = super().get_source(environment, template)
        if Path(name).is_symlink():
            raise TemplateNotFound(template)
        mark = PRIVATE.search(text)
        if mark:
            line = text.count("\n", 0, mark.start()) + 1
            raise TemplateSyntaxError("private-use mark", line, template, name)
        return text, name, fresh


class Compiled(FileSystemBytecodeCache):
    """Compiled templates in a private folder; where they cannot be kept, the next start compiles again."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


class Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox in which text methods of the template's own words keep the addresses of the values given to them."""

    def call(self, context: Context, obj: Any, /, *args: Any, **named: Any) -> Any:
        """Call what a template calls; plain text would join and insert values by their bare words."""
        kept = KEEPING.get(getattr(obj, "__name__", "")) if isinstance(getattr(obj, "__self__", None), str) else None
        if kept is not None:
            args = (*args[:kept], *(_marked(given) for given in args[kept:]))
        return super().call(context, obj, *args, **named)


def _marked(given: Any) -> Any:
    """Return words between their marks, and a list with each of its words so."""
    if isinstance(given, str):
        return str(given)
    return [str(each) for each in given] if isinstance(given, Iterable) else given


def _printable(given: Any) -> Any:
    """Return what can be put out; a list or a missing value would print as program text."""
    if not isinstance(given, PRINTABLE):
        raise TypeError
    return given


class Engine:
    """Renders the templates of one kind; keeps them compiled, for a batch and for the next start."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        private = private_folder()
        self._environment = Sandbox(
            loader=Folder(folder), undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True, auto_reload=False,
            bytecode_cache=Compiled(str(private)) if private else None, cache_size=100, finalize=_printable,
        )
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
        except TemplateNotFound as error:
            raise TemplateMistake(Finding("T001", Severity.ERROR, f"找不到模板“{error.name}”",
                                          Place(self._shown(name), _line(error, name)), "把它放回报告种类的文件夹里")) from error
        except TemplateSyntaxError as error:
            raise self._mistake(error, error.name or name, error.lineno, "模板写法不对") from error
        except ValueError as error:
            raise self._mistake(error, name, _line(error, name), "模板把一个数据截断了") from error
        except (TemplateError, TypeError, ArithmeticError, RecursionError, LookupError, AttributeError) as error:
            raise self._mistake(error, name, _line(error, name), "模板这一行算不出来") from error

    def _shown(self, name: str) -> str:
        """Return a template's name as messages show it."""
        return f"{self._folder.name}/{name}"

    def _mistake(self, error: Exception, name: str, line: int, what: str) -> TemplateMistake:
        """Return the finding about one line of a template."""
        source = self._folder / name
        lines = source.read_text(encoding="utf-8").splitlines() if source.is_file() else []
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
